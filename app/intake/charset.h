// Charset: bytes that claim some character set, or none, into text that can be kept. Claims of the old Western sets are
// taken for what they are in practice, windows-1252; bytes without a claim are UTF-8 if they can be, else what their
// frequent characters speak for, else windows-1252. UTF-8 that claims to be something else is read as UTF-8. Pure
// functions, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace intake {

struct DecodedText {
    QString text;           // lines end with "\n"; no byte order mark, no control characters but "\n" and "\t".
                            // Characters of the C1 block are what windows-1252 has in their places
    bool guessed = false;   // no usable claim and no UTF-8, or a claim that cannot be true
    bool damaged = false;   // some bytes were no text in that character set; they show as U+FFFD
    bool dropped = false;   // NULs or other control characters were left out
    QByteArray readAs = {}; // the set that was guessed, lower case
};

// `label` is the name of the character set as a message gives it, of any spelling; may be empty or nonsense.
[[nodiscard]] DecodedText decodeText(const QByteArray &bytes, const QByteArray &label);

// Every byte is some character (WHATWG Encoding, windows-1252, with U+FFFD for its five gaps).
[[nodiscard]] QString fromWindows1252(QByteArrayView bytes);

// Whether these are the first bytes of a file that is no text: a picture, an archive, a word processor's file.
[[nodiscard]] bool looksBinary(QByteArrayView bytes);

} // namespace intake
