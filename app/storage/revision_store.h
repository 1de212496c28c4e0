// RevisionStore: earlier states of texts, and the remarks on them. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/remark.h"

#include <QList>

#include <optional>

namespace storage {

class Connection;

// A text that has revisions or remarks.
struct TextKey {
    desk::TextKind kind = desk::TextKind::EditedLetter;
    QUuid owner;
};

class RevisionStore
{
public:
    explicit RevisionStore(Connection &connection);

    // Keeps the text unless it is the newest revision's already.
    [[nodiscard]] base::Result<void> keep(const desk::Revision &revision);
    // Newest first, without doubles in a row.
    [[nodiscard]] base::Result<QList<desk::Revision>> revisions(desk::TextKind kind, const QUuid &owner);

    // Up to `limit` texts behind `after`, in an order that depends on nothing but their keys; nothing: the first ones.
    [[nodiscard]] base::Result<QList<TextKey>> page(const std::optional<TextKey> &after, qint64 limit);

    [[nodiscard]] base::Result<void> addRemark(const desk::Remark &remark);
    [[nodiscard]] base::Result<QList<desk::Remark>> remarks(desk::TextKind kind, const QUuid &owner);

private:
    Connection &m_connection;
};

} // namespace storage
