#include "intake/imap_stream.h"

#include "intake/imap_words.h"

#include <QElapsedTimer>

#include <algorithm>

namespace intake {

namespace {

using base::Result;

constexpr int stepMs = 40;                      // between two looks at whether to go on
constexpr qsizetype longestLines = 1024 * 1024; // bytes of a response without its literals
constexpr qsizetype mostLiterals = 100;

} // namespace

ImapStream::ImapStream(ImapTransport &transport, const ImapServer &server, const base::Progress &progress)
    : m_transport(transport), m_server(server), m_progress(progress)
{}

Result<ImapResponse> ImapStream::next()
{
    ImapLines lines;
    qsizetype left = longestLines;
    for (;;) {
        auto read = line(left);
        if (!read)
            return read.error();
        left -= read->size();
        const auto mark = literalMark(*read, lines.lines.isEmpty());
        if (!mark) {
            lines.lines.append(*std::move(read));
            return parseResponse(lines);
        }
        if (lines.literals.size() == mostLiterals)
            return notUnderstood(m_server);
        read->chop(mark->length);
        lines.lines.append(*std::move(read));
        auto bytes = literal(mark->size);
        if (!bytes)
            return bytes.error();
        lines.literals.append(*std::move(bytes));
    }
}

Result<QByteArray> ImapStream::line(qsizetype most)
{
    qsizetype searched = m_at;
    for (;;) {
        const qsizetype end = m_buffer.indexOf('\n', searched);
        if ((end < 0 ? m_buffer.size() : end) - m_at > most)
            return notUnderstood(m_server);
        if (end >= 0) {
            QByteArray bytes = m_buffer.sliced(m_at, end - m_at);
            m_at = end + 1;
            if (bytes.endsWith('\r'))
                bytes.chop(1);
            return bytes;
        }
        searched = m_buffer.size() - m_at;
        if (const auto filled = fill(); !filled)
            return filled.error();
    }
}

Result<ImapLiteral> ImapStream::literal(qint64 size)
{
    ImapLiteral literal{{}, size};
    for (qint64 left = size; left > 0;) {
        if (!hasMore()) {
            if (const auto filled = fill(); !filled)
                return filled.error();
        }
        const qsizetype here = static_cast<qsizetype>(std::min<qint64>(left, m_buffer.size() - m_at));
        const qint64 wanted = std::min<qint64>(here, m_server.largestLetter - literal.bytes.size());
        literal.bytes.append(m_buffer.constData() + m_at, static_cast<qsizetype>(wanted));
        m_at += here;
        left -= here;
    }
    return literal;
}

// Waits for more; what is taken of the buffer goes.
Result<void> ImapStream::fill()
{
    m_buffer.remove(0, m_at);
    m_at = 0;
    QElapsedTimer silence;
    silence.start();
    while (!m_progress.isCancelled()) {
        const auto bytes = m_transport.read(stepMs);
        if (!bytes)
            return bytes.error();
        if (!bytes->isEmpty()) {
            m_buffer.append(*bytes);
            return {};
        }
        if (silence.elapsed() >= m_server.silenceMs)
            return silent(m_server);
    }
    return cancelled();
}

} // namespace intake
