// SpeechMarks: the marks of speech that a column sets around a whole letter. Pure functions, any thread.
#pragma once

#include <QString>

namespace intake {

// What closes the speech that `mark` opens: ” for “; null if it opens none.
[[nodiscard]] QChar closingMark(QChar mark);

// A letter whose opening mark was taken off with its label, without the closing mark at its end and without those that
// open its later paragraphs anew, as is usual in print. Speech within the letter keeps its marks.
[[nodiscard]] QString withoutSpeechMarks(const QString &letter, QChar opening);

} // namespace intake
