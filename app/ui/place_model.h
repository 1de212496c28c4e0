// PlaceModel: the places at the left of the window with their counts, as rows: two headings with their stages below,
// and the other rooms. What needs attention has a row only while there is such a letter. The window's thread.
#pragma once

#include "ui/place.h"

#include <QAbstractListModel>

namespace ui {

class PlaceModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    // Besides Qt::DisplayRole: what the delegate needs.
    enum Role { CountRole = Qt::UserRole + 1, UnreadRole, HeadingRole, IconRole, WarningRole };

    explicit PlaceModel(QObject *parent = nullptr);

    void setCounts(const editorial::Places &places);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

    // None for a heading.
    [[nodiscard]] std::optional<Place> place(const QModelIndex &index) const;
    // Invalid where the place has no row of its own, as the letters of a tag.
    [[nodiscard]] QModelIndex indexOf(const Place &place) const;

private:
    struct Row {
        QString title;
        QString icon;
        std::optional<Place> place;
        qint64 count = 0;
        qint64 unread = 0;
    };

    void setAttention(qint64 letters);
    void setPosts(qint64 posts);
    [[nodiscard]] QString accessibleText(const Row &row) const;

    QList<Row> m_rows;
};

} // namespace ui
