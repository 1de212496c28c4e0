// Letters of invented people as readers hand them over, each with something to say of how it came, for tests of what
// the window makes of that.
#pragma once

#include "editorial/reception.h"
#include "open_session.h"

inline intake::IncomingLetter plainLetter()
{
    intake::IncomingLetter letter;
    letter.messageId = QStringLiteral("plain@fixture.example");
    letter.subject = QStringLiteral("The hedge");
    letter.text = QStringLiteral("Dear Juniper,\n\nMy hedge grows over the fence and he cuts it.");
    letter.received = QDateTime(QDate(2026, 5, 2), QTime(8, 0), Qt::UTC);
    letter.sender = {QStringLiteral("Prudence Quill"), QStringLiteral("prue@quill.example")};
    letter.headers = "From: Prudence Quill <prue@quill.example>\r\n";
    letter.raw = letter.headers + "\r\nMy hedge grows over the fence and he cuts it.\r\n";
    letter.channel = QStringLiteral("message");
    return letter;
}

inline intake::IncomingLetter letterWithoutEnd()
{
    intake::IncomingLetter letter = plainLetter();
    letter.messageId = QStringLiteral("broken@fixture.example");
    letter.subject = QStringLiteral("The half of it");
    letter.text += QStringLiteral(" And when I");
    letter.attention = QStringLiteral("The message breaks off: its end is missing. What could be read of it is here.");
    return letter;
}

// There is something to say of it in every way, and nothing to read.
inline intake::IncomingLetter letterWithoutText()
{
    intake::IncomingLetter letter = plainLetter();
    letter.messageId = QStringLiteral("empty@fixture.example");
    letter.subject =
        QStringLiteral("Fwd: A subject that goes on for quite a while and ends in the next line, or the one "
                       "after that, where nobody expected it");
    letter.text.clear();
    letter.attention =
        QStringLiteral("The message is encrypted, so that only the one it was written to can read it. Open "
                       "it in your mail program, copy what it says there, and bring it in from the "
                       "clipboard; or write back and ask for it once more, without encryption.");
    letter.forwarded = intake::Forwarded{{QStringLiteral("Ottoline Pym"), QStringLiteral("ottoline@pym.example")},
                                         {},
                                         QStringLiteral("My aunt"),
                                         QStringLiteral("My aunt reads everything I get.")};
    return letter;
}

inline intake::IncomingLetter bounce()
{
    intake::IncomingLetter letter = plainLetter();
    letter.messageId = QStringLiteral("bounce@fixture.example");
    letter.subject = QStringLiteral("Undelivered mail");
    letter.text = QStringLiteral("It could not be delivered.");
    letter.notALetter = QStringLiteral("It reports that a mail could not be delivered.");
    return letter;
}

inline intake::IncomingLetter passedOnLetter()
{
    intake::IncomingLetter letter = plainLetter();
    letter.messageId = QStringLiteral("passed-on@fixture.example");
    letter.subject = QStringLiteral("Fwd: My niece");
    letter.text = QStringLiteral("See what she writes.\n\nMy aunt reads everything I get.");
    letter.forwarded = intake::Forwarded{{QStringLiteral("Ottoline Pym"), QStringLiteral("ottoline@pym.example")},
                                         {},
                                         QStringLiteral("My aunt"),
                                         QStringLiteral("My aunt reads everything I get.")};
    return letter;
}

inline intake::IncomingLetter answeringLetter()
{
    intake::IncomingLetter letter = plainLetter();
    letter.messageId = QStringLiteral("answer@fixture.example");
    letter.subject = QStringLiteral("Re: The hedge");
    letter.text = QStringLiteral("Dear Juniper,\n\nIt grows on.\nHe cuts it still.\n\nOn 3 May 2026, Ask Juniper "
                                 "<ask@juniper.example> wrote:\n> Does it grow?\n> Let me know.\n\n-- \nPrudence "
                                 "Quill\nHedges and Sons Ltd.\n12 Fence Street");
    return letter;
}

// Takes these letters onto the desk of the session; false where that failed.
inline bool take(editorial::Desk &desk, const QList<intake::IncomingLetter> &letters)
{
    editorial::Reception reception(desk);
    for (const intake::IncomingLetter &letter : letters) {
        const auto received = reception.take(letter);
        if (!received || !received->isNew)
            return false;
    }
    desk.noteChange(editorial::Area::Letters);
    return reception.commit().has_value();
}

inline bool take(OpenSession &open, const QList<intake::IncomingLetter> &letters)
{
    return open.run([letters](editorial::Desk &desk) {
        return take(desk, letters) ? base::Result<void>() : base::Error{base::Error::Kind::Unusable, {}};
    });
}
