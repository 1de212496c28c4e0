#include "intake/label_mark.h"

#include "intake/markdown_blocks.h"

#include <QRegularExpression>

namespace intake {

namespace {

constexpr qsizetype longestLabel = 120; // characters

bool isEmphasis(QChar c)
{
    return c == u'*' || c == u'_';
}

// "## ", "“", "**" before the words of a label.
qsizetype openingLength(QStringView text)
{
    qsizetype at = 0;
    while (at < text.size() && (text.at(at) == u'#' || text.at(at) == u' ' || isEmphasis(text.at(at)) ||
                                QStringView(u"“”\"«„(").contains(text.at(at))))
        ++at;
    return at;
}

// The marks of emphasis that are open behind the label: "**" of "**DEAR HAZEL: my".
QString openEmphasis(QStringView label)
{
    QString open;
    for (qsizetype at = 0; at < label.size();) {
        qsizetype end = at;
        while (end < label.size() && isEmphasis(label.at(end)) && label.at(end) == label.at(at))
            ++end;
        if (end == at) {
            ++at;
            continue;
        }
        const QString run = label.sliced(at, end - at).toString();
        open = open.isEmpty() ? run : QString();
        at = end;
    }
    return open;
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'–' || c == u'—';
}

// What may stand between a label and the words behind it.
bool isBetween(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    return c.isSpace() || isDash(c) || QStringView(u":.,!").contains(c) || (c == u'\\' && isLineEnd(text, at));
}

// Whether a label may end behind the character at `at`.
bool endsLabel(QStringView text, qsizetype at)
{
    const QChar c = text.at(at);
    const QChar next = at + 1 < text.size() ? text.at(at + 1) : u' ';
    const bool isApart = next.isSpace() || isEmphasis(next) || next == u'\\';
    if (c == u':' || c == u'：')
        return true;
    if (QStringView(u".,!)").contains(c))
        return isApart;
    if (isDash(c))
        return isApart && at > 0 && (text.at(at - 1).isSpace() || c != u'-');
    return isEmphasis(c) && !isEmphasis(next) && at > 0 && !text.at(at - 1).isSpace();
}

LabelMark markAt(const QString &text, qsizetype end, bool isSet)
{
    LabelMark mark{text.first(end), {}, isSet};
    QString open = openEmphasis(mark.label);
    qsizetype at = end;
    while (at < text.size() && isBetween(text, at))
        ++at;
    // The emphasis of a label ends right behind it, or goes on in the words.
    if (!open.isEmpty() && QStringView(text).sliced(at).startsWith(open)) {
        mark.label += open;
        at += open.size();
        open.clear();
        mark.isSet = true;
        while (at < text.size() && isBetween(text, at))
            ++at;
    }
    const bool isHeading = text.startsWith(u'#');
    mark.rest = text.sliced(at);
    mark.isSet = mark.isSet || isHeading;
    if (!mark.rest.isEmpty() && !open.isEmpty())
        mark.rest.prepend(open);
    return mark;
}

} // namespace

QList<LabelMark> labelMarks(const QString &paragraph)
{
    QList<LabelMark> marks;
    const qsizetype begin = openingLength(paragraph);
    const qsizetype line = paragraph.indexOf(u'\n');
    const qsizetype lineEnd = line < 0 ? paragraph.size() : line;
    const qsizetype end = std::min(lineEnd, begin + longestLabel);
    for (qsizetype at = begin; at < end; ++at) {
        if (endsLabel(paragraph, at)) {
            const QChar c = paragraph.at(at);
            marks.append(markAt(paragraph, at + 1, c == u':' || c == u'：' || isEmphasis(c)));
        }
    }
    // A label without any sign behind it has its line, or its paragraph, for itself; but a short sentence has that too.
    if (end == lineEnd && end > begin)
        marks.append(markAt(paragraph, end, !QStringView(u".,!?…").contains(paragraph.at(end - 1))));
    return marks;
}

QString withoutMarks(const QString &label)
{
    static const QRegularExpression around(QStringLiteral("^[\\s#*_>“\"«„(]+|[\\s*_\\\\]+$"));
    return QString(label).remove(around);
}

} // namespace intake
