// RelatedLetters: what a letter belongs to and what is like it, in quiet lines that lead there: the letter it follows,
// those that follow it, letters and articles that are like it. Found in the background, and hidden where there is
// nothing. The window's thread.
#pragma once

#include "editorial/relations.h"
#include "ui/workplace.h"

#include <QTimer>
#include <QWidget>

#include <variant>

class QBoxLayout;

namespace ui {

class LinkButton;

class RelatedLetters final : public QWidget
{
    Q_OBJECT

public:
    // The workplace must outlive it. Of each kind so many at `most` are shown, the others in a menu.
    RelatedLetters(Workplace &workplace, qsizetype most, QWidget *parent = nullptr);

    // Null: nothing.
    void showLetter(const desk::LetterId &id);

Q_SIGNALS:
    void letterWanted(const desk::LetterId &id);
    void articleWanted(const desk::ArticleId &id);

private:
    struct Link {
        QString icon;
        QString text;
        QString hint;
        std::variant<desk::LetterId, desk::ArticleId> goal;
    };

    [[nodiscard]] static Link linkTo(const editorial::RelatedLetter &alike);
    void ask();
    void refresh(editorial::Areas areas);
    void clear();
    void showRelated(const editorial::Related &related);
    void showEarlier(const editorial::RelatedLetter &earlier);
    void showSequels(const QList<editorial::RelatedLetter> &sequels);
    void showAlike(const QList<editorial::RelatedLetter> &alike);
    QBoxLayout *addLine();
    LinkButton *add(QBoxLayout *line, const Link &link);
    // The same, never shortened.
    void addWhole(QBoxLayout *line, const Link &link);
    // The links from `from` on.
    void addMore(QBoxLayout *line, const QList<Link> &links, qsizetype from);
    void go(const Link &link);

    Workplace &m_workplace;
    qsizetype m_most;
    desk::LetterId m_letter;
    bool m_isStale = false; // the desk has changed while this could not be seen
    QTimer m_pause;         // so that leafing through letters asks for the last one only
    QBoxLayout *m_column;
    editorial::Related m_shown;
    QList<QWidget *> m_lines;
};

} // namespace ui
