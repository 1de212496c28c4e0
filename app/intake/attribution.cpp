#include "intake/attribution.h"

#include "intake/mail_words.h"

#include <QString>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

constexpr qsizetype mostLines = 4;
constexpr qsizetype longest = 300;

// Of whom a person speaks, and no program: "he wrote", "my husband wrote".
constexpr QStringView pronouns[] = {
    u"i",   u"he",    u"she", u"they", u"we",   u"you", u"it",   u"who",   u"him",   u"her",    u"my",  u"our",
    u"his", u"their", u"ich", u"er",   u"sie",  u"wir", u"mein", u"meine", u"unser", u"unsere", u"il",  u"elle",
    u"je",  u"nous",  u"ils", u"mon",  u"mes",  u"lui", u"lei",  u"io",    u"mio",   u"mia",    u"él",  u"ella",
    u"yo",  u"hij",   u"zij", u"ik",   u"mijn", u"ele", u"ela",  u"eu",    u"meu",   u"minha",  u"han", u"hon",
    u"hun", u"jag",   u"jeg", u"min",  u"mitt", u"hän", u"minä", u"mój",   u"moja",
};

// What the digits of a line say.
struct Digits {
    bool hasYear = false; // 1999, 2014
    bool hasDate = false; // 4/3/2014, 2014-03-04, 04.03.14
    bool hasTime = false; // 10:15, 10h15
    bool hasAny = false;
};

bool isDateMark(QChar c)
{
    return c == u'/' || c == u'-' || c == u'.';
}

Digits digitsIn(QStringView words)
{
    Digits found;
    QChar before; // the mark between this number and the one before, if nothing else is
    int dateMarks = 0;
    for (qsizetype i = 0; i < words.size();) {
        if (!words.at(i).isDigit()) {
            ++i;
            continue;
        }
        const qsizetype begin = i;
        while (i < words.size() && words.at(i).isDigit())
            ++i;
        const QStringView number = words.sliced(begin, i - begin);
        found.hasAny = true;
        found.hasYear = found.hasYear || (number.size() == 4 && (number.startsWith(u"19") || number.startsWith(u"20")));
        found.hasTime = found.hasTime || (number.size() == 2 && (before == u':' || before == u'h'));
        dateMarks = isDateMark(before) ? dateMarks + 1 : 0;
        found.hasDate = found.hasDate || dateMarks == 2;
        const bool isJoined = i + 1 < words.size() && words.at(i + 1).isDigit();
        before = isJoined ? words.at(i) : QChar();
    }
    return found;
}

bool hasClockWord(QStringView words)
{
    return words.contains(u" kl. ") || words.contains(u" kl ") || words.contains(u" klo ") ||
           words.contains(u" kello ");
}

bool hasMailAddress(QStringView words)
{
    const qsizetype at = words.indexOf(u'@');
    const auto isWord = [&words](qsizetype i) {
        return i >= 0 && i < words.size() && (words.at(i).isLetterOrNumber() || words.at(i) == u'"');
    };
    return at > 0 && (isWord(at - 1) || words.at(at - 1) == u'.' || words.at(at - 1) == u'_') && isWord(at + 1);
}

QList<QStringView> wordsOf(QStringView line)
{
    QList<QStringView> words;
    for (QStringView word : line.split(u' ', Qt::SkipEmptyParts)) {
        while (!word.isEmpty() && !word.front().isLetterOrNumber())
            word = word.sliced(1);
        while (!word.isEmpty() && !word.back().isLetterOrNumber())
            word = word.chopped(1);
        if (!word.isEmpty())
            words.append(word);
    }
    return words;
}

bool namesPronoun(const QList<QStringView> &words)
{
    return std::any_of(words.cbegin() + qMin<qsizetype>(1, words.size()), words.cend(), [](QStringView word) {
        return std::any_of(std::begin(pronouns), std::end(pronouns),
                           [word](QStringView pronoun) { return word.compare(pronoun, Qt::CaseInsensitive) == 0; });
    });
}

// Whether a name stands in it: a word with a capital that is neither the first nor right behind a digit's full stop.
bool namesSomebody(const QList<QStringView> &words)
{
    const auto capitals =
        std::count_if(words.cbegin(), words.cend(), [](QStringView word) { return word.front().isUpper(); });
    return capitals >= 3 && !namesPronoun(words);
}

// "Wilma Tansley wrote": nothing but a name of two words or more, and the verb.
bool isNameAndVerb(QStringView line)
{
    const QList<QStringView> words = wordsOf(line);
    if (words.size() < 3 || words.size() > 6 || namesPronoun(words))
        return false;
    const auto small =
        std::count_if(words.cbegin(), words.cend(), [](QStringView word) { return !word.front().isUpper(); });
    return words.first().front().isUpper() && small == 1 && hasVerbOfWriting(words.last());
}

// Colons and dashes at the end, and stars around.
QStringView withoutEnd(QStringView line)
{
    while (!line.isEmpty() &&
           (line.back() == u':' || line.back() == u'-' || line.back() == u'*' || line.back().isSpace()))
        line = line.chopped(1);
    while (!line.isEmpty() && (line.front() == u'-' || line.front() == u'*' || line.front().isSpace()))
        line = line.sliced(1);
    return line;
}

std::optional<Attribution> judged(QStringView line, bool beginsParagraph)
{
    if (!hasVerbOfWriting(line))
        return std::nullopt;
    const bool isUsual = beginsAttribution(line);
    if (!isUsual && !beginsParagraph)
        return std::nullopt;
    Attribution result;
    result.hasAddress = hasMailAddress(line);
    const Digits digits = digitsIn(line);
    const bool hasTime = digits.hasTime || hasClockWord(line);
    const bool hasDay = digits.hasYear || digits.hasDate || (isUsual && digits.hasAny);
    const QList<QStringView> words = wordsOf(line);
    if (result.hasAddress || (hasTime && hasDay && !namesPronoun(words)))
        result.certainty = Attribution::Certainty::Certain;
    else if ((digits.hasYear || digits.hasDate) && isUsual && namesSomebody(words))
        result.certainty = Attribution::Certainty::Dated;
    else if (isNameAndVerb(line))
        result.certainty = Attribution::Certainty::Name;
    else
        return std::nullopt;
    return result;
}

bool endsSentence(QStringView line)
{
    return line.endsWith(u'.') || line.endsWith(u'!') || line.endsWith(u'?');
}

// Whether the line may be the beginning of one that is wrapped, rather than the end of what somebody wrote above it.
bool canBegin(QStringView line)
{
    return digitsIn(line).hasAny || hasMailAddress(line);
}

} // namespace

std::optional<Attribution> attributionEndingAt(const QList<TextLine> &lines, qsizetype last)
{
    const TextLine &end = lines.at(last);
    if (end.isBlank() || end.words.size() > longest || !(end.words.endsWith(u':') || end.words.endsWith(u"--")))
        return std::nullopt;
    QString joined;
    std::optional<Attribution> alone; // the last line, for want of a better beginning
    for (qsizetype at = last; at >= 0 && last - at < mostLines && joined.size() <= longest; --at) {
        const TextLine &line = lines.at(at);
        if (line.isBlank() || line.depth != end.depth || (at < last && endsSentence(line.words)))
            break;
        joined = at == last ? withoutEnd(line.words).toString() : QString(line.words + u' ' + joined);
        const bool beginsParagraph = at == 0 || lines.at(at - 1).isBlank() || lines.at(at - 1).depth != end.depth;
        std::optional<Attribution> found = judged(joined, at == last || beginsParagraph);
        if (!found || (at < last && !canBegin(line.words)))
            continue;
        found->first = at;
        if (at < last || beginsParagraph || beginsAttribution(joined))
            return found;
        // Words above it may be its beginning, or somebody's own.
        if (found->certainty == Attribution::Certainty::Certain)
            alone = found;
    }
    return alone;
}

} // namespace intake
