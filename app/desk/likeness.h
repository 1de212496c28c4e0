// Likeness: how much two texts are the same writing: a letter that was sent twice with small changes, a question that
// was printed years ago. Values and pure functions, any thread.
#pragma once

#include <QStringView>

#include <vector>

namespace desk {

// What likeness() compares of a text: its words in their order, without regard to case, form of the letters (Unicode
// NFKC), white space and punctuation; an apostrophe inside a word does not count. Where words are written without
// spaces, as in Chinese or Thai, each character is one. Of long texts the first mostWords within the first
// mostCharacters.
class Wording
{
public:
    static constexpr qsizetype mostWords = 2000;
    static constexpr qsizetype mostCharacters = 40'000;

    explicit Wording(QStringView text);

    [[nodiscard]] qsizetype words() const { return m_words; }

private:
    friend double likeness(const Wording &a, const Wording &b);

    // Two words that stand side by side, by their hash; the beginning and the end of the text count as words.
    struct Pair {
        quint64 hash;
        qsizetype place; // of its second word
    };

    std::vector<Pair> m_pairs; // by hash, and then by place
    qsizetype m_words = 0;
};

// 0 to 1: the share of the words of both texts that stand beside the same word in the other. 1 for texts that differ
// only in what Wording leaves out; 0 where one of them has no words. A fifth of the words changed here and there gives
// about 0.78; letters of different people about the same thing seldom come to 0.25. After the shingles of A. Z. Broder,
// "On the resemblance and containment of documents" (1997), with two words to a shingle, and counted in words, so that
// the figure says what people expect of it.
[[nodiscard]] double likeness(const Wording &a, const Wording &b);

// From here on two letters are alike enough to be shown beside one another.
inline constexpr double leastLikeness = 0.4;

// Whether the character, a letter or mark, belongs to a script that is written without spaces between the words.
[[nodiscard]] bool isOfUnspacedScript(char32_t character);

} // namespace desk
