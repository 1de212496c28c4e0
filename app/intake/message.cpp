#include "intake/message.h"

#include "intake/body.h"
#include "intake/charset.h"
#include "intake/encoded_words.h"
#include "intake/header_block.h"
#include "intake/mime.h"

#include <QCoreApplication>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::message)
};

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

QString messageIdOf(const HeaderBlock &headers)
{
    QByteArray id = headers.value("message-id");
    const qsizetype open = id.indexOf('<');
    const qsizetype close = id.indexOf('>', open);
    if (open >= 0 && close > open)
        id = id.sliced(open + 1, close - open - 1);
    return QString::fromUtf8(id).simplified();
}

Result<IncomingLetter> readWithoutHeaders(const QByteArray &raw)
{
    if (looksBinary(raw))
        return Error{Error::Kind::Unusable,
                     Words::tr("This is not a message: it has no headers and is not text. Save the "
                               "message from your mail program as .eml.")};
    IncomingLetter letter;
    letter.channel = QStringLiteral("message");
    letter.raw = raw;
    letter.warnings.append(Words::tr("The message has no headers; all of it was read as the letter's text."));
    letter.text = readBareText(raw, {}, letter.warnings);
    return letter;
}

} // namespace

Result<IncomingLetter> readMessage(const QByteArray &raw)
{
    if (raw.size() > letterLimit)
        return Error{Error::Kind::Unusable,
                     Words::tr("The message is larger than %1 MB. Save it without its attachments.")
                         .arg(letterLimit / (1024LL * 1024))};
    if (raw.trimmed().isEmpty())
        return Error{Error::Kind::Unusable,
                     Words::tr("The message is empty. Save it from your mail program once more.")};
    const QByteArray bytes = withLineEnds(raw);
    const HeaderBlock headers = readHeaderBlock(bytes);
    if (headers.fields.isEmpty())
        return readWithoutHeaders(raw);

    IncomingLetter letter;
    letter.channel = QStringLiteral("message");
    letter.raw = raw;
    letter.headers = bytes.sliced(headers.begin, headers.end - headers.begin).trimmed();
    if (headers.hasForeignLines)
        letter.warnings.append(Words::tr("Some lines among the headers of the message are no headers."));
    if (headers.hasGuessedText)
        letter.warnings.append(Words::tr("The subject or the sender's name does not say which character set it is in. "
                                         "Check its accents."));
    letter.subject = decodeHeaderText(headers.value("subject"));
    letter.received = dateOf(headers, letter.warnings);
    letter.sender = senderOf(headers, letter.warnings);
    letter.messageId = messageIdOf(headers);
    Body body = readBody(headers, QByteArrayView(bytes).sliced(headers.end));
    letter.text = std::move(body.text);
    letter.attachments = std::move(body.attachments);
    letter.warnings.append(body.warnings);
    return letter;
}

} // namespace intake
