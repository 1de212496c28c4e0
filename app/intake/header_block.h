// HeaderBlock: the header fields of a message (RFC 5322, with its obsolete syntax), read so that no damage in them can
// hide the letter: lines that are no fields are passed over, NULs are dropped, a missing blank line is supplied. Pure,
// any thread.
#pragma once

#include <QByteArray>
#include <QList>

namespace intake {

struct HeaderField {
    QByteArray name;  // lower case
    QByteArray value; // on one line, valid UTF-8, still encoded (RFC 2047)
};

struct HeaderBlock {
    QList<HeaderField> fields;    // empty: the bytes have no headers at all
    qsizetype begin = 0;          // where the first field stands
    qsizetype end = 0;            // where the body begins
    bool hasForeignLines = false; // some lines were no fields
    bool hasGuessedText = false;  // subject or sender had bytes of a character set that had to be guessed

    // The first value of this field that is not blank; `name` in lower case.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;
};

// A line of bytes and where the next one begins; `end` stands before the line's end mark.
struct LineSpan {
    qsizetype begin = 0;
    qsizetype end = 0;
    qsizetype next = 0;
};
[[nodiscard]] LineSpan lineAt(QByteArrayView bytes, qsizetype position);

// A byte order mark, blank lines and the separator of a mailbox may stand before the first field.
[[nodiscard]] HeaderBlock readHeaderBlock(QByteArrayView raw);

} // namespace intake
