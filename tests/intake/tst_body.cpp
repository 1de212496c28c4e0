// Messages of every shape: which part is the text, and what the others are called.
#include "intake/attachment_name.h"
#include "intake/body.h"
#include "intake/mime.h"
#include "intake/mime_repair.h"

#include <QTest>

using intake::Body;

namespace {

Body bodyOf(const QByteArray &contentType, const QByteArray &body)
{
    const QByteArray type = contentType.isEmpty() ? QByteArray() : QByteArray("Content-Type: " + contentType + "\n");
    const QByteArray raw = "From: w@t.example\n" + type + "\n" + body;
    const intake::HeaderBlock headers = intake::readHeaderBlock(raw);
    return intake::readBody(headers, QByteArrayView(raw).sliced(headers.end));
}

QStringList namesOf(const Body &body)
{
    QStringList names;
    for (const intake::Attached &file : body.attachments)
        names.append(file.name);
    return names;
}

// Parts "type|body", each with the fields and the blank line between them.
QByteArray parts(const char *boundary, std::initializer_list<QByteArray> all)
{
    QByteArray joined;
    for (const QByteArray &part : all) {
        const qsizetype bar = part.indexOf('|');
        joined.append(QByteArray("--") + boundary + "\nContent-Type: " + part.first(bar) + "\n\n" +
                      part.sliced(bar + 1) + "\n");
    }
    return joined + "--" + boundary + "--\n";
}

} // namespace

class TestBody : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheText_data();
    void findsTheText();
    void namesTheRest_data();
    void namesTheRest();
    void readsFieldsOfPartsHoweverTheyAreBroken_data();
    void readsFieldsOfPartsHoweverTheyAreBroken();
    void keepsMessagesAsTheyCame();
    void findsPartsThatNobodyAnnounced();
    void makesNamesSafe();
};

void TestBody::findsTheText_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const QByteArray &type, const QByteArray &body, const char *text) {
        QTest::newRow(tag) << type << body << QString::fromUtf8(text);
    };
    const QByteArray alternative =
        "multipart/alternative; boundary=a|" + parts("a", {"text/plain|Plain.", "text/html|<p>Page."});
    row("alternative in mixed", "multipart/mixed; boundary=m", parts("m", {alternative, "image/png; name=a.png|x"}),
        "Plain.");
    row("alternative in related in mixed", "multipart/mixed; boundary=m",
        parts("m", {"multipart/related; boundary=r|" + parts("r", {alternative, "image/png|x"}), "text/plain|More."}),
        "Plain.\n\nMore.");
    row("related in alternative", "multipart/alternative; boundary=m",
        parts("m",
              {"text/plain|Plain.", "multipart/related; boundary=r|" + parts("r", {"text/html|Page.", "image/png|x"})}),
        "Plain.");
    row("page alone, with pictures", "multipart/related; boundary=r", parts("r", {"text/html|<p>Page.", "image/png|x"}),
        "Page.");
    row("related, picture first", "multipart/related; boundary=r; start=\"<p>\"",
        parts("r", {"image/png|x", "text/html|<p>Page."}), "Page.");
    row("blank alternative", "multipart/alternative; boundary=a", parts("a", {"text/plain| ", "text/html|<p>Page."}),
        "Page.");
    row("alternatives the wrong way round", "multipart/alternative; boundary=a",
        parts("a", {"text/html|<p>Page.", "text/plain|Plain."}), "Plain.");
    row("AMP", "multipart/alternative; boundary=a",
        parts("a", {"text/plain|Plain.", "text/x-amp-html|<html>AMP", "text/html|<p>Page."}), "Plain.");
    row("unknown kind", "multipart/x-nobody; boundary=m", parts("m", {"text/plain|One.", "text/plain|Two."}),
        "One.\n\nTwo.");
    row("parallel", "multipart/parallel; boundary=m", parts("m", {"text/plain|One.", "text/html|Two."}),
        "One.\n\nTwo.");
    row("digest", "multipart/digest; boundary=d",
        "--d\n\nFrom: a@b.example\nSubject: s\n\nInner.\n--d\nContent-Type: text/plain\n\nOuter.\n--d--\n", "Outer.");
    row("signed, in a list", "multipart/mixed; boundary=m",
        parts("m", {"multipart/signed; boundary=s|" + parts("s", {"text/plain|Plain.", "application/pgp-signature|x"}),
                    "text/plain|A list."}),
        "Plain.\n\nA list.");
    row("text before the first boundary", "multipart/mixed; boundary=m",
        "For old programs.\n" + parts("m", {"text/plain|One."}), "One.");
    row("text behind the last boundary", "multipart/mixed; boundary=m", parts("m", {"text/plain|One."}) + "Behind.\n",
        "One.");
    row("boundary with spaces", "multipart/mixed; boundary=\"m n\"", parts("m n", {"text/plain|One."}), "One.");
    row("boundary without quotation marks", "multipart/mixed; boundary==_m:n?", parts("=_m:n?", {"text/plain|One."}),
        "One.");
    row("boundary that begins another", "multipart/mixed; boundary=m",
        parts("m", {"multipart/mixed; boundary=mm|" + parts("mm", {"text/plain|One.", "text/plain|Two."}),
                    "text/plain|Three."}),
        "One.\n\nTwo.\n\nThree.");
    row("inner boundary not closed", "multipart/mixed; boundary=m",
        "--m\nContent-Type: multipart/mixed; boundary=n\n\n--n\n\nOne.\n--m\n\nTwo.\n--m--\n", "One.\n\nTwo.");
    row("type with a comment", "text (plain)/plain; charset=utf-8", "caf\xC3\xA9", "café");
    row("type in capitals", "TEXT/HTML; CHARSET=UTF-8", "<p>caf\xC3\xA9", "café");
    row("no type", "", "caf\xC3\xA9", "café");
    row("type that is none", "plain", "One.", "One.");
    row("charset that is none", "text/plain; charset=\"\"", "caf\xC3\xA9", "café");
    row("charset not closed", "text/plain; charset=\"utf-8", "caf\xC3\xA9", "café");
    row("charset percented", "text/plain; charset*=''koi8-r", "\xF0\xD2\xC9", "При");
    row("utf-7", "text/plain; charset=unicode-1-1-utf-7", "caf+AOk-", "café");
    row("koi8-r", "text/plain; charset=KOI8-R", "\xF0\xD2\xC9\xD7\xC5\xD4", "Привет");
    row("iso-2022-jp, not returning", "text/plain; charset=iso-2022-jp", "\x1B$B%F%9%H\nabc", "テスト\nabc");
    row("encoding unknown", "text/plain\nContent-Transfer-Encoding: x-nobody", "One.", "One.");
    row("encoding that cannot be", "text/plain\nContent-Transfer-Encoding: base64", "One, two: three.",
        "One, two: three.");
    row("encoding of another spelling", "text/plain\nContent-Transfer-Encoding: Quoted-Printable ", "caf=C3=A9=\n!",
        "café!");
    row("flowed", "text/plain; format=flowed; delsp=yes", "Donau \nschiff\n> a \n> b\n", "Donauschiff\n> ab");
    row("calendar, for want of a text", "text/calendar", "BEGIN:VCALENDAR\n", "BEGIN:VCALENDAR");
}

void TestBody::findsTheText()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(QString, text);
    const Body read = bodyOf(type, body);
    QCOMPARE(read.text, text);
    QCOMPARE(read.attention, QString());
}

void TestBody::namesTheRest_data()
{
    QTest::addColumn<QByteArray>("part");
    QTest::addColumn<QString>("name");

    const auto row = [](const char *part, const char *name) {
        QTest::newRow(part) << QByteArray(part) << QString::fromUtf8(name);
    };
    row("image/png|x", "attachment-1.png");
    row("application/octet-stream|x", "attachment-1");
    row("application/pdf; name=a.pdf|x", "a.pdf");
    row("application/pdf; name=\"=?utf-8?B?w6QucGRm?=\"|x", "ä.pdf");
    row("application/pdf; name*0*=utf-8''%C3; name*1*=%A4.pdf|x", "ä.pdf");
    row("application/pdf; name=a.pdf\nContent-Disposition: attachment; filename=b.pdf|x", "b.pdf");
    row("application/pdf; name=../../a.pdf|x", "_.._a.pdf");
    row("application/pgp-signature|x", "signature.asc");
    row("application/pgp-keys|x", "publickey.asc");
    row("application/pkcs7-signature|x", "smime.p7s");
    row("application/ms-tnef|x", "winmail.dat");
    row("message/delivery-status|Action: failed", "delivery-status.txt");
    row("text/calendar|BEGIN:VCALENDAR", "invitation.ics");
    row("message/rfc822|Subject: =?utf-8?Q?H=C3=A4?=\n\nx", "Hä.eml");
    row("message/rfc822|x", "message.eml");
    row("pdf; name=a.pdf|%PDF", "a.pdf");
}

void TestBody::namesTheRest()
{
    QFETCH(QByteArray, part);
    QFETCH(QString, name);
    const Body read = bodyOf("multipart/mixed; boundary=m", parts("m", {"text/plain|One.", part}));
    QCOMPARE(read.text, QStringLiteral("One."));
    QCOMPARE(namesOf(read), QStringList{name});
}

void TestBody::readsFieldsOfPartsHoweverTheyAreBroken_data()
{
    QTest::addColumn<QByteArray>("fields");
    QTest::addColumn<QString>("text");

    const auto row = [](const char *tag, const char *fields, const char *text) {
        QTest::newRow(tag) << QByteArray(fields) << QString::fromUtf8(text);
    };
    row("folded", "Content-Type: text/plain;\n\tcharset=koi8-r\n", "При");
    row("folded without a space", "Content-Type: text/plain; charset=koi8-r;\nformat=flowed\n", "При");
    row("no space", "Content-Type:text/plain;charset=koi8-r\n", "При");
    row("twice", "Content-Type: text/plain; charset=koi8-r\nContent-Type: text/html\n", "При");
    row("no semicolon at the end", "Content-type: text/plain; charset=\"koi8-r\" ;\n", "При");
    row("other fields", "X-Junk: \x80\xFF\nContent-Type: text/plain; charset=koi8-r\n", "При");
}

void TestBody::readsFieldsOfPartsHoweverTheyAreBroken()
{
    QFETCH(QByteArray, fields);
    QFETCH(QString, text);
    const Body read = bodyOf("multipart/mixed; boundary=m", "--m\n" + fields + "\n\xF0\xD2\xC9\n--m--\n");
    QVERIFY2(read.text.endsWith(text), qPrintable(read.text));
}

void TestBody::keepsMessagesAsTheyCame()
{
    const QByteArray inner =
        "From: g@o.example\nSubject: Inner\nContent-Type: multipart/mixed; boundary=n\n\n--n\n\nDeep.\n--n\n"
        "Content-Type: message/rfc822\n\nSubject: Deeper\n\nDeepest.\n--n--\n";
    const Body read = bodyOf("multipart/mixed; boundary=m", parts("m", {"text/plain|One.", "message/rfc822|" + inner}));
    QCOMPARE(read.text, QStringLiteral("One."));
    QCOMPARE(read.attachments.size(), 1);
    QCOMPARE(read.attachments.first().mediaType, QStringLiteral("message/rfc822"));
    QVERIFY(read.attachments.first().content.contains("Deepest."));

    const Body alone = bodyOf("message/rfc822", inner);
    QCOMPARE(namesOf(alone), QStringList{QStringLiteral("Inner.eml")});
    QVERIFY(!alone.attention.isEmpty());

    const QByteArray encoded = "message/rfc822\nContent-Transfer-Encoding: base64|" + inner.toBase64();
    const Body wrapped = bodyOf("multipart/mixed; boundary=m", parts("m", {"text/plain|One.", encoded}));
    QCOMPARE(wrapped.attachments.size(), 1);
    QVERIFY(wrapped.attachments.first().content.contains("Deepest."));
    QCOMPARE(namesOf(wrapped), QStringList{QStringLiteral("Inner.eml")});
}

void TestBody::findsPartsThatNobodyAnnounced()
{
    const QByteArray both = parts("m", {"text/plain|Plain.", "text/html|<p>Page."});
    const Body alternative = bodyOf("", both);
    QCOMPARE(alternative.text, QStringLiteral("Plain."));
    QVERIFY(!alternative.warnings.isEmpty());
    const Body mixed = bodyOf("", parts("m", {"text/plain|Plain.", "image/png|x"}));
    QCOMPARE(mixed.text, QStringLiteral("Plain."));
    QCOMPARE(mixed.attachments.size(), 1);
    // A signature and a word with a colon are no parts.
    const Body text = bodyOf("", "One.\n--\nContent-wise: nothing.\n");
    QCOMPARE(text.text, QStringLiteral("One.\n--\nContent-wise: nothing."));
    QVERIFY(text.warnings.isEmpty());
}

void TestBody::makesNamesSafe()
{
    using intake::safeFileName;
    QCOMPARE(safeFileName(QStringLiteral("a b.txt")), QStringLiteral("a b.txt"));
    QCOMPARE(safeFileName(QStringLiteral("C:\\My\\a.txt")), QStringLiteral("C:_My_a.txt"));
    QCOMPARE(safeFileName(QStringLiteral("..")), QString());
    QCOMPARE(safeFileName(QStringLiteral("a\u202Etxt.exe")), QStringLiteral("a_txt.exe"));
    QCOMPARE(safeFileName(QStringLiteral("a\n\tb")), QStringLiteral("a__b"));
    QVERIFY(safeFileName(QString(5000, QLatin1Char('x'))).size() < 150);
    QCOMPARE(intake::nameForMediaType("application/x-very-long-kind", 3), QStringLiteral("attachment-3"));
}

QTEST_APPLESS_MAIN(TestBody)
#include "tst_body.moc"
