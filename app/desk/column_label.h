// ColumnLabel: the words by which a column says where a letter begins ("DEAR HAZEL:", "Q.") and where its answer does
// ("HAZEL ANSWERS:"), and the rule by which they are known again however they were written. A person confirms which
// labels a column has; the words that are usual are only for proposing them. Values and pure functions, any thread.
#pragma once

#include <QString>

#include <optional>

namespace desk {

struct ColumnLabel {
    enum class Part { Letter, Answer };
    Part part = Part::Letter;
    QString phrase; // by foldedLabel()

    bool operator==(const ColumnLabel &) const = default;
};

// Ends the phrase of a label that goes on with some name: "dear …" for "Dear Torn," and "DEAR WORRIED:".
inline constexpr QStringView anyName = u" …";

// The words alone: small, parted by single spaces, without marks of Markdown, punctuation and a number in front or
// behind, so that "**DEAR  HAZEL:**", "D E A R  H A Z E L" and "Dear Hazel," are all "dear hazel", and "Q1.", "Q. II"
// and "## Q:" all "q". Accents of Latin and Greek letters fall away, as they do in capitals; an apostrophe inside a
// word stays, straight. Roman numbers and numbers in words count behind a single word that addresses nobody. Of letters
// set apart the wider gaps part words; where all gaps are alike they become one word. An ellipsis behind a space stays
// at the end, see anyName. Only the first 200 characters are looked at; without a word in them the phrase is empty.
[[nodiscard]] QString foldedLabel(const QString &asWritten);

// Whether the word, folded, opens a letter: "dear", "liebe", "chere".
[[nodiscard]] bool isSalutation(QStringView word);

// What a folded phrase usually stands before, by its words in some languages: "q" and "the letter" before a letter,
// "hazel answers" before an answer; none where they do not tell. A salutation tells nothing: it opens both.
[[nodiscard]] std::optional<ColumnLabel::Part> usualPart(const QString &phrase);

} // namespace desk
