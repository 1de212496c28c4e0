// RevisionStore: earlier states of texts, and the remarks on them. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/remark.h"

#include <QList>

namespace storage {

class Connection;

class RevisionStore
{
public:
    explicit RevisionStore(Connection &connection);

    // Keeps the text unless it is the newest revision's already.
    [[nodiscard]] base::Result<void> keep(const desk::Revision &revision);
    // Newest first, without doubles in a row.
    [[nodiscard]] base::Result<QList<desk::Revision>> revisions(desk::TextKind kind, const QUuid &owner);

    [[nodiscard]] base::Result<void> addRemark(const desk::Remark &remark);
    [[nodiscard]] base::Result<QList<desk::Remark>> remarks(desk::TextKind kind, const QUuid &owner);

private:
    Connection &m_connection;
};

} // namespace storage
