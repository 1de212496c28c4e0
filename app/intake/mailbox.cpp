#include "intake/mailbox.h"

#include "intake/separator.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cstring>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::mailbox)
};

// Also the longest line that is looked at as a whole.
constexpr qsizetype bufferSize = 256LL * 1024;

QByteArrayView withoutEnd(QByteArrayView line)
{
    if (line.endsWith('\n'))
        line.chop(1);
    if (line.endsWith('\r'))
        line.chop(1);
    return line;
}

} // namespace

QString MailboxItem::place() const
{
    return Words::tr("message %1 at byte %2").arg(number).arg(offset);
}

QStringList MailboxItem::warnings() const
{
    if (!isUnfinished)
        return {};
    return {Words::tr("The mailbox file ends in the middle of this message. Something may be missing.")};
}

MailboxReader::MailboxReader(qint64 limit) : m_limit(limit) {}

MailboxReader::~MailboxReader() = default;

Result<void> MailboxReader::open(const QString &path)
{
    m_file = std::make_unique<QFile>(path);
    if (!m_file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{m_file->exists() ? Error::Kind::Io : Error::Kind::NotFound,
                     Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                         .arg(QDir::toNativeSeparators(path), m_file->errorString())};
    m_size = m_file->size();
    m_buffer.resize(bufferSize);
    m_begin = m_end = 0;
    m_position = m_count = 0;
    m_separatorAt.reset();
    m_lineOpen = m_failed = false;
    return findFirst(path);
}

Result<void> MailboxReader::findFirst(const QString &path)
{
    const auto refused = [&path] {
        return Error{Error::Kind::Unusable,
                     Words::tr("%1 is not a mailbox file: it does not begin with a line \"From \" "
                               "with a date. Choose a file that a mail program exported as mbox.")
                         .arg(QDir::toNativeSeparators(path))};
    };
    for (qint64 at = 0; const std::optional<Line> line = readLine(); at = m_position) {
        QByteArrayView bytes = withoutEnd(line->bytes);
        if (at == 0 && bytes.startsWith("\xEF\xBB\xBF"))
            bytes = bytes.sliced(3);
        if (isSeparator(bytes) && line->isWhole) {
            m_separatorAt = at;
            return {};
        }
        if (!bytes.isEmpty())
            return refused();
    }
    if (m_failed)
        return Error{Error::Kind::Io, Words::tr("%1 could not be read to its end: %2.")
                                          .arg(QDir::toNativeSeparators(path), m_file->errorString())};
    return {};
}

std::optional<MailboxItem> MailboxReader::next()
{
    if (!m_separatorAt)
        return std::nullopt;
    return readMessageBytes();
}

MailboxItem MailboxReader::readMessageBytes()
{
    MailboxItem item;
    item.number = ++m_count;
    item.offset = *m_separatorAt;
    m_separatorAt.reset();
    bool tooLarge = false;
    bool afterBlank = true;
    for (qint64 at = m_position; const std::optional<Line> line = readLine(); at = m_position) {
        if (afterBlank && line->begins && line->isWhole && isSeparator(withoutEnd(line->bytes))) {
            m_separatorAt = at;
            break;
        }
        afterBlank = line->begins && withoutEnd(line->bytes).isEmpty();
        take(item, *line, tooLarge);
    }
    finish(item, tooLarge, !m_separatorAt);
    return item;
}

void MailboxReader::take(MailboxItem &item, const Line &line, bool &tooLarge) const
{
    if (tooLarge)
        return;
    // A mailbox puts ">" before lines of a letter that begin with "From ", and before those that begin so already.
    const QByteArrayView bytes = line.begins && isQuotedSeparator(line.bytes) ? line.bytes.sliced(1) : line.bytes;
    if (item.raw.size() + bytes.size() > m_limit) {
        tooLarge = true;
        item.raw = QByteArray();
        return;
    }
    item.raw.append(bytes);
}

void MailboxReader::finish(MailboxItem &item, bool tooLarge, bool atEnd) const
{
    if (tooLarge) {
        item.refusal = Words::tr("The message is larger than %1 MB. Save it on its own, without its attachments.")
                           .arg(m_limit / (1024LL * 1024));
        return;
    }
    if (atEnd && m_failed) {
        item.raw = QByteArray();
        item.refusal = Words::tr("The mailbox file could not be read any further: %1. Copy it to another disk and try "
                                 "again.")
                           .arg(m_file->errorString());
        return;
    }
    item.isUnfinished = atEnd && !item.raw.endsWith('\n');
    // The blank line before the next separator belongs to the mailbox.
    for (const char *blank : {"\r\n\r\n", "\n\n"}) {
        if (item.raw.endsWith(blank)) {
            item.raw.chop(qsizetype(std::strlen(blank)) / 2);
            break;
        }
    }
}

std::optional<MailboxReader::Line> MailboxReader::readLine()
{
    qsizetype length = 0;
    for (;;) {
        const char *from = m_buffer.constData() + m_begin;
        const void *mark = std::memchr(from, '\n', static_cast<size_t>(m_end - m_begin));
        if (mark) {
            length = static_cast<const char *>(mark) - from + 1;
            break;
        }
        const qsizetype before = m_end - m_begin;
        if (before < bufferSize)
            fill();
        if (m_end - m_begin == before) {
            length = before;
            break;
        }
    }
    if (length == 0)
        return std::nullopt;
    Line line{QByteArrayView(m_buffer.constData() + m_begin, length), true, !m_lineOpen};
    line.isWhole = line.bytes.endsWith('\n') || m_end - m_begin < bufferSize;
    m_lineOpen = !line.bytes.endsWith('\n');
    m_begin += length;
    m_position += length;
    return line;
}

void MailboxReader::fill()
{
    std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, static_cast<size_t>(m_end - m_begin));
    m_end -= m_begin;
    m_begin = 0;
    const qint64 read = m_file->read(m_buffer.data() + m_end, bufferSize - m_end);
    if (read < 0)
        m_failed = true;
    else
        m_end += read;
}

} // namespace intake
