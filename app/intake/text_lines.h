// TextLines: a text as lines that know how deep they are quoted. The views are into the text, which has to stay.
// Values, any thread.
#pragma once

#include <QList>
#include <QStringView>

namespace intake {

struct TextLine {
    qsizetype begin = 0; // in the text
    qsizetype end = 0;   // behind its "\n"
    int depth = 0;       // marks of quotation in front, as in "> > words"
    QStringView words;   // behind the marks, without white space around

    [[nodiscard]] bool isBlank() const { return words.isEmpty(); }
};

[[nodiscard]] QList<TextLine> linesOf(QStringView text);

// Whether the line is nothing but a rule: at least `shortest` times the same of "_", "-", "=", "*", "~".
[[nodiscard]] bool isRule(QStringView words, qsizetype shortest = 5);

} // namespace intake
