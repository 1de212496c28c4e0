// New letter: a letter that a person types or pastes at the desk: what the words offer for its fields, and taking it
// in.
#pragma once

#include "desk/id.h"
#include "editorial/desk.h"

#include <QByteArray>
#include <QDate>

namespace editorial {

struct NewLetter {
    QString subject;
    QString text;
    QString signature; // pen name
    QString place;
    QString name; // of who wrote; sealed, as is the address
    QString address;
    QDate day;      // on which it came, in the desk's time zone; invalid: now
    QByteArray raw; // what it was made from, as it was pasted; empty where it was typed

    friend bool operator==(const NewLetter &, const NewLetter &) = default;
};

// What pasted words offer for a letter: readable text, the first line that may be a subject, a pen name at the end.
// `html` counts where something can be read in it. Empty for empty words; Kind::Unusable for what is no text or larger
// than a letter. Pure.
[[nodiscard]] base::Result<NewLetter> offeredLetter(const QString &text, const QString &html);

// Takes the letter in; its channel is "text", as that of a text file. Kind::Unusable where it has no words, or is on
// the desk already.
[[nodiscard]] base::Result<desk::LetterId> newLetter(Desk &desk, const NewLetter &letter);

} // namespace editorial
