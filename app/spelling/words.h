// Which words of a text are worth a look in a dictionary. Words are those of Unicode (UAX 29), so apostrophes stay
// inside and quotes outside, joined by hyphens as people join them. Positions count UTF-16 units. Pure, any thread.
#pragma once

#include <QString>
#include <QVector>

namespace spelling {

struct Word {
    qsizetype start = 0;
    qsizetype length = 0;

    friend bool operator==(const Word &, const Word &) = default;
};

struct WordOptions {
    bool markdown = true; // code, link targets, tags and entities are no words
    bool skipCapitals = false;
};

inline constexpr qsizetype longestWord = 40;

// The words in their order. Left out are single letters, words with digits, words longer than `longestWord`, scripts
// that write no spaces, addresses, file names, handles and, if asked for, words in capitals. Markdown is looked at
// as far as `text` goes: a paragraph on its own is enough, unless it stands inside fenced code.
[[nodiscard]] QVector<Word> splitWords(QStringView text, const WordOptions &options = {});

// The parts of a hyphenated word of that text; the word itself if it has no hyphen.
[[nodiscard]] QVector<Word> hyphenParts(QStringView text, Word word);

[[nodiscard]] bool isHyphen(QChar c);     // - and U+2010, U+2011
[[nodiscard]] bool isApostrophe(QChar c); // ' and U+2019

// The word as dictionaries spell it: plain apostrophes and hyphens, no soft hyphens, composed (NFC).
[[nodiscard]] QString lookupForm(QStringView word);

} // namespace spelling
