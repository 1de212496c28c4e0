// ListPresenter: what a list of letters or articles shows and says, apart from how it looks: its rows, its heading, the
// search while it is typed, the order. Includes no widget; belongs to the workbench. The window's thread.
#pragma once

#include "ui/row_model.h"
#include "ui/workplace.h"

#include <QElapsedTimer>
#include <QObject>
#include <QStringList>
#include <QTimer>

#include <optional>

namespace ui {

// What stands where there are no rows, and the one thing to do about it.
struct EmptyText {
    QString text;
    std::optional<ActionId> action;
};

class ListPresenter : public QObject
{
    Q_OBJECT

public:
    // Rows of a search are counted up to this; the list says "more than" beyond.
    static constexpr qint64 mostFound = 10'000;
    static constexpr int typingPauseMs = 120;

    [[nodiscard]] RowModel &model() { return m_model; }
    [[nodiscard]] const RowModel &model() const { return m_model; }

    // "New"
    [[nodiscard]] virtual QString title() const = 0;
    // "New · 14"
    [[nodiscard]] QString heading() const;
    [[nodiscard]] virtual EmptyText empty() const = 0;

    [[nodiscard]] QString search() const { return m_search; }
    // Takes effect when nothing more is typed for a moment.
    void setSearch(const QString &text);
    // Takes what was typed at once.
    void searchNow();

    // Titles of the orders there are; empty: only one.
    [[nodiscard]] virtual QStringList orders() const { return {}; }
    [[nodiscard]] virtual int order() const { return 0; }
    virtual void setOrder(int) {}

    // The number of rows was asked, but not all were counted.
    [[nodiscard]] bool isCountCut() const;

Q_SIGNALS:
    void headingChanged();

protected:
    explicit ListPresenter(Workplace &workplace, editorial::Areas areas, QObject *parent);

    [[nodiscard]] Workplace &workplace() const { return m_workplace; }
    [[nodiscard]] virtual RowSource source() const = 0;
    // Shows what source() gives now.
    void reload();

private:
    Workplace &m_workplace;
    RowModel m_model;
    QTimer m_typing;
    QTimer m_refreshing; // changes that come close together are one
    QString m_typed;
    QString m_search;
    qint64 m_count = -1;
};

} // namespace ui
