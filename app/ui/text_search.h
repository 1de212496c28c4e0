// Searching one text: what is searched for as a pattern, where it stands, and what takes its place. Positions count
// UTF-16 units. Pure functions, any thread; those over a document, in the window's thread.
#pragma once

#include "base/result.h"

#include <QRegularExpression>
#include <QString>
#include <QVector>

class QTextDocument;

namespace ui {

struct TextSearch {
    QString words;
    bool matchCase = false;
    bool wholeWords = false;
    bool isPattern = false; // a regular expression of Perl's kind; "^" and "$" are ends of lines

    friend bool operator==(const TextSearch &, const TextSearch &) = default;
};

// Words are found however their quotes are curled and whatever kind of space parts them. Kind::Unusable names the place
// in a pattern that cannot be understood.
[[nodiscard]] base::Result<QRegularExpression> compiled(const TextSearch &search);

struct TextMatch {
    int start = 0;
    int length = 0;
    QString replacement;

    friend bool operator==(const TextMatch &, const TextMatch &) = default;
};

// All places in their order, none of them empty, each with what would take its place: `with`, in which for a pattern
// "\1" to "\9" are its groups, "\0" is all of it, "\n" and "\t" are signs and "\\" is "\". Kind::Unusable for a pattern
// that takes too long.
[[nodiscard]] base::Result<QVector<TextMatch>> matchesIn(const QString &text, const TextSearch &search,
                                                         const QString &with = {});

// The text of the document, with its positions. Unlike toPlainText(), leaves no-break spaces alone.
[[nodiscard]] QString plainText(const QTextDocument &document);
// Puts all replacements in their places, as one step of undo.
void replaceAll(QTextDocument &document, const QVector<TextMatch> &matches);

} // namespace ui
