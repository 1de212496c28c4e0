#include "intake/column_signature.h"

#include "intake/markdown_blocks.h"
#include "intake/pen_name.h"

#include <QRegularExpression>
#include <QStringList>

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype longestSignature = 80; // characters, with its place
constexpr qsizetype mostWords = 9;

// The words of a line without dashes, emphasis and quotation marks around them, and whether they had any.
struct Bare {
    QString words;
    bool isMarked = false;
};

Bare bare(const QString &line)
{
    static const QRegularExpression before(QStringLiteral("^(?:[\\s*_\"“”~(]|\\\\?[-–—]+\\s*)+"));
    static const QRegularExpression behind(QStringLiteral("[\\s*_\"“”~)\\\\]+$"));
    const QString trimmed = line.trimmed();
    QString words = trimmed;
    const auto opening = before.match(words);
    words.remove(0, opening.capturedLength());
    words.remove(behind);
    return {words.simplified(), opening.capturedLength() > 0};
}

bool isSmall(const QString &word)
{
    static const QStringList small{
        QStringLiteral("in"), QStringLiteral("of"),   QStringLiteral("the"),  QStringLiteral("and"),
        QStringLiteral("at"), QStringLiteral("from"), QStringLiteral("near"), QStringLiteral("but"),
        QStringLiteral("a"),  QStringLiteral("with"), QStringLiteral("by"),   QStringLiteral("for"),
        QStringLiteral("to"), QStringLiteral("on"),   QStringLiteral("not"),  QStringLiteral("de"),
        QStringLiteral("en"), QStringLiteral("aus"),  QStringLiteral("und"),  QStringLiteral("à"),
        QStringLiteral("et"), QStringLiteral("über"), QStringLiteral("y"),    QStringLiteral("withheld")};
    return small.contains(word.toLower());
}

// "M." and "Dr." end no sentence.
bool endsSentence(const QString &words)
{
    static const QRegularExpression initial(QStringLiteral("(?:^|[\\s.])\\p{L}{1,3}\\.$"));
    const QChar last = words.back();
    if (last == u'.')
        return !initial.match(words).hasMatch();
    return QStringView(u"?!:;…").contains(last);
}

bool isCapitalised(const QString &words)
{
    const QStringList all = words.split(u' ');
    return std::ranges::all_of(all, [](const QString &word) {
        const auto letter = std::ranges::find_if(word, [](QChar c) { return c.isLetterOrNumber(); });
        return letter == word.end() || letter->isUpper() || letter->isNumber() || isSmall(word);
    });
}

bool canSign(const Bare &line)
{
    if (line.words.isEmpty() || line.words.size() > longestSignature || line.words.count(u' ') >= mostWords ||
        endsSentence(line.words) || line.words.contains(QLatin1String("](")) || line.words.contains(u'@'))
        return false;
    return line.words.front().isUpper() && (line.isMarked || isCapitalised(line.words));
}

// "SIGNED, Confused" and "Yours, Worried" without what comes before the name.
QString withoutClosing(const QString &words)
{
    static const QRegularExpression sign(QStringLiteral("^signed[,:]?\\s+"), QRegularExpression::CaseInsensitiveOption);
    QString rest = words;
    if (rest.remove(sign).size() < words.size())
        return rest;
    const QString name = words.contains(u',') || words.contains(u':') ? penNameIn(words) : QString();
    return name.isEmpty() ? words : name;
}

SignedLetter signedBy(const QString &words, const QString &place)
{
    const QString name = withoutClosing(words);
    const qsizetype comma = name.lastIndexOf(u',');
    if (!place.isEmpty() || comma <= 0 || comma + 1 == name.size())
        return {{}, comma + 1 == name.size() ? name.chopped(1) : name, place};
    return {{}, name.first(comma).trimmed(), name.sliced(comma + 1).trimmed()};
}

// The lines of a paragraph, without the marks of hard breaks.
QStringList linesOf(const QString &text)
{
    QStringList lines = text.split(u'\n');
    for (QString &line : lines) {
        while (line.endsWith(u' ') || line.endsWith(u'\\'))
            line.chop(1);
    }
    return lines;
}

} // namespace

SignedLetter signedLetter(const QString &markdown)
{
    QList<MarkdownBlock> blocks = withoutEdgeRules(markdownBlocks(markdown));
    if (blocks.isEmpty() || blocks.last().kind != MarkdownBlock::Kind::Text)
        return {markdown, {}, {}};
    QStringList lines = linesOf(blocks.last().text);
    const bool isOnly = blocks.size() == 1;
    const Bare last = bare(lines.last());
    // A letter of one line is a letter, not a name.
    if ((isOnly && lines.size() == 1) || !canSign(last))
        return {markdown, {}, {}};
    const Bare before = lines.size() > 1 ? bare(lines.at(lines.size() - 2)) : Bare();
    // A name with its place below it has the paragraph for itself.
    const bool hasPlaceBelow = !isOnly && lines.size() == 2 && canSign(before) &&
                               withoutClosing(before.words + QLatin1String(" X")).endsWith(QLatin1String(" X")) &&
                               !penNameIn(lines.join(u'\n')).startsWith(last.words);
    const bool isSetApart =
        lines.size() == 1 || hasPlaceBelow || last.isMarked || penNameIn(lines.join(u'\n')) == last.words;
    if (!isSetApart)
        return {markdown, {}, {}};
    SignedLetter letter = hasPlaceBelow ? signedBy(before.words, last.words) : signedBy(last.words, {});
    lines.resize(lines.size() - (hasPlaceBelow ? 2 : 1));
    if (lines.isEmpty())
        blocks.removeLast();
    else
        blocks.last().text = lines.join(QLatin1String("\\\n"));
    letter.text = markdownOf(blocks);
    if (letter.signature.endsWith(u','))
        letter.signature.chop(1);
    return letter;
}

} // namespace intake
