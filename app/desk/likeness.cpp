#include "desk/likeness.h"

#include <QList>
#include <QString>

#include <algorithm>
#include <array>

namespace desk {

namespace {

// FNV-1a (http://www.isthe.com/chongo/tech/comp/fnv/), over code points.
constexpr quint64 hashStart = 0xcbf29ce484222325;
constexpr quint64 hashPrime = 0x100000001b3;
constexpr quint64 edgeOfText = 1; // stands for a word before the first and behind the last

// These do not end the word that they stand in: apostrophes, and what is not seen at all.
constexpr std::array insideWords{U'\'', U'\u2019', U'\u02BC', U'\u00AD', U'\u200B', U'\u200C', U'\u200D', U'\u2060'};

quint64 hashed(quint64 hash, quint64 value)
{
    return (hash ^ value) * hashPrime;
}

bool isOfWord(char32_t c)
{
    return QChar::isLetterOrNumber(c) || QChar::isMark(c);
}

// The words of the text as hashes.
std::vector<quint64> hashedWords(QStringView text)
{
    const QString folded =
        text.first(std::min(text.size(), Wording::mostCharacters)).toString().normalized(QString::NormalizationForm_KC);
    std::vector<quint64> words;
    quint64 word = hashStart;
    const auto end = [&words, &word] {
        if (word != hashStart)
            words.push_back(word);
        word = hashStart;
    };
    for (const char32_t c : folded.toCaseFolded().toUcs4()) {
        if (words.size() >= Wording::mostWords)
            return words;
        if (std::ranges::find(insideWords, c) != insideWords.end())
            continue;
        const bool isWord = isOfWord(c);
        const bool isAlone = isWord && isOfUnspacedScript(c);
        if (!isWord || isAlone)
            end();
        if (isWord)
            word = hashed(word, c);
        if (isAlone)
            end();
    }
    end();
    return words;
}

} // namespace

bool isOfUnspacedScript(char32_t character)
{
    switch (QChar::script(character)) {
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

Wording::Wording(QStringView text)
{
    std::vector<quint64> words = hashedWords(text);
    if (words.size() > mostWords)
        words.resize(mostWords);
    m_words = static_cast<qsizetype>(words.size());
    words.push_back(edgeOfText);
    m_pairs.reserve(words.size());
    quint64 before = edgeOfText;
    for (qsizetype place = 0; place <= m_words; ++place) {
        const quint64 word = words[static_cast<std::size_t>(place)];
        m_pairs.push_back({hashed(hashed(hashStart, before), word), place});
        before = word;
    }
    std::ranges::sort(m_pairs, [](const Pair &one, const Pair &other) {
        return one.hash != other.hash ? one.hash < other.hash : one.place < other.place;
    });
}

double likeness(const Wording &a, const Wording &b)
{
    if (a.m_words == 0 || b.m_words == 0)
        return 0;
    // By words, and one more for the end of the text, which is not counted.
    std::vector<bool> sharedOfA(static_cast<std::size_t>(a.m_words) + 1, false);
    std::vector<bool> sharedOfB(static_cast<std::size_t>(b.m_words) + 1, false);
    const auto share = [](std::vector<bool> &shared, qsizetype place) {
        const auto second = static_cast<std::size_t>(place);
        shared[second] = true;
        if (second > 0)
            shared[second - 1] = true;
    };
    auto inA = a.m_pairs.cbegin();
    auto inB = b.m_pairs.cbegin();
    while (inA != a.m_pairs.cend() && inB != b.m_pairs.cend()) {
        if (inA->hash < inB->hash) {
            ++inA;
        } else if (inB->hash < inA->hash) {
            ++inB;
        } else {
            share(sharedOfA, (inA++)->place);
            share(sharedOfB, (inB++)->place);
        }
    }
    const auto shared = std::count(sharedOfA.begin(), sharedOfA.end() - 1, true) +
                        std::count(sharedOfB.begin(), sharedOfB.end() - 1, true);
    return static_cast<double>(shared) / static_cast<double>(a.m_words + b.m_words);
}

} // namespace desk
