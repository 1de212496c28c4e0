#include "editorial/revising.h"

#include "storage/desk_file.h"
#include "storage/revision_store.h"

namespace editorial {

base::Result<void> keepEarlier(Desk &desk, desk::TextKind kind, const QUuid &owner, const QString &text)
{
    if (text.isEmpty())
        return {};
    const auto kept = desk.file().revisions().revisions(kind, owner);
    if (!kept)
        return kept.error();
    const QDateTime now = desk.clock().now();
    if (!kept->isEmpty() && kept->first().created.msecsTo(now) < sittingMs)
        return {};
    return desk.file().revisions().keep(
        {desk::RevisionId::create(), kind, owner, text, QStringLiteral("before editing"), now});
}

} // namespace editorial
