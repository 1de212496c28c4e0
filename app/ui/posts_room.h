// PostsRoom: where a person settles what imports of past columns left open: marks letter and answer in posts without a
// label, and decides about articles that were edited here and changed in the archive. Made for one open desk. Lives in
// the window's thread.
#pragma once

#include "editorial/post_decisions.h"
#include "ui/room.h"
#include "ui/workplace.h"

#include <memory>

namespace Ui {
class PostsRoom;
}

namespace ui {

class PostMarks;

class PostsRoom final : public Room
{
    Q_OBJECT

public:
    // The workplace must outlive the room.
    explicit PostsRoom(Workplace &workplace, QWidget *parent = nullptr);
    ~PostsRoom() override;

    [[nodiscard]] QString title() const override;
    void enter() override;
    void leave() override;
    void takeFocus() override;
    [[nodiscard]] QList<QWidget *> panes() override;

private:
    void connectParts();
    void connectActions();
    void refresh();
    void take(const QList<editorial::UndecidedPost> &posts);
    void showCurrent();
    void showText(const desk::Post &post);
    void showWays();
    void part();
    void drop();
    // Runs a decision that gives nothing but whether it was done.
    void decide(base::Result<void> (*decision)(editorial::Desk &, const QString &), const QString &news);
    [[nodiscard]] const editorial::UndecidedPost *current() const;
    [[nodiscard]] bool isWaiting() const;

    Workplace &m_workplace;
    std::unique_ptr<Ui::PostsRoom> m_form;
    PostMarks *m_marks;
    QList<editorial::UndecidedPost> m_posts;
    QString m_shown; // the post whose text is in sight
};

} // namespace ui
