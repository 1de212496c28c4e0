#include "storage/sheet_map_store.h"

#include "storage/connection.h"
#include "storage/database_error.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace storage {

namespace {

using base::Error;
using base::Result;
using desk::SheetMap;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::sheet_maps)
};

QString folded(const QString &name)
{
    return name.simplified().toCaseFolded().normalized(QString::NormalizationForm_C);
}

QString contentOf(const SheetMap &map)
{
    return QString::fromUtf8(QJsonDocument(desk::toJson(map)).toJson(QJsonDocument::Compact));
}

SheetMap mapOf(const Row &row)
{
    const auto read = desk::sheetMapFromJson(row.text(2).toUtf8());
    SheetMap map = read ? *read : SheetMap();
    map.id = row.id<desk::SheetMapId>(0);
    map.name = row.text(1);
    map.version = row.number(3);
    return map;
}

// Fails if the map has no name or that of another one.
Result<void> checkName(Connection &connection, const SheetMap &map)
{
    if (folded(map.name).isEmpty())
        return Error{Error::Kind::Unusable, Words::tr("Name the columns, so that they can be found again.")};
    const Result<qint64> taken =
        connection.number(QStringLiteral("SELECT count(*) FROM sheet_maps WHERE folded = ? AND id <> ?"),
                          {folded(map.name), map.id.toString()});
    if (!taken)
        return taken.error();
    if (*taken == 0)
        return {};
    return Error{Error::Kind::Unusable,
                 Words::tr("Columns are kept as “%1” already. Choose another name.").arg(map.name.simplified())};
}

Result<qint64> change(Connection &connection, const SheetMap &map)
{
    const Result<qint64> changed = connection.execute(
        QStringLiteral(
            "UPDATE sheet_maps SET name = ?, folded = ?, content = ?, version = version + 1 WHERE id = ? AND "
            "version = ?"),
        {map.name.simplified(), folded(map.name), contentOf(map), map.id.toString(), map.version});
    if (!changed)
        return changed;
    if (*changed == 0)
        return staleRow();
    return map.version + 1;
}

Result<qint64> add(Connection &connection, const SheetMap &map)
{
    const Result<qint64> added = connection.execute(
        QStringLiteral("INSERT INTO sheet_maps (id, name, folded, content, version) VALUES (?, ?, ?, ?, 1)"),
        {map.id.toString(), map.name.simplified(), folded(map.name), contentOf(map)});
    if (!added)
        return added;
    return 1;
}

} // namespace

SheetMapStore::SheetMapStore(Connection &connection) : m_connection(connection) {}

Result<QList<SheetMap>> SheetMapStore::maps()
{
    QList<SheetMap> maps;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT id, name, content, version FROM sheet_maps ORDER BY folded"), {},
                          [&maps](const Row &row) { maps.append(mapOf(row)); });
    if (!read)
        return read.error();
    return maps;
}

Result<qint64> SheetMapStore::save(const SheetMap &map)
{
    Step step(m_connection);
    if (const Result<void> isFree = checkName(m_connection, map); !isFree)
        return isFree.error();
    const Result<qint64> known =
        m_connection.number(QStringLiteral("SELECT count(*) FROM sheet_maps WHERE id = ?"), {map.id.toString()});
    if (!known)
        return known;
    const Result<qint64> version = *known > 0 ? change(m_connection, map) : add(m_connection, map);
    if (!version)
        return version;
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return version;
}

Result<void> SheetMapStore::remove(const desk::SheetMapId &id)
{
    const Result<qint64> removed =
        m_connection.execute(QStringLiteral("DELETE FROM sheet_maps WHERE id = ?"), {id.toString()});
    if (!removed)
        return removed.error();
    if (*removed == 0)
        return missingRow();
    return {};
}

} // namespace storage
