// Folding: which lines of a letter its writer did not write: quoted earlier mail, signatures, footers, and the lines a
// mail program puts above a letter that somebody passes on. They are folded away from the text to be printed, never cut
// from the original. Where it is not certain, nothing is folded. Linear in the length of the text. Pure, any thread.
#pragma once

#include <QList>
#include <QString>

namespace intake {

struct Fold {
    enum class Kind {
        Quoted,      // earlier mail, with what stands above it
        Signature,   // below "-- "
        Footer,      // "Sent from my iPhone", notices, mailing lists
        ForwardHead, // above a letter that was passed on; the letter itself is not folded
    };

    Kind kind = Kind::Quoted;
    qsizetype begin = 0; // in the text; whole lines
    qsizetype end = 0;   // behind the "\n" of the last of them
};

// In order, without overlap. `subject` is the letter's, if it is known: it tells answers from stories that hold mail.
// Empty if nothing would remain.
[[nodiscard]] QList<Fold> foldsOf(const QString &text, const QString &subject = {});

// What remains, with one blank line where something was folded away.
[[nodiscard]] QString withoutFolds(const QString &text, const QList<Fold> &folds);

} // namespace intake
