#include "storage/migration.h"

#include "storage/connection.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace storage {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::migration)
};

Error migrationError(const Connection &connection, qint64 number, const QString &detail)
{
    return {
        Error::Kind::Damaged,
        Words::tr("%1 could not be brought up to date (step %2). The file was left as it is. Send a report, and go on "
                  "with the Postbag that you had before.")
            .arg(QDir::toNativeSeparators(connection.path()))
            .arg(number),
        detail};
}

// A full disk or another program in the way, not the migration itself.
bool hindered(const Error &error)
{
    return error.kind == Error::Kind::Io || error.kind == Error::Kind::Refused;
}

Result<void> apply(Connection &connection, const Migration &migration)
{
    for (const QString &statement : statements(migration.text)) {
        const Result<qint64> done = connection.execute(statement);
        if (!done)
            return hindered(done.error()) ? done.error()
                                          : migrationError(connection, migration.number, done.error().detail);
    }
    const Result<qint64> orphans = connection.number(QStringLiteral("SELECT count(*) FROM pragma_foreign_key_check"));
    if (!orphans)
        return orphans.error();
    if (*orphans > 0)
        return migrationError(connection, migration.number, QStringLiteral("%1 orphans").arg(*orphans));
    const Result<qint64> stamped = connection.execute(QStringLiteral("PRAGMA user_version = %1").arg(migration.number));
    if (!stamped)
        return stamped.error();
    return {};
}

Result<void> applyAll(Connection &connection, const QList<Migration> &migrations)
{
    Step step(connection);
    const Result<qint64> version = deskVersion(connection);
    if (!version)
        return version.error();
    for (const Migration &migration : migrations) {
        if (migration.number <= *version)
            continue;
        if (const Result<void> applied = apply(connection, migration); !applied)
            return applied;
    }
    return step.commit();
}

} // namespace

QList<Migration> migrations()
{
    QList<Migration> found;
    const QDir folder(QStringLiteral(":/sql"));
    for (const QString &name : folder.entryList({QStringLiteral("*.sql")}, QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            found.append({name.section(QLatin1Char('_'), 0, 0).toLongLong(), QString::fromUtf8(file.readAll())});
    }
    std::ranges::sort(found, {}, &Migration::number);
    return found;
}

QStringList statements(const QString &text)
{
    QStringList found;
    QStringList lines;
    bool hasCode = false;
    const auto finish = [&] {
        if (hasCode)
            found.append(lines.join(QLatin1Char('\n')));
        lines.clear();
        hasCode = false;
    };
    for (const QString &line : text.split(QLatin1Char('\n'))) {
        const QString bare = line.trimmed();
        if (bare == QLatin1String("--;;")) {
            finish();
            continue;
        }
        if (lines.isEmpty() && (bare.isEmpty() || bare.startsWith(QLatin1String("--"))))
            continue;
        hasCode = true;
        lines.append(line);
    }
    finish();
    return found;
}

Result<qint64> deskVersion(Connection &connection)
{
    return connection.number(QStringLiteral("PRAGMA user_version"));
}

// Foreign keys are off meanwhile, because a migration may have to make a table anew; each ends with a check of them.
Result<void> migrate(Connection &connection, const QList<Migration> &migrations)
{
    if (const Result<qint64> off = connection.execute(QStringLiteral("PRAGMA foreign_keys = OFF")); !off)
        return off.error();
    const Result<void> done = applyAll(connection, migrations);
    if (const Result<qint64> on = connection.execute(QStringLiteral("PRAGMA foreign_keys = ON")); !on)
        return on.error();
    return done;
}

} // namespace storage
