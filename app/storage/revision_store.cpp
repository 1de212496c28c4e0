#include "storage/revision_store.h"

#include "base/text.h"
#include "storage/connection.h"

namespace storage {

namespace {

using base::Result;
using desk::TextKind;

QString nameOf(TextKind kind)
{
    return kind == TextKind::EditedLetter ? QStringLiteral("letter") : QStringLiteral("answer");
}

TextKind kindOf(const QString &stored)
{
    return stored == QLatin1String("letter") ? TextKind::EditedLetter : TextKind::Answer;
}

QString keyOf(const QUuid &owner)
{
    return owner.toString(QUuid::WithoutBraces);
}

} // namespace

RevisionStore::RevisionStore(Connection &connection) : m_connection(connection) {}

Result<void> RevisionStore::keep(const desk::Revision &revision)
{
    const QString owner = keyOf(revision.owner);
    const Result<qint64> kept = m_connection.execute(
        QStringLiteral(
            "INSERT INTO revisions (id, kind, owner, reason, created, text) SELECT ?, ?, ?, ?, ?, ? WHERE ? IS "
            "NOT (SELECT text FROM revisions WHERE owner = ? AND kind = ? ORDER BY number DESC LIMIT 1)"),
        {revision.id.toString(), nameOf(revision.kind), owner, revision.reason, base::toIso(revision.created),
         revision.text, revision.text, owner, nameOf(revision.kind)});
    if (!kept)
        return kept.error();
    return {};
}

Result<QList<desk::Revision>> RevisionStore::revisions(TextKind kind, const QUuid &owner)
{
    QList<desk::Revision> revisions;
    const Result<void> read = m_connection.each(
        QStringLiteral(
            "SELECT id, text, reason, created FROM revisions WHERE owner = ? AND kind = ? ORDER BY number DESC"),
        {keyOf(owner), nameOf(kind)}, [&](const Row &row) {
            revisions.append({row.id<desk::RevisionId>(0), kind, owner, row.text(1), row.text(2), row.moment(3)});
        });
    if (!read)
        return read.error();
    return revisions;
}

Result<QList<TextKey>> RevisionStore::page(const std::optional<TextKey> &after, qint64 limit)
{
    const QString part = QStringLiteral("SELECT * FROM (SELECT DISTINCT owner, kind FROM %1 WHERE (owner, kind) > "
                                        "(?, ?) ORDER BY owner, kind LIMIT ?)");
    const QVariantList values{after ? keyOf(after->owner) : QString(), after ? nameOf(after->kind) : QString(), limit};
    QList<TextKey> keys;
    const Result<void> read =
        m_connection.each(part.arg(QLatin1String("revisions")) + QLatin1String(" UNION ") +
                              part.arg(QLatin1String("remarks")) + QLatin1String(" ORDER BY 1, 2 LIMIT ?"),
                          values + values + QVariantList{limit}, [&keys](const Row &row) {
                              keys.append({kindOf(row.text(1)), QUuid::fromString(row.text(0))});
                          });
    if (!read)
        return read.error();
    return keys;
}

Result<void> RevisionStore::addRemark(const desk::Remark &remark)
{
    const Result<qint64> added = m_connection.execute(
        QStringLiteral("INSERT INTO remarks (id, kind, owner, quote, text, author, created, resolved) "
                       "VALUES (?, ?, ?, ?, ?, ?, ?, ?)"),
        {remark.id.toString(), nameOf(remark.kind), keyOf(remark.owner), remark.quote, remark.text, remark.author,
         base::toIso(remark.created), remark.resolved ? 1 : 0});
    if (!added)
        return added.error();
    return {};
}

Result<QList<desk::Remark>> RevisionStore::remarks(TextKind kind, const QUuid &owner)
{
    QList<desk::Remark> remarks;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id, quote, text, author, created, resolved FROM remarks WHERE owner = ? AND kind = ? "
                       "ORDER BY number"),
        {keyOf(owner), nameOf(kind)}, [&](const Row &row) {
            remarks.append({row.id<desk::RemarkId>(0), kind, owner, row.text(1), row.text(2), row.text(3),
                            row.moment(4), row.flag(5)});
        });
    if (!read)
        return read.error();
    return remarks;
}

} // namespace storage
