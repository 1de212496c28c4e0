#include "editorial/importing.h"

#include "base/files.h"
#include "base/read_ahead.h"
#include "editorial/reception.h"
#include "editorial/sheet_source.h"
#include "editorial/sheets.h"
#include "intake/form.h"
#include "intake/mailbox.h"
#include "intake/message.h"
#include "intake/message_folder.h"
#include "intake/plain_text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::importing)
};

// In which form the file seems to hold letters.
base::Result<SourceForm> formOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return base::Error{base::Error::Kind::Io,
                           Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                               .arg(QDir::toNativeSeparators(path), file.errorString())};
    switch (intake::detectForm(QFileInfo(path).fileName(), file.read(intake::formBytes))) {
    case intake::Form::Message:
        return SourceForm::Message;
    case intake::Form::Mailbox:
        return SourceForm::Mailbox;
    case intake::Form::Sheet:
        return SourceForm::Sheet;
    case intake::Form::WordPress:
        return SourceForm::WordPress;
    case intake::Form::Text:
        break;
    }
    return SourceForm::Text;
}

// Of a folder it is known once it is read.
qint64 sizeOf(const QString &source)
{
    const QFileInfo info(source);
    return info.isDir() ? 0 : info.size();
}

// One letter of a source, read and taken apart while the ones before it go onto the desk.
struct Item {
    QString place;        // "message 12 at byte 10482"
    QStringList warnings; // besides the letter's own
    base::Result<Arriving> letter;
    qint64 done = 0; // bytes of the source up to its end
};

// How much may be read ahead, in bytes; and what an item takes, by and large.
constexpr qint64 readAheadMost = 8LL * 1024 * 1024;

qint64 bytesOf(const Item &item)
{
    if (!item.letter)
        return 0;
    const Arriving &arriving = *item.letter;
    qint64 bytes = arriving.sender.message.size();
    for (const QString &text : {arriving.letter.original, arriving.letter.edited})
        bytes += text.size() * qint64(sizeof(QChar));
    for (const intake::Attached &file : arriving.attachments)
        bytes += file.content.size();
    return bytes;
}

// The letter of an item. One that cannot be read comes with what there is of it, so that somebody can look at it.
base::Result<intake::IncomingLetter> letterOf(const intake::MailboxItem &item)
{
    auto letter = intake::readMessage(item.raw);
    if ((letter && item.refusal.isEmpty()) || item.raw.trimmed().isEmpty())
        return letter;
    intake::IncomingLetter unread = letter.value_or(intake::IncomingLetter{});
    unread.channel = QStringLiteral("message");
    unread.raw = item.raw;
    unread.attention = item.refusal.isEmpty() ? letter.error().message : item.refusal;
    unread.warnings.append(unread.attention);
    return unread;
}

// A mail program may move a message while the folder is read.
base::Result<QByteArray> readMessageIn(const QString &folder, const QString &file)
{
    auto bytes = base::readFile(QDir(folder).filePath(file), intake::letterLimit);
    if (bytes || bytes.error().kind != base::Error::Kind::NotFound)
        return bytes;
    const QString now = intake::findAgain(folder, file);
    return now.isEmpty() ? bytes : base::readFile(QDir(folder).filePath(now), intake::letterLimit);
}

// One run over all sources.
class Import
{
public:
    Import(Desk &desk, const ImportRequest &request, base::Progress &progress)
        : m_desk(desk), m_request(request), m_progress(progress), m_reception(desk, request.dryRun)
    {}

    base::Result<ImportReport> run();

private:
    base::Result<void> readSource(const QString &source);
    base::Result<void> readFolder(const QString &folder);
    base::Result<void> readMailbox(const QString &source);
    base::Result<void> readSheet(const QString &source);
    [[nodiscard]] base::Result<Arriving> ready(const base::Result<intake::IncomingLetter> &read) const;
    base::Result<void> takeAll(std::function<std::optional<Item>()> read);
    base::Result<void> take(const QString &item, const base::Result<Arriving> &letter);
    void refuse(const QString &item, const QString &reason) { m_report.refused.append({m_source, item, reason}); }
    void warn(const QString &item, const QString &warning);
    void report()
    {
        m_progress.report(m_doneBefore + m_doneHere, m_total, Words::tr("%Ln letter(s)", nullptr, count()));
    }
    [[nodiscard]] int count() const { return static_cast<int>(m_report.imported + m_report.already); }

    Desk &m_desk;
    const ImportRequest &m_request;
    base::Progress &m_progress;
    Reception m_reception;
    ImportReport m_report;
    QString m_source;   // as the person named it
    qint64 m_total = 0; // bytes of all sources
    qint64 m_doneBefore = 0;
    qint64 m_doneHere = 0;
};

base::Result<ImportReport> Import::run()
{
    for (const QString &source : m_request.sources)
        m_total += sizeOf(source);
    for (const QString &source : m_request.sources) {
        if (m_progress.isCancelled())
            break;
        m_source = source;
        m_doneHere = 0;
        if (const auto read = readSource(source); !read)
            return read.error();
        m_doneBefore += QFileInfo(source).isDir() ? m_doneHere : sizeOf(source);
    }
    if (const auto committed = m_reception.commit(); !committed)
        return committed.error();
    m_report.cancelled = m_progress.isCancelled();
    if (m_report.imported > 0 && !m_request.dryRun)
        m_desk.noteChange(Area::Letters);
    m_doneHere = 0;
    report();
    return m_report;
}

base::Result<void> Import::readSource(const QString &source)
{
    if (QFileInfo(source).isDir())
        return readFolder(source);
    if (m_request.form == SourceForm::Maildir) {
        refuse({}, Words::tr("%1 is no folder. A Maildir is a folder that holds “cur” and “new”.")
                       .arg(QDir::toNativeSeparators(source)));
        return {};
    }
    const auto form = m_request.form ? base::Result<SourceForm>(*m_request.form) : formOf(source);
    if (!form) {
        refuse({}, form.error().message);
        return {};
    }
    if (*form == SourceForm::Mailbox)
        return readMailbox(source);
    if (*form == SourceForm::Sheet || (*form == SourceForm::Text && !m_request.form && m_request.map))
        return readSheet(source);
    if (*form == SourceForm::WordPress) {
        refuse({}, Words::tr("It is an archive of past columns. Import it by itself, without letters."));
        return {};
    }
    const auto bytes = base::readFile(source, intake::letterLimit);
    if (!bytes) {
        refuse({}, bytes.error().message);
        return {};
    }
    if (*form == SourceForm::Message)
        return take({}, ready(intake::readMessage(*bytes)));
    return take({}, ready(intake::readText(*bytes, QFileInfo(source).fileName())));
}

base::Result<void> Import::readFolder(const QString &folder)
{
    const QString shown = QDir::toNativeSeparators(folder);
    const auto found = intake::listMessages(folder);
    if (!found) {
        refuse({}, found.error().message);
        return {};
    }
    if (m_request.form == SourceForm::Maildir && !found->isMaildir) {
        refuse({}, Words::tr("%1 is no Maildir: it does not hold “cur” and “new”.").arg(shown));
        return {};
    }
    if (!found->isMaildir && found->files.isEmpty()) {
        refuse({}, Words::tr("There are no .eml files in %1. Choose the files themselves.").arg(shown));
        return {};
    }
    for (const QString &nested : found->nested)
        warn(nested, Words::tr("It is a Maildir of its own and was not read. Choose it by itself to bring it in."));
    if (found->others > 0)
        warn({}, Words::tr("%n file(s) in it do not end in .eml and were left alone.", nullptr, int(found->others)));
    m_total += found->bytes;
    return takeAll([this, &folder, files = found->files, at = qsizetype(0), done = qint64(0)]() mutable {
        if (at == files.size())
            return std::optional<Item>();
        const QString &file = files.at(at++);
        const auto bytes = readMessageIn(folder, file);
        done += bytes ? bytes->size() : 0;
        return std::optional(Item{file, {}, bytes ? ready(intake::readMessage(*bytes)) : bytes.error(), done});
    });
}

base::Result<void> Import::readMailbox(const QString &source)
{
    intake::MailboxReader mailbox;
    if (const auto opened = mailbox.open(source); !opened) {
        refuse({}, opened.error().message);
        return {};
    }
    return takeAll([this, &mailbox] {
        const auto item = mailbox.next();
        return item ? std::optional(Item{item->place(), item->warnings(), ready(letterOf(*item)), mailbox.position()})
                    : std::nullopt;
    });
}

base::Result<void> Import::readSheet(const QString &source)
{
    const auto kept = sheetMaps(m_desk);
    const auto habits = sheetHabits(m_desk);
    if (!kept || !habits)
        return kept ? habits.error() : kept.error();
    SheetSource sheet;
    if (const auto opened = sheet.open(source, m_request.map, *kept, *habits); !opened) {
        refuse({}, opened.error().message);
        return {};
    }
    m_report.sheets.append({source, sheet.map()});
    const auto taken = takeAll([this, &sheet] {
        const auto item = sheet.next();
        return item ? std::optional(Item{item->place, {}, ready(item->letter), sheet.position()}) : std::nullopt;
    });
    if (!taken)
        return taken.error();
    for (const SheetSource::Warning &warning : sheet.warnings())
        warn(warning.places, warning.text);
    return {};
}

// Runs on the other thread.
base::Result<Arriving> Import::ready(const base::Result<intake::IncomingLetter> &read) const
{
    if (!read)
        return read.error();
    return arriving(*read, m_desk.vault());
}

// `read` gives one item after another, on another thread, and nothing after the last one.
base::Result<void> Import::takeAll(std::function<std::optional<Item>()> read)
{
    base::ReadAhead<Item> items(std::move(read), bytesOf, readAheadMost);
    while (!m_progress.isCancelled()) {
        const Item *item = items.next();
        if (!item)
            break;
        m_doneHere = item->done;
        for (const QString &warning : item->warnings)
            warn(item->place, warning);
        if (const auto taken = take(item->place, item->letter); !taken)
            return taken.error();
    }
    return {};
}

base::Result<void> Import::take(const QString &item, const base::Result<Arriving> &letter)
{
    if (!letter) {
        refuse(item, letter.error().message);
        return {};
    }
    const auto received = m_reception.take(*letter);
    if (!received)
        return received.error();
    for (const QString &warning : received->warnings)
        warn(item, warning);
    if (received->isNew)
        ++m_report.imported;
    else
        ++m_report.already;
    if (received->needsAttention)
        ++m_report.needAttention;
    if (received->isNoLetter)
        ++m_report.notLetters;
    if (!received->letter.isNull())
        m_report.letters.append(received->letter);
    report();
    return {};
}

void Import::warn(const QString &item, const QString &warning)
{
    const QString place = item.isEmpty() ? m_source : Words::tr("%1, %2").arg(m_source, item);
    m_report.warnings.append(Words::tr("%1: %2").arg(place, warning));
}

} // namespace

namespace {

QStringList among(const QStringList &sources, SourceForm wanted)
{
    QStringList found;
    for (const QString &source : sources) {
        if (QFileInfo(source).isDir())
            continue;
        if (const auto form = formOf(source); form && *form == wanted)
            found.append(source);
    }
    return found;
}

} // namespace

QStringList sheetsAmong(const QStringList &sources)
{
    return among(sources, SourceForm::Sheet);
}

QStringList archivesAmong(const QStringList &sources)
{
    return among(sources, SourceForm::WordPress);
}

base::Result<ImportReport> importLetters(Desk &desk, const ImportRequest &request, base::Progress &progress)
{
    return Import(desk, request, progress).run();
}

} // namespace editorial
