// LabelHead: what at the beginning of a paragraph may be a label by its form: "**DEAR HAZEL:** My sister", "Q. My
// husband", "> Dear Hazel,". Whether it is one is for those to say who know the words. Pure functions, any thread.
#pragma once

#include <QList>
#include <QString>

namespace intake {

struct LabelHead {
    qsizetype begin = 0;    // of its words, behind the marks of headings, emphasis and speech
    qsizetype end = 0;      // behind its words
    qsizetype shownEnd = 0; // behind its sign
    qsizetype rest = 0;     // where the text goes on
    QChar sign;             // the first behind it: ':', '.', a dash; null: none
    QString open;           // emphasis that goes on behind it: "**"
    QChar quote;            // the mark of speech before it that is not closed behind it; null: none
    bool isHeading = false;
    bool isBold = false; // it alone, or with its sign
    bool isLine = false; // nothing else stands in its line
};

// What may be a label at `from` in the text of a block, where a line begins; the shortest first, a few at most. It ends
// at a sign, at the end of the line or where the bold type that began it ends. Looks at no more than 120 characters.
[[nodiscard]] QList<LabelHead> labelHeads(QStringView block, qsizetype from = 0);

// Whether the words are at most so many, or letters set apart; quick.
[[nodiscard]] bool hasFewWords(QStringView written, qsizetype most);

// As written, without marks: "DEAR HAZEL:".
[[nodiscard]] QString shownLabel(QStringView block, const LabelHead &head);

// The text behind it up to `end`, with the emphasis that goes on opened anew.
[[nodiscard]] QString textBehind(QStringView block, const LabelHead &head, qsizetype end);

// Whether the sign suits a label of these words, folded: "Dear Hazel," may go on in the same line, "Question, my dear"
// is a sentence, and "A. J. Tansley" a name.
[[nodiscard]] bool canBeLabel(QStringView block, const LabelHead &head, const QString &phrase);

} // namespace intake
