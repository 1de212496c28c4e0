#include "intake/message.h"

#include "intake/body.h"
#include "intake/charset.h"
#include "intake/encoded_words.h"
#include "intake/folding.h"
#include "intake/forwarded.h"
#include "intake/header_block.h"
#include "intake/mail_words.h"
#include "intake/message_ids.h"
#include "intake/mime.h"
#include "intake/not_a_letter.h"
#include "intake/pen_name.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::message)
};

bool isBlank(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

// Old programs end lines with "\r" alone.
QByteArray withLineEnds(const QByteArray &raw)
{
    return raw.contains('\n') || !raw.contains('\r') ? raw : QByteArray(raw).replace('\r', '\n');
}

// The date the sender gave; for want of a readable one, that of the last station that passed the message on.
QDateTime dateOf(const HeaderBlock &headers, QStringList &warnings)
{
    const QByteArray date = headers.value("date");
    if (QDateTime sent = decodeDate(date); sent.isValid())
        return sent;
    const QByteArray route = headers.value("received");
    QDateTime passed = decodeDate(route.sliced(route.lastIndexOf(';') + 1));
    if (passed.isValid())
        warnings.append(Words::tr("The message does not say when it was written, or not in a readable way; it has the "
                                  "time when it was delivered."));
    else if (date.isEmpty())
        warnings.append(Words::tr("The message does not say when it was written."));
    else
        warnings.append(Words::tr("The date of the message cannot be read."));
    return passed;
}

Sender senderOf(const HeaderBlock &headers, QStringList &warnings)
{
    for (const char *name : {"from", "reply-to", "sender"}) {
        const QByteArray value = headers.value(name);
        if (value.isEmpty())
            continue;
        Sender sender = decodeSender(value);
        if (!sender.name.isEmpty() || !sender.address.isEmpty())
            return sender;
    }
    warnings.append(Words::tr("The message does not say who sent it."));
    return {};
}

// What could not be read leaves no text; its bytes are there.
IncomingLetter unread(const QByteArray &raw, const QString &attention)
{
    IncomingLetter letter;
    letter.channel = QStringLiteral("message");
    letter.raw = raw;
    letter.attention = attention;
    return letter;
}

IncomingLetter readWithoutHeaders(const QByteArray &raw)
{
    if (looksBinary(raw))
        return unread(raw,
                      Words::tr("This is not a message: it has no headers and is not text. If it came from your mail "
                                "program, save the message there once more, as .eml."));
    IncomingLetter letter =
        unread(raw, Words::tr("The message has no headers, so it does not say who sent it, or when; "
                              "all of it was read as the letter's text. Compare it with the "
                              "original."));
    letter.text = readBareText(raw, {}, letter.warnings);
    return letter;
}

IncomingLetter readHeaders(const QByteArray &raw, QByteArrayView bytes, const HeaderBlock &headers)
{
    IncomingLetter letter;
    letter.channel = QStringLiteral("message");
    letter.raw = raw;
    letter.headers = bytes.sliced(headers.begin, headers.end - headers.begin).toByteArray().trimmed();
    if (headers.hasForeignLines)
        letter.warnings.append(Words::tr("Some lines among the headers of the message are no headers."));
    if (headers.hasGuessedText)
        letter.warnings.append(Words::tr("The subject or the sender's name does not say which character set it is in. "
                                         "Check its accents."));
    letter.subject = decodeHeaderText(headers.value("subject"));
    letter.received = dateOf(headers, letter.warnings);
    letter.sender = senderOf(headers, letter.warnings);
    letter.messageId = messageIdOf(headers);
    letter.references = referencesOf(headers);
    return letter;
}

// A message that was passed on as a whole, with a word or two.
std::optional<Forwarded> forwardedFile(const IncomingLetter &letter, const QString &ownText)
{
    const Attached *message = nullptr;
    for (const Attached &file : letter.attachments) {
        if (file.mediaType != QLatin1String("message/rfc822"))
            continue;
        if (message)
            return std::nullopt; // which of them?
        message = &file;
    }
    if (!message || !isForwardSubject(letter.subject) || !isMereNote(ownText))
        return std::nullopt;
    const HeaderBlock headers = readHeaderBlock(message->content);
    if (headers.fields.isEmpty())
        return std::nullopt;
    const IncomingLetter inner = readHeaders(message->content, message->content, headers);
    const Body body = readBody(headers, QByteArrayView(message->content).sliced(headers.end));
    return Forwarded{inner.sender, inner.received, inner.subject,
                     withoutFolds(body.text, foldsOf(body.text, inner.subject))};
}

void readMeaning(IncomingLetter &letter, const HeaderBlock &headers, bool isInvitation)
{
    const QString own = withoutFolds(letter.text, foldsOf(letter.text, letter.subject));
    letter.signature = signatureIn(own, letter.sender);
    letter.forwarded = forwardedIn(letter.text, letter.subject);
    if (!letter.forwarded)
        letter.forwarded = forwardedFile(letter, own);
    letter.notALetter = whyNotALetter(headers, letter.subject, letter.sender, isInvitation);
}

// Of more than letterLimit bytes the headers alone.
IncomingLetter readTooLarge(const QByteArray &raw)
{
    constexpr qsizetype mostHeaderBytes = 1024LL * 1024;
    const QByteArray start = raw.first(mostHeaderBytes);
    const HeaderBlock headers = readHeaderBlock(start);
    const QString attention =
        Words::tr("The message is larger than %1 MB, so only its headers were read. Save it without "
                  "its attachments in your mail program, and bring that in.")
            .arg(letterLimit / (1024LL * 1024));
    IncomingLetter letter = headers.fields.isEmpty() ? unread(raw, {}) : readHeaders(raw, start, headers);
    letter.attention = attention;
    return letter;
}

} // namespace

Result<IncomingLetter> readMessage(const QByteArray &raw)
{
    if (isBlank(raw))
        return Error{Error::Kind::Unusable,
                     Words::tr("The message is empty. Save it from your mail program once more.")};
    if (raw.size() > letterLimit)
        return readTooLarge(raw);
    const QByteArray bytes = withLineEnds(raw);
    const HeaderBlock headers = readHeaderBlock(bytes);
    if (headers.fields.isEmpty())
        return readWithoutHeaders(raw);
    IncomingLetter letter = readHeaders(raw, bytes, headers);
    Body body = readBody(headers, QByteArrayView(bytes).sliced(headers.end));
    letter.text = std::move(body.text);
    letter.attachments = std::move(body.attachments);
    letter.warnings.append(body.warnings);
    letter.attention = body.attention;
    readMeaning(letter, headers, body.isInvitation);
    return letter;
}

} // namespace intake
