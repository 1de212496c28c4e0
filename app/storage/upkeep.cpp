#include "storage/upkeep.h"

#include "storage/connection.h"
#include "storage/database_error.h"
#include "storage/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QUuid>

#include <array>

namespace storage {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::upkeep)
};

Error cancelledError()
{
    return {Error::Kind::Cancelled, Words::tr("Cancelled.")};
}

// One check of verify(): what it is called while it runs, and what it adds to the list of faults. It fails where it
// cannot be made; that a damaged page kept it from its end is one more fault.
struct Check {
    const char *title;
    Result<void> (*run)(Connection &connection, QStringList &faults);
};

Result<void> checkPages(Connection &connection, QStringList &faults)
{
    return connection.each(QStringLiteral("PRAGMA integrity_check(20)"), {}, [&faults](const Row &row) {
        if (row.text(0) != QLatin1String("ok"))
            faults.append(Words::tr("The file is damaged inside: %1.").arg(row.text(0)));
    });
}

Result<void> checkReferences(Connection &connection, QStringList &faults)
{
    return connection.each(
        QStringLiteral("SELECT \"table\", parent, count(*) FROM pragma_foreign_key_check GROUP BY 1, 2 ORDER BY 1, 2"),
        {}, [&faults](const Row &row) {
            faults.append(Words::tr("%1 rows of the table %2 belong to rows of %3 that are gone.")
                              .arg(row.number(2))
                              .arg(row.text(0), row.text(1)));
        });
}

// https://www.sqlite.org/fts5.html, 6.4: with rank 1 the index is compared with the texts too.
Result<void> checkSearch(Connection &connection, QStringList &faults)
{
    for (const char *table : {"letters_fts", "articles_fts", "answers_fts"}) {
        const Result<qint64> checked = connection.execute(
            QStringLiteral("INSERT INTO %1 (%1, rank) VALUES ('integrity-check', 1)").arg(QLatin1String(table)));
        if (!checked && checked.error().kind != Error::Kind::Damaged)
            return checked.error();
        if (!checked)
            faults.append(Words::tr("The search index %1 does not agree with the texts.").arg(QLatin1String(table)));
    }
    return {};
}

Result<void> checkCounts(Connection &connection, QStringList &faults)
{
    return connection.each(
        QStringLiteral(
            "SELECT stage FROM (SELECT stage, count(*) AS total, sum(unread) AS unread FROM letters GROUP BY "
            "stage) AS real FULL JOIN (SELECT * FROM letter_counts WHERE total <> 0 OR unread <> 0) AS kept "
            "USING (stage) WHERE real.total IS NOT kept.total OR real.unread IS NOT kept.unread "
            "ORDER BY stage"),
        {}, [&faults](const Row &row) {
            faults.append(Words::tr("The count of the letters at the stage “%1” is wrong.").arg(row.text(0)));
        });
}

Result<void> checkRepeated(Connection &connection, QStringList &faults)
{
    const Result<qint64> wrong = connection.number(QStringLiteral(
        "SELECT count(*) FROM answers JOIN letters ON letters.number = answers.letter WHERE letter_id <> "
        "letters.id OR letter_digest <> letters.digest OR letter_excerpt <> letters.excerpt"));
    if (!wrong)
        return wrong.error();
    if (*wrong > 0)
        faults.append(Words::tr("%1 answers do not agree with their letters.").arg(*wrong));
    return {};
}

const std::array checks{
    Check{QT_TRANSLATE_NOOP("storage::upkeep", "Checking the pages of the file"), checkPages},
    Check{QT_TRANSLATE_NOOP("storage::upkeep", "Checking what belongs together"), checkReferences},
    Check{QT_TRANSLATE_NOOP("storage::upkeep", "Checking the search index"), checkSearch},
    Check{QT_TRANSLATE_NOOP("storage::upkeep", "Checking the counts"), checkCounts},
    Check{QT_TRANSLATE_NOOP("storage::upkeep", "Checking the answers"), checkRepeated},
};

// Opening the copy puts it into WAL mode and so onto the disk; integrity_check reads all of it.
Result<void> checkCopy(const QString &copy, base::Progress &progress)
{
    Result<std::unique_ptr<Connection>> connection = Connection::open(copy, Connection::Open::Existing);
    if (!connection)
        return connection.error();
    const Result<QStringList> faults = verify(**connection, progress);
    if (!faults)
        return faults.error();
    if (!faults->isEmpty())
        return damagedError(copy, QStringLiteral("%1 faults").arg(faults->size()));
    return {};
}

Result<void> copyVerified(Connection &connection, const QString &draft, base::Progress &progress)
{
    progress.report(0, 0, Words::tr("Copying the desk"));
    if (progress.isCancelled())
        return cancelledError();
    if (const Result<void> copied = copyInto(connection, draft); !copied)
        return copied;
    if (progress.isCancelled())
        return cancelledError();
    return checkCopy(draft, progress);
}

Error existsError(const QString &path)
{
    return {Error::Kind::Unusable, Words::tr("There is a file %1 already. It was left as it is. Choose another name.")
                                       .arg(QDir::toNativeSeparators(path))};
}

} // namespace

Result<void> backUp(Connection &connection, const QString &target, base::Progress &progress)
{
    const QFileInfo file(target);
    if (file.exists() || file.isSymLink())
        return existsError(target);
    const QString folder = file.absolutePath();
    if (!QFileInfo(folder).isDir() || isReadOnly(folder))
        return Error{Error::Kind::Io, Words::tr("Nothing can be written to the folder %1. Choose another one.")
                                          .arg(QDir::toNativeSeparators(folder))};
    const QString draft = target + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    Result<void> done = copyVerified(connection, draft, progress);
    if (done && !QFile::rename(draft, target))
        done = existsError(target);
    if (!done) {
        for (const QLatin1String tail : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")})
            QFile::remove(draft + tail);
    }
    return done;
}

Result<QStringList> verify(Connection &connection, base::Progress &progress)
{
    QStringList faults;
    qint64 done = 0;
    for (const Check &check : checks) {
        progress.report(done++, qint64(checks.size()), QCoreApplication::translate("storage::upkeep", check.title));
        if (progress.isCancelled())
            return cancelledError();
        const Result<void> run = check.run(connection, faults);
        if (!run && run.error().kind != Error::Kind::Damaged)
            return run.error();
        if (!run && !faults.contains(run.error().message))
            faults.append(run.error().message);
    }
    progress.report(done, qint64(checks.size()), Words::tr("Checked"));
    return faults;
}

} // namespace storage
