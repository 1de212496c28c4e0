// MailWords: the words that mail programs put around other people's mail, in the languages of their users: what stands
// above forwarded and quoted messages, the names of their fields, and what marks a subject. Pure functions, any thread.
#pragma once

#include <QString>

namespace intake {

enum class MailField { None, From, Date, To, Copy, Subject, Other };

// The field that `name` is in one of the languages: "From", "Von", "De"; without the colon.
[[nodiscard]] MailField mailField(QStringView name);

enum class Marker {
    None,
    Forwarded, // "---------- Forwarded message ----------", "Begin forwarded message:"
    Original,  // "-----Original Message-----"
};

// What the line announces. `words` is without marks of quotation and white space around.
[[nodiscard]] Marker markerIn(QStringView words);

// "wrote", "schrieb", "a écrit": whether the words of an attribution say that somebody wrote.
[[nodiscard]] bool hasVerbOfWriting(QStringView words);

// Whether the words begin as attributions do: "On ", "Am ", "Le ".
[[nodiscard]] bool beginsAttribution(QStringView words);

// By the first mark that a subject bears: "Fwd: Re: ..." is forwarded. `fromName` is how the message that it is about
// calls its sender's field: "VS" is a reply in Finnish, but passes something on in Danish ("Fra").
[[nodiscard]] bool isForwardSubject(QStringView subject, QStringView fromName = {});
[[nodiscard]] bool isReplySubject(QStringView subject);

} // namespace intake
