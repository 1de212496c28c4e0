#include "editorial/restoring.h"

#include "editorial/archive_column_rows.h"
#include "editorial/archive_correspondents.h"
#include "editorial/archive_history.h"
#include "editorial/archive_import_rows.h"
#include "editorial/archive_records.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"
#include "storage/letter_store.h"
#include "storage/redirect_store.h"
#include "storage/relation_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QUuid>

#include <algorithm>

namespace editorial {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::restoring)
};

constexpr qsizetype writtenAtOnce = 500; // letters or other files in one transaction

// Fills one new desk from one archive.
class Restoring
{
public:
    Restoring(ArchiveFolder &folder, storage::DeskFile &file, base::Progress &progress)
        : m_folder(folder), m_file(file), m_progress(progress)
    {}

    [[nodiscard]] Result<void> restore(const std::optional<QString> &passphrase);
    [[nodiscard]] ArchiveReport report() const { return m_report; }

private:
    using Part = Result<void> (Restoring::*)();
    using One = Result<void> (Restoring::*)(const QString &name);

    [[nodiscard]] Result<void> restoreCorrespondents(const QString &passphrase);
    [[nodiscard]] Result<void> restoreLetters();
    [[nodiscard]] Result<void> restoreLetter(const QString &name);
    [[nodiscard]] Result<void> addBesides(const ArchivedLetter &letter);
    [[nodiscard]] Result<void> restoreFollowing();
    [[nodiscard]] Result<void> restoreArticles();
    [[nodiscard]] Result<void> restoreArticle(const QString &name);
    [[nodiscard]] Result<desk::LetterId> printedLetter(const QString &file, const ArchivedPiece &piece);
    [[nodiscard]] Result<void> each(const QStringList &names, const QString &what, One one);
    [[nodiscard]] Result<QList<desk::TagId>> tagsOf(const QString &file, int line, const QStringList &names) const;

    ArchiveFolder &m_folder;
    storage::DeskFile &m_file;
    base::Progress &m_progress;
    QHash<QString, desk::TagId> m_tags;           // by name, without regard to case
    QList<std::pair<qint64, qint64>> m_following; // numbers: a letter, and the one it follows
    ArchiveReport m_report;
};

// Some in a transaction.
Result<void> Restoring::each(const QStringList &names, const QString &what, One one)
{
    for (qsizetype from = 0; from < names.size(); from += writtenAtOnce) {
        storage::Transaction transaction(m_file, storage::Indexing::AtCommit);
        const qsizetype end = std::min(from + writtenAtOnce, names.size());
        for (qsizetype at = from; at < end; ++at) {
            if (m_progress.isCancelled())
                return Error{Error::Kind::Cancelled, Words::tr("The desk was not restored.")};
            m_progress.report(at, names.size(), what);
            if (const auto done = (this->*one)(names.at(at)); !done)
                return done;
        }
        if (const auto committed = transaction.commit(); !committed)
            return committed;
    }
    return {};
}

Result<void> Restoring::restore(const std::optional<QString> &passphrase)
{
    const auto bytes = m_folder.read(columnFileName, largestArchivePage);
    if (!bytes)
        return bytes.error();
    const auto column = columnIn(*bytes);
    if (!column)
        return column.error();
    if (passphrase) {
        if (const auto restored = restoreCorrespondents(*passphrase); !restored)
            return restored;
    }
    if (const auto restored = restoreColumn(m_file, *column, m_folder); !restored)
        return restored;
    for (const desk::Tag &tag : column->tags)
        m_tags.insert(tag.name.toCaseFolded(), tag.id);
    for (const Part part : {&Restoring::restoreLetters, &Restoring::restoreFollowing, &Restoring::restoreArticles}) {
        if (const auto done = (this->*part)(); !done)
            return done;
    }
    if (const auto restored = restoreIndex(m_file, column->index); !restored)
        return restored;
    if (const auto restored = restoreImports(m_file, *column, m_folder, m_progress); !restored)
        return restored;
    const auto history = restoreHistory(m_file, m_folder, m_progress);
    if (!history)
        return history.error();
    m_report.revisions = *history;
    return m_file.letters().raiseHighestNumber(column->highestNumber);
}

Result<void> Restoring::restoreCorrespondents(const QString &passphrase)
{
    const auto file = m_folder.openFile(correspondentsFileName);
    if (!file)
        return file.error();
    const auto unsealed = unsealCorrespondents(m_file, **file, passphrase, m_progress);
    if (!unsealed)
        return inArchiveFile(correspondentsFileName, unsealed.error());
    m_report.correspondents = *unsealed;
    return {};
}

// In the order of their numbers; the names of files that are none are left alone.
Result<void> Restoring::restoreLetters()
{
    QList<qint64> numbers;
    for (const QString &name : m_folder.names(QStringLiteral("letters"), QStringLiteral(".md"))) {
        const qint64 number = name.toLongLong();
        if (number > 0 && QString::number(number) == name)
            numbers.append(number);
    }
    std::ranges::sort(numbers);
    QStringList names;
    for (const qint64 number : numbers)
        names.append(QString::number(number));
    return each(names, Words::tr("Restoring letters"), &Restoring::restoreLetter);
}

Result<QList<desk::TagId>> Restoring::tagsOf(const QString &file, int line, const QStringList &names) const
{
    QList<desk::TagId> tags;
    for (const QString &name : names) {
        const auto tag = m_tags.constFind(name.toCaseFolded());
        if (tag == m_tags.constEnd())
            return archiveFault(
                file, line,
                Words::tr("There is no tag “%1” in %2. Add it there, or take it away here.").arg(name, columnFileName));
        tags.append(*tag);
    }
    return tags;
}

Result<void> Restoring::restoreLetter(const QString &name)
{
    const QString file = QStringLiteral("letters/%1.md").arg(name);
    const auto bytes = m_folder.read(file, largestArchivePage);
    if (!bytes)
        return bytes.error();
    auto letter = letterIn(file, name.toLongLong(), *bytes);
    if (!letter)
        return letter.error();
    const auto tags = tagsOf(file, letter->tagsLine, letter->tags);
    if (!tags)
        return tags.error();
    letter->letter.tags = *tags;
    if (const auto added = m_file.letters().add(letter->letter); !added)
        return inArchiveFile(file, added.error());
    if (letter->follows > 0)
        m_following.append({letter->letter.number, letter->follows});
    ++m_report.letters;
    const auto added = addBesides(*letter);
    return added ? added : Result<void>(inArchiveFile(file, added.error()));
}

Result<void> Restoring::addBesides(const ArchivedLetter &letter)
{
    const desk::LetterId &id = letter.letter.id;
    if (!letter.references.isEmpty()) {
        if (const auto added = m_file.intake().addReferences(id, letter.references); !added)
            return added;
    }
    if (letter.forwarding) {
        if (const auto added = m_file.intake().addForwarding(id, *letter.forwarding); !added)
            return added;
    }
    for (const ArchivedFile &file : letter.files) {
        const auto content = m_folder.read(file.file, largestArchiveFile);
        if (!content)
            return content.error();
        const desk::Attachment attachment{file.id, file.name, file.mediaType, content->size()};
        if (const auto added = m_file.letters().addAttachment(id, attachment, *content); !added)
            return added;
    }
    return {};
}

// A letter may follow one that came onto the desk behind it.
Result<void> Restoring::restoreFollowing()
{
    storage::Transaction transaction(m_file);
    for (const auto &[letter, earlier] : std::as_const(m_following)) {
        const QString file = QStringLiteral("letters/%1.md").arg(letter);
        const auto from = m_file.letters().idOfNumber(letter);
        const auto to = m_file.letters().idOfNumber(earlier);
        if (!from || !to)
            return inArchiveFile(file, from ? to.error() : from.error());
        if (const auto set = m_file.relations().setFollows(*from, *to); !set)
            return inArchiveFile(file, set.error());
    }
    return transaction.commit();
}

Result<void> Restoring::restoreArticles()
{
    return each(m_folder.names(QStringLiteral("articles"), QStringLiteral(".md")), Words::tr("Restoring articles"),
                &Restoring::restoreArticle);
}

// The letter of the piece, with the text that the article prints.
Result<desk::LetterId> Restoring::printedLetter(const QString &file, const ArchivedPiece &piece)
{
    const auto id = m_file.letters().idOfNumber(piece.letter);
    if (!id)
        return archiveFault(file, piece.line, Words::tr("There is no file letters/%1.md.").arg(piece.letter));
    auto letter = m_file.letters().letter(*id);
    if (!letter)
        return letter.error();
    if (letter->edited != piece.text) {
        letter->edited = piece.text;
        if (const auto saved = m_file.letters().save(*letter); !saved)
            return saved.error();
    }
    return *id;
}

Result<void> Restoring::restoreArticle(const QString &name)
{
    const QString file = QStringLiteral("articles/%1.md").arg(name);
    const auto bytes = m_folder.read(file, largestArchivePage);
    if (!bytes)
        return bytes.error();
    auto article = articleIn(file, *bytes);
    if (!article)
        return article.error();
    desk::Article &restored = article->stored.article;
    const auto tags = tagsOf(file, article->tagsLine, article->tags);
    if (!tags)
        return tags.error();
    restored.tags = *tags;
    for (const ArchivedPiece &piece : std::as_const(article->pieces)) {
        const auto letter = printedLetter(file, piece);
        if (!letter)
            return letter.error();
        restored.answers.append({piece.answer, *letter, piece.answerText, 0});
    }
    if (const auto added = m_file.articles().restore(article->stored); !added)
        return inArchiveFile(file, added.error());
    for (const QString &path : std::as_const(article->redirects)) {
        if (const auto put = m_file.redirects().put({path, restored.id}); !put)
            return inArchiveFile(file, put.error());
    }
    ++m_report.articles;
    return {};
}

Error existsError(const QString &path)
{
    return {Error::Kind::Unusable, Words::tr("There is a file %1 already. It was left as it is. Choose another name.")
                                       .arg(QDir::toNativeSeparators(path))};
}

// Fills the new desk `draft`, and closes it.
Result<ArchiveReport> fill(ArchiveFolder &folder, const QString &draft, const std::optional<QString> &passphrase,
                           base::Progress &progress)
{
    const auto file = storage::DeskFile::create(draft);
    if (!file)
        return file.error();
    Restoring restoring(folder, **file, progress);
    if (const auto restored = restoring.restore(passphrase); !restored)
        return restored.error();
    ArchiveReport report = restoring.report();
    report.files = folder.files();
    return report;
}

} // namespace

bool holdsCorrespondents(const QString &folder)
{
    const auto archive = ArchiveFolder::open(folder);
    return archive && archive->holds(correspondentsFileName);
}

base::Result<ArchiveReport> restoreDesk(const RestoreRequest &request, base::Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    auto folder = ArchiveFolder::open(request.folder);
    if (!folder)
        return folder.error();
    const QFileInfo place(request.desk);
    if (place.exists() || place.isSymLink())
        return existsError(request.desk);
    const QString draft =
        place.absoluteFilePath() + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    auto report = fill(*folder, draft, request.passphrase, progress);
    if (report && !QFile::rename(draft, place.absoluteFilePath()))
        report = existsError(request.desk);
    if (!report) {
        for (const QLatin1String tail : {QLatin1String(""), QLatin1String("-wal"), QLatin1String("-shm")})
            QFile::remove(draft + tail);
        return report;
    }
    report->seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return report;
}

} // namespace editorial
