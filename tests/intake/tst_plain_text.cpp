#include "intake/form.h"
#include "intake/plain_text.h"

#include <QTest>

using base::Error;
using base::Result;
using intake::Form;
using intake::IncomingLetter;
using intake::readText;

class TestPlainText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText();
    void offersASubject_data();
    void offersASubject();
    void findsThePenName();
    void guessesTheCharset();
    void refuses_data();
    void refuses();
    void detectsTheForm_data();
    void detectsTheForm();
    void detectsAMailboxInUtf16();
};

void TestPlainText::readsText()
{
    const QByteArray raw = "\xEF\xBB\xBF\r\nDear Column,\r\n\r\nhe hums.\r\n\r\nWilma\r\n\r\n";
    const Result<IncomingLetter> letter = readText(raw, QStringLiteral("hum.txt"));
    QVERIFY(letter.has_value());
    QCOMPARE(letter->text, QStringLiteral("Dear Column,\n\nhe hums.\n\nWilma"));
    QCOMPARE(letter->channel, QStringLiteral("text"));
    QCOMPARE(letter->raw, raw);
    QVERIFY(letter->subject.isEmpty());
    QVERIFY(letter->headers.isEmpty());
    QVERIFY(letter->messageId.isEmpty());
    QVERIFY(!letter->received.isValid());
    QVERIFY(letter->sender.name.isEmpty() && letter->sender.address.isEmpty());
    QVERIFY(letter->warnings.isEmpty());
}

void TestPlainText::offersASubject_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QString>("subject");

    const auto row = [](const char *tag, const QByteArray &raw, const char *subject) {
        QTest::newRow(tag) << raw << QString::fromLatin1(subject);
    };
    row("title", "The humming husband\n\nHe hums.", "The humming husband");
    row("title, CRLF and spaces", "The  humming husband \r\n \r\nHe hums.", "The humming husband");
    row("labelled", "Subject: Humming\n\nHe hums.", "Humming");
    row("no blank line", "The humming husband\nHe hums.", "");
    row("salutation", "Dear Column,\n\nHe hums.", "");
    row("salutation without a comma", "Dear Column\n\nHe hums.", "");
    row("greeting", "Hi there!\n\nHe hums.", "");
    row("too long", QByteArray(81, 'x') + "\n\nHe hums.", "");
    row("one line", "He hums.", "");
}

void TestPlainText::offersASubject()
{
    QFETCH(QByteArray, raw);
    QFETCH(QString, subject);
    const Result<IncomingLetter> letter = readText(raw, QStringLiteral("x.txt"));
    QVERIFY(letter.has_value());
    QCOMPARE(letter->subject, subject);
    QVERIFY(letter->text.startsWith(QString::fromLatin1(raw.first(3))));
}

void TestPlainText::findsThePenName()
{
    const Result<IncomingLetter> signed_ = readText("He hums.\n\n-- Sleepless in Somerset\n", QStringLiteral("x.txt"));
    QCOMPARE(signed_->signature, QStringLiteral("Sleepless in Somerset"));
    QVERIFY(signed_->text.endsWith(QStringLiteral("Sleepless in Somerset")));
    QCOMPARE(readText("He hums.\n", QStringLiteral("x.txt"))->signature, QString());
}

void TestPlainText::guessesTheCharset()
{
    const Result<IncomingLetter> utf8 = readText("caf\xC3\xA9", QStringLiteral("x.txt"));
    QCOMPARE(utf8->text, QStringLiteral("café"));
    QVERIFY(utf8->warnings.isEmpty());

    const Result<IncomingLetter> western = readText("caf\xE9", QStringLiteral("x.txt"));
    QCOMPARE(western->text, QStringLiteral("café"));
    QCOMPARE(western->warnings.size(), 1);

    const Result<IncomingLetter> utf16 = readText(QByteArray("\xFE\xFF\0h\0i", 6), QStringLiteral("x.txt"));
    QCOMPARE(utf16->text, QStringLiteral("hi"));
}

void TestPlainText::refuses_data()
{
    QTest::addColumn<QByteArray>("raw");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("blank") << QByteArray(" \r\n\t\n");
    QTest::newRow("a word processor's file") << QByteArray("PK\x03\x04 word/document.xml");
    QTest::newRow("an old word processor's file") << QByteArray("\xD0\xCF\x11\xE0 text");
    QTest::newRow("zeros") << QByteArray(1000, '\0');
}

void TestPlainText::refuses()
{
    QFETCH(QByteArray, raw);
    const Result<IncomingLetter> letter = readText(raw, QStringLiteral("letter.doc"));
    QVERIFY(!letter.has_value());
    QCOMPARE(letter.error().kind, Error::Kind::Unusable);
    QVERIFY(letter.error().message.contains(QStringLiteral("letter.doc")));
}

void TestPlainText::detectsTheForm_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("form");

    const auto row = [](const char *tag, const char *name, const char *bytes, Form form) {
        QTest::newRow(tag) << QString::fromLatin1(name) << QByteArray(bytes) << int(form);
    };
    const char *separator = "From w@t.example Mon May  2 16:07:05 2005\nSubject: s\n\nx\n";
    const char *message = "Received: from a by b\nFrom: w@t.example\nTo: l@c.example\nSubject: s\n\nx\n";
    row("message by its name", "a.EML", "anything", Form::Message);
    row("message out of a mailbox", "a.eml", separator, Form::Message);
    row("mailbox by its name", "a.mbox", "", Form::Mailbox);
    row("mailbox by its content", "Inbox", separator, Form::Mailbox);
    row("list archive", "2005-May.txt", separator, Form::Mailbox);
    row("mailbox after blank lines", "Inbox", "\n\r\nFrom w@t.example Mon May  2 16:07:05 2005\n", Form::Mailbox);
    row("mailbox of an old Mac", "Inbox", "From w@t.example Mon May  2 16:07:05 2005\rSubject: s\r\rx\r",
        Form::Mailbox);
    row("mailbox after junk", "Inbox", "Saved mail\n\nFrom w@t.example Mon May  2 16:07:05 2005\nSubject: s\n\nx\n",
        Form::Mailbox);
    row("text with mail below it", "letter.txt",
        "He wrote:\n\nFrom w@t.example Mon May  2 16:07:05 2005\nSubject: s\n\nx\n", Form::Text);
    row("mailbox without a mark of its own", "Inbox",
        "Received: by b\nSubject: r\n\ny\n\nFrom w@t.example Mon May  2 16:07:05 2005\nSubject: s\n\nx\n",
        Form::Mailbox);
    row("message by its content", "letter", message, Form::Message);
    row("message saved as text", "letter.txt", message, Form::Message);
    row("text", "letter.txt", "Dear Column,\n\nx\n", Form::Text);
    row("text with a subject", "letter.txt", "Subject: humming\n\nHe hums.\n", Form::Text);
    row("text that begins with From", "letter", "From the moment I met him\n\n", Form::Text);
    row("empty", "letter", "", Form::Text);
}

void TestPlainText::detectsTheForm()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, form);
    QCOMPARE(int(intake::detectForm(name, bytes)), form);
}

void TestPlainText::detectsAMailboxInUtf16()
{
    QByteArray wide("\xFF\xFE");
    for (const char c : QByteArrayLiteral("From w@t.example Mon May  2 16:07:05 2005\n"))
        wide.append(c).append('\0');
    QCOMPARE(intake::detectForm(QStringLiteral("Inbox"), wide), Form::Mailbox);
}

QTEST_APPLESS_MAIN(TestPlainText)
#include "tst_plain_text.moc"
