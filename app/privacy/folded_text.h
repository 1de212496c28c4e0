// FoldedText: the words of a text, once, in the form in which they are compared: small letters without accents, in the
// basic letters a to z where the script has them. Every word knows where it stands in the text. A value; it refers to
// the text, which must outlive it. Any thread.
#pragma once

#include <QString>

#include <vector>

namespace privacy {

class FoldedText
{
public:
    // A run of letters and digits, apostrophes between them included; in scripts that write without spaces, a single
    // letter. Offsets and lengths in UTF-16 units. The stem is the word without "'s" at its end.
    struct Word {
        qsizetype start = 0;
        qsizetype length = 0;
        qsizetype stemLength = 0;
        qsizetype foldedStart = 0;
        qsizetype foldedLength = 0;
        qsizetype foldedStemLength = 0;
        bool hasCapital = false; // as its first letter
    };

    explicit FoldedText(QStringView text);

    [[nodiscard]] const std::vector<Word> &words() const { return m_words; }
    [[nodiscard]] QStringView folded(const Word &word) const
    {
        return QStringView(m_folded).mid(word.foldedStart, word.foldedLength);
    }
    [[nodiscard]] QStringView foldedStem(const Word &word) const
    {
        return QStringView(m_folded).mid(word.foldedStart, word.foldedStemLength);
    }
    // What stands in the text between one word and the next.
    [[nodiscard]] QStringView gap(const Word &word, const Word &next) const
    {
        const qsizetype end = word.start + word.length;
        return m_text.mid(end, next.start - end);
    }

private:
    [[nodiscard]] char32_t letterAt(qsizetype at) const;
    [[nodiscard]] qsizetype endOfWord(qsizetype start) const;
    void fold(qsizetype start, qsizetype end, char32_t &before);
    void addWord(qsizetype start, qsizetype end);

    QStringView m_text;
    QString m_folded; // of all words, without gaps
    std::vector<Word> m_words;
};

} // namespace privacy
