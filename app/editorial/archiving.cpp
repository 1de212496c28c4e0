#include "editorial/archiving.h"

#include "base/files.h"
#include "editorial/archive_column_rows.h"
#include "editorial/archive_correspondents.h"
#include "editorial/archive_history.h"
#include "editorial/archive_import_rows.h"
#include "editorial/archive_records.h"
#include "editorial/checking.h"
#include "editorial/enclosing.h"
#include "editorial/writing.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"
#include "storage/letter_store.h"
#include "storage/redirect_store.h"
#include "storage/relation_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>

namespace editorial {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archiving)
};

constexpr qint64 readAtOnce = 200;
constexpr qint64 largestReadme = 1'000'000;

// Writes one archive of one desk.
class Archiving
{
public:
    Archiving(Desk &desk, NewArchiveFolder &folder, base::Progress &progress)
        : m_desk(desk), m_folder(folder), m_progress(progress)
    {}

    [[nodiscard]] Result<void> write();
    [[nodiscard]] Result<void> writeCorrespondents(const ArchiveRequest &request);
    [[nodiscard]] ArchiveReport report() const { return m_report; }

private:
    using Part = Result<void> (Archiving::*)();

    [[nodiscard]] Result<void> writeLetters();
    [[nodiscard]] Result<qint64> writeLetter(const desk::LetterId &id); // gives its number
    [[nodiscard]] Result<void> writeFiles(ArchivedLetter &letter);
    [[nodiscard]] Result<void> writeArticles();
    [[nodiscard]] Result<void> writeArticle(const desk::ArticleId &id);
    [[nodiscard]] Result<bool> goesOut(const desk::Article &article);
    [[nodiscard]] Result<void> addPieces(ArchivedArticle &article, const desk::Article &source);
    [[nodiscard]] Result<void> writeEnclosures(ArchivedArticle &article);
    [[nodiscard]] Result<void> writeReadme();
    [[nodiscard]] Result<void> step(qint64 done, qint64 total, const QString &what);
    [[nodiscard]] QStringList namesOf(const QList<desk::TagId> &tags) const;

    Desk &m_desk;
    NewArchiveFolder &m_folder;
    base::Progress &m_progress;
    ArchivedColumn m_column;
    QHash<desk::TagId, QString> m_tagNames;
    QHash<desk::ArticleId, QStringList> m_redirects;
    QTimeZone m_zone;
    ArchiveReport m_report;
};

Result<void> Archiving::step(qint64 done, qint64 total, const QString &what)
{
    if (m_progress.isCancelled())
        return Error{Error::Kind::Cancelled, Words::tr("The archive was not written.")};
    m_progress.report(done, total, what);
    return {};
}

QStringList Archiving::namesOf(const QList<desk::TagId> &tags) const
{
    QStringList names;
    for (const desk::TagId &tag : tags)
        names.append(m_tagNames.value(tag));
    return names;
}

Result<void> Archiving::write()
{
    auto column = readColumn(m_desk.file(), m_folder);
    if (!column)
        return column.error();
    m_column = *std::move(column);
    for (const desk::Tag &tag : std::as_const(m_column.tags))
        m_tagNames.insert(tag.id, tag.name);
    const QTimeZone zone(m_column.masthead.timeZone.toLatin1());
    m_zone = zone.isValid() ? zone : QTimeZone::utc();
    if (const auto written = archiveImports(m_desk.file(), m_folder, m_zone, m_progress, m_column); !written)
        return written;
    const auto redirects = m_desk.file().redirects().redirects();
    if (!redirects)
        return redirects.error();
    for (const storage::Redirect &redirect : *redirects)
        m_redirects[redirect.article].append(redirect.path);
    if (const auto written = m_folder.write(columnFileName, columnFile(m_column)); !written)
        return written;
    for (const Part part : {&Archiving::writeLetters, &Archiving::writeArticles, &Archiving::writeReadme}) {
        if (const auto done = (this->*part)(); !done)
            return done;
    }
    const auto history = archiveHistory(m_desk.file(), m_folder, m_progress);
    if (!history)
        return history.error();
    m_report.revisions = *history;
    return {};
}

Result<void> Archiving::writeLetters()
{
    const auto counts = m_desk.file().letters().stageCounts();
    if (!counts)
        return counts.error();
    qint64 total = 0;
    for (const storage::StageCount &count : *counts)
        total += count.total;
    qint64 last = 0;
    for (;;) {
        const auto page = m_desk.file().letters().page(last, readAtOnce);
        if (!page)
            return page.error();
        for (const desk::LetterId &id : *page) {
            if (const auto going = step(m_report.letters++, total, Words::tr("Archiving letters")); !going)
                return going;
            const auto written = writeLetter(id);
            if (!written)
                return written.error();
            last = *written;
        }
        if (page->size() < readAtOnce)
            return {};
    }
}

Result<qint64> Archiving::writeLetter(const desk::LetterId &id)
{
    const auto letter = m_desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto earlier = m_desk.file().relations().earlier(id);
    if (!earlier)
        return earlier.error();
    const auto references = m_desk.file().intake().references(id);
    if (!references)
        return references.error();
    const auto forwarding = m_desk.file().intake().forwarding(id);
    if (!forwarding)
        return forwarding.error();
    const auto article = m_desk.file().articles().answering(id);
    if (!article)
        return article.error();
    ArchivedLetter archived{*letter,
                            *earlier ? (*earlier)->number : 0,
                            namesOf(letter->tags),
                            *references,
                            *forwarding,
                            {},
                            article->has_value(),
                            m_zone};
    if (const auto written = writeFiles(archived); !written)
        return written.error();
    const QString name = QStringLiteral("letters/%1.md").arg(letter->number);
    if (const auto written = m_folder.write(name, pageOf(archived)); !written)
        return written.error();
    return letter->number;
}

Result<void> Archiving::writeFiles(ArchivedLetter &letter)
{
    const auto attachments = m_desk.file().letters().attachments(letter.letter.id);
    if (!attachments)
        return attachments.error();
    for (const desk::Attachment &attachment : *attachments) {
        const auto content = m_desk.file().letters().attachmentContent(attachment.id);
        if (!content)
            return content.error();
        const QString file = QLatin1String("attachments/") + safeFileName(attachment.id.toString(), attachment.name);
        if (const auto written = m_folder.write(file, *content); !written)
            return written;
        letter.files.append({attachment.id, attachment.name, attachment.mediaType, file});
    }
    return {};
}

Result<void> Archiving::writeArticles()
{
    const auto counts = m_desk.file().articles().counts();
    if (!counts)
        return counts.error();
    qint64 total = counts->published;
    for (const qint64 count : counts->byStage)
        total += count;
    desk::ArticleId last;
    for (;;) {
        const auto page = m_desk.file().articles().page(last, readAtOnce);
        if (!page)
            return page.error();
        for (const desk::ArticleId &id : *page) {
            if (const auto going = step(m_report.articles++, total, Words::tr("Archiving articles")); !going)
                return going;
            if (const auto written = writeArticle(id); !written)
                return written;
        }
        if (page->size() < readAtOnce)
            return {};
        last = page->last();
    }
}

Result<void> Archiving::writeArticle(const desk::ArticleId &id)
{
    const auto stored = m_desk.file().articles().stored(id);
    if (!stored)
        return stored.error();
    const desk::Article &source = stored->article;
    const auto isPublic = goesOut(source);
    if (!isPublic)
        return isPublic.error();
    ArchivedArticle article{*stored, namesOf(source.tags), {}, m_redirects.value(id), {}, {}, *isPublic, {}, {},
                            m_zone};
    article.address = source.slug.isEmpty() && source.path.isEmpty() ? QString() : sitePath(source, m_column.masthead);
    article.letterLabel = m_column.masthead.letterLabel;
    article.answerLabel = m_column.masthead.answerLabel;
    if (const auto added = addPieces(article, source); !added)
        return added;
    // What does not go out must not find its way there by its pictures.
    if (*isPublic) {
        if (const auto written = writeEnclosures(article); !written)
            return written;
    }
    const QString name = source.slug.isEmpty() ? source.id.toString() : source.slug.toLower();
    return m_folder.write(QStringLiteral("articles/%1.md").arg(name), pageOf(article));
}

// Whether an export would take it once its date has come.
Result<bool> Archiving::goesOut(const desk::Article &article)
{
    if (article.stage != desk::ArticleStage::Approved)
        return false;
    const auto findings = articleCheck(m_desk, article.id, m_column.masthead);
    if (!findings)
        return findings.error();
    return std::ranges::none_of(
        *findings, [](const desk::Finding &finding) { return finding.severity == desk::Finding::Severity::Blocker; });
}

Result<void> Archiving::addPieces(ArchivedArticle &article, const desk::Article &source)
{
    for (const desk::Answer &answer : source.answers) {
        const auto letter = m_desk.file().letters().letter(answer.letter);
        if (!letter)
            return letter.error();
        article.pieces.append(
            {letter->number, letter->edited, letter->signature, letter->place, answer.id, answer.text, 0});
    }
    return {};
}

Result<void> Archiving::writeEnclosures(ArchivedArticle &article)
{
    const auto printed = m_desk.file().articles().printed({article.stored.article.id});
    if (!printed)
        return printed.error();
    const auto ids = enclosures(m_desk, printed->first());
    if (!ids)
        return ids.error();
    for (const desk::AttachmentId &id : *ids) {
        const auto copy = enclosure(m_desk, id);
        if (!copy)
            return copy.error();
        const QString file = QStringLiteral("enclosures/%1.%2").arg(id.toString(), copy->suffix);
        if (const auto written = m_folder.write(file, copy->content); !written)
            return written;
        article.enclosures.insert(id.toString(), QLatin1Char('/') + file);
    }
    return {};
}

Result<void> Archiving::writeReadme()
{
    const auto readme = base::readFile(QStringLiteral(":/postbag/archive/README.md"), largestReadme);
    return readme ? m_folder.write(QStringLiteral("README.md"), *readme) : readme.error();
}

Result<void> Archiving::writeCorrespondents(const ArchiveRequest &request)
{
    if (!request.passphrase)
        return {};
    const auto file = m_folder.open(correspondentsFileName);
    if (!file)
        return file.error();
    const auto sealed = sealCorrespondents(m_desk.file(), **file, *request.passphrase, request.cost, m_progress);
    if (!sealed)
        return sealed.error();
    if (!(*file)->flush())
        return m_folder.unwritten(**file);
    m_report.correspondents = *sealed;
    return {};
}

} // namespace

base::Result<ArchiveReport> archiveDesk(Desk &desk, const ArchiveRequest &request, base::Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    if (request.passphrase && request.passphrase->size() < shortestPassphrase)
        return Error{Error::Kind::Unusable,
                     Words::tr("The passphrase is too short to keep anybody out. Choose one of %1 characters or more; "
                               "a few words that do not belong together are good.")
                         .arg(shortestPassphrase)};
    const auto folder = NewArchiveFolder::begin(request.folder);
    if (!folder)
        return folder.error();
    Archiving archiving(desk, **folder, progress);
    {
        // What is archived is the desk at one moment, whatever is typed meanwhile.
        const storage::Reading reading(desk.file());
        if (const auto written = archiving.write(); !written)
            return written.error();
        if (const auto written = archiving.writeCorrespondents(request); !written)
            return written.error();
    }
    if (const auto finished = (*folder)->finish(); !finished)
        return finished.error();
    ArchiveReport report = archiving.report();
    report.files = (*folder)->files();
    report.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return report;
}

} // namespace editorial
