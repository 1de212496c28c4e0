// PgpText: a text with blocks of PGP in it (RFC 4880, 6.2 and 7): what was signed is read like any other text, what is
// encrypted and what is no text is taken out. Nothing is decrypted or verified. Pure function, any thread.
#pragma once

#include <QString>
#include <QStringList>

namespace intake {

struct PgpText {
    QString text;             // without the blocks; lines end with "\n"
    QString signatures;       // blocks as they stood, one after another; empty if there are none
    QString keys;             // public keys
    QString encrypted;        // messages
    bool isBrokenOff = false; // the last block has no end
};

[[nodiscard]] bool hasPgpBlocks(const QString &text);
[[nodiscard]] PgpText withoutPgpBlocks(const QString &text);

} // namespace intake
