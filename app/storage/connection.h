// Connection: one SQLite connection to one desk file, with its prepared statements and its transaction. Belongs to a
// DeskFile; internal to this layer, since it shows Qt SQL. Made, used and destroyed on one thread.
#pragma once

#include "base/result.h"
#include "storage/stored.h"

#include <QHash>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariantList>

#include <memory>
#include <optional>

namespace storage {

// The row that a query stands on.
class Row
{
public:
    explicit Row(const QSqlQuery &query) : m_query(query) {}

    [[nodiscard]] QString text(int column) const { return m_query.value(column).toString(); }
    [[nodiscard]] qint64 number(int column) const { return m_query.value(column).toLongLong(); }
    [[nodiscard]] bool flag(int column) const { return number(column) != 0; }
    [[nodiscard]] QByteArray bytes(int column) const { return m_query.value(column).toByteArray(); }
    [[nodiscard]] bool isNull(int column) const { return m_query.isNull(column); }
    [[nodiscard]] QDateTime moment(int column) const { return storedMoment(text(column)); }
    [[nodiscard]] QDate day(int column) const { return QDate::fromString(text(column), Qt::ISODate); }
    template <typename Id>
    [[nodiscard]] Id id(int column) const
    {
        return Id::fromString(text(column));
    }

private:
    const QSqlQuery &m_query;
};

class Connection
{
public:
    enum class Open { Existing, New };

    // Opens the file and sets what every connection needs; reads nothing else. With Open::New the file may be missing.
    [[nodiscard]] static base::Result<std::unique_ptr<Connection>> open(const QString &path, Open mode);
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    [[nodiscard]] QString path() const { return m_path; }

    // Runs a statement that changes rows; gives how many. Null strings and byte arrays are stored as empty ones; a
    // default QVariant is NULL.
    [[nodiscard]] base::Result<qint64> execute(const QString &sql, const QVariantList &values = {});

    // Runs a query and hands each Row to `visit`.
    template <typename Visit>
    [[nodiscard]] base::Result<void> each(const QString &sql, const QVariantList &values, Visit visit)
    {
        base::Result<Lease> lease = run(sql, values);
        if (!lease)
            return lease.error();
        while (lease->query().next())
            visit(Row(lease->query()));
        return ended(lease->query(), sql);
    }

    // The first row of a query as `read` makes it, if there is one.
    template <typename Read>
    [[nodiscard]] auto first(const QString &sql, const QVariantList &values, Read read)
        -> base::Result<std::optional<decltype(read(std::declval<Row>()))>>
    {
        std::optional<decltype(read(std::declval<Row>()))> found;
        const base::Result<void> done = each(sql, values, [&](const Row &row) {
            if (!found)
                found = read(row);
        });
        if (!done)
            return done.error();
        return found;
    }

    // The number in the first column of the first row; 0 without a row.
    [[nodiscard]] base::Result<qint64> number(const QString &sql, const QVariantList &values = {});
    // The joining number of the row with this id in one of the desk's tables; Kind::NotFound without one.
    [[nodiscard]] base::Result<qint64> numberOf(const char *table, const QString &id);
    // numberOf, or NULL for a null key.
    template <typename Id>
    [[nodiscard]] base::Result<QVariant> reference(const char *table, const Id &id)
    {
        if (id.isNull())
            return QVariant();
        const base::Result<qint64> found = numberOf(table, id.toString());
        if (!found)
            return found.error();
        return QVariant(*found);
    }
    [[nodiscard]] qint64 lastNumber() const { return m_lastNumber; }

    // Transactions nest by counting; see Transaction in desk_file.h for what that means.
    void begin();
    [[nodiscard]] base::Result<void> commit();
    void rollBack();
    [[nodiscard]] bool inTransaction() const { return m_depth > 0; }

private:
    // A statement that runs only one query at a time.
    struct Prepared {
        QSqlQuery query;
        bool isBusy = false;
    };

    // A running statement; ends it when destroyed.
    class Lease
    {
    public:
        explicit Lease(std::shared_ptr<Prepared> prepared) : m_prepared(std::move(prepared))
        {
            m_prepared->isBusy = true;
        }
        ~Lease()
        {
            if (m_prepared) {
                m_prepared->query.finish();
                m_prepared->isBusy = false;
            }
        }
        Lease(Lease &&other) noexcept = default;
        Lease &operator=(Lease &&other) = delete;
        [[nodiscard]] QSqlQuery &query() const { return m_prepared->query; }

    private:
        std::shared_ptr<Prepared> m_prepared;
    };

    explicit Connection(QString path);
    [[nodiscard]] base::Result<std::shared_ptr<Prepared>> prepared(const QString &sql);
    [[nodiscard]] base::Result<Lease> run(const QString &sql, const QVariantList &values);
    [[nodiscard]] base::Result<void> ended(const QSqlQuery &query, const QString &sql);
    [[nodiscard]] base::Error failed(const QSqlError &error, const QString &sql);

    QString m_path;
    QSqlDatabase m_database;
    QHash<QString, std::shared_ptr<Prepared>> m_statements;
    qint64 m_lastNumber = 0;
    int m_depth = 0;
    std::optional<base::Error> m_broken; // why the running transaction cannot be committed any more
};

// Several statements of one store operation: all are taken or none is. Within a transaction it is a savepoint, so that
// a failed operation leaves the transaction as it was; otherwise it is a transaction of its own.
class Step
{
public:
    explicit Step(Connection &connection);
    ~Step();
    Step(const Step &) = delete;
    Step &operator=(const Step &) = delete;

    [[nodiscard]] base::Result<void> commit();

private:
    Connection &m_connection;
    bool m_isInner;
    bool m_open = true;
};

// Several queries that must see the desk at one moment, whatever other connections write meanwhile.
class Snapshot
{
public:
    explicit Snapshot(Connection &connection);
    ~Snapshot();
    Snapshot(const Snapshot &) = delete;
    Snapshot &operator=(const Snapshot &) = delete;

private:
    Connection &m_connection;
};

} // namespace storage
