// GoFinder: where one can go from a few typed letters: a letter by its number or words, an article by its title, a tag,
// an action. Includes no widget. The window's thread.
#pragma once

#include "editorial/writing.h"
#include "ui/workplace.h"

#include <QObject>
#include <QTimer>

#include <variant>

namespace ui {

struct GoTag {
    desk::TagId id;
    QString name;
};

struct GoTarget {
    std::variant<ActionId, desk::LetterId, desk::ArticleId, GoTag> where;
    QString title;
    QString hint; // what it is: "letter 12", "tag", the keys of an action
    QString icon;
};

class GoFinder final : public QObject
{
    Q_OBJECT

public:
    static constexpr int mostOfAKind = 6;

    explicit GoFinder(Workplace &workplace, QObject *parent = nullptr);

    void find(const QString &text);
    // Actions that can be done now and hold all the words of the text.
    [[nodiscard]] QList<GoTarget> actionsWith(const QString &text) const;

Q_SIGNALS:
    void found(const QList<ui::GoTarget> &targets);

private:
    void ask();

    Workplace &m_workplace;
    QTimer m_typing;
    QString m_text;
    int m_asked = 0;
};

} // namespace ui
