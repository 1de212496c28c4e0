// Big desks for the benchmarks: letters and articles of invented words, the same each time.
#pragma once

#include "editorial/desk.h"
#include "invented_writing.h"

namespace benchmarks {

// A text of `words` words in paragraphs; `seed` picks them. About every 700th text holds the word "quokka".
[[nodiscard]] QString text(int words, quint32 seed);

// A new desk at `path` with so many letters of about 250 words.
[[nodiscard]] base::Result<std::unique_ptr<editorial::Desk>> deskOfLetters(const QString &path, int letters,
                                                                           const base::Clock &clock);
// A new desk at `path` with so many approved articles, each of a letter of 300 and an answer of 500 words, with three
// of 40 tags.
[[nodiscard]] base::Result<std::unique_ptr<editorial::Desk>> deskOfArticles(const QString &path, int articles,
                                                                            const base::Clock &clock);

// A new desk at `path` with so many letters of 60 to 450 words that are as common and as rare as in life, of which
// every fifth is answered by an approved article of its own.
[[nodiscard]] base::Result<std::unique_ptr<editorial::Desk>>
deskOfWriting(const QString &path, int letters, const InventedWriting &writing, const base::Clock &clock);

// Median of the figures; 0 if there are none.
[[nodiscard]] double median(QList<double> figures);
// The figure below which 99 of 100 lie.
[[nodiscard]] double percentile99(QList<double> figures);

// Prints one row of the table: what was measured, the figure with its unit, and what it stands beside.
void printRow(const QString &what, double figure, const QString &unit, const QString &beside = {});

} // namespace benchmarks
