#include "intake/mailbox.h"

#include "intake/header_block.h"
#include "intake/line_source.h"
#include "intake/quotation.h"
#include "intake/separator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>
#include <utility>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::mailbox)
};

constexpr QByteArrayView from("From ");
constexpr QByteArrayView utf8Mark("\xEF\xBB\xBF");
constexpr qsizetype longestMark = 3;

// How far the headers of a message are searched for what they say of its length.
constexpr qsizetype headerBytes = 32LL * 1024;

// The number of a line "Content-Length: 1234".
std::optional<qint64> lengthIn(QByteArrayView line)
{
    constexpr QByteArrayView name("content-length:");
    if (line.size() <= name.size() || line.size() > 100 ||
        line.first(name.size()).compare(name, Qt::CaseInsensitive) != 0)
        return std::nullopt;
    bool isNumber = false;
    const qint64 length = line.sliced(name.size()).trimmed().toByteArray().toLongLong(&isNumber);
    constexpr qint64 longest = 1LL << 50;
    return isNumber && length >= 0 && length <= longest ? std::optional(length) : std::nullopt;
}

// Whether the headers of the message with this separator say how long it is.
bool isCounted(QByteArrayView bytes)
{
    TextLine line = textLineAt(bytes, 0);
    do {
        line = textLineAt(bytes, line.next);
        if (lengthIn(line.textIn(bytes)))
            return true;
    } while (line.end > line.begin);
    return false;
}

bool endsWithLineEnd(QByteArrayView bytes)
{
    return bytes.endsWith('\n') || bytes.endsWith('\r');
}

// The blank line before the next separator belongs to the mailbox.
void chopBlankLine(QByteArray &raw)
{
    for (const QByteArrayView end :
         {QByteArrayView("\r\r\n"), QByteArrayView("\r\n"), QByteArrayView("\n"), QByteArrayView("\r")}) {
        if (!raw.endsWith(end))
            continue;
        if (endsWithLineEnd(QByteArrayView(raw).chopped(end.size())))
            raw.chop(end.size());
        return;
    }
}

bool isUtf16(QByteArrayView bytes)
{
    return bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
}

Error notRead(const QString &name, const QString &reason)
{
    return {Error::Kind::Io,
            Words::tr("%1 could not be read to its end: %2. Copy it to another disk and try again.").arg(name, reason)};
}

} // namespace

QString MailboxItem::place() const
{
    return Words::tr("message %1 at byte %2").arg(number).arg(offset);
}

QStringList MailboxItem::warnings() const
{
    QStringList warnings;
    if (isStray)
        warnings.append(Words::tr("It stands before the first separator of the mailbox, so its beginning may be "
                                  "missing."));
    if (isUnfinished)
        warnings.append(Words::tr("The mailbox file ends in the middle of this message. Something may be missing."));
    return warnings;
}

// What the Content-Length of a message says.
struct MailboxReader::Count {
    std::optional<qint64> length;
    bool isDisputed = false; // there are two that differ
    qint64 bodyBegin = -1;
    bool isLookedUp = false;
    std::optional<qint64> end; // where it leads to: a separator, or the end of the file; nothing if neither

    // Takes note of a line of the headers; `next` is where the next one begins.
    void note(const LineSource::Line &line, qint64 next)
    {
        if (line.isBlank)
            bodyBegin = next;
        if (const auto found = line.isWhole ? lengthIn(line.bytes) : std::nullopt) {
            isDisputed = isDisputed || (length && *length != *found);
            length = found;
        }
    }
};

MailboxReader::MailboxReader(qint64 limit, qsizetype bufferSize) : m_limit(limit), m_bufferSize(bufferSize) {}

MailboxReader::~MailboxReader() = default;

Result<void> MailboxReader::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        m_separatorAt.reset();
        return Error{file->exists() ? Error::Kind::Io : Error::Kind::NotFound,
                     Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                         .arg(name, file->errorString())};
    }
    return open(std::move(file), name);
}

Result<void> MailboxReader::open(std::unique_ptr<QIODevice> device, const QString &name)
{
    m_size = device->size();
    m_lines = std::make_unique<LineSource>(std::move(device), m_bufferSize);
    m_count = 0;
    m_stray.reset();
    m_separatorAt.reset();
    return findFirst(name);
}

Result<void> MailboxReader::findFirst(const QString &name)
{
    if (isUtf16(m_lines->ahead(longestMark)))
        return Error{
            Error::Kind::Unusable,
            Words::tr("%1 was saved as UTF-16, in which the messages of a mailbox cannot be read. Open it in a "
                      "text editor and save it as UTF-8.")
                .arg(name)};
    if (m_lines->ahead(longestMark) == utf8Mark)
        m_lines->skip(utf8Mark.size());
    MailboxItem stray = readItem(true);
    if (m_lines->hasFailed())
        return notRead(name, m_lines->errorString());
    const bool isBlank = QByteArrayView(stray.raw).trimmed().isEmpty();
    if (!isBlank && !m_separatorAt)
        return Error{Error::Kind::Unusable,
                     Words::tr("%1 is not a mailbox file: none of its lines begins with \"From \" and tells a date. "
                               "Choose a file that a mail program exported as mbox.")
                         .arg(name)};
    if (isBlank)
        m_count = 0;
    else
        m_stray = std::move(stray);
    return {};
}

qint64 MailboxReader::position() const
{
    return m_lines->position();
}

std::optional<MailboxItem> MailboxReader::next()
{
    if (m_stray)
        return std::exchange(m_stray, std::nullopt);
    if (!m_separatorAt)
        return std::nullopt;
    return readItem(false);
}

MailboxItem MailboxReader::readItem(bool isStray)
{
    MailboxItem item;
    item.number = ++m_count;
    item.offset = m_separatorAt.value_or(0);
    item.isStray = isStray;
    if (m_separatorAt) {
        do {
            (void)m_lines->next();
        } while (!m_lines->atLineStart());
        m_separatorAt.reset();
    }
    const bool tooLarge = takeLines(item);
    finish(item, tooLarge, !m_separatorAt);
    return item;
}

// Takes lines up to the next separator; true if they are too many. What stands before the first separator is not
// searched any further then.
bool MailboxReader::takeLines(MailboxItem &item)
{
    Count count;
    bool tooLarge = false;
    bool afterBlank = true;
    while (!tooLarge || !item.isStray) {
        if (m_lines->atLineStart() && endsHere(afterBlank, count)) {
            m_separatorAt = m_lines->position();
            break;
        }
        const auto line = m_lines->next();
        if (!line)
            break;
        afterBlank = line->isBlank;
        if (!item.isStray && count.bodyBegin < 0)
            count.note(*line, m_lines->position());
        tooLarge = tooLarge || !append(item.raw, line->bytes);
    }
    return tooLarge;
}

// False where there is more than the limit allows; then the beginning is left.
bool MailboxReader::append(QByteArray &raw, QByteArrayView bytes) const
{
    if (raw.size() + bytes.size() <= m_limit) {
        raw.append(bytes);
        return true;
    }
    raw.append(bytes.first(m_limit - raw.size()));
    raw.truncate(keptBeginning);
    raw.squeeze();
    return false;
}

// Whether the line that comes next is the separator of the next message.
bool MailboxReader::endsHere(bool afterBlank, Count &count) const
{
    if (m_lines->ahead(from.size()) != from)
        return false;
    if (!count.isLookedUp && count.bodyBegin >= 0) {
        count.isLookedUp = true;
        if (count.length && !count.isDisputed)
            count.end = leadsTo(count.bodyBegin + *count.length);
    }
    const qint64 at = m_lines->position();
    if (count.end == at)
        return true;
    const bool isSeparator = startsMessage(m_lines->ahead(separatorBytes), afterBlank);
    if (!isSeparator || !count.end || *count.end < at)
        return isSeparator;
    return isCounted(m_lines->ahead(headerBytes));
}

// Where the separator is to which a message of a counted length leads that ends at the offset, or the end of the file.
// Programs do not agree on whether the line end of the last line and the blank line are counted.
std::optional<qint64> MailboxReader::leadsTo(qint64 offset) const
{
    if (offset > m_size)
        return std::nullopt;
    const QByteArray around = m_lines->at(offset - 1, separatorBytes);
    const QByteArrayView bytes = QByteArrayView(around).sliced(std::min<qsizetype>(1, around.size()));
    bool atLineStart = endsWithLineEnd(QByteArrayView(around).first(around.size() - bytes.size()));
    TextLine line = textLineAt(bytes, 0);
    for (int ends = 0; ends < 2 && line.begin == line.end && line.next > line.end; ++ends) {
        atLineStart = true;
        line = textLineAt(bytes, line.next);
    }
    const qint64 at = offset + line.begin;
    const QByteArrayView rest = bytes.sliced(line.begin);
    if (at == m_size)
        return at;
    const bool isSeparator =
        atLineStart && rest.startsWith(from) && (startsMessage(rest, true) || startsHeaders(bytes.sliced(line.next)));
    return isSeparator ? std::optional(at) : std::nullopt;
}

void MailboxReader::finish(MailboxItem &item, bool tooLarge, bool atEnd) const
{
    if (tooLarge)
        item.refusal = Words::tr("The message is larger than %1 MB. Save it on its own, without its attachments.")
                           .arg(m_limit / (1024LL * 1024));
    else if (atEnd && m_lines->hasFailed())
        item.refusal = Words::tr("The mailbox file could not be read any further: %1. Copy it to another disk and try "
                                 "again.")
                           .arg(m_lines->errorString());
    else if (item.isStray && readHeaderBlock(item.raw).fields.isEmpty())
        item.refusal =
            Words::tr("This is no message: it stands before the first one of the mailbox and has no headers.");
    item.isUnfinished = atEnd && item.refusal.isEmpty() && !endsWithLineEnd(item.raw);
    if (item.refusal.isEmpty())
        chopBlankLine(item.raw);
    item.raw = withoutMarks(item.raw);
}

} // namespace intake
