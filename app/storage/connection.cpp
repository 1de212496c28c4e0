#include "storage/connection.h"

#include "storage/database_error.h"

#include <QCoreApplication>
#include <QSqlError>
#include <QUrl>
#include <QUuid>

#include <array>

namespace storage {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::connection)
};

// FULL, so that what was saved outlives a power cut too: in WAL mode that is one flush to disk for each transaction.
// No memory map: pages of a drive that is pulled out would then end the program instead of failing a statement.
const std::array pragmas{
    QLatin1String("PRAGMA journal_mode = WAL"),        QLatin1String("PRAGMA synchronous = FULL"),
    QLatin1String("PRAGMA foreign_keys = ON"),         QLatin1String("PRAGMA temp_store = MEMORY"),
    QLatin1String("PRAGMA cache_size = -32000"),       // KiB
    QLatin1String("PRAGMA busy_timeout = 5000"),       // ms
    QLatin1String("PRAGMA wal_autocheckpoint = 4000"), // pages: an import writes many of them again and again
};

// Null strings and byte arrays would be bound as NULL.
QVariant bound(const QVariant &value)
{
    if (value.typeId() == QMetaType::QString && value.toString().isNull())
        return QStringLiteral("");
    if (value.typeId() == QMetaType::QByteArray && value.toByteArray().isNull())
        return QByteArray("");
    return value;
}

Error driverMissing()
{
    return {Error::Kind::Io,
            Words::tr("Qt’s SQLite driver is missing, so no desk can be opened. Install it (on Debian: "
                      "libqt6sql6-sqlite).")};
}

// The name that SQLite opens: as a URI, so that a missing file is not made.
QString uriOf(const QString &path, Connection::Open mode)
{
    const QString uri = QString::fromLatin1(QUrl::fromLocalFile(path).toEncoded(QUrl::FullyEncoded));
    return uri + (mode == Connection::Open::New ? QLatin1String("?mode=rwc") : QLatin1String("?mode=rw"));
}

} // namespace

Connection::Connection(QString path)
    : m_path(std::move(path))
    , m_database(
          QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QUuid::createUuid().toString(QUuid::WithoutBraces)))
{}

Connection::~Connection()
{
    const QString name = m_database.connectionName();
    m_statements.clear();
    m_database.close();
    m_database = QSqlDatabase();
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Connection>> Connection::open(const QString &path, Open mode)
{
    std::unique_ptr<Connection> connection(new Connection(path));
    QSqlDatabase &database = connection->m_database;
    if (!database.isValid())
        return driverMissing();
    database.setConnectOptions(QStringLiteral("QSQLITE_OPEN_URI;QSQLITE_BUSY_TIMEOUT=2000"));
    database.setDatabaseName(uriOf(path, mode));
    if (!database.open())
        return databaseError(database.lastError(), path, QStringLiteral("open"));
    for (const QLatin1String pragma : pragmas) {
        QSqlQuery query(database);
        if (!query.exec(pragma))
            return databaseError(query.lastError(), path, pragma);
    }
    return connection;
}

Result<std::shared_ptr<Connection::Prepared>> Connection::prepared(const QString &sql)
{
    const std::shared_ptr<Prepared> known = m_statements.value(sql);
    if (known && !known->isBusy)
        return known;
    auto fresh = std::make_shared<Prepared>(Prepared{QSqlQuery(m_database)});
    fresh->query.setForwardOnly(true);
    if (!fresh->query.prepare(sql))
        return failed(fresh->query.lastError(), sql);
    if (!known)
        m_statements.insert(sql, fresh);
    return fresh;
}

Result<Connection::Lease> Connection::run(const QString &sql, const QVariantList &values)
{
    const Result<std::shared_ptr<Prepared>> statement = prepared(sql);
    if (!statement)
        return statement.error();
    Lease lease(*statement);
    for (int at = 0; at < values.size(); ++at)
        lease.query().bindValue(at, bound(values.at(at)));
    if (!lease.query().exec())
        return failed(lease.query().lastError(), sql);
    return lease;
}

Result<void> Connection::ended(const QSqlQuery &query, const QString &sql)
{
    if (query.lastError().isValid())
        return failed(query.lastError(), sql);
    return {};
}

// After these errors SQLite may have rolled the transaction back by itself, so nothing more may be put into it.
Error Connection::failed(const QSqlError &error, const QString &sql)
{
    const Error mapped = databaseError(error, m_path, sql);
    if (m_depth > 0 && !m_broken && sqliteCode(error) != SqliteCode::Constraint)
        m_broken = mapped;
    return mapped;
}

Result<qint64> Connection::execute(const QString &sql, const QVariantList &values)
{
    if (m_broken)
        return *m_broken;
    Result<Lease> lease = run(sql, values);
    if (!lease)
        return lease.error();
    m_lastNumber = lease->query().lastInsertId().toLongLong();
    return lease->query().numRowsAffected();
}

Result<qint64> Connection::number(const QString &sql, const QVariantList &values)
{
    const Result<std::optional<qint64>> found = first(sql, values, [](const Row &row) { return row.number(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<qint64> Connection::numberOf(const char *table, const QString &id)
{
    const QString sql = QStringLiteral("SELECT number FROM %1 WHERE id = ?").arg(QLatin1String(table));
    const Result<std::optional<qint64>> found = first(sql, {id}, [](const Row &row) { return row.number(0); });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

void Connection::begin()
{
    if (++m_depth > 1)
        return;
    m_broken.reset();
    if (const Result<qint64> begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        m_broken = begun.error();
}

Result<void> Connection::commit()
{
    if (m_depth > 1) {
        --m_depth;
        return {};
    }
    const Result<qint64> committed = execute(QStringLiteral("COMMIT"));
    if (!committed) {
        rollBack();
        return committed.error();
    }
    m_depth = 0;
    return {};
}

void Connection::rollBack()
{
    if (--m_depth > 0) {
        if (!m_broken)
            m_broken = Error{Error::Kind::Refused,
                             Words::tr("One part of the change could not be made, so none of it was. Try again.")};
        return;
    }
    m_broken.reset();
    // Fails where SQLite has rolled back by itself, which is as good.
    static_cast<void>(execute(QStringLiteral("ROLLBACK")));
    m_broken.reset();
}

Step::Step(Connection &connection) : m_connection(connection), m_isInner(connection.inTransaction())
{
    if (!m_isInner)
        m_connection.begin();
    else
        static_cast<void>(m_connection.execute(QStringLiteral("SAVEPOINT step")));
}

Step::~Step()
{
    if (!m_open)
        return;
    if (!m_isInner) {
        m_connection.rollBack();
        return;
    }
    static_cast<void>(m_connection.execute(QStringLiteral("ROLLBACK TO step")));
    static_cast<void>(m_connection.execute(QStringLiteral("RELEASE step")));
}

Result<void> Step::commit()
{
    m_open = false;
    if (!m_isInner)
        return m_connection.commit();
    const Result<qint64> released = m_connection.execute(QStringLiteral("RELEASE step"));
    if (!released)
        return released.error();
    return {};
}

// A savepoint outside a transaction begins a reading one.
Snapshot::Snapshot(Connection &connection) : m_connection(connection)
{
    static_cast<void>(m_connection.execute(QStringLiteral("SAVEPOINT snapshot")));
}

Snapshot::~Snapshot()
{
    static_cast<void>(m_connection.execute(QStringLiteral("RELEASE snapshot")));
}

} // namespace storage
