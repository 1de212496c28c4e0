// ColumnSplit: a post of a column parted into letters and answers by the labels that a person confirmed. A post without
// any of them is never guessed at. Pure functions, any thread.
#pragma once

#include "desk/column_label.h"
#include "intake/common_parts.h"

#include <QList>
#include <QStringList>

namespace intake {

// A letter and its answer, in Markdown; each without its label, the letter without its signature and marks of
// quotation.
struct ColumnPiece {
    QString letter;
    QString signature;
    QString place;
    QString answer;
    QString letterLabel; // as it was written, without marks of Markdown
    QString answerLabel;
};

struct ColumnSplit {
    QList<ColumnPiece> pieces; // empty: no label was found
    QString introduction;      // what stands before the first label and is not common to the posts
    QString closing;           // what is common to the ends of posts and was cut off
    QStringList doubts;        // for people: why somebody should look; empty: nothing is odd
};

struct ColumnGrammar {
    QList<desk::ColumnLabel> labels;
    CommonParts common;
};

[[nodiscard]] ColumnSplit splitColumn(const QString &markdown, const ColumnGrammar &grammar);

// A piece of which somebody marked letter and answer.
[[nodiscard]] ColumnPiece pieceOf(const QString &letter, const QString &answer);

} // namespace intake
