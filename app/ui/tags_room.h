// TagsRoom: where the tags of a desk are kept in order: the tree with its counts, and the chosen tag with its
// description and synonyms. Tags are added, renamed, merged, moved and deleted here, each with undo. A room is made for
// one open desk. Lives in the window's thread.
#pragma once

#include "editorial/tags.h"
#include "ui/room.h"
#include "ui/tag_tree_view.h"
#include "ui/workplace.h"

#include <memory>
#include <optional>

class QSortFilterProxyModel;

namespace Ui {
class TagsRoom;
}

namespace ui {

class TagCommands;
class TagModel;
class TagPanel;

class TagsRoom final : public Room
{
    Q_OBJECT

public:
    // The workplace must outlive the room.
    explicit TagsRoom(Workplace &workplace, QWidget *parent = nullptr);
    ~TagsRoom() override;

    // Makes the tag current, now or as soon as it is there.
    void showTag(const desk::TagId &tag);
    [[nodiscard]] desk::TagId shownTag() const; // null: none

    [[nodiscard]] QString title() const override;
    void enter() override;
    void leave() override;
    void flush(const Flushed &then) override;
    void takeFocus() override;
    void find() override;
    [[nodiscard]] QList<QWidget *> panes() override;

Q_SIGNALS:
    void lettersWanted(const desk::TagId &tag, const QString &name);
    void articlesWanted(const desk::TagId &tag, const QString &name);

private:
    void build();
    void connectActions();
    void connectParts();
    void refresh();
    void take(const editorial::TagTree &tree);
    void chooseAfter(const TagTreeView::Standing &before, const desk::TagId &neighbour);
    [[nodiscard]] desk::TagId neighbourOfCurrent() const;
    void filter(const QString &text);
    void showCurrent();
    void showMenu(const QPoint &at);
    void rename();
    [[nodiscard]] const desk::Tag *current() const;

    Workplace &m_workplace;
    std::unique_ptr<Ui::TagsRoom> m_form;
    TagModel *m_model;
    QSortFilterProxyModel *m_sorted;
    TagCommands *m_commands;
    TagPanel *m_panel;
    desk::TagId m_wanted;                                // to make current once it is there
    QString m_wantedName;                                // the same, for a tag that was just made
    std::optional<TagTreeView::Standing> m_beforeFilter; // what was open before something was sought
    bool m_loaded = false;
};

} // namespace ui
