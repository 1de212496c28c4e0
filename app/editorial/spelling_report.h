// Spelling report: the words of a text that are in no dictionary, for those who read a list instead of wavy lines.
// Blocking: the suggestions take up to 0.1 s a word. Any thread.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QList>
#include <QStringList>

namespace editorial {

struct UnknownWord {
    QString word;
    qsizetype line = 1;   // from 1
    qsizetype column = 1; // from 1, in characters (Unicode code points)
    QStringList suggestions;
};

struct SpellingReport {
    QString language; // of the dictionary that was used, BCP 47
    QList<UnknownWord> words;
};

// The words of the Markdown text that are neither in the dictionary nor among the person's own words. `language` is a
// BCP 47 tag; empty: that of the system. Kind::NotFound where no dictionary fits, Kind::Cancelled if stopped.
[[nodiscard]] base::Result<SpellingReport> spell(const QString &text, const QString &language,
                                                 base::Progress &progress);

} // namespace editorial
