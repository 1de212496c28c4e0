// MailHead: the lines that a mail program puts above a message that it quotes or passes on: what it is, from whom,
// when, about what. Found in the text, in the languages of MailWords. Pure functions, any thread.
#pragma once

#include "intake/incoming_letter.h"
#include "intake/mail_words.h"
#include "intake/text_lines.h"

#include <optional>

namespace intake {

struct MailHead {
    Marker marker = Marker::None; // None: there are fields alone
    qsizetype first = 0;          // lines
    qsizetype behind = 0;         // where the message begins
    int fields = 0;
    QString fromName; // how it calls the sender's field
    QString from;     // the values as they stand
    QString date;
    QString subject;

    [[nodiscard]] Sender writer() const;
};

// The head that begins at line `at`. Its fields are quoted as deep as its first line, or one deeper.
[[nodiscard]] std::optional<MailHead> mailHeadAt(const QList<TextLine> &lines, qsizetype at);

} // namespace intake
