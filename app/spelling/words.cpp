#include "spelling/words.h"

#include "spelling/exempt_ranges.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace spelling {

namespace {

constexpr char16_t softHyphen = 0x00AD;

bool isWordless(QChar::Script script)
{
    switch (script) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

bool isInCapitals(QStringView word)
{
    return std::none_of(word.begin(), word.end(), [](QChar c) { return c.isLower(); });
}

bool hasDigit(QStringView word)
{
    return std::any_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
}

// Whether this may be a word. The boundary finder does not say so of "_word_".
bool hasLetter(QStringView piece)
{
    return std::any_of(piece.begin(), piece.end(), [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); });
}

// Takes what the boundary finder gives, in order, and keeps what is a word to look up.
class Collector
{
public:
    Collector(QStringView text, const WordOptions &options)
        : m_text(text), m_options(options), m_exempt(exemptRanges(text, options.markdown)), m_range(m_exempt.cbegin())
    {}

    // What stands between two boundaries, with all its hyphenated parts.
    void add(qsizetype start, qsizetype end)
    {
        // UAX 29 keeps a word together at these; a missing space behind a full stop does too.
        qsizetype from = start;
        for (qsizetype at = start; at < end; ++at) {
            const QChar c = m_text[at];
            if (c == u'_' || c == u':' || c == u'.' || c == u';' || c == u',') {
                addWord(from, at);
                from = at + 1;
            }
        }
        addWord(from, end);
    }

    QVector<Word> words() const { return m_words; }

private:
    void addWord(qsizetype start, qsizetype end)
    {
        while (start < end && isApostrophe(m_text[start]))
            ++start;
        while (end > start && isApostrophe(m_text[end - 1]))
            --end;
        if (isExempt(start, end))
            return;
        const QStringView word = m_text.sliced(start, end - start);
        const bool hyphenated = std::any_of(word.begin(), word.end(), isHyphen);
        if (hyphenated && (hasDigit(word) || word.size() > longestWord)) {
            for (const Word &part : hyphenParts(m_text, {start, end - start}))
                addIfUseful(part);
        } else {
            addIfUseful({start, end - start});
        }
    }

    void addIfUseful(Word place)
    {
        const QStringView word = m_text.sliced(place.start, place.length);
        if (word.size() < 2 || word.size() > longestWord || hasDigit(word))
            return;
        if (m_options.skipCapitals && isInCapitals(word))
            return;
        const QChar first = word.front();
        const bool pair = first.isHighSurrogate() && word[1].isLowSurrogate();
        const char32_t letter = pair ? QChar::surrogateToUcs4(first, word[1]) : first.unicode();
        if (!QChar::isLetter(letter) || (letter > 0x0E00 && isWordless(QChar::script(letter))))
            return;
        m_words.append(place);
    }

    bool isExempt(qsizetype start, qsizetype end)
    {
        while (m_range != m_exempt.cend() && m_range->start + m_range->length <= start)
            ++m_range;
        return m_range != m_exempt.cend() && m_range->start < end;
    }

    QStringView m_text;
    WordOptions m_options;
    QVector<Word> m_exempt;
    QVector<Word>::const_iterator m_range;
    QVector<Word> m_words;
};

} // namespace

QVector<Word> splitWords(QStringView text, const WordOptions &options)
{
    Collector collector(text, options);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Word, text);
    qsizetype joinedFrom = -1;
    while (finder.position() >= 0) {
        const qsizetype start = finder.position();
        const qsizetype end = finder.toNextBoundary();
        if (end < 0)
            break;
        if (!hasLetter(text.sliced(start, end - start)))
            continue;
        if (joinedFrom < 0)
            joinedFrom = start;
        // A hyphen with a letter behind it: the next word belongs to this one.
        if (end + 1 < text.size() && isHyphen(text[end]) && text[end + 1].isLetterOrNumber())
            continue;
        collector.add(joinedFrom, end);
        joinedFrom = -1;
    }
    return collector.words();
}

QVector<Word> hyphenParts(QStringView text, Word word)
{
    QVector<Word> parts;
    const qsizetype end = word.start + word.length;
    qsizetype from = word.start;
    for (qsizetype at = word.start; at <= end; ++at) {
        if (at < end && !isHyphen(text[at]))
            continue;
        if (at > from)
            parts.append({from, at - from});
        from = at + 1;
    }
    return parts;
}

bool isHyphen(QChar c)
{
    return c == u'-' || c == QChar(0x2010) || c == QChar(0x2011);
}

bool isApostrophe(QChar c)
{
    return c == u'\'' || c == QChar(0x2019);
}

QString lookupForm(QStringView word)
{
    QString form;
    form.reserve(word.size());
    bool composed = true;
    for (const QChar c : word) {
        if (c == QChar(softHyphen))
            continue;
        if (isApostrophe(c))
            form += u'\'';
        else if (isHyphen(c))
            form += u'-';
        else
            form += c;
        composed = composed && c.unicode() < 0x0300;
    }
    return composed ? form : form.normalized(QString::NormalizationForm_C);
}

} // namespace spelling
