// Sidebar: the left column: the column's name with the menu of desks, and the places. The window's thread.
#pragma once

#include "ui/place.h"
#include "ui/workplace.h"

#include <QWidget>

class QListView;
class QMenu;

namespace ui {

class ColumnButton;
class PlaceModel;

class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(Workplace &workplace, QWidget *parent = nullptr);

    // Marks the place as the one that is shown, without going there.
    void showPlace(const Place &place);
    [[nodiscard]] QString columnName() const { return m_columnName; }
    [[nodiscard]] QList<QWidget *> panes() const;

Q_SIGNALS:
    // A person went there.
    void placeWanted(const ui::Place &place);
    void deskWanted(const QString &path);
    void columnNamed(const QString &name);

private:
    void build();
    void fillMenu(QMenu *menu);
    void readCounts();
    void takeCounts(const editorial::Places &places);
    void readColumn();

    Workplace &m_workplace;
    ColumnButton *m_column;
    QListView *m_list;
    PlaceModel *m_places;
    QString m_columnName;
    Place m_shown;
    bool m_showing = false;
};

} // namespace ui
