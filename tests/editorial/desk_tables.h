// Everything that a desk file holds, table by table, for tests that compare two desks. Keys of rows that only join are
// told by what they join to, so that two desks are alike whatever numbers their rows have.
#pragma once

#include <QMap>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlRecord>
#include <QStringList>

namespace desk_tables {

// Tables that a desk has for itself, and columns that are no part of what a person put there.
struct LeftOut {
    QStringList tables;
    QStringList columns; // "table.column", or "column" of all tables
};

inline QList<QStringList> rowsOf(const QSqlDatabase &database, const QString &sql)
{
    QSqlQuery query(database);
    query.setForwardOnly(true);
    if (!query.exec(sql))
        qFatal("%s: %s", qPrintable(sql), qPrintable(query.lastError().text()));
    QList<QStringList> rows;
    while (query.next()) {
        QStringList row;
        for (int at = 0; at < query.record().count(); ++at) {
            const QVariant value = query.value(at);
            row.append(query.isNull(at)                          ? QStringLiteral("NULL")
                       : value.typeId() == QMetaType::QByteArray ? QString::fromLatin1(value.toByteArray().toHex())
                                                                 : value.toString());
        }
        rows.append(row);
    }
    return rows;
}

// The columns of the table as SQL: those that refer to rows with an id by that id.
inline QStringList columnsOf(const QSqlDatabase &database, const QString &table, const LeftOut &leftOut)
{
    QMap<QString, QString> parents;
    for (const QStringList &key : rowsOf(database, QStringLiteral("SELECT \"from\", \"table\" FROM "
                                                                  "pragma_foreign_key_list('%1')")
                                                       .arg(table))) {
        const auto hasId =
            rowsOf(database, QStringLiteral("SELECT 1 FROM pragma_table_info('%1') WHERE name = 'id'").arg(key.at(1)));
        if (!hasId.isEmpty())
            parents.insert(key.at(0), key.at(1));
    }
    QStringList columns;
    for (const QStringList &row :
         rowsOf(database, QStringLiteral("SELECT name FROM pragma_table_info('%1')").arg(table))) {
        const QString &name = row.first();
        if (leftOut.columns.contains(name) || leftOut.columns.contains(table + QLatin1Char('.') + name))
            continue;
        columns.append(parents.contains(name)
                           ? QStringLiteral("(SELECT id FROM %1 AS parent WHERE parent.number = %2.%3)")
                                 .arg(parents.value(name), table, name)
                           : name);
    }
    return columns;
}

// By table: its rows as text, sorted.
inline QMap<QString, QStringList> of(const QString &path, const LeftOut &leftOut)
{
    QMap<QString, QStringList> tables;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), path);
        database.setDatabaseName(path);
        if (!database.open())
            qFatal("%s", qPrintable(database.lastError().text()));
        for (const QStringList &table :
             rowsOf(database, QStringLiteral("SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE "
                                             "'%_fts%' ORDER BY name"))) {
            if (leftOut.tables.contains(table.first()))
                continue;
            const QStringList columns = columnsOf(database, table.first(), leftOut);
            QStringList lines;
            for (const QStringList &row :
                 rowsOf(database,
                        QStringLiteral("SELECT %1 FROM %2").arg(columns.join(QLatin1String(", ")), table.first())))
                lines.append(row.join(QLatin1String(" | ")));
            lines.sort();
            tables.insert(table.first(), lines);
        }
    }
    QSqlDatabase::removeDatabase(path);
    return tables;
}

} // namespace desk_tables
