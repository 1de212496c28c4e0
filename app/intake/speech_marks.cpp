#include "intake/speech_marks.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

struct MarkPair {
    char16_t open;
    char16_t close;
};

constexpr MarkPair pairs[] = {
    {u'“', u'”'}, {u'"', u'"'}, {u'‘', u'’'}, {u'\'', u'\''}, {u'«', u'»'},   {u'„', u'“'},
    {u'»', u'«'}, {u'‹', u'›'}, {u'‚', u'‘'}, {u'「', u'」'}, {u'『', u'』'},
};

// An apostrophe is none.
bool isMarkAt(const QString &text, qsizetype at, QChar mark)
{
    const auto isLetter = [&text](qsizetype i) {
        return i >= 0 && i < text.size() && text.at(i).isLetter();
    };
    return text.at(at) == mark && !(isLetter(at - 1) && isLetter(at + 1));
}

qsizetype marksIn(const QString &text, QChar mark)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        count += isMarkAt(text, i, mark) ? 1 : 0;
    return count;
}

// How many marks more open speech in the paragraph than close it; of marks that do both, one or none.
qsizetype leftOpen(const QString &paragraph, QChar opening, QChar closing)
{
    const qsizetype opened = marksIn(paragraph, opening);
    return opening == closing ? opened % 2 : opened - marksIn(paragraph, closing);
}

// Emphasis may stand behind the mark.
void removeLast(QString &paragraph, QChar closing)
{
    qsizetype at = paragraph.size();
    while (at > 0 && (paragraph.at(at - 1).isSpace() || QStringView(u"*_").contains(paragraph.at(at - 1))))
        --at;
    if (at > 0 && paragraph.at(at - 1) == closing)
        paragraph.remove(at - 1, 1);
}

} // namespace

QChar closingMark(QChar mark)
{
    const auto *const pair =
        std::find_if(std::begin(pairs), std::end(pairs), [mark](const MarkPair &each) { return each.open == mark; });
    return pair == std::end(pairs) ? QChar() : QChar(pair->close);
}

QString withoutSpeechMarks(const QString &letter, QChar opening)
{
    const QChar closing = closingMark(opening);
    const QString gap = QStringLiteral("\n\n");
    QStringList paragraphs = letter.split(gap);
    QString &last = paragraphs.last();
    if (leftOpen(last, opening, closing) != 0 || last.startsWith(opening))
        removeLast(last, closing);
    for (qsizetype i = 1; i < paragraphs.size(); ++i) {
        QString &paragraph = paragraphs[i];
        if (paragraph.startsWith(opening) && leftOpen(paragraph, opening, closing) > 0)
            paragraph.remove(0, 1);
    }
    return paragraphs.join(gap);
}

} // namespace intake
