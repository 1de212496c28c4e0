#include "ui/attachment_model.h"

#include "ui/attachment_kind.h"

#include <algorithm>

namespace ui {

bool AttachmentModel::setAttachments(const QList<desk::Attachment> &attachments)
{
    const bool isSame = std::equal(m_items.begin(), m_items.end(), attachments.begin(), attachments.end(),
                                   [](const Item &a, const desk::Attachment &b) { return a.attachment.id == b.id; });
    if (isSame)
        return false;
    beginResetModel();
    m_items.clear();
    for (const desk::Attachment &attachment : attachments)
        m_items.append({attachment});
    endResetModel();
    return true;
}

const desk::Attachment *AttachmentModel::attachment(const QModelIndex &index) const
{
    return index.isValid() && index.model() == this ? &m_items.at(index.row()).attachment : nullptr;
}

bool AttachmentModel::takeUnread(int row)
{
    Item &item = m_items[row];
    return kindOf(item.attachment) == AttachmentKind::Picture && !std::exchange(item.isAskedFor, true);
}

void AttachmentModel::setThumbnail(const desk::AttachmentId &id, const QImage &image)
{
    const auto item =
        std::find_if(m_items.begin(), m_items.end(), [&id](const Item &each) { return each.attachment.id == id; });
    if (item == m_items.end())
        return;
    item->thumbnail = QPixmap::fromImage(image);
    item->isBroken = image.isNull();
    const QModelIndex changed = index(static_cast<int>(item - m_items.begin()));
    Q_EMIT dataChanged(changed, changed);
}

int AttachmentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant AttachmentModel::data(const QModelIndex &index, int role) const
{
    if (!attachment(index))
        return {};
    const Item &item = m_items.at(index.row());
    const AttachmentKind kind = kindOf(item.attachment);
    switch (role) {
    case Qt::DisplayRole:
        return item.attachment.name;
    case Qt::DecorationRole:
        return item.thumbnail;
    case Qt::AccessibleTextRole:
    case Qt::ToolTipRole:
        return item.isBroken ? tr("%1; cannot be shown").arg(spokenName(item.attachment)) : spokenName(item.attachment);
    case DetailRole:
        return QString(title(kind) + QStringLiteral(" · ") + sizeText(item.attachment));
    case IconNameRole:
        return item.isBroken ? QStringLiteral("eye-off") : iconName(kind);
    default:
        return {};
    }
}

} // namespace ui
