#include "privacy/leak.h"

#include "privacy/common_words.h"
#include "privacy/folded_text.h"

#include <QHash>

#include <algorithm>
#include <bitset>

namespace privacy {

namespace {

using Word = FoldedText::Word;

// One telling word or phrase, taken apart as texts are.
struct Phrase {
    explicit Phrase(QStringView text) : parts(text) {}

    FoldedText parts;
    bool needsCapitals = false; // made of common words alone
};

// "@", "." and "+" make an address; of what else stands between the words of a name, nothing matters.
bool isOfAddress(QStringView gap)
{
    return std::ranges::any_of(gap, [](QChar c) { return c == u'@' || c == u'.' || c == u'+'; });
}

QString bareGap(QStringView gap)
{
    QString bare;
    for (const QChar c : gap) {
        if (!c.isSpace() && c != u'\\')
            bare.append(c);
    }
    return bare;
}

bool gapFits(QStringView due, QStringView found)
{
    return !isOfAddress(due) || bareGap(due) == bareGap(found);
}

Phrase phraseOf(QStringView text)
{
    Phrase phrase(text);
    const std::vector<Word> &words = phrase.parts.words();
    phrase.needsCapitals =
        std::ranges::all_of(words, [&phrase](const Word &word) { return isCommonWord(phrase.parts.folded(word)); });
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (isOfAddress(phrase.parts.gap(words[i - 1], words[i])))
            phrase.needsCapitals = false;
    }
    return phrase;
}

// The text in small letters and without apostrophes, as FoldedText would fold its words; null where more than ASCII and
// common punctuation stands in it, which takes a closer look.
QString simplyFolded(QStringView text)
{
    constexpr char16_t firstPunctuation = 0x2010;
    constexpr char16_t lastPunctuation = 0x2027;
    constexpr char16_t apostrophe = 0x2019;
    QString folded(text.size(), Qt::Uninitialized);
    char16_t *next = reinterpret_cast<char16_t *>(folded.data());
    for (const QChar c : text) {
        const char16_t unit = c.unicode();
        if (unit >= u'A' && unit <= u'Z')
            *next++ = char16_t(unit | 0x20U);
        else if (unit == u'\'' || unit == apostrophe)
            continue;
        else if (unit < 0x80 || (unit >= firstPunctuation && unit <= lastPunctuation))
            *next++ = unit;
        else
            return {};
    }
    folded.truncate(next - reinterpret_cast<char16_t *>(folded.data()));
    return folded;
}

// The phrases by their first words. Lives no longer than the telling words that it was made of.
class Phrases
{
public:
    explicit Phrases(const QStringList &tellingWords)
    {
        m_phrases.reserve(static_cast<std::size_t>(tellingWords.size()));
        for (const QString &each : tellingWords) {
            Phrase phrase = phraseOf(each);
            if (!phrase.parts.words().empty() && !phrase.parts.folded(phrase.parts.words().front()).isEmpty())
                m_phrases.push_back(std::move(phrase));
        }
        for (const Phrase &phrase : m_phrases) {
            const QStringView first = phrase.parts.folded(phrase.parts.words().front());
            m_byFirstWord[first].append(&phrase);
            m_firstLetters.set(slotOf(first));
        }
    }

    // Whether a glance at the text shows that no phrase stands in it.
    [[nodiscard]] bool areSurelyNotIn(QStringView text) const
    {
        const QString folded = simplyFolded(text);
        return !folded.isNull() && std::none_of(m_byFirstWord.keyBegin(), m_byFirstWord.keyEnd(),
                                                [&folded](QStringView first) { return folded.contains(first); });
    }

    // UTF-16 units of the longest phrase that begins with word number `at`; 0: none does.
    [[nodiscard]] qsizetype lengthAt(const FoldedText &text, std::size_t at) const
    {
        const Word &word = text.words()[at];
        const QStringView folded = text.folded(word);
        if (folded.isEmpty() || !m_firstLetters.test(slotOf(folded)))
            return 0;
        qsizetype length = longest(folded, text, at);
        if (word.foldedStemLength != word.foldedLength)
            length = qMax(length, longest(text.foldedStem(word), text, at));
        return length;
    }

private:
    static std::size_t slotOf(QStringView folded) { return folded.front().unicode() % 256U; }

    [[nodiscard]] qsizetype longest(QStringView first, const FoldedText &text, std::size_t at) const
    {
        qsizetype length = 0;
        const auto phrases = m_byFirstWord.constFind(first);
        if (phrases == m_byFirstWord.constEnd())
            return length;
        for (const Phrase *const phrase : *phrases)
            length = qMax(length, matched(*phrase, text, at));
        return length;
    }

    [[nodiscard]] static qsizetype matched(const Phrase &phrase, const FoldedText &text, std::size_t at)
    {
        const std::vector<Word> &due = phrase.parts.words();
        const std::vector<Word> &found = text.words();
        if (found.size() - at < due.size())
            return 0;
        for (std::size_t i = 0; i < due.size(); ++i) {
            const Word &word = found[at + i];
            if (phrase.needsCapitals && !word.hasCapital)
                return 0;
            if (i > 0 && !gapFits(phrase.parts.gap(due[i - 1], due[i]), text.gap(found[at + i - 1], word)))
                return 0;
            const QStringView folded = phrase.parts.folded(due[i]);
            const bool isLast = i + 1 == due.size();
            if (text.folded(word) == folded && isLast)
                return word.start + word.length - found[at].start;
            if (isLast && text.foldedStem(word) == folded)
                return word.start + word.stemLength - found[at].start;
            if (text.folded(word) != folded)
                return 0;
        }
        return 0;
    }

    std::vector<Phrase> m_phrases;
    std::bitset<256> m_firstLetters; // turns most words away before they are looked up
    QHash<QStringView, QList<const Phrase *>> m_byFirstWord;
};

} // namespace

QList<Leak> leaks(const QString &text, const QStringList &tellingWords)
{
    QList<Leak> found;
    const Phrases phrases(tellingWords);
    if (phrases.areSurelyNotIn(text))
        return found;
    const FoldedText folded(text);
    for (std::size_t i = 0; i < folded.words().size(); ++i) {
        const qsizetype start = folded.words()[i].start;
        const qsizetype end = start + phrases.lengthAt(folded, i);
        if (end == start)
            continue;
        if (!found.isEmpty() && start < found.last().start + found.last().length)
            found.last().length = qMax(found.last().length, end - found.last().start);
        else
            found.append({start, end - start, {}});
    }
    for (Leak &leak : found)
        leak.text = text.sliced(leak.start, leak.length);
    return found;
}

} // namespace privacy
