#include "intake/line_source.h"

#include <QIODevice>

#include <algorithm>
#include <cstring>

namespace intake {

namespace {

const char *find(const char *from, const char *to, char c)
{
    const void *found = std::memchr(from, c, static_cast<size_t>(to - from));
    return found ? static_cast<const char *>(found) : to;
}

// The first "\n" or "\r" from `position` on, or the end. In steps, since a file may hold only one of them.
qsizetype lineMark(QByteArrayView bytes, qsizetype position)
{
    constexpr qsizetype step = 1024;
    while (position < bytes.size()) {
        const char *const from = bytes.data() + position;
        const char *const to = from + std::min(step, bytes.size() - position);
        const char *const mark = find(from, find(from, to, '\n'), '\r');
        position = mark - bytes.data();
        if (mark < to)
            break;
    }
    return position;
}

// How long the line's end is that begins at the mark.
qsizetype endLength(QByteArrayView bytes, qsizetype mark)
{
    const QByteArrayView end = bytes.sliced(mark, std::min<qsizetype>(3, bytes.size() - mark));
    for (const char *known : {"\r\r\n", "\r\n", "\r", "\n"}) {
        if (end.startsWith(known))
            return qsizetype(std::strlen(known));
    }
    return 0;
}

// Whether more bytes could make the line's end at the mark a longer one.
bool isOpenEnd(QByteArrayView bytes, qsizetype mark)
{
    const QByteArrayView rest = bytes.sliced(mark);
    return rest == "\r" || rest == "\r\r";
}

} // namespace

TextLine textLineAt(QByteArrayView bytes, qsizetype position)
{
    const qsizetype mark = lineMark(bytes, position);
    return {position, mark, mark + endLength(bytes, mark)};
}

LineSource::LineSource(std::unique_ptr<QIODevice> device, qsizetype bufferSize)
    : m_device(std::move(device)), m_buffer(bufferSize, Qt::Uninitialized)
{}

LineSource::~LineSource() = default;

QString LineSource::errorString() const
{
    return m_device->errorString();
}

std::optional<LineSource::Line> LineSource::next()
{
    qsizetype mark = 0;
    for (;;) {
        mark = lineMark(held(), mark);
        const bool isKnown = mark < held().size() && !isOpenEnd(held(), mark);
        if (isKnown || !fill())
            break;
    }
    const QByteArrayView bytes = held();
    if (bytes.isEmpty())
        return std::nullopt;
    // Of a line that fills the buffer, an end that may go on beyond it is left for the next piece.
    const bool isPiece = !m_ended && !m_failed && (mark == bytes.size() || isOpenEnd(bytes, mark)) && mark > 0;
    const qsizetype length = isPiece ? mark : mark + endLength(bytes, mark);
    const Line line{bytes.first(length), !m_lineOpen, !m_lineOpen && !isPiece, mark == 0 && !m_lineOpen};
    m_lineOpen = isPiece;
    skip(length);
    return line;
}

QByteArrayView LineSource::ahead(qsizetype bytes)
{
    while (held().size() < bytes && fill()) {
    }
    return held().first(std::min(bytes, held().size()));
}

QByteArray LineSource::at(qint64 offset, qsizetype bytes)
{
    const qint64 within = offset - m_position;
    if (within >= 0 && within + bytes <= held().size())
        return held().sliced(within, bytes).toByteArray();
    if (m_device->isSequential() || m_failed || offset >= m_device->size())
        return {};
    const qint64 back = m_device->pos();
    const QByteArray found = m_device->seek(offset) ? m_device->read(bytes) : QByteArray();
    m_failed = !m_device->seek(back);
    return found;
}

void LineSource::skip(qsizetype bytes)
{
    m_begin += bytes;
    m_position += bytes;
}

// False where there is nothing more or no room for it.
bool LineSource::fill()
{
    if (m_ended || m_failed || held().size() == m_buffer.size())
        return false;
    std::memmove(m_buffer.data(), m_buffer.constData() + m_begin, static_cast<size_t>(m_end - m_begin));
    m_end -= m_begin;
    m_begin = 0;
    const qint64 read = m_device->read(m_buffer.data() + m_end, m_buffer.size() - m_end);
    m_failed = read < 0;
    m_ended = read == 0;
    m_end += std::max<qint64>(read, 0);
    return read > 0;
}

} // namespace intake
