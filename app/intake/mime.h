// Mime: the one place that knows the MIME library. It turns the bytes of a message's body into a tree of plain values
// and decodes the values of header fields. Bounded in depth and number of parts. Pure functions, any thread.
#pragma once

#include "intake/incoming_letter.h"

#include <vector>

namespace intake {

struct MimePart {
    QByteArray mediaType;        // "text/plain", lower case
    QByteArray charset;          // as given
    bool isFlowed = false;       // RFC 3676
    bool deletesSpaces = false;  // DelSp of RFC 3676
    bool isAttachment = false;   // by its Content-Disposition
    bool isInvitation = false;   // a calendar entry that asks for something (RFC 6047)
    bool isBrokenOff = false;    // its transfer encoding ends in the middle of a character
    QString fileName;            // as given; empty where there is none
    QByteArray content;          // of a leaf: without its transfer encoding; of message/rfc822: that message
    std::vector<MimePart> parts; // of a multipart
};

struct MimeTree {
    MimePart root;
    bool isCut = false;            // the body ends before its last boundary
    bool isPruned = false;         // parts beyond the bounds were left out
    bool isEmptyMultipart = false; // the root says multipart, but no part was found
};

// The fields that say how the body is to be read, as HeaderBlock gives them; each may be empty.
struct ContentFields {
    QByteArray type;
    QByteArray encoding;
    QByteArray disposition;
};

inline constexpr int deepestPart = 50;
inline constexpr int mostParts = 1000;

[[nodiscard]] MimeTree parseMime(const ContentFields &fields, QByteArrayView body);

// The first mailbox of an address list, looking into groups; where there is no readable address, the name alone.
[[nodiscard]] Sender decodeSender(const QByteArray &value);

// The moment of a date field, obsolete forms included, in UTC. Invalid if it cannot be read or lies outside the years
// 1900 to 2100.
[[nodiscard]] QDateTime decodeDate(const QByteArray &value);

} // namespace intake
