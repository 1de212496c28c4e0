#include "intake/column_signature.h"

#include "intake/pen_name.h"

#include <QStringList>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

namespace intake {

namespace {

constexpr qsizetype longestLine = 120;   // of a signature, with its marks
constexpr qsizetype longestBefore = 400; // looked at of the line before it
constexpr qsizetype mostNameWords = 6;
constexpr qsizetype mostPlaceWords = 5;

// In small letters.
constexpr QStringView withheld[] = {
    u"name withheld",
    u"name withheld by request",
    u"name and address withheld",
    u"name and address supplied",
    u"name supplied",
    u"anonymous",
    u"anon",
    u"anonym",
    u"anonyme",
    u"anónimo",
    u"name der redaktion bekannt",
    u"name geändert",
    u"nom et adresse connus",
};

// A line at the end of a text.
struct Line {
    qsizetype begin = 0;
    QString raw;
    QString plain;        // without emphasis, escapes and a hard break
    QString before;       // the same of the line before it, at most its end
    bool isAlone = false; // in its paragraph, as far as what stands before it tells
    bool isEmphasised = false;
    bool isItem = false; // of a list
};

// What a line holds of a signature.
struct Name {
    QString lead; // words that stay in the letter: "Yours,"
    QString name;
    QString place;
};

bool isEmphasis(QChar c)
{
    return c == u'*' || c == u'_';
}

bool isDash(QChar c)
{
    return c == u'-' || c == u'~' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015);
}

QString plainLine(QStringView raw)
{
    QString plain;
    for (qsizetype i = 0; i < raw.size(); ++i) {
        if (raw.at(i) == u'\\' && i + 1 < raw.size() && raw.at(i + 1).isPunct())
            plain.append(raw.at(++i));
        else if (raw.at(i) != u'\\' && !isEmphasis(raw.at(i)))
            plain.append(raw.at(i));
    }
    return plain.simplified();
}

// Without white space and a hard break behind it.
QString withoutBreak(QStringView text)
{
    while (!text.isEmpty() && (text.back().isSpace() || text.back() == u'\\'))
        text = text.chopped(1);
    return text.toString();
}

bool isAbbreviation(QStringView word)
{
    constexpr qsizetype longest = 3;
    return !word.isEmpty() && word.size() <= longest && word.front().isUpper() &&
           (word.size() == 1 || !word.back().isUpper());
}

// "J. Tansley" has no end of a sentence in it.
QString withoutAbbreviationPoints(const QString &words)
{
    QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    for (QString &word : each) {
        const qsizetype point = word.indexOf(u'.');
        if (point > 0 && isAbbreviation(QStringView(word).first(point)))
            word.remove(point, 1);
    }
    return each.join(u' ');
}

// Without what is set around a name; a point stays behind an initial.
QString cleaned(const QString &words)
{
    QStringView name(words);
    const auto isAround = [](QChar c) {
        return c.isSpace() || QStringView(u"\"“”‘’«»,;").contains(c) || isDash(c);
    };
    while (!name.isEmpty() && isAround(name.front()))
        name = name.sliced(1);
    while (!name.isEmpty() && (isAround(name.back()) || name.back() == u'.')) {
        const QStringView word = name.sliced(name.lastIndexOf(u' ') + 1);
        if (name.back() == u'.' && (isAbbreviation(word.chopped(1)) || word.chopped(1).contains(u'.')))
            break;
        name = name.chopped(1);
    }
    if (name.startsWith(u'(') && name.endsWith(u')'))
        name = name.sliced(1).chopped(1);
    return name.trimmed().toString();
}

bool isWithheld(const QString &words)
{
    return std::any_of(std::begin(withheld), std::end(withheld), [&words](QStringView known) {
        return QStringView(words).compare(known, Qt::CaseInsensitive) == 0;
    });
}

bool endsSentence(QStringView text)
{
    while (!text.isEmpty() &&
           (text.back().isSpace() || isEmphasis(text.back()) || QStringView(u"\\\"“”‘’»)").contains(text.back())))
        text = text.chopped(1);
    return !text.isEmpty() && QStringView(u".?!…。？！").contains(text.back());
}

bool isPlaceName(const QString &words)
{
    return words.count(u' ') < mostPlaceWords && isWrittenAsName(withoutAbbreviationPoints(words));
}

// "Sad, Tired and Blue in Leeds": the words belong together.
bool namesOwnPlace(const QString &words)
{
    static constexpr std::array prepositions{u" in ", u" from ", u" aus ", u" à ", u" en ", u" uit "};
    return std::any_of(prepositions.begin(), prepositions.end(),
                       [&words](const char16_t *word) { return words.contains(QStringView(word)); });
}

// Behind the first comma, unless an age stands there: "Wilma, 34, Leeds". Or in brackets, or behind a dash.
Name parted(const QString &words)
{
    const QString whole = cleaned(words);
    if (const qsizetype bracket = whole.indexOf(u" ("); bracket > 0 && whole.endsWith(u')'))
        return {{}, cleaned(whole.first(bracket)), cleaned(whole.sliced(bracket + 2).chopped(1))};
    const QString marked = QString(whole)
                               .replace(QStringLiteral(" – "), QStringLiteral(", "))
                               .replace(QStringLiteral(" — "), QStringLiteral(", "))
                               .replace(QStringLiteral(" - "), QStringLiteral(", "));
    const auto hasDigit = [](const QString &part) {
        return std::any_of(part.cbegin(), part.cend(), [](QChar c) { return c.isDigit(); });
    };
    const QStringList parts = marked.split(u',');
    qsizetype ofName = 1;
    while (ofName < parts.size() && hasDigit(parts.at(ofName)))
        ++ofName;
    const QString place = parts.sliced(ofName).join(u',').trimmed();
    if (place.isEmpty() || !isPlaceName(place) || namesOwnPlace(place))
        return {{}, whole, {}};
    return {{}, cleaned(parts.first(ofName).join(u',')), place};
}

// Whether the words are a name, with a place or without, by how they are written alone.
bool isName(const QString &words)
{
    const Name name = parted(words);
    const QString bare = withoutAbbreviationPoints(name.name);
    return !isClosing(bare) && bare.count(u' ') < mostNameWords && isWrittenAsName(bare);
}

// A sentence of one word ends in a point as well; a name with a place is told by its comma.
bool endsLikeName(const Line &line)
{
    const QString end = line.plain.right(1);
    if (end == u"?" || end == u"!" || end == u":")
        return false;
    return end != u"." || line.isEmphasised || cleaned(line.plain).endsWith(u'.') ||
           !parted(line.plain).place.isEmpty();
}

// Where in the line the name begins; negative: it is none.
qsizetype nameBegin(const Line &line)
{
    if (line.plain.isEmpty() || line.raw.size() > longestLine || (line.isItem && !line.isAlone))
        return -1;
    if (isWithheld(cleaned(line.plain)))
        return 0;
    const QString tail = line.before + (line.isAlone ? QStringLiteral("\n\n") : QStringLiteral("\n")) + line.plain;
    const QString pen = penNameIn(tail);
    if (!pen.isEmpty() && isWrittenAsName(QStringView(pen).left(pen.indexOf(u' '))))
        return line.plain.lastIndexOf(pen);
    const bool hasContext = line.isAlone || endsSentence(line.before) || isClosing(line.before);
    return hasContext && endsLikeName(line) && isName(line.plain) ? 0 : -1;
}

std::optional<Name> nameOn(const Line &line)
{
    const qsizetype begin = nameBegin(line);
    if (begin < 0)
        return std::nullopt;
    Name name = parted(line.plain.sliced(begin));
    const QString lead = line.plain.first(begin);
    if (std::any_of(lead.cbegin(), lead.cend(), [](QChar c) { return c.isLetter(); }))
        name.lead = lead.trimmed();
    return name.name.isEmpty() ? std::nullopt : std::optional(name);
}

// The line that ends at `end`; none for the first of a text.
std::optional<Line> lineEndingAt(const QString &text, qsizetype end)
{
    Line line;
    line.begin = text.lastIndexOf(u'\n', end - 1) + 1;
    if (line.begin == 0 || end - line.begin > longestLine)
        return std::nullopt;
    line.raw = text.sliced(line.begin, end - line.begin);
    line.plain = plainLine(line.raw);
    line.isEmphasised = isEmphasis(line.raw.front()) && isEmphasis(withoutBreak(line.raw).back());
    const QString above = withoutBreak(QStringView(text).first(line.begin).last(std::min(line.begin, longestBefore)));
    line.before = plainLine(QStringView(above).sliced(above.lastIndexOf(u'\n') + 1));
    line.isItem = line.raw.size() > 1 && QStringView(u"-+*").contains(line.raw.front()) && line.raw.at(1).isSpace();
    line.isAlone = line.begin >= 2 && text.at(line.begin - 2) == u'\n';
    return line;
}

// Marks at the end that stand behind white space, and so open emphasis.
qsizetype openersAtEnd(QStringView text, QChar mark)
{
    qsizetype count = 0;
    while (count < text.size() && text.at(text.size() - 1 - count) == mark)
        ++count;
    return count == text.size() || text.at(text.size() - 1 - count).isSpace() ? count : 0;
}

// What is cut off may close emphasis that begins before it.
void closeEmphasis(QString &rest, QStringView cut)
{
    qsizetype closing = 0;
    while (closing < cut.size() && isEmphasis(cut.at(cut.size() - 1 - closing)))
        ++closing;
    if (closing == 0)
        return;
    const QChar mark = cut.back();
    const qsizetype unopened = closing - std::min(closing, cut.chopped(closing).count(mark));
    const qsizetype empty = std::min(unopened, openersAtEnd(rest, mark));
    rest = withoutBreak(QStringView(rest).chopped(empty)) + QString(unopened - empty, mark);
}

ColumnSignature cutAt(const QString &text, qsizetype begin, const Name &name)
{
    QString rest = text.first(begin) + name.lead;
    closeEmphasis(rest, QStringView(text).sliced(begin));
    return {withoutBreak(rest), name.name, name.place};
}

// "Torn\" and "Truro" below it.
std::optional<ColumnSignature> onTwoLines(const QString &text)
{
    const std::optional<Line> last = lineEndingAt(text, text.size());
    if (!last || last->isAlone || last->isItem || !isPlaceName(cleaned(last->plain)) || isClosing(last->plain) ||
        namesOwnPlace(last->plain))
        return std::nullopt;
    const std::optional<Line> above = lineEndingAt(text, last->begin - 1);
    if (!above || isClosing(above->plain))
        return std::nullopt;
    std::optional<Name> name = nameOn(*above);
    if (!name || !name->place.isEmpty() || isWithheld(cleaned(last->plain)))
        return std::nullopt;
    name->place = cleaned(last->plain);
    return cutAt(text, above->begin, *name);
}

std::optional<ColumnSignature> onLastLine(const QString &text)
{
    const std::optional<Line> line = lineEndingAt(text, text.size());
    if (!line)
        return std::nullopt;
    const std::optional<Name> name = nameOn(*line);
    return name ? std::optional(cutAt(text, line->begin, *name)) : std::nullopt;
}

// Whether a name can begin at `at`, behind the end of a sentence.
bool beginsBehindSentence(const QString &text, qsizetype at)
{
    if (isDash(text.at(at))) {
        const bool isHyphen = text.at(at) == u'-' && at > 0 && !text.at(at - 1).isSpace();
        return !isHyphen && endsSentence(QStringView(text).first(at).last(std::min<qsizetype>(at, 20)));
    }
    return isEmphasis(text.at(at)) && at > 0 && text.at(at - 1).isSpace() && isEmphasis(text.back()) &&
           endsSentence(QStringView(text).first(at).last(std::min<qsizetype>(at, 20)));
}

// "What shall I do? — TORN IN TRURO"
std::optional<ColumnSignature> inLastLine(const QString &text)
{
    const qsizetype line = text.lastIndexOf(u'\n') + 1;
    for (qsizetype at = text.size() - 1; at > std::max(line, text.size() - longestLine); --at) {
        if (!beginsBehindSentence(text, at))
            continue;
        const QString words = cleaned(plainLine(QStringView(text).sliced(at)));
        const QChar end = words.isEmpty() ? QChar() : words.back();
        if ((isName(words) && end != u'?' && end != u'!') || isWithheld(words))
            return cutAt(text, at, parted(words));
    }
    return std::nullopt;
}

} // namespace

ColumnSignature signatureOf(const QString &letter)
{
    const QString text = withoutBreak(letter);
    if (const std::optional<ColumnSignature> found = onTwoLines(text))
        return *found;
    if (const std::optional<ColumnSignature> found = onLastLine(text))
        return *found;
    if (const std::optional<ColumnSignature> found = inLastLine(text))
        return *found;
    return {letter, {}, {}};
}

} // namespace intake
