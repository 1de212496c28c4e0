#include "storage/database_error.h"

#include <QCoreApplication>
#include <QDir>
#include <QSqlError>

namespace storage {

namespace {

using base::Error;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::error)
};

// SQLite's own text may quote a search where it found a fault in it; the texts of the other codes are fixed, or name
// tables and columns.
QString detailOf(const QSqlError &error, SqliteCode code, const QString &sql)
{
    constexpr qsizetype longestStatement = 120;
    QString detail = QStringLiteral("SQLite %1").arg(error.nativeErrorCode());
    if (code != SqliteCode::Error)
        detail += QLatin1String(": ") + error.databaseText();
    return detail + QLatin1String(" in: ") + sql.simplified().left(longestStatement);
}

Error fullError(const QString &path, const QString &detail)
{
    return {Error::Kind::Io,
            Words::tr("The disk is full, so %1 could not be changed. Everything saved before is still there. Free some "
                      "space and do it again.")
                .arg(QDir::toNativeSeparators(path)),
            detail};
}

Error ioError(const QString &path, const QString &detail)
{
    return {
        Error::Kind::Io,
        Words::tr("%1 could not be read or written. Check that the disk has space and is still connected, then open "
                  "the desk again.")
            .arg(QDir::toNativeSeparators(path)),
        detail};
}

// A statement that SQLite does not take: a table is not as it should be, or the program is wrong.
Error programError(const QString &path, const QString &detail)
{
    return {
        Error::Kind::Damaged,
        Words::tr("Postbag made a mistake with %1. Nothing was changed. Open the desk again, and send a report if it "
                  "happens again.")
            .arg(QDir::toNativeSeparators(path)),
        detail};
}

Error constraintError(const QString &detail)
{
    return {
        Error::Kind::Unusable,
        Words::tr("The desk did not take the change: what it belongs to is gone, or the same thing is there already. "
                  "Look at the list again."),
        detail};
}

} // namespace

SqliteCode sqliteCode(const QSqlError &error)
{
    constexpr int primary = 0xff;
    return static_cast<SqliteCode>(error.nativeErrorCode().toInt() & primary);
}

Error databaseError(const QSqlError &error, const QString &path, const QString &sql)
{
    const SqliteCode code = sqliteCode(error);
    const QString detail = detailOf(error, code, sql);
    switch (code) {
    case SqliteCode::Full:
        return fullError(path, detail);
    case SqliteCode::ReadOnly:
        return readOnlyError(path, detail);
    case SqliteCode::Busy:
    case SqliteCode::Locked:
        return lockedError(path, detail);
    case SqliteCode::Corrupt:
        return damagedError(path, detail);
    case SqliteCode::NotADatabase:
        return noDeskError(path, detail);
    case SqliteCode::Constraint:
        return constraintError(detail);
    case SqliteCode::Error:
    case SqliteCode::NoMemory:
        return programError(path, detail);
    case SqliteCode::Io:
    case SqliteCode::CannotOpen:
        break;
    }
    return ioError(path, detail);
}

Error damagedError(const QString &path, const QString &detail)
{
    return {Error::Kind::Damaged,
            Words::tr("%1 is damaged. Open your latest backup instead, and keep this file: parts of it may be saved.")
                .arg(QDir::toNativeSeparators(path)),
            detail};
}

Error readOnlyError(const QString &path, const QString &detail)
{
    return {Error::Kind::Io,
            Words::tr("%1 is read-only, or its folder is. Copy it to a folder where you may write, and open the copy.")
                .arg(QDir::toNativeSeparators(path)),
            detail};
}

Error noDeskError(const QString &path, const QString &detail)
{
    return {Error::Kind::Unusable,
            Words::tr("%1 is no Postbag desk. Choose a file whose name ends with .postbag.")
                .arg(QDir::toNativeSeparators(path)),
            detail};
}

Error lockedError(const QString &path, const QString &detail)
{
    return {Error::Kind::Refused,
            Words::tr("%1 is locked by another program. Close that program, or wait until it is done, and try again.")
                .arg(QDir::toNativeSeparators(path)),
            detail};
}

Error missingRow()
{
    return {Error::Kind::NotFound, Words::tr("This is not on the desk any more. Look at the list again.")};
}

Error staleRow()
{
    return {Error::Kind::Conflict,
            Words::tr("This was changed in the meantime, so your change was not saved. Copy your text, open it again "
                      "and put your change in.")};
}

} // namespace storage
