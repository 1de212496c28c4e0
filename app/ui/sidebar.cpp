#include "ui/sidebar.h"

#include "editorial/masthead.h"
#include "ui/column_button.h"
#include "ui/place_delegate.h"
#include "ui/place_model.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileInfo>
#include <QListView>
#include <QMenu>

namespace ui {

Sidebar::Sidebar(Workplace &workplace, QWidget *parent)
    : QWidget(parent)
    , m_workplace(workplace)
    , m_column(new ColumnButton(this))
    , m_list(new QListView(this))
    , m_places(new PlaceModel(this))
{
    setObjectName(QStringLiteral("sidebar"));
    build();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex &index) {
        const auto place = m_places->place(index);
        if (place && !m_showing)
            Q_EMIT placeWanted(*place);
    });
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) {
        if (const auto place = m_places->place(index))
            Q_EMIT placeWanted(*place);
    });
    connect(&workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas & (editorial::Area::Letters | editorial::Area::Articles | editorial::Area::Publications))
            readCounts();
        if (areas & editorial::Area::Masthead)
            readColumn();
    });
    readCounts();
    readColumn();
}

void Sidebar::build()
{
    m_column->setObjectName(QStringLiteral("columnButton"));
    m_column->setAccessibleName(tr("Column and desks"));
    m_column->setName(QFileInfo(m_workplace.session.path()).completeBaseName());
    auto *menu = new QMenu(m_column);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    m_column->setDeskMenu(menu);

    m_list->setObjectName(QStringLiteral("placeList"));
    m_list->setAccessibleName(tr("Places"));
    m_list->setModel(m_places);
    m_list->setItemDelegate(new PlaceDelegate(m_list));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setVerticalScrollMode(QListView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setMouseTracking(true);
    m_list->viewport()->setAutoFillBackground(false);

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->setSpacing(2);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(6, 0, 6, 0);
    top->addWidget(m_column);
    column->addLayout(top);
    column->addWidget(m_list, 1);
}

void Sidebar::fillMenu(QMenu *menu)
{
    menu->clear();
    const QString open = m_workplace.session.path();
    const QStringList recent = m_workplace.settings.value(editorial::Setting::RecentDesks).toStringList();
    for (const QString &path : recent) {
        QAction *action = menu->addAction(QFileInfo(path).completeBaseName());
        action->setToolTip(QDir::toNativeSeparators(path));
        action->setCheckable(true);
        action->setChecked(path == open);
        connect(action, &QAction::triggered, this, [this, path] { Q_EMIT deskWanted(path); });
    }
    menu->setToolTipsVisible(true);
    menu->addSeparator();
    for (const ActionId id : {ActionId::NewDesk, ActionId::OpenDesk, ActionId::CloseDesk, ActionId::MastheadSettings})
        menu->addAction(m_workplace.actions.action(id));
}

void Sidebar::readCounts()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::places(desk); },
        [this](const base::Result<editorial::Places> &places) {
            if (places)
                takeCounts(*places);
            else
                m_workplace.notices.error(places.error());
        });
}

// Rows may come and go; that nobody goes elsewhere by that, the place is marked anew.
void Sidebar::takeCounts(const editorial::Places &places)
{
    m_showing = true;
    const int rows = m_places->rowCount();
    m_places->setCounts(places);
    if (m_places->rowCount() != rows)
        showPlace(m_shown);
    m_showing = false;
}

void Sidebar::readColumn()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::masthead(desk); },
        [this](const base::Result<desk::Masthead> &masthead) {
            if (!masthead)
                return;
            m_columnName = masthead->name;
            m_column->setName(m_columnName.isEmpty() ? QFileInfo(m_workplace.session.path()).completeBaseName()
                                                     : m_columnName);
            Q_EMIT columnNamed(m_columnName);
        });
}

QList<QWidget *> Sidebar::panes() const
{
    return {m_list};
}

void Sidebar::showPlace(const Place &place)
{
    m_showing = true;
    m_shown = place;
    const QModelIndex index = m_places->indexOf(place);
    if (index.isValid())
        m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    else
        m_list->clearSelection();
    m_showing = false;
}

} // namespace ui
