// LineSource: the lines of a file, one after another, without ever holding more of it than a buffer; it can look ahead,
// and at other places of the file. Lines end with "\n", "\r\n", "\r\r\n" (what was turned into DOS lines twice) or "\r"
// (old Mac), in one file as in another. Owned by a reader; one thread.
#pragma once

#include <QByteArray>
#include <QString>

#include <memory>
#include <optional>

class QIODevice;

namespace intake {

// Where a line of some bytes begins, where its text ends, and where the next line begins.
struct TextLine {
    qsizetype begin;
    qsizetype end;
    qsizetype next;

    [[nodiscard]] QByteArrayView textIn(QByteArrayView bytes) const { return bytes.sliced(begin, end - begin); }
    [[nodiscard]] QByteArrayView wholeIn(QByteArrayView bytes) const { return bytes.sliced(begin, next - begin); }
};

[[nodiscard]] TextLine textLineAt(QByteArrayView bytes, qsizetype position);

class LineSource
{
public:
    // A line that does not fit into the buffer comes in pieces.
    struct Line {
        QByteArrayView bytes; // with its end; until the next call of any function
        bool begins = true;   // false: a later piece of a line
        bool isWhole = true;  // false: a piece of a line
        bool isBlank = false; // nothing but the line's end
    };

    // The device is open for reading. The buffer is of 64 bytes at least.
    LineSource(std::unique_ptr<QIODevice> device, qsizetype bufferSize);
    ~LineSource();
    LineSource(const LineSource &) = delete;
    LineSource &operator=(const LineSource &) = delete;

    // Nothing at the end of the file, or where it cannot be read any further.
    [[nodiscard]] std::optional<Line> next();
    // So many of the bytes that come next, or what there is; never more than the buffer holds.
    [[nodiscard]] QByteArrayView ahead(qsizetype bytes);
    // So many of the bytes at another offset, or what there is; none where the file cannot be read there.
    [[nodiscard]] QByteArray at(qint64 offset, qsizetype bytes);
    // Leaves bytes out; no more than ahead() has given.
    void skip(qsizetype bytes);

    [[nodiscard]] qint64 position() const { return m_position; } // of what comes next
    [[nodiscard]] bool atLineStart() const { return !m_lineOpen; }
    [[nodiscard]] bool hasFailed() const { return m_failed; }
    [[nodiscard]] QString errorString() const;

private:
    [[nodiscard]] QByteArrayView held() const { return QByteArrayView(m_buffer).sliced(m_begin, m_end - m_begin); }
    [[nodiscard]] bool fill();

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_buffer;
    qsizetype m_begin = 0; // what is not taken yet of the buffer
    qsizetype m_end = 0;
    qint64 m_position = 0;
    bool m_lineOpen = false; // the last line was a piece
    bool m_ended = false;
    bool m_failed = false;
};

} // namespace intake
