#include "intake/quotation.h"

#include "intake/line_source.h"
#include "intake/separator.h"

namespace intake {

namespace {

qsizetype markCount(QByteArrayView line)
{
    qsizetype marks = 0;
    while (marks < line.size() && line.at(marks) == '>')
        ++marks;
    return marks;
}

// Whether the line quotes earlier mail as deep as that, in the manner of ">so" rather than "> so".
bool quotes(QByteArrayView line, qsizetype depth)
{
    const qsizetype marks = markCount(line);
    return marks >= depth && (marks == line.size() || (line.at(marks) != ' ' && line.at(marks) != '\t'));
}

// Where the first line after the headers begins.
qsizetype bodyBegin(QByteArrayView message)
{
    qsizetype at = 0;
    while (at < message.size()) {
        const TextLine line = textLineAt(message, at);
        at = line.next;
        if (line.begin == line.end)
            break;
    }
    return at;
}

// Whether a line of the body begins with "From " as it was written.
bool hasUnmarked(QByteArrayView message, qsizetype body)
{
    for (qsizetype at = message.indexOf("From ", body); at >= 0; at = message.indexOf("From ", at + 5)) {
        if (at == body || message.at(at - 1) == '\n' || message.at(at - 1) == '\r')
            return true;
    }
    return false;
}

} // namespace

QByteArray withoutMarks(const QByteArray &message)
{
    if (!message.contains(">From "))
        return message;
    const QByteArrayView bytes(message);
    const qsizetype body = bodyBegin(bytes);
    const bool leavesSentences = hasUnmarked(bytes, body);
    QByteArray bare = message.first(body);
    bare.reserve(message.size());
    QByteArrayView before;
    for (qsizetype at = body; at < bytes.size();) {
        // Lines that may bear a mark, one after another, have the same neighbours.
        qsizetype end = at;
        TextLine line = textLineAt(bytes, end);
        while (line.next > line.begin && isQuotedSeparator(line.textIn(bytes))) {
            end = line.next;
            line = textLineAt(bytes, end);
        }
        const QByteArrayView after = line.textIn(bytes);
        while (at < end) {
            const TextLine marked = textLineAt(bytes, at);
            const QByteArrayView text = marked.textIn(bytes);
            const qsizetype depth = markCount(text);
            const bool keeps =
                leavesSentences ? !isSeparator(text.sliced(depth)) : quotes(before, depth) || quotes(after, depth);
            bare.append(marked.wholeIn(bytes).sliced(keeps ? 0 : 1));
            at = marked.next;
        }
        bare.append(line.wholeIn(bytes));
        before = after;
        at = line.next;
    }
    return bare;
}

} // namespace intake
