// Leak scan: does a text give a correspondent away by name or address? Pure functions, any thread.
#pragma once

#include "privacy/correspondent.h"

#include <QList>
#include <QStringList>

namespace privacy {

// A place where a text gives somebody away.
struct Leak {
    qsizetype start = 0; // UTF-16 units
    qsizetype length = 0;
    QString text; // the words themselves, for the person at the desk alone
};

// What of a correspondent must not be printed: the address, its part before "@" where that is distinctive, the whole
// name, and the family name (the last word of a name of two or more words, of three letters or more; in "Doe, Jane" the
// word before the comma). Case-folded. The part before "@" is distinctive where it has four characters or more and is
// no role ("info"), no common English word and no given name.
[[nodiscard]] QStringList tellingWords(const Correspondent &correspondent);

// Every place where one of the telling words stands in the text as whole words, without regard to case and accents, in
// the order of the text. Overlapping places are one. A possessive counts ("Doe's": the place is "Doe"); so does a name
// whose words are parted by other spaces or marks ("Jane *Doe*"), and one in another alphabet ("Иванов" for Ivanov).
// Words that are common in English ("Young", "May", "Will Long") count only where they stand with a capital.
[[nodiscard]] QList<Leak> leaks(const QString &text, const QStringList &tellingWords);

} // namespace privacy
