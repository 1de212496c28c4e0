#include "intake/text_lines.h"

#include <algorithm>

namespace intake {

namespace {

// Marks of quotation, with a space between them or in front; more spaces are the text's own.
qsizetype behindMarks(QStringView line, int &depth)
{
    qsizetype at = line.startsWith(u' ') ? 1 : 0;
    qsizetype end = 0;
    while (at < line.size() && line.at(at) == u'>') {
        ++depth;
        end = ++at;
        if (at < line.size() && line.at(at) == u' ')
            ++at;
    }
    return end;
}

} // namespace

QList<TextLine> linesOf(QStringView text)
{
    QList<TextLine> lines;
    for (qsizetype begin = 0; begin < text.size();) {
        const qsizetype mark = text.indexOf(u'\n', begin);
        const qsizetype end = mark < 0 ? text.size() : mark;
        TextLine line{begin, mark < 0 ? end : mark + 1, 0, {}};
        const QStringView whole = text.sliced(begin, end - begin);
        line.words = whole.sliced(behindMarks(whole, line.depth)).trimmed();
        lines.append(line);
        begin = line.end;
    }
    return lines;
}

bool isRule(QStringView words, qsizetype shortest)
{
    if (words.size() < shortest || !QStringView(u"_-=*~").contains(words.front()))
        return false;
    return std::all_of(words.cbegin(), words.cend(), [&words](QChar c) { return c == words.front(); });
}

} // namespace intake
