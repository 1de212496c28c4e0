// Every message that has any bytes becomes a letter; where its text is not to be had, it says why and what to do.
#include "intake/message.h"

#include <QTest>

using base::Result;
using intake::IncomingLetter;
using intake::readMessage;

namespace {

constexpr char headers[] = "From: Wilma Tansley <wilma@tansley.example>\nDate: Tue, 4 Mar 2025 21:14:09 +0100\n"
                           "Subject: The hedge\nMIME-Version: 1.0\n";
constexpr char pgpMessage[] = "-----BEGIN PGP MESSAGE-----\n\nhQEMA9cAAAAA\n=abcd\n-----END PGP MESSAGE-----\n";

// An enveloped message of CMS: its identifier is all that is looked at.
const QByteArray enveloped("\x30\x0D\x06\x09\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03\xA0\x00", 15);
// A signed one that carries "Content-Type: text/plain\r\n\r\nMy hedge.\r\n".
const QByteArray signedWhole = QByteArray::fromBase64(
    "ME4GCSqGSIb3DQEHAqBBMD8CAQExADA2BgkqhkiG9w0BBwGgKQQnQ29udGVudC1UeXBlOiB0ZXh0L3BsYWluDQoNCk15IGhl"
    "ZGdlLg0KMQA=");

QByteArray message(const QByteArray &contentType, const QByteArray &body)
{
    return headers + QByteArray("Content-Type: ") + contentType + "\n\n" + body;
}

QByteArray part(const QByteArray &contentType, const QByteArray &body)
{
    return "--b\nContent-Type: " + contentType + "\n\n" + body + "\n";
}

QByteArray mixed(const QByteArray &parts)
{
    return message("multipart/mixed; boundary=b", parts + "--b--\n");
}

QByteArray base64Part(const QByteArray &contentType, const QByteArray &content)
{
    return "--b\nContent-Transfer-Encoding: base64\nContent-Type: " + contentType + "\n\n" + content.toBase64() + "\n";
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

} // namespace

class TestAttention : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void asksForAttention_data();
    void asksForAttention();
    void doesNotAsk_data();
    void doesNotAsk();
    void refusesNothingButNothing_data();
    void refusesNothingButNothing();
    void readsTheHeadersOfWhatIsTooLarge();
    void namesSignatures_data();
    void namesSignatures();
    void readsWhatIsSignedInOnePiece();
    void takesBlocksOfPgpOutOfTheText();
    void warnsOfWinmailBesideText();
};

void TestAttention::asksForAttention_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("attention");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const QByteArray &raw, const char *attention, const char *text = "") {
        QTest::newRow(tag) << raw << QString::fromLatin1(attention) << QString::fromLatin1(text);
    };
    const QByteArray text = part("text/plain", "See below.");
    row("PGP/MIME",
        message("multipart/encrypted; protocol=\"application/pgp-encrypted\"; boundary=b",
                part("application/pgp-encrypted", "Version: 1") + part("application/octet-stream", pgpMessage) +
                    "--b--"),
        "encrypted with PGP");
    row("PGP inline", message("text/plain", pgpMessage), "encrypted with PGP");
    row("PGP inline, with words", message("text/plain", QByteArray("Only for you:\n\n") + pgpMessage),
        "encrypted with PGP", "Only for you:");
    row("PGP as a file of its own", message("application/octet-stream; name=letter.asc", pgpMessage),
        "encrypted with PGP");
    row("PGP behind words", mixed(text + part("application/octet-stream; name=letter.asc", pgpMessage)),
        "encrypted with PGP", "See below.");
    row("S/MIME", message("application/pkcs7-mime; smime-type=enveloped-data", enveloped), "encrypted with S/MIME");
    row("S/MIME, old name", message("application/x-pkcs7-mime", enveloped), "encrypted with S/MIME");
    row("S/MIME by its name", message("application/octet-stream; name=smime.p7m", enveloped), "encrypted with S/MIME");
    row("S/MIME, signed, without what is signed",
        message("application/pkcs7-mime; smime-type=signed-data", signedWhole.first(24)), "packed by S/MIME");
    row("S/MIME, signed, broken off", message("application/pkcs7-mime", signedWhole.first(signedWhole.size() - 7)),
        "breaks off", "My hed");
    row("S/MIME as an alternative",
        message("multipart/alternative; boundary=b",
                part("text/plain", " ") + part("application/pkcs7-mime", enveloped) + "--b--"),
        "encrypted with S/MIME");
    row("PGP before winmail.dat",
        mixed(part("application/octet-stream", pgpMessage) + part("application/ms-tnef", "x")), "encrypted with PGP");
    row("winmail.dat alone", message("application/ms-tnef; name=winmail.dat", "x\x9F>\""), "winmail.dat");
    row("winmail.dat by its name", message("application/octet-stream; name=WinMail.dat", "x\x9F>\""), "winmail.dat");
    row("files only", mixed(base64Part("image/png; name=a.png", "\x89PNG")), "Look into its attachments");
    row("files called text", mixed(base64Part("text/plain", QByteArray(200, '\1'))), "Look into its attachments");
    row("no body", headers, "has no text");
    row("empty text", message("text/plain", " \n \n"), "has no text");
    row("empty page", message("text/html", "<html><body><img src='http://t.example/1.gif' width=1></body></html>"),
        "has no text");
    row("one piece of several", message("message/partial; id=\"a@b\"; number=2; total=3", "of the hedge.\n"),
        "one piece of a message");
    row("no headers", "My hedge and I.\n\nNote: it grows.", "no headers", "My hedge and I.\n\nNote: it grows.");
    row("breaks off inside base64",
        message("text/plain", "").replace("\n\n", "\nContent-Transfer-Encoding: base64\n\nTXkgaGVkZ2UgYW5kIEk"),
        "breaks off", "My hedge and I");
    row("breaks off inside its only part", message("multipart/mixed; boundary=b", text.chopped(5)), "breaks off",
        "See be");
    row("breaks off before its text", message("multipart/mixed; boundary=b", "--b\nContent-Type: text/plain"),
        "has no text");
    row("junk", QByteArray("\x01\x02\x03\x04\x05\x06junk\x00\x01\x02", 13), "not a message");
    row("a picture", "\x89PNG\r\n\x1A\nwith some text", "not a message");
    row("a document", "%PDF-1.7 and text", "not a message");
}

void TestAttention::asksForAttention()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, attention);
    QFETCH(QString, text);
    const Result<IncomingLetter> letter = readMessage(raw);
    QVERIFY(letter.has_value());
    QVERIFY2(letter->attention.contains(attention), qPrintable(letter->attention));
    QCOMPARE(letter->text, text);
    QCOMPARE(letter->raw, raw);
    QCOMPARE(letter->channel, QStringLiteral("message"));
}

void TestAttention::doesNotAsk_data()
{
    QTest::addColumn<QByteArray>("raw");

    const QByteArray text = part("text/plain", "See below.");
    QTest::newRow("plain") << message("text/plain", "My hedge.");
    QTest::newRow("no date, no sender") << QByteArray("Subject: s\n\nMy hedge.");
    QTest::newRow("guessed charset") << message("text/plain", "don\x92t");
    QTest::newRow("no closing boundary, but all of the text")
        << message("multipart/alternative; boundary=b", text + part("text/html", "<p>See below."));
    QTest::newRow("breaks off in its second text")
        << message("multipart/mixed; boundary=b", text + part("text/plain", "And th"));
    QTest::newRow("breaks off in a picture") << message("multipart/mixed; boundary=b", text + part("image/png", "x"));
    QTest::newRow("a file that is encrypted") << mixed(
        text + "--b\nContent-Type: application/octet-stream; name=secret.asc\nContent-Disposition: attachment\n\n" +
        pgpMessage);
    QTest::newRow("a few control characters") << message("text/plain", QByteArray("My\0 hedge.", 10));
    QTest::newRow("base64 that is none")
        << message("text/plain", "My hedge, and a fence.\n").replace("\n\n", "\nContent-Transfer-Encoding: base64\n\n");
    QTest::newRow("base64 with a footer") << message("text/plain", "TXkgaGVkZ2UuCg==\n_____________\nA mailing list.\n")
                                                 .replace("\n\n", "\nContent-Transfer-Encoding: base64\n\n");
    QTest::newRow("headers lost but for the parts") << QByteArray("From: w@t.example\n\n" + text + "--b--\n");
    QTest::newRow("calendar alone") << message("text/calendar", "BEGIN:VCALENDAR\nEND:VCALENDAR\n");
    QTest::newRow("a text with a name, and nothing else")
        << mixed(base64Part("image/png; name=a.png", "\x89PNG") + part("text/plain; name=letter.txt", "My hedge."));
}

void TestAttention::doesNotAsk()
{
    QFETCH(QByteArray, raw);
    const IncomingLetter letter = letterOf(raw);
    QCOMPARE(letter.attention, QString());
    QVERIFY(!letter.text.isEmpty());
}

void TestAttention::refusesNothingButNothing_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<bool>("isLetter");

    QTest::newRow("nothing") << QByteArray() << false;
    QTest::newRow("blank") << QByteArray(" \t\r\n\f\v\n") << false;
    QTest::newRow("one letter") << QByteArray("x") << true;
    QTest::newRow("a colon") << QByteArray(":") << true;
    QTest::newRow("a NUL") << QByteArray(1, '\0') << true;
    QTest::newRow("high bytes") << QByteArray(500, '\xFF') << true;
    QTest::newRow("a header alone") << QByteArray("Subject: s") << true;
    QTest::newRow("a separator alone") << QByteArray("From w@t.example Mon May  2 16:07:05 2005\n") << true;
    QTest::newRow("a boundary alone") << QByteArray("--b--") << true;
    QByteArray noise;
    for (int i = 0; i < 4096; ++i)
        noise.append(char((i * 131 + i / 7) % 256));
    QTest::newRow("noise") << noise << true;
    QTest::newRow("noise with headers") << QByteArray("Content-Type: multipart/mixed; boundary=b\n\n" + noise) << true;
}

void TestAttention::refusesNothingButNothing()
{
    QFETCH(QByteArray, raw);
    QFETCH(bool, isLetter);
    const Result<IncomingLetter> letter = readMessage(raw);
    QCOMPARE(letter.has_value(), isLetter);
    if (!letter) {
        QCOMPARE(letter.error().kind, base::Error::Kind::Unusable);
        QVERIFY(!letter.error().message.isEmpty());
    } else {
        QCOMPARE(letter->raw, raw);
        QVERIFY(!letter->text.isEmpty() || !letter->attention.isEmpty());
    }
}

void TestAttention::readsTheHeadersOfWhatIsTooLarge()
{
    QByteArray raw = headers + QByteArray("\nMy hedge.\n");
    raw.append(qsizetype(intake::letterLimit) + 1 - raw.size(), 'x');
    const IncomingLetter letter = letterOf(raw);
    QVERIFY(letter.attention.contains(QStringLiteral("larger than 64 MB")));
    QVERIFY(letter.text.isEmpty());
    QCOMPARE(letter.subject, QStringLiteral("The hedge"));
    QCOMPARE(letter.sender.address, QStringLiteral("wilma@tansley.example"));
    QCOMPARE(letter.raw.size(), raw.size());

    const IncomingLetter junk = letterOf(QByteArray(qsizetype(intake::letterLimit) + 1, 'x'));
    QVERIFY(junk.attention.contains(QStringLiteral("larger than 64 MB")));
    QVERIFY(junk.text.isEmpty());
    QVERIFY(letterOf(raw.first(qsizetype(intake::letterLimit))).attention.isEmpty());
}

void TestAttention::namesSignatures_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QString>("name");
    QTest::newRow("PGP") << QByteArray("application/pgp-signature") << QStringLiteral("signature.asc");
    QTest::newRow("S/MIME") << QByteArray("application/pkcs7-signature") << QStringLiteral("smime.p7s");
    QTest::newRow("S/MIME, old name") << QByteArray("application/x-pkcs7-signature") << QStringLiteral("smime.p7s");
    QTest::newRow("named") << QByteArray("application/pgp-signature; name=OpenPGP.asc")
                           << QStringLiteral("OpenPGP.asc");
}

void TestAttention::namesSignatures()
{
    QFETCH(QByteArray, type);
    QFETCH(QString, name);
    const IncomingLetter letter = letterOf(message("multipart/signed; boundary=b; micalg=pgp-sha256",
                                                   part("text/plain", "My hedge.") + part(type, "iQEz") + "--b--\n"));
    QCOMPARE(letter.text, QStringLiteral("My hedge."));
    QCOMPARE(letter.attention, QString());
    QCOMPARE(letter.attachments.size(), 1);
    QCOMPARE(letter.attachments.first().name, name);
}

void TestAttention::readsWhatIsSignedInOnePiece()
{
    const IncomingLetter letter =
        letterOf(message("application/pkcs7-mime; smime-type=signed-data; name=smime.p7m", signedWhole));
    QCOMPARE(letter.text, QStringLiteral("My hedge."));
    QCOMPARE(letter.attention, QString());
    QCOMPARE(letter.attachments.size(), 1);
    QCOMPARE(letter.attachments.first().name, QStringLiteral("smime.p7m"));
}

void TestAttention::takesBlocksOfPgpOutOfTheText()
{
    const IncomingLetter letter = letterOf(
        message("text/plain", "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\nMy hedge.\n- - a dash\n"
                              "-----BEGIN PGP SIGNATURE-----\n\niQEz\n-----END PGP SIGNATURE-----\n\n"
                              "-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQEN\n-----END PGP PUBLIC KEY BLOCK-----\n"));
    QCOMPARE(letter.text, QStringLiteral("My hedge.\n- a dash"));
    QCOMPARE(letter.attention, QString());
    QCOMPARE(letter.attachments.size(), 2);
    QCOMPARE(letter.attachments.at(0).name, QStringLiteral("signature.asc"));
    QCOMPARE(letter.attachments.at(1).name, QStringLiteral("publickey.asc"));
}

void TestAttention::warnsOfWinmailBesideText()
{
    const IncomingLetter letter =
        letterOf(mixed(part("text/plain", "My hedge.") + base64Part("application/ms-tnef", "x\x9F>\"")));
    QCOMPARE(letter.text, QStringLiteral("My hedge."));
    QCOMPARE(letter.attention, QString());
    QCOMPARE(letter.attachments.first().name, QStringLiteral("winmail.dat"));
    QVERIFY(warns(letter, "winmail.dat"));
}

QTEST_APPLESS_MAIN(TestAttention)
#include "tst_attention.moc"
