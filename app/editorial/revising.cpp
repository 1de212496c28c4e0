#include "editorial/revising.h"

#include "storage/desk_file.h"
#include "storage/revision_store.h"

#include <algorithm>

namespace editorial {

namespace {

// How many characters of `before` do not stand at the beginning or the end of `after`.
qsizetype replaced(const QString &before, const QString &after)
{
    const auto [left, leftEnd] = std::mismatch(before.begin(), before.end(), after.begin(), after.end());
    const auto same = left - before.begin();
    const auto shortest = std::min(before.size(), after.size()) - same;
    const auto [right, rightEnd] =
        std::mismatch(before.rbegin(), before.rbegin() + shortest, after.rbegin(), after.rbegin() + shortest);
    return before.size() - same - (right - before.rbegin());
}

base::Result<void> keep(Desk &desk, desk::TextKind kind, const QUuid &owner, const QString &text, const QString &reason)
{
    return desk.file().revisions().keep({desk::RevisionId::create(), kind, owner, text, reason, desk.clock().now()});
}

} // namespace

base::Result<void> keepReplaced(Desk &desk, desk::TextKind kind, const QUuid &owner, const QString &before,
                                const QString &after)
{
    if (before.isEmpty() || before == after)
        return {};
    const auto kept = desk.file().revisions().revisions(kind, owner);
    if (!kept)
        return kept.error();
    const bool sameSitting = !kept->isEmpty() && kept->first().created.msecsTo(desk.clock().now()) < sittingMs;
    if (sameSitting && replaced(before, after) <= typedOver)
        return {};
    return keep(desk, kind, owner, before, QStringLiteral("before editing"));
}

base::Result<void> keepContested(Desk &desk, desk::TextKind kind, const QUuid &owner, const QString &text)
{
    if (text.isEmpty())
        return {};
    return keep(desk, kind, owner, text, QStringLiteral("saved by somebody else"));
}

} // namespace editorial
