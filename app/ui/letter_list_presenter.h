// LetterListPresenter: the letters of one place, and what can be done with some of them. Includes no widget. The
// window's thread.
#pragma once

#include "ui/list_presenter.h"

namespace ui {

// Which letters: those of a stage, those that carry a tag, those that need attention, or all.
struct LettersPlace {
    std::optional<desk::LetterStage> stage;
    desk::TagId tag;
    QString tagName;
    bool needsAttention = false;

    friend bool operator==(const LettersPlace &a, const LettersPlace &b)
    {
        return a.stage == b.stage && a.tag == b.tag && a.needsAttention == b.needsAttention;
    }
};

class LetterListPresenter final : public ListPresenter
{
    Q_OBJECT

public:
    explicit LetterListPresenter(Workplace &workplace, QObject *parent = nullptr);

    void setPlace(const LettersPlace &place);
    [[nodiscard]] const LettersPlace &place() const { return m_place; }

    [[nodiscard]] QString title() const override;
    [[nodiscard]] EmptyText empty() const override;
    [[nodiscard]] QStringList orders() const override;
    [[nodiscard]] int order() const override;
    void setOrder(int order) override;

    // Each can be undone; nothing happens for an empty list.
    void move(const QList<desk::LetterId> &ids, desk::LetterStage stage, const QDate &heldUntil = {});
    void markUnread(const QList<desk::LetterId> &ids, bool unread);
    void seeTo(const QList<desk::LetterId> &ids);
    void tag(const QList<desk::LetterId> &ids, const QStringList &add, const QStringList &remove);
    // Reading a letter makes it read, without a step to undo.
    void noteRead(const desk::LetterId &id);

private:
    [[nodiscard]] RowSource source() const override;
    [[nodiscard]] editorial::LetterQuery query() const;

    LettersPlace m_place;
};

} // namespace ui
