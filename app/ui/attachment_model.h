// AttachmentModel: what came with one letter, as a list, with a small picture for each picture once that is read. The
// window's thread.
#pragma once

#include "desk/letter.h"

#include <QAbstractListModel>
#include <QPixmap>

namespace ui {

class AttachmentModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { DetailRole = Qt::UserRole, IconNameRole };

    using QAbstractListModel::QAbstractListModel;

    // False if they are those that it has already; then it keeps what was read.
    bool setAttachments(const QList<desk::Attachment> &attachments);
    // Null where the index is none of this model.
    [[nodiscard]] const desk::Attachment *attachment(const QModelIndex &index) const;

    // Whether the row is a picture whose small picture nobody has asked for; the second time it is not.
    bool takeUnread(int row);
    // A null image: it cannot be shown.
    void setThumbnail(const desk::AttachmentId &id, const QImage &image);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

private:
    struct Item {
        desk::Attachment attachment;
        bool isAskedFor = false;
        bool isBroken = false;
        QPixmap thumbnail = {};
    };

    QList<Item> m_items;
};

} // namespace ui
