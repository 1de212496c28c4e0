#include "privacy/folded_text.h"

#include "desk/transliteration.h"

namespace privacy {

namespace {

bool isApostrophe(char32_t letter)
{
    return letter == U'\'' || letter == 0x2019 || letter == 0x02BC || letter == 0xFF07;
}

bool isAsciiLetter(char32_t letter)
{
    return (letter | 0x20U) >= U'a' && (letter | 0x20U) <= U'z';
}

bool isWordLetter(char32_t letter)
{
    if (letter < 0x80)
        return isAsciiLetter(letter) || (letter >= U'0' && letter <= U'9');
    return QChar::isLetterOrNumber(letter) && !isApostrophe(letter);
}

// Accents written behind their letter, and soft hyphens, joiners and the like, which nobody sees.
bool isAttached(char32_t letter)
{
    return letter >= 0x80 && (QChar::isMark(letter) || QChar::category(letter) == QChar::Other_Format);
}

bool isScriptWithoutSpaces(char32_t letter)
{
    if (letter < 0x0E00)
        return false;
    switch (QChar::script(letter)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return false;
    }
}

qsizetype unitsOf(char32_t letter)
{
    return QChar::requiresSurrogates(letter) ? 2 : 1;
}

bool isCapital(char32_t letter)
{
    return QChar::isUpper(letter) || QChar::isTitleCase(letter);
}

} // namespace

FoldedText::FoldedText(QStringView text) : m_text(text)
{
    m_folded.reserve(text.size());
    m_words.reserve(static_cast<std::size_t>(text.size() / 5 + 1));
    qsizetype at = 0;
    while (at < m_text.size()) {
        if (!isWordLetter(letterAt(at))) {
            at += unitsOf(letterAt(at));
            continue;
        }
        const qsizetype end = endOfWord(at);
        addWord(at, end);
        at = end;
    }
}

char32_t FoldedText::letterAt(qsizetype at) const
{
    const QChar unit = m_text.at(at);
    if (unit.isHighSurrogate() && at + 1 < m_text.size() && m_text.at(at + 1).isLowSurrogate())
        return QChar::surrogateToUcs4(unit, m_text.at(at + 1));
    return unit.unicode();
}

// Where the word that begins at `start` ends.
qsizetype FoldedText::endOfWord(qsizetype start) const
{
    const char32_t first = letterAt(start);
    const bool isAlone = isScriptWithoutSpaces(first);
    qsizetype at = start + unitsOf(first);
    while (at < m_text.size()) {
        const char32_t letter = letterAt(at);
        const bool isInside = isApostrophe(letter) && at + 1 < m_text.size() && isWordLetter(letterAt(at + 1));
        const bool continues = isWordLetter(letter) && (isAsciiLetter(letter) || !isScriptWithoutSpaces(letter));
        if (!isAttached(letter) && (isAlone || (!continues && !isInside)))
            break;
        at += unitsOf(letter);
    }
    return at;
}

// Appends what stands from `start` to `end` to the folded words.
void FoldedText::fold(qsizetype start, qsizetype end, char32_t &before)
{
    for (qsizetype at = start; at < end;) {
        const char32_t letter = letterAt(at);
        at += unitsOf(letter);
        if (isAsciiLetter(letter)) {
            before = letter | 0x20U;
            m_folded.append(QChar(static_cast<char16_t>(before)));
        } else if (!isApostrophe(letter) && (letter < 0x80 || QChar::category(letter) != QChar::Other_Format)) {
            desk::appendBasicLetters(QChar::toCaseFolded(letter), before, m_folded);
        }
    }
}

void FoldedText::addWord(qsizetype start, qsizetype end)
{
    const bool isPossessive = end - start > 2 && isApostrophe(m_text.at(end - 2).unicode()) &&
                              (m_text.at(end - 1) == u's' || m_text.at(end - 1) == u'S');
    Word word{start, end - start, 0, m_folded.size(), 0, 0, isCapital(letterAt(start))};
    word.stemLength = isPossessive ? word.length - 2 : word.length;
    char32_t before = 0;
    fold(start, start + word.stemLength, before);
    word.foldedStemLength = m_folded.size() - word.foldedStart;
    fold(start + word.stemLength, end, before);
    word.foldedLength = m_folded.size() - word.foldedStart;
    m_words.push_back(word);
}

} // namespace privacy
