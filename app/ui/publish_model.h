// PublishModel: the rows of a publish plan as a list. The window's thread.
#pragma once

#include "ui/publish_plan.h"

#include <QAbstractListModel>

namespace ui {

class PublishModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setRows(const QList<PublishRow> &rows);
    // Null where the index is none of this model.
    [[nodiscard]] const PublishRow *row(const QModelIndex &index) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    QList<PublishRow> m_rows;
};

} // namespace ui
