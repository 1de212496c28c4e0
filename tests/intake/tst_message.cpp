#include "intake/message.h"
#include "intake/mime.h"

#include <QFile>
#include <QTest>

using base::Error;
using base::Result;
using intake::IncomingLetter;
using intake::readMessage;

namespace {

QByteArray fixture(const QString &name)
{
    QFile file(QStringLiteral(TEST_FIXTURES "/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

IncomingLetter letterOf(const QByteArray &raw)
{
    const Result<IncomingLetter> letter = readMessage(raw);
    return letter ? *letter : IncomingLetter{};
}

bool warns(const IncomingLetter &letter, const char *words)
{
    return letter.warnings.join(QLatin1Char('\n')).contains(QLatin1String(words));
}

bool asks(const IncomingLetter &letter, const char *words)
{
    return letter.attention.contains(QLatin1String(words));
}

QByteArray withBody(const QByteArray &contentType, const QByteArray &body)
{
    return "From: w@t.example\nDate: Tue, 4 Mar 2025 21:14:09 +0100\nContent-Type: " + contentType + "\n\n" + body;
}

} // namespace

class TestMessage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAPlainMessage_data();
    void readsAPlainMessage();
    void prefersPlainText();
    void takesThePageIfTheTextIsBlank();
    void joinsTextsAndKeepsTheRest();
    void picksInsideNestedAlternatives();
    void findsTheText_data();
    void findsTheText();
    void refusesWhatIsNoMessage_data();
    void refusesWhatIsNoMessage();
    void readsEightBitHeaders();
    void dropsNuls();
    void unfoldsFlowedText();
    void usesTheCharsetOfThePage();
    void warnsOfGuesses();
    void fillsInWhatItMeans();
    void readsAnEmptyLetter();
    void saysWhenItIsEncrypted();
    void findsASenderInReplyTo();
    void takesTheTimeOfDelivery();
    void readsCarriageReturnsAlone();
    void boundsDepth();
    void boundsTheNumberOfParts();
    void boundsLinesAndMarks();
    void boundsTheText();
    void survivesEveryCut();
};

void TestMessage::readsAPlainMessage_data()
{
    QTest::addColumn<QString>("file");
    QTest::newRow("lf") << QStringLiteral("plain.eml");
    QTest::newRow("crlf") << QStringLiteral("plain_crlf.eml");
}

void TestMessage::readsAPlainMessage()
{
    QFETCH(QString, file);
    const QByteArray raw = fixture(file);
    const IncomingLetter letter = letterOf(raw);
    QCOMPARE(letter.subject, QStringLiteral("My neighbour borrows everything"));
    QCOMPARE(letter.text,
             QStringLiteral("Dear Column,\n\nmy neighbour borrows everything and brings back half.\n\nWilma"));
    QCOMPARE(letter.sender.name, QStringLiteral("Wilma Tansley"));
    QCOMPARE(letter.sender.address, QStringLiteral("wilma@tansley.example"));
    QCOMPARE(letter.received, QDateTime({2025, 3, 4}, {20, 14, 9}, Qt::UTC));
    QCOMPARE(letter.messageId, QStringLiteral("plain-1@tansley.example"));
    QCOMPARE(letter.channel, QStringLiteral("message"));
    QCOMPARE(letter.raw, raw);
    QVERIFY(letter.headers.startsWith("From: Wilma"));
    QVERIFY(letter.headers.endsWith("plain-1@tansley.example>"));
    QVERIFY(letter.attachments.isEmpty());
    QVERIFY(letter.warnings.isEmpty());
}

void TestMessage::prefersPlainText()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("alternative.eml")));
    QCOMPARE(letter.subject, QStringLiteral("A café of one's own"));
    QCOMPARE(letter.text,
             QStringLiteral("Should I open a café at sixty? My sister says I am too old and this line goes on."));
    QVERIFY(letter.attachments.isEmpty());
    QVERIFY(letter.warnings.isEmpty());
}

void TestMessage::takesThePageIfTheTextIsBlank()
{
    QCOMPARE(letterOf(fixture(QStringLiteral("blank_alternative.eml"))).text,
             QStringLiteral("He never says sorry.\n\nWhat now?"));
}

void TestMessage::joinsTextsAndKeepsTheRest()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("mixed.eml")));
    QCOMPARE(letter.text, QStringLiteral("This is my garden.\n\nAnd this is what he did to it."));
    QCOMPARE(letter.attachments.size(), 4);
    QCOMPARE(letter.attachments.at(0).name, QStringLiteral("garden.png"));
    QCOMPARE(letter.attachments.at(0).mediaType, QStringLiteral("image/png"));
    QCOMPARE(letter.attachments.at(0).content, QByteArray("\x89PNG\r\n\x1A\n"));
    QCOMPARE(letter.attachments.at(1).name, QStringLiteral("hédge notes.txt"));
    QCOMPARE(letter.attachments.at(1).content.trimmed(), QByteArray("two metres"));
    QCOMPARE(letter.attachments.at(2).name, QStringLiteral("_.._etc_hedge plan.bin"));
    QCOMPARE(letter.attachments.at(2).content, QByteArray("\0\1\2", 3));
    QCOMPARE(letter.attachments.at(3).name, QStringLiteral("Re_ the hedge.eml").replace(u'_', u':'));
    QVERIFY(letter.attachments.at(3).content.contains("It is my hedge."));
    QVERIFY(letter.warnings.isEmpty());
}

void TestMessage::picksInsideNestedAlternatives()
{
    const IncomingLetter letter =
        letterOf(withBody("multipart/mixed; boundary=m", "--m\nContent-Type: multipart/related; boundary=r\n\n"
                                                         "--r\nContent-Type: multipart/alternative; boundary=a\n\n"
                                                         "--a\nContent-Type: text/plain\n\nfirst\n"
                                                         "--a\nContent-Type: text/plain\n\nlast\n"
                                                         "--a\nContent-Type: text/calendar\n\nBEGIN:VCALENDAR\n"
                                                         "--a--\n"
                                                         "--r\nContent-Type: image/png\n\nx\n--r--\n"
                                                         "--m\nContent-Type: text/html\n\n<p>and below\n--m--\n"));
    QCOMPARE(letter.text, QStringLiteral("last\n\nand below"));
    QCOMPARE(letter.attachments.size(), 2);
    QCOMPARE(letter.attachments.at(0).mediaType, QStringLiteral("text/calendar"));
    QCOMPARE(letter.attachments.at(1).name, QStringLiteral("attachment-2.png"));
}

void TestMessage::findsTheText_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QByteArray>("warning");

    const auto row = [](const char *file, const char *text, const char *warning) {
        QTest::newRow(file) << QString::fromLatin1(file) << QString::fromUtf8(text) << QByteArray(warning);
    };
    row("unclosed_boundary.eml", "The first half is here.\n\nAnd the second breaks", "breaks off");
    row("wrong_boundary.eml", "My mother-in-law rearranges my kitchen.", "not marked as its header says");
    row("no_boundary.eml", "There are no parts in here, only a question.", "not marked as its header says");
    row("truncated_base64.eml", "He snores. I moved to the attic, and now he s", "");
    row("bad_quoted_printable.eml", "Is 50=ZZ fair? He says 5=5, and that = is all", "");
    row("no_headers.eml", "I found this address on a napkin.\n\nIs it rude to leave a party without saying goodbye?",
        "no headers");
    row("nul_bytes.eml", "Onetwo three.", "Control characters");
    row("junk_among_headers.eml", "The body.", "are no headers");
    row("missing_blank_line.eml", "Dear Column,\nshe never writes back. Note: I write weekly.\n\nWilma",
        "are no headers");
    row("header_only.eml", "", "no text");
    row("no_body.eml", "", "no text");
}

void TestMessage::findsTheText()
{
    QFETCH(QString, file);
    QFETCH(QString, text);
    QFETCH(QByteArray, warning);
    const Result<IncomingLetter> letter = readMessage(fixture(file));
    QVERIFY(letter.has_value());
    QCOMPARE(letter->text, text);
    if (warning.isEmpty())
        QCOMPARE(letter->warnings, QStringList());
    else
        QVERIFY2(warns(*letter, warning.constData()) || asks(*letter, warning.constData()),
                 qPrintable(letter->warnings.join(QLatin1Char('\n'))));
}

void TestMessage::refusesWhatIsNoMessage_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("empty") << fixture(QStringLiteral("empty.eml"));
    QTest::newRow("blank") << fixture(QStringLiteral("blank.eml"));
    QTest::newRow("no bytes") << QByteArray();
    QTest::newRow("line ends") << QByteArray("\r\n\r\n\n");
}

void TestMessage::refusesWhatIsNoMessage()
{
    QFETCH(QByteArray, raw);
    const Result<IncomingLetter> letter = readMessage(raw);
    QVERIFY(!letter.has_value());
    QCOMPARE(letter.error().kind, Error::Kind::Unusable);
    QVERIFY(!letter.error().message.isEmpty());
}

void TestMessage::readsEightBitHeaders()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("eight_bit_headers.eml")));
    QCOMPARE(letter.subject, QStringLiteral("Für immer?"));
    QCOMPARE(letter.sender.name, QStringLiteral("Jörn Weiß"));
    QCOMPARE(letter.text, QStringLiteral("“Nie,” sagte sie – und ging."));
    QVERIFY(letter.warnings.isEmpty());
}

void TestMessage::dropsNuls()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("nul_bytes.eml")));
    QCOMPARE(letter.subject, QStringLiteral("Nuls in here"));
    QCOMPARE(letter.text, QStringLiteral("Onetwo three."));
}

void TestMessage::unfoldsFlowedText()
{
    QCOMPARE(letterOf(withBody("text/plain; format=flowed", "one \ntwo\n\n> a \n> b\n")).text,
             QStringLiteral("one two\n\n> a b"));
    QCOMPARE(letterOf(withBody("text/plain; format=Flowed; delsp=Yes", "Donau \nschiff\n")).text,
             QStringLiteral("Donauschiff"));
    QCOMPARE(letterOf(withBody("text/plain", "one \ntwo\n")).text, QStringLiteral("one \ntwo"));
}

void TestMessage::usesTheCharsetOfThePage()
{
    const QByteArray page = "<meta charset=koi8-r><p>\xF0\xD2\xC9\xD7\xC5\xD4</p>";
    QCOMPARE(letterOf(withBody("text/html", page)).text, QStringLiteral("Привет"));
    QCOMPARE(letterOf(withBody("text/html; charset=iso-8859-1", "<meta charset=koi8-r>\xE9")).text,
             QStringLiteral("é"));
    QVERIFY(warns(letterOf(withBody("text", "don\x92t")), "Windows-1252"));
}

void TestMessage::warnsOfGuesses()
{
    const QByteArray russian = "\xE4\xCF\xD2\xCF\xC7\xC1\xD1 \xD2\xC5\xC4\xC1\xCB\xC3\xC9\xD1!";
    for (const char *type : {"text/plain", "text/plain; charset=x-nobody", "text/plain; charset=iso-8859-1"}) {
        const IncomingLetter letter = letterOf(withBody(type, russian));
        QCOMPARE(letter.text, QStringLiteral("Дорогая редакция!"));
        QVERIFY(warns(letter, "KOI8-R"));
        QCOMPARE(letter.attention, QString());
    }
    const IncomingLetter utf8 = letterOf(withBody("text/plain; charset=iso-8859-1", "don\xE2\x80\x99t"));
    QCOMPARE(utf8.text, QStringLiteral("don’t"));
    QVERIFY(warns(utf8, "UTF-8"));
    QVERIFY(warns(letterOf("From: W\xE4lma <w@t.example>\nSubject: s\n\nx"), "does not say which character set"));
}

void TestMessage::fillsInWhatItMeans()
{
    const IncomingLetter letter =
        letterOf("From: Wilma Tansley <w@t.example>\nSubject: Re: My hedge\nMessage-ID: <c@t>\n"
                 "References: <a@t> <b@t>\nIn-Reply-To: <b@t>\n\nIt grows.\n\n"
                 "Shedless in Shropshire\n\nSent from my iPhone\n\n"
                 "On 4 Mar 2025, at 10:15, Letters <l@c.example> wrote:\n> How is it?\n");
    QCOMPARE(letter.references, (QStringList{QStringLiteral("a@t"), QStringLiteral("b@t")}));
    QCOMPARE(letter.signature, QStringLiteral("Shedless in Shropshire"));
    QVERIFY(letter.text.contains(QStringLiteral("> How is it?"))); // all of it
    QVERIFY(!letter.forwarded);
    QVERIFY(letter.notALetter.isEmpty());

    const IncomingLetter named = letterOf("From: Wilma Tansley <w@t.example>\nSubject: s\n\nIt grows.\n\n— Wilma\n");
    QCOMPARE(named.signature, QString());
    QVERIFY(named.text.endsWith(QStringLiteral("— Wilma")));

    const IncomingLetter passedOn =
        letterOf("From: w@t.example\nSubject: Fwd: s\n\n-------- Forwarded Message --------\n"
                 "From: Gil <g@o.example>\nSubject: s\n\nMy hedge.\n");
    QVERIFY(passedOn.forwarded);
    QCOMPARE(passedOn.forwarded->writer.address, QStringLiteral("g@o.example"));
    QCOMPARE(passedOn.sender.address, QStringLiteral("w@t.example"));
}

void TestMessage::readsAnEmptyLetter()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("no_body.eml")));
    QCOMPARE(letter.subject, QStringLiteral("An empty letter"));
    QVERIFY(letter.text.isEmpty());
    QVERIFY(asks(letter, "no text"));
}

void TestMessage::saysWhenItIsEncrypted()
{
    const IncomingLetter letter = letterOf(fixture(QStringLiteral("encrypted.eml")));
    QVERIFY(asks(letter, "encrypted"));
    QCOMPARE(letter.attachments.size(), 2);
}

void TestMessage::findsASenderInReplyTo()
{
    const auto sender = [](const QByteArray &headers) {
        return letterOf(headers + "Subject: s\n\nx").sender;
    };
    QCOMPARE(sender("Reply-To: W <w@t.example>\n").address, QStringLiteral("w@t.example"));
    QCOMPARE(sender("From:\nFrom: W <w@t.example>\n").address, QStringLiteral("w@t.example"));
    QCOMPARE(sender("From: Nobody:;\nReply-To: W <w@t.example>\n").address, QStringLiteral("w@t.example"));
    QCOMPARE(sender("From: A <a@t.example>\nFrom: B <b@t.example>\n").address, QStringLiteral("a@t.example"));
    QVERIFY(warns(letterOf("Subject: s\n\nx"), "who sent it"));
}

void TestMessage::takesTheTimeOfDelivery()
{
    const QByteArray route = "Received: from a by b;\n Wed, 5 Mar 2025 08:00:00 +0000\n"
                             "Received: from c by a; Tue, 4 Mar 2025 08:00:00 +0000\n";
    const IncomingLetter unreadable = letterOf(route + "From: w@t.example\nDate: soon\n\nx");
    QCOMPARE(unreadable.received, QDateTime({2025, 3, 5}, {8, 0}, Qt::UTC));
    QVERIFY(warns(unreadable, "when it was delivered"));

    const IncomingLetter lost = letterOf("From: w@t.example\nDate: soon\n\nx");
    QVERIFY(!lost.received.isValid());
    QVERIFY(warns(lost, "cannot be read"));
}

void TestMessage::readsCarriageReturnsAlone()
{
    const IncomingLetter letter = letterOf("From: w@t.example\rSubject: old\r\rone\rtwo\r");
    QCOMPARE(letter.subject, QStringLiteral("old"));
    QCOMPARE(letter.text, QStringLiteral("one\ntwo"));
}

void TestMessage::boundsDepth()
{
    QByteArray body;
    for (int i = 0; i < 3000; ++i) {
        const QByteArray boundary = "b" + QByteArray::number(i);
        if (i > 0)
            body += "Content-Type: multipart/mixed; boundary=" + boundary + "\n\n";
        body += "--" + boundary + "\n";
        if (i == 2)
            body += "Content-Type: text/plain\n\nnear the top\n--" + boundary + "\n";
    }
    body += "Content-Type: text/plain\n\nat the bottom\n";
    const IncomingLetter letter = letterOf(withBody("multipart/mixed; boundary=b0", body));
    QCOMPARE(letter.text, QStringLiteral("near the top"));
    QVERIFY(warns(letter, "nested deeper"));
}

void TestMessage::boundsTheNumberOfParts()
{
    const QByteArray part = "--p\nContent-Type: text/plain\n\nx\n";
    const IncomingLetter letter = letterOf(withBody("multipart/mixed; boundary=p", part.repeated(5000) + "--p--\n"));
    QVERIFY(letter.text.count(u'x') < intake::mostParts);
    QVERIFY(letter.text.count(u'x') > intake::mostParts - 10);
    QVERIFY(warns(letter, "more parts"));
}

void TestMessage::boundsLinesAndMarks()
{
    const QByteArray start = "--p\nContent-Type: text/plain\n\nstart\n";
    const IncomingLetter marks =
        letterOf(withBody("multipart/mixed; boundary=p", start + QByteArray("--p\n\n").repeated(100'000)));
    QVERIFY(marks.text.startsWith(QStringLiteral("start")));
    QVERIFY(warns(marks, "more parts"));

    const IncomingLetter lines =
        letterOf(withBody("multipart/mixed; boundary=p", start + "--p\n" + QByteArray("a:b\n").repeated(200'000)));
    QVERIFY(lines.text.startsWith(QStringLiteral("start")));
    QVERIFY(warns(lines, "more parts"));
}

void TestMessage::boundsTheText()
{
    const IncomingLetter letter = letterOf(withBody("text/plain", QByteArray("word ").repeated(400'000)));
    QCOMPARE(letter.text.size(), 1'000'000);
    QVERIFY(warns(letter, "longer than a million characters"));
}

void TestMessage::survivesEveryCut()
{
    for (const QString &name : {QStringLiteral("mixed.eml"), QStringLiteral("alternative.eml")}) {
        const QByteArray raw = fixture(name);
        for (qsizetype length = 1; length < raw.size(); ++length) {
            const Result<IncomingLetter> letter = readMessage(raw.first(length));
            QVERIFY(letter.has_value());
        }
    }
}

QTEST_APPLESS_MAIN(TestMessage)
#include "tst_message.moc"
