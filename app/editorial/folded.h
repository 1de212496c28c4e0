// Folded: what the printed text of a letter begins without: quoted earlier mail, signatures, footers. Nothing of it is
// lost: the original has it all, and it can be brought back into the printed text.
#pragma once

#include "desk/letter.h"
#include "editorial/desk.h"

#include <QList>

#include <optional>

namespace editorial {

struct FoldedPart {
    enum class Kind {
        Quoted,      // earlier mail
        Signature,   // of a mail program
        Footer,      // notices, advertisements of mail programs and lists
        ForwardHead, // what a mail program puts above a letter that is passed on
    };
    Kind kind = Kind::Quoted;
    int lines = 0;

    friend bool operator==(const FoldedPart &, const FoldedPart &) = default;
};

// What is printed of a text that came, until somebody edits it.
[[nodiscard]] QString printedText(const QString &whole, const QString &subject);

// The parts of `whole` that `edited`, which was made from it, is without.
[[nodiscard]] QList<FoldedPart> foldedParts(const QString &whole, const QString &subject, const QString &edited);

// `edited` with those parts: `whole` itself where nothing else was edited, else each part at the place where it stood
// as far as that can be told, or at the end. Nothing of `edited` is lost.
[[nodiscard]] QString withFoldedParts(const QString &whole, const QString &subject, const QString &edited);

// What the printed text of a letter was made from: the original, or, once that was taken as the letter, what the one
// wrote whose letter was passed on.
[[nodiscard]] QString wholeText(const desk::Letter &letter, const std::optional<desk::Forwarding> &forwarding);

// Brings all folded parts back into the printed text of the letter; Kind::Unusable where nothing is folded. The earlier
// text is kept as a revision as saveLetter() does; taking it back fails with Kind::Conflict once the text was edited
// further.
[[nodiscard]] base::Result<Change> bringBackFolded(Desk &desk, const desk::LetterId &id);

} // namespace editorial
