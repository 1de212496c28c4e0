#include "intake/flowed.h"

#include <QStringList>

namespace intake {

namespace {

struct FlowedLine {
    int depth = 0; // of quotation
    QStringView words;
    bool goesOn = false; // the next line belongs to the same paragraph
};

FlowedLine parsed(QStringView line, bool deletesSpaces)
{
    FlowedLine result;
    while (result.depth < line.size() && line.at(result.depth) == u'>')
        ++result.depth;
    result.words = line.sliced(result.depth);
    if (result.words.startsWith(u' '))
        result.words = result.words.sliced(1); // space-stuffed
    const bool isSignatureMark = result.words == u"-- ";
    result.goesOn = !isSignatureMark && result.words.endsWith(u' ');
    if (result.goesOn && deletesSpaces)
        result.words.chop(1);
    return result;
}

QString quoted(const QString &paragraph, int depth)
{
    if (depth == 0)
        return paragraph;
    const QString marks(depth, QLatin1Char('>'));
    return paragraph.isEmpty() ? marks : QString(marks + QLatin1Char(' ') + paragraph);
}

} // namespace

QString unfoldFlowed(const QString &text, bool deletesSpaces)
{
    QStringList lines;
    QString paragraph;
    int depth = 0;
    bool open = false;
    const auto close = [&] {
        if (open)
            lines.append(quoted(paragraph, depth));
        paragraph.clear();
        open = false;
    };
    for (const QStringView line : QStringView(text).split(u'\n')) {
        const FlowedLine next = parsed(line, deletesSpaces);
        if (open && (next.depth != depth || next.words == u"-- "))
            close();
        depth = next.depth;
        paragraph.append(next.words);
        open = true;
        if (!next.goesOn)
            close();
    }
    close();
    return lines.join(QLatin1Char('\n'));
}

} // namespace intake
