#include "intake/message_ids.h"

#include <QTest>

using intake::messageIdOf;
using intake::readHeaderBlock;
using intake::referencesOf;

class TestMessageIds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheId_data();
    void readsTheId();
    void readsReferences_data();
    void readsReferences();
    void isBounded();
};

void TestMessageIds::readsTheId_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QString>("id");

    const auto row = [](const char *tag, const char *headers, const char *id) {
        QTest::newRow(tag) << QByteArray(headers) << QString::fromUtf8(id);
    };
    row("usual", "Message-ID: <a@b.example>", "a@b.example");
    row("none", "Subject: s", "");
    row("empty", "Message-ID:", "");
    row("empty brackets", "Message-ID: <>", "");
    row("spaces around", "Message-ID:  < a@b.example > ", "a@b.example");
    row("spaces inside", "Message-ID: <a b@c.example>", "ab@c.example");
    row("folded", "Message-ID:\n <a\n @b.example>", "a@b.example");
    row("no brackets", "Message-ID: a@b.example", "a@b.example");
    row("not closed", "Message-ID: <a@b.example", "a@b.example");
    row("not opened", "Message-ID: a@b.example>", "a@b.example");
    row("brackets twice", "Message-ID: <<a@b.example>>", "a@b.example");
    row("quotation marks", "Message-ID: \"<a@b.example>\"", "a@b.example");
    row("comment", "Message-ID: <a@b.example> (added by mx)", "a@b.example");
    row("two in one field", "Message-ID: <a@b.example> <c@d.example>", "a@b.example");
    row("two fields", "Message-ID: <a@b.example>\nMessage-ID: <c@d.example>", "a@b.example");
    row("empty, then another", "Message-ID: <>\nMessage-ID: <c@d.example>", "c@d.example");
    row("no place", "Message-ID: <abc123>", "abc123");
    row("not ASCII", "Message-ID: <\xC3\xA4@b.example>", "ä@b.example");
}

void TestMessageIds::readsTheId()
{
    QFETCH(QByteArray, headers);
    QFETCH(QString, id);
    QCOMPARE(messageIdOf(readHeaderBlock(QByteArray(headers + "\n\nx"))), id);
}

void TestMessageIds::readsReferences_data()
{
    QTest::addColumn<QByteArray>("headers");
    QTest::addColumn<QStringList>("ids");

    const auto row = [](const char *tag, const char *headers, const char *ids) {
        QTest::newRow(tag) << QByteArray(headers)
                           << QString::fromLatin1(ids).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    };
    row("none", "Subject: s", "");
    row("one", "In-Reply-To: <a@b>", "a@b");
    row("thread", "References: <a@b> <c@d>\nIn-Reply-To: <c@d>", "a@b c@d");
    row("answer to another", "References: <a@b> <c@d>\nIn-Reply-To: <a@b>", "c@d a@b");
    row("no spaces", "References: <a@b><c@d>", "a@b c@d");
    row("commas", "References: <a@b>,<c@d>", "a@b c@d");
    row("no brackets", "References: a@b c@d", "a@b c@d");
    row("no brackets, commas", "References: a@b, c@d;e@f", "a@b c@d e@f");
    row("folded", "References: <a@b>\n\t<c@d>\n <e@f>", "a@b c@d e@f");
    row("broken in an id", "References: <a@b> <c@\n d>", "a@b c@d");
    row("one not closed", "References: <a@b <c@d>", "a@b c@d");
    row("last cut off", "References: <a@b> <c@d", "a@b c@d");
    row("empty ones", "References: <> < > <a@b>", "a@b");
    row("words", "In-Reply-To: Your message of \"Tue, 4 Mar 2025\" <a@b>", "a@b");
    row("twice", "References: <a@b> <c@d> <a@b>", "c@d a@b");
    row("itself", "Message-ID: <a@b>\nReferences: <a@b> <c@d>", "c@d");
    row("several fields", "References: <a@b>\nReferences: <c@d>", "a@b c@d");
    row("nothing of the kind", "References: none\nIn-Reply-To: you", "");
}

void TestMessageIds::readsReferences()
{
    QFETCH(QByteArray, headers);
    QFETCH(QStringList, ids);
    QCOMPARE(referencesOf(readHeaderBlock(QByteArray(headers + "\nFrom: w@t.example\n\nx"))), ids);
}

void TestMessageIds::isBounded()
{
    QByteArray field = "References:";
    for (int i = 0; i < 2000; ++i)
        field.append(" <" + QByteArray::number(i) + "@b>");
    const QStringList ids = referencesOf(readHeaderBlock(QByteArray(field + "\nIn-Reply-To: <last@b>\n\nx")));
    QCOMPARE(ids.size(), intake::mostReferences);
    QCOMPARE(ids.last(), QStringLiteral("last@b"));
    QCOMPARE(ids.at(ids.size() - 2), QStringLiteral("1999@b"));
    const QByteArray longId = "References: <" + QByteArray(5000, 'x') + "@b> <a@b>\n\n";
    QCOMPARE(referencesOf(readHeaderBlock(longId)), QStringList{QStringLiteral("a@b")});
    QVERIFY(referencesOf(readHeaderBlock(QByteArray("References: " + QByteArray(30'000, '<') + "\n\n"))).isEmpty());
}

QTEST_APPLESS_MAIN(TestMessageIds)
#include "tst_message_ids.moc"
