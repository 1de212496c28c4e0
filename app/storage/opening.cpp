#include "storage/opening.h"

#include "storage/connection.h"
#include "storage/database_error.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>
#include <QtEndian>

#include <optional>

namespace storage {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::opening)
};

// What the first 100 bytes of an SQLite file say (https://www.sqlite.org/fileformat2.html, section 1.3).
struct Header {
    qint64 pageSize = 0;
    qint64 pages = 0; // 0: not known
    qint64 version = 0;
    qint64 applicationId = 0;
};

constexpr qsizetype headerLength = 100;

std::optional<Header> headerOf(const QByteArray &bytes)
{
    if (bytes.size() < headerLength || !bytes.startsWith(QByteArray("SQLite format 3\0", 16)))
        return std::nullopt;
    const auto number = [&bytes](qsizetype at) {
        return qint64(qFromBigEndian<quint32>(bytes.constData() + at));
    };
    Header header;
    header.pageSize = qFromBigEndian<quint16>(bytes.constData() + 16);
    if (header.pageSize == 1)
        header.pageSize = 65536;
    if (number(24) == number(92)) // else the number of pages is out of date
        header.pages = number(28);
    header.version = number(60);
    header.applicationId = number(68);
    return header;
}

Error newerError(const QString &path, qint64 version)
{
    return {
        Error::Kind::Refused,
        Words::tr("%1 was made by a newer Postbag (version %2 of the desk file). Install that Postbag to open it. The "
                  "file was left as it is.")
            .arg(QDir::toNativeSeparators(path))
            .arg(version)};
}

Error notFoundError(const QString &path)
{
    return {Error::Kind::NotFound,
            Words::tr("There is no file %1. Check the name, or make a new desk.").arg(QDir::toNativeSeparators(path))};
}

Error folderError(const QString &path)
{
    return {Error::Kind::Unusable, Words::tr("%1 is a folder. Choose a desk, a file whose name ends with .postbag.")
                                       .arg(QDir::toNativeSeparators(path))};
}

Error existsError(const QString &path)
{
    return {Error::Kind::Unusable, Words::tr("There is a file %1 already. It was left as it is. Choose another name.")
                                       .arg(QDir::toNativeSeparators(path))};
}

Error unreadableError(const QString &path, const QString &reason)
{
    return {
        Error::Kind::Io,
        Words::tr("%1 cannot be read: %2. Check that you may read it.").arg(QDir::toNativeSeparators(path), reason)};
}

// While changes wait in the write-ahead log, the file itself may be shorter than its header says.
bool hasLog(const QString &path)
{
    return QFileInfo(path + QLatin1String("-wal")).size() > 0;
}

Result<void> checkHeader(const QString &path, qint64 newest)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return unreadableError(path, file.errorString());
    const std::optional<Header> header = headerOf(file.read(headerLength));
    if (!header || header->applicationId != deskApplicationId || header->version < 1)
        return noDeskError(path);
    if (header->version > newest)
        return newerError(path, header->version);
    if (!hasLog(path) && header->pages * header->pageSize > file.size())
        return damagedError(path, QStringLiteral("%1 of %2 pages of %3 bytes")
                                      .arg(file.size() / qMax<qint64>(header->pageSize, 1))
                                      .arg(header->pages)
                                      .arg(header->pageSize));
    return {};
}

// All that can be told without SQLite, which would put files of its own beside the desk.
Result<void> checkFile(const QString &path, qint64 newest)
{
    const QFileInfo file(path);
    if (!file.exists())
        return notFoundError(path);
    if (file.isDir())
        return folderError(path);
    if (const Result<void> header = checkHeader(path, newest); !header)
        return header;
    if (isReadOnly(path) || isReadOnly(file.absolutePath()))
        return readOnlyError(path);
    return {};
}

// The header is that of a desk, so what is no database behind it is a damaged one.
Error asDamage(const QString &path, const Error &error)
{
    const bool isLocked = error.kind == Error::Kind::Refused;
    return isLocked || error.kind == Error::Kind::Io ? error : damagedError(path, error.detail);
}

// Reads the schema, and one row of every table that all versions have.
Result<void> checkSchema(Connection &connection, qint64 newest)
{
    const Result<qint64> version = deskVersion(connection);
    if (!version)
        return asDamage(connection.path(), version.error());
    if (*version > newest) // told by the write-ahead log alone
        return newerError(connection.path(), *version);
    for (const char *table : {"masthead", "letters", "correspondents", "articles", "answers", "tags"}) {
        const Result<qint64> read = connection.number(
            QStringLiteral("SELECT count(*) FROM (SELECT 1 FROM %1 LIMIT 1)").arg(QLatin1String(table)));
        if (!read)
            return damagedError(connection.path(), read.error().detail);
    }
    return {};
}

Result<void> emptyLog(Connection &connection)
{
    return connection.each(QStringLiteral("PRAGMA wal_checkpoint(TRUNCATE)"), {}, [](const Row &) {});
}

// `name`, or `name` with "-2", "-3", ... behind it: an earlier copy stays.
QString freeName(const QString &name)
{
    QString candidate = name;
    for (int number = 2; QFileInfo::exists(candidate); ++number)
        candidate = QStringLiteral("%1-%2").arg(name).arg(number);
    return candidate;
}

// Migrates, with a copy of the older desk beside it; the copy goes again where the migration fails.
Result<void> bringUp(Connection &connection, const QList<Migration> &migrations)
{
    const qint64 newest = migrations.last().number;
    const Result<qint64> version = deskVersion(connection);
    if (!version)
        return version.error();
    if (*version == newest)
        return {};
    const QString copy = connection.path() + QStringLiteral(".before-%1").arg(newest);
    const QString fresh = copy + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    if (const Result<void> copied = copyInto(connection, fresh); !copied)
        return copied;
    if (const Result<void> migrated = migrate(connection, migrations); !migrated) {
        QFile::remove(fresh);
        return migrated;
    }
    QFile::rename(fresh, freeName(copy));
    return emptyLog(connection);
}

Result<void> build(const QString &path, const QList<Migration> &migrations)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Open::New);
    if (!connection)
        return connection.error();
    const Result<qint64> marked =
        (*connection)->execute(QStringLiteral("PRAGMA application_id = %1").arg(deskApplicationId));
    if (!marked)
        return marked.error();
    if (const Result<void> migrated = migrate(**connection, migrations); !migrated)
        return migrated;
    return emptyLog(**connection);
}

} // namespace

bool isReadOnly(const QString &path)
{
    const QFileInfo info(path);
    constexpr QFile::Permissions anyWrite = QFile::WriteOwner | QFile::WriteGroup | QFile::WriteOther;
    return !info.isWritable() || (info.permissions() & anyWrite) == QFile::Permissions();
}

Result<void> copyInto(Connection &connection, const QString &target)
{
    const Result<qint64> copied =
        connection.execute(QStringLiteral("VACUUM INTO ?"), {QDir::toNativeSeparators(target)});
    if (copied)
        return {};
    QFile::remove(target);
    if (copied.error().kind == Error::Kind::Damaged)
        return copied.error();
    return Error{
        Error::Kind::Io,
        Words::tr("The copy %1 could not be written. Check that the disk has space for it and that you may write "
                  "to the folder.")
            .arg(QDir::toNativeSeparators(target)),
        copied.error().detail};
}

Result<void> makeDesk(const QString &path, const QList<Migration> &migrations)
{
    const QFileInfo file(path);
    if (file.exists() || file.isSymLink())
        return existsError(path);
    if (!QFileInfo(file.absolutePath()).isDir())
        return notFoundError(file.absolutePath());
    if (isReadOnly(file.absolutePath()))
        return readOnlyError(path);
    const QString draft = path + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    Result<void> built = build(draft, migrations);
    if (built && !QFile::rename(draft, path))
        built = existsError(path);
    if (!built) {
        for (const QLatin1String tail : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")})
            QFile::remove(draft + tail);
    }
    return built;
}

Result<std::unique_ptr<Connection>> openDesk(const QString &path, const QList<Migration> &migrations)
{
    const qint64 newest = migrations.last().number;
    if (const Result<void> file = checkFile(path, newest); !file)
        return file.error();
    Result<std::unique_ptr<Connection>> connection = Connection::open(path, Connection::Open::Existing);
    if (!connection)
        return asDamage(path, connection.error());
    if (const Result<void> schema = checkSchema(**connection, newest); !schema)
        return schema.error();
    if (const Result<void> brought = bringUp(**connection, migrations); !brought)
        return brought.error();
    return connection;
}

} // namespace storage
