#include "ui/publish_model.h"

namespace ui {

namespace {

QString spoken(const PublishRow &row)
{
    QStringList parts{row.word, row.title, row.place, row.detail};
    parts.removeAll(QString());
    return parts.join(QLatin1String(", "));
}

} // namespace

void PublishModel::setRows(const QList<PublishRow> &rows)
{
    beginResetModel();
    m_rows = rows;
    endResetModel();
}

const PublishRow *PublishModel::row(const QModelIndex &index) const
{
    return index.isValid() && index.model() == this ? &m_rows.at(index.row()) : nullptr;
}

int PublishModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PublishModel::data(const QModelIndex &index, int role) const
{
    const PublishRow *shown = row(index);
    if (!shown)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return shown->title;
    case Qt::AccessibleTextRole:
        return spoken(*shown);
    case Qt::AccessibleDescriptionRole:
    case Qt::ToolTipRole:
        return shown->leadsSomewhere() ? tr("Enter goes there") : QVariant();
    default:
        return {};
    }
}

Qt::ItemFlags PublishModel::flags(const QModelIndex &index) const
{
    const PublishRow *shown = row(index);
    if (!shown || shown->kind == PublishRow::Kind::Heading)
        return Qt::ItemIsEnabled;
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace ui
