// ColumnSplit: a post of a column parted into its letters and answers by the labels that a person has confirmed for it.
// What has none of them is left whole and never guessed at. Nothing gets lost: each word of the post is in one of the
// parts, or in the introduction that all posts have. Values and pure functions, any thread.
#pragma once

#include "intake/common_parts.h"

#include "desk/column_label.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace intake {

// One letter with its answer; texts in Markdown. Without speech marks and quotation around the whole letter.
struct ColumnPiece {
    QString letter;
    QString signature;   // see ColumnSignature
    QString place;       // the same
    QString answer;      // with its salutation, "Dear Torn,"
    QString letterLabel; // as written, without marks: "DEAR HAZEL:"; two if one stands below the other
    QString answerLabel; // empty where a rule or a salutation begins the answer
};

struct ColumnSplit {
    QList<ColumnPiece> pieces; // in the order of the post; empty: no label was found
    QString introduction; // before the first label, without paragraphs of the common one; all, if no label was found
    QString closing;      // of the common call to action, what stands at the end
    QStringList doubts;   // for people, translated, each once; not empty: somebody should look at the post
};

struct ColumnGrammar {
    QList<desk::ColumnLabel> labels;
    CommonParts common; // may be empty
};

// A label counts at the beginning of a paragraph or heading, and behind a hard break if it has a colon, is bold or has
// the line for itself; in a quotation only if the first label of the post stands in one. "dear …" (desk::anyName)
// counts where an answer is due; without a colon it is a salutation and stays in the answer. An answer without a label
// is found as answerWithin() says. Linear in the length of the post.
[[nodiscard]] ColumnSplit splitColumn(const QString &markdown, const ColumnGrammar &grammar);

// The piece that a person marked in a post: Markdown of the letter, with its signature, and of the answer.
[[nodiscard]] ColumnPiece pieceOf(const QString &letter, const QString &answer);

} // namespace intake
