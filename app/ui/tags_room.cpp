#include "ui/tags_room.h"

#include "ui/tag_commands.h"
#include "ui/tag_model.h"
#include "ui/tag_panel.h"
#include "ui_tags_room.h"

#include <QHeaderView>
#include <QMenu>
#include <QSortFilterProxyModel>

#include <algorithm>

namespace ui {

namespace {

constexpr int treeStart = 400;
constexpr int panelStart = 660;

} // namespace

TagsRoom::TagsRoom(Workplace &workplace, QWidget *parent)
    : Room(parent)
    , m_workplace(workplace)
    , m_form(std::make_unique<Ui::TagsRoom>())
    , m_model(new TagModel(this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_commands(new TagCommands(workplace, *m_model, this))
    , m_panel(new TagPanel(workplace))
{
    m_form->setupUi(this);
    m_form->tree_and_panel->addWidget(m_panel);
    build();
    connectParts();
    connectActions();
    refresh();
}

TagsRoom::~TagsRoom() = default;

void TagsRoom::build()
{
    m_sorted->setSourceModel(m_model);
    m_sorted->setRecursiveFilteringEnabled(true);
    m_sorted->setFilterRole(TagModel::SoughtRole);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortRole(TagModel::SortRole);
    m_sorted->setSortLocaleAware(true);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);

    m_form->tree->setModel(m_sorted);
    m_form->tree->sortByColumn(TagModel::Name, Qt::AscendingOrder);
    m_form->tree->header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_form->tree->header()->setSectionResizeMode(TagModel::Name, QHeaderView::Stretch);
    m_form->tree_and_panel->setStretchFactor(1, 1);
    m_form->tree_and_panel->setSizes({treeStart, panelStart});

    const QAction *add = m_workplace.actions.action(ActionId::AddTag);
    for (QPushButton *button : {m_form->add_button, m_form->first_button}) {
        button->setIcon(add->icon());
        connect(button, &QPushButton::clicked, add, &QAction::trigger);
    }
    m_form->count->setForegroundRole(QPalette::PlaceholderText);
    m_form->no_match->setForegroundRole(QPalette::PlaceholderText);
    m_form->no_match->hide();
    m_form->tags_page->setEnabled(false);
}

void TagsRoom::connectParts()
{
    connect(m_form->filter_edit, &QLineEdit::textChanged, this, &TagsRoom::filter);
    connect(m_form->tree->selectionModel(), &QItemSelectionModel::currentChanged, this, &TagsRoom::showCurrent);
    connect(m_form->tree, &QWidget::customContextMenuRequested, this, &TagsRoom::showMenu);
    connect(m_panel, &TagPanel::left, this, [this] { m_form->tree->setFocus(Qt::OtherFocusReason); });
    connect(m_panel, &TagPanel::articlesWanted, this, [this] {
        if (const desk::Tag *tag = current())
            Q_EMIT articlesWanted(tag->id, tag->name);
    });
    connect(m_panel, &TagPanel::lettersWanted, this, [this] {
        if (const desk::Tag *tag = current())
            Q_EMIT lettersWanted(tag->id, tag->name);
    });
    connect(m_model, &TagModel::moveWanted, m_commands, &TagCommands::moveBelow);
    connect(m_model, &TagModel::renameWanted, m_commands, &TagCommands::rename);
    connect(m_commands, &TagCommands::chosen, this, [this](const desk::TagId &tag) { m_wanted = tag; });
    connect(m_commands, &TagCommands::made, this, [this](const QString &name) { m_wantedName = name; });
    connect(&m_workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas & (editorial::Area::Tags | editorial::Area::Letters | editorial::Area::Articles))
            refresh();
    });
}

void TagsRoom::connectActions()
{
    const Actions &actions = m_workplace.actions;
    actions.connect(ActionId::AddTag, this, [this] { m_commands->add(isVisible() ? shownTag() : desk::TagId()); });
    actions.connect(ActionId::RenameTag, this, &TagsRoom::rename);
    actions.connect(ActionId::MergeTag, this, [this] { m_commands->merge(shownTag()); });
    actions.connect(ActionId::MoveTag, this, [this] { m_commands->move(shownTag()); });
    actions.connect(ActionId::DescribeTag, m_panel, &TagPanel::takeFocus);
    actions.connect(ActionId::DeleteTag, this, [this] { m_commands->remove(shownTag()); });
    actions.giveKeys(Part::Tags, m_form->tree);
}

void TagsRoom::refresh()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::tags(desk); },
        [this](const base::Result<editorial::TagTree> &tree) {
            if (tree)
                take(*tree);
            else
                m_workplace.notices.error(tree.error());
        });
}

void TagsRoom::take(const editorial::TagTree &tree)
{
    const TagTreeView::Standing before = m_form->tree->standing();
    const desk::TagId neighbour = neighbourOfCurrent();
    m_model->setTree(tree);
    m_form->pages->setCurrentWidget(tree.tags.isEmpty() ? m_form->empty_page : m_form->tags_page);
    m_form->tags_page->setEnabled(true);
    m_form->count->setText(tr("%Ln tag(s)", nullptr, static_cast<int>(tree.tags.size())));
    if (!std::exchange(m_loaded, true))
        m_form->tree->expandAll();
    chooseAfter(before, neighbour);
    showCurrent();
}

desk::TagId TagsRoom::neighbourOfCurrent() const
{
    const QModelIndex at = m_form->tree->currentIndex();
    QModelIndex next = at.siblingAtRow(at.row() + 1);
    if (!next.isValid())
        next = m_form->tree->indexAbove(at);
    return TagModel::idAt(next);
}

// What is wanted, or what was current, or what stood beside it.
void TagsRoom::chooseAfter(const TagTreeView::Standing &before, const desk::TagId &neighbour)
{
    m_form->tree->restore(before);
    if (!m_wantedName.isEmpty()) {
        const auto made = std::ranges::find(m_model->tree().tags, m_wantedName, &desk::Tag::name);
        if (made != m_model->tree().tags.end()) {
            m_wanted = made->id;
            m_wantedName.clear();
        }
    }
    desk::TagId choice = m_wanted;
    if (!m_model->tag(choice) && !m_form->tree->currentIndex().isValid())
        choice = neighbour;
    if (!m_model->tag(choice))
        return;
    m_wanted = {};
    const QModelIndex index = m_sorted->mapFromSource(m_model->indexOf(choice));
    m_form->tree->setCurrentIndex(index);
    m_form->tree->scrollTo(index);
}

void TagsRoom::filter(const QString &text)
{
    const QString typed = text.simplified();
    if (!typed.isEmpty() && !m_beforeFilter)
        m_beforeFilter = m_form->tree->standing();
    m_sorted->setFilterFixedString(typed);
    if (!typed.isEmpty()) {
        m_form->tree->expandAll();
    } else if (m_beforeFilter) {
        TagTreeView::Standing before = *std::exchange(m_beforeFilter, {});
        if (const desk::Tag *tag = current())
            before.current = tag->id;
        m_form->tree->collapseAll();
        m_form->tree->restore(before);
    }
    m_form->no_match->setText(tr("No tag or synonym holds “%1”.").arg(typed));
    m_form->no_match->setVisible(m_sorted->rowCount() == 0 && !m_model->tree().tags.isEmpty());
}

const desk::Tag *TagsRoom::current() const
{
    return m_model->tag(TagModel::idAt(m_form->tree->currentIndex()));
}

desk::TagId TagsRoom::shownTag() const
{
    const desk::Tag *tag = current();
    return tag ? tag->id : desk::TagId();
}

void TagsRoom::showTag(const desk::TagId &tag)
{
    m_wanted = tag;
    chooseAfter(m_form->tree->standing(), {});
}

void TagsRoom::showCurrent()
{
    const desk::Tag *tag = current();
    if (tag)
        m_panel->showTag(*tag, m_model->tree().counts.value(tag->id), m_model->pathOf(tag->parent));
    else
        m_panel->showTag({});
    if (isVisible())
        m_workplace.actions.setAvailable(Need::Tag, tag != nullptr);
}

void TagsRoom::showMenu(const QPoint &at)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const ActionRow &row : actionRows()) {
        if (row.menu != Menu::Tags)
            continue;
        if (row.ruleBefore)
            menu->addSeparator();
        menu->addAction(m_workplace.actions.action(row.id));
    }
    menu->popup(m_form->tree->viewport()->mapToGlobal(at));
}

void TagsRoom::rename()
{
    const QModelIndex index = m_form->tree->currentIndex();
    if (!index.isValid())
        return;
    m_form->tree->setFocus(Qt::OtherFocusReason);
    m_form->tree->edit(index.siblingAtColumn(TagModel::Name));
}

QString TagsRoom::title() const
{
    return tr("Tags");
}

void TagsRoom::enter()
{
    m_workplace.actions.setAvailable(Need::Tag, current() != nullptr);
}

void TagsRoom::leave()
{
    m_workplace.actions.setAvailable(Need::Tag, false);
    flush([](const base::Result<void> &) {});
}

void TagsRoom::flush(const Flushed &then)
{
    m_panel->flush(then);
}

void TagsRoom::takeFocus()
{
    if (m_form->pages->currentWidget() == m_form->empty_page)
        m_form->first_button->setFocus(Qt::OtherFocusReason);
    else
        m_form->tree->setFocus(Qt::OtherFocusReason);
}

void TagsRoom::find()
{
    m_form->filter_edit->setFocus(Qt::ShortcutFocusReason);
    m_form->filter_edit->selectAll();
}

QList<QWidget *> TagsRoom::panes()
{
    return {m_form->tree, m_panel};
}

} // namespace ui
