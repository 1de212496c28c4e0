#include "intake/mailbox.h"
#include "intake/message.h"

#include <QBuffer>
#include <QTest>

using intake::MailboxItem;
using intake::MailboxReader;

namespace {

const QByteArray separator = "From w@t.example Mon May  2 16:07:05 2005\n";

QByteArray message(const QByteArray &subject, const QByteArray &body, const QByteArray &more = {})
{
    return "From: w@t.example\nSubject: " + subject + "\n" + more + "\n" + body;
}

// A message as mailboxes with counts hold it; `error` is added to the count.
QByteArray counted(const QByteArray &subject, const QByteArray &body, int error = 0)
{
    return message(subject, body, "Content-Length: " + QByteArray::number(body.size() + error) + "\n");
}

QList<MailboxItem> items(const QByteArray &bytes, qint64 limit = intake::letterLimit,
                         qsizetype buffer = MailboxReader::usualBuffer)
{
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    MailboxReader reader(limit, buffer);
    QList<MailboxItem> all;
    if (!reader.open(std::move(device), QStringLiteral("mailbox")))
        return all;
    while (std::optional<MailboxItem> item = reader.next())
        all.append(*item);
    return all;
}

QByteArrayList raws(const QList<MailboxItem> &items)
{
    QByteArrayList all;
    for (const MailboxItem &item : items)
        all.append(item.raw);
    return all;
}

} // namespace

class TestMailboxVariants : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsAnyLineEnds_data();
    void readsAnyLineEnds();
    void needsNoBlankLineBeforeASeparator();
    void keepsSentencesWhole_data();
    void keepsSentencesWhole();
    void readsWhatStandsBeforeTheFirstSeparator();
    void refusesJunkBeforeTheFirstSeparator();
    void passesBlankLinesOver_data();
    void passesBlankLinesOver();
    void keepsWhatTheCountCovers();
    void keepsWhatTheCountCoversAtTheEnd();
    void findsSeparatorsByTheCountAlone();
    void aWrongCountChangesNothing_data();
    void aWrongCountChangesNothing();
    void aCountThatSkipsMessagesIsWrong();
    void aCountThatIsSaidTwiceMustAgree();
    void looksAtCountsFarAhead();
    void takesMarksOffByTheVariant();
    void losesNothingWhateverTheFile();
};

void TestMailboxVariants::readsAnyLineEnds_data()
{
    QTest::addColumn<QByteArray>("end");
    QTest::addColumn<QByteArray>("before");
    int row = 0;
    for (const QByteArray &before : {QByteArray(), QByteArray("\xEF\xBB\xBF")}) {
        for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r"), QByteArray("\r\r\n")})
            QTest::addRow("%d", ++row) << end << before;
    }
}

void TestMailboxVariants::readsAnyLineEnds()
{
    QFETCH(QByteArray, end);
    QFETCH(QByteArray, before);
    const QByteArray first = message("one", "One.\n\nFrom the moment I met him he hummed.\n");
    const QByteArray second = message("two", ">From then on\n>From there, he\nhums.\n\n\n");
    const QByteArray third = message("three", "Thr");
    QByteArray box = separator + first + "\n" + separator + second + "\n" + separator + third;
    QByteArray bare = second;
    bare.replace(">From", "From");
    const QList<MailboxItem> all = items(before + box.replace("\n", end));
    QCOMPARE(all.size(), 3);
    QCOMPARE(all.at(0).raw, QByteArray(first).replace("\n", end));
    QCOMPARE(all.at(1).raw, bare.replace("\n", end));
    QCOMPARE(all.at(2).raw, QByteArray(third).replace("\n", end));
    QVERIFY(!all.at(1).isUnfinished);
    QVERIFY(all.at(2).isUnfinished);
    QVERIFY(before.isEmpty() || all.at(0).offset == before.size());
}

void TestMailboxVariants::needsNoBlankLineBeforeASeparator()
{
    const QByteArray first = message("one", "One.\n");
    const QByteArray second = message("two", "Two.\n");
    QCOMPARE(raws(items(separator + first + separator + second)), (QByteArrayList{first, second}));
    const QByteArray alice = "From alice@example.org Fri Jan  3 09:15:00 2014\n";
    QCOMPARE(raws(items(separator + first + alice + second)), (QByteArrayList{first, second}));
}

void TestMailboxVariants::keepsSentencesWhole_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("a sentence") << QByteArray("Dear Column,\nFrom the moment I met him, he hummed.\n");
    QTest::newRow("a paragraph") << QByteArray("Dear Column,\n\nFrom the moment I met him, he hummed.\n\nWhy?\n");
    QTest::newRow("a label") << QByteArray("Dear Column,\n\nFrom May to June.\nNote: he hummed.\n");
    QTest::newRow("a date") << QByteArray("Why?\n\nFrom 2 May 2005 16:07 on he hummed.\nDay: by day\n");
    QTest::newRow("a separator in the text") << QByteArray("He wrote:\n" + separator + "and hummed.\n");
    QTest::newRow("only From") << QByteArray("Why?\n\nFrom \n\nFrom\n");
}

void TestMailboxVariants::keepsSentencesWhole()
{
    QFETCH(QByteArray, body);
    const QByteArray first = message("one", body);
    const QByteArray second = message("two", "Two.\n");
    QCOMPARE(raws(items(separator + first + "\n" + separator + second)), (QByteArrayList{first, second}));
}

void TestMailboxVariants::readsWhatStandsBeforeTheFirstSeparator()
{
    const QByteArray first = message("one", "One.\n");
    const QList<MailboxItem> all = items(first + "\n" + separator + message("two", "Two.\n"));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).raw, first);
    QCOMPARE(all.at(0).number, 1);
    QVERIFY(all.at(0).isStray && all.at(0).refusal.isEmpty());
    QCOMPARE(all.at(0).warnings().size(), 1);
    QCOMPARE(all.at(1).number, 2);
    QVERIFY(!all.at(1).isStray);
}

void TestMailboxVariants::refusesJunkBeforeTheFirstSeparator()
{
    for (const QByteArray &junk : {QByteArray("Saved by a program, 12 messages\n"), QByteArray(300'000, '\7'),
                                   QByteArray("From the moment I met him\n"), QByteArray("half a line")}) {
        const QByteArray first = message("one", "One.\n");
        const QList<MailboxItem> all = items(junk + "\n" + separator + first);
        QCOMPARE(all.size(), 2);
        QVERIFY(!all.at(0).refusal.isEmpty());
        QVERIFY(all.at(0).raw.startsWith(junk));
        QCOMPARE(all.at(1).raw, first);
        QCOMPARE(all.at(1).number, 2);
    }
}

void TestMailboxVariants::passesBlankLinesOver_data()
{
    QTest::addColumn<QByteArray>("blank");
    for (const char *blank : {"\n", "\r\n\r\n", "\r\r\r", " \n\t\n", "\xEF\xBB\xBF\n\n"})
        QTest::addRow("%s", QByteArray(blank).toHex().constData()) << QByteArray(blank);
}

void TestMailboxVariants::passesBlankLinesOver()
{
    QFETCH(QByteArray, blank);
    const QByteArray first = message("one", "One.\n");
    const QList<MailboxItem> all = items(blank + separator + first);
    QCOMPARE(raws(all), QByteArrayList{first});
    QCOMPARE(all.at(0).number, 1);
    QCOMPARE(all.at(0).offset, blank.size());
}

void TestMailboxVariants::keepsWhatTheCountCovers()
{
    // A mailbox that counts and marks nothing, with a letter that quotes a whole message.
    const QByteArray quoting = "He sent me this:\n\n" + separator + message("inner", "Inner.\n") + "\nFrom him.\n";
    const QByteArray second = counted("two", "Two.\n");
    for (const int error : {0, -1}) { // the last line end may be left out of the count
        const QByteArray first = counted("one", quoting, error);
        QCOMPARE(raws(items(separator + first + "\n" + separator + second + "\n")), (QByteArrayList{first, second}));
        QCOMPARE(raws(items(separator + first + separator + second)), (QByteArrayList{first, second}));
    }
    QByteArray dos = "From: w@t.example\nContent-length:  " + QByteArray::number(quoting.size() + quoting.count('\n')) +
                     "\n\n" + quoting;
    QByteArray box = separator + dos + "\n" + separator + second;
    QCOMPARE(items(box.replace("\n", "\r\n")).value(0).raw, dos.replace("\n", "\r\n"));
}

void TestMailboxVariants::keepsWhatTheCountCoversAtTheEnd()
{
    const QByteArray quoting = "He sent me this:\n\n" + separator + message("inner", "Inner.\n");
    const QByteArray last = counted("last", quoting);
    QCOMPARE(raws(items(separator + last)), QByteArrayList{last});
    QCOMPARE(raws(items(separator + last + "\n")), QByteArrayList{last});
    QCOMPARE(items(separator + counted("last", quoting, 1)).size(), 2); // more than there is
}

void TestMailboxVariants::findsSeparatorsByTheCountAlone()
{
    const QByteArray undated = "From w@t.example\n";
    const QByteArray first = counted("one", "One.\n");
    const QByteArray second = counted("two", "Two.\n");
    QCOMPARE(raws(items(separator + first + "\n" + undated + second)), (QByteArrayList{first, second}));
    QCOMPARE(items(separator + counted("one", "One.\n", 1) + "\n" + undated + second).size(), 2); // the blank line too
    QCOMPARE(items(separator + counted("one", "One.\n", -2) + "\n" + undated + second).size(), 1);
    const QByteArray sentence = "One.\n\nFrom him.\nNo headers.\n";
    QCOMPARE(items(separator + counted("one", sentence, 6 - int(sentence.size()))).size(), 1);
}

void TestMailboxVariants::aWrongCountChangesNothing_data()
{
    QTest::addColumn<QByteArray>("length");
    for (const char *length :
         {"0", "1", "4", "7", "30", "170", "100000", "-5", "99999999999999999999", "2.5", "five", "", "0x20", " 12 13"})
        QTest::addRow("%s", length) << QByteArray(length);
}

void TestMailboxVariants::aWrongCountChangesNothing()
{
    QFETCH(QByteArray, length);
    const QByteArray header = "Content-Length: " + length + "\n";
    const QByteArray first = message("one", "One.\n\nFrom him I heard nothing.\nFrom her neither.\n", header);
    const QByteArray second = message("two", "Two.\n", header);
    const QByteArray third = message("three", "Three.\n");
    const QByteArray box = separator + first + "\n" + separator + second + "\n" + separator + third + "\n";
    QCOMPARE(raws(items(box)), (QByteArrayList{first, second, third}));
}

void TestMailboxVariants::aCountThatSkipsMessagesIsWrong()
{
    // As in a mailbox whose line ends were changed: each count is wrong, and some lead to a separator by chance.
    const QByteArray second = counted("two", "Two.\n", 17);
    const QByteArray third = message("three", "Three.\n");
    const QByteArray skipped = "\n" + separator + second + "\n";
    const QByteArray first = counted("one", "One.\n", int(skipped.size()));
    const QByteArray box = separator + first + skipped + separator + third;
    QCOMPARE(raws(items(box)), (QByteArrayList{first, second, third}));
}

void TestMailboxVariants::aCountThatIsSaidTwiceMustAgree()
{
    const QByteArray quoting = "He sent me this:\n\n" + separator + message("inner", "Inner.\n");
    const QByteArray length = "Content-Length: " + QByteArray::number(quoting.size()) + "\n";
    QCOMPARE(items(separator + message("one", quoting, length + length)).size(), 1);
    QCOMPARE(items(separator + message("one", quoting, length + "Content-Length: 5\n")).size(), 2);
    QCOMPARE(items(separator + message("one", length + quoting)).size(), 2); // in the text it says nothing
}

void TestMailboxVariants::looksAtCountsFarAhead()
{
    const QByteArray quoting =
        "Look:\n\n" + separator + message("inner", "Inner.\n") + QByteArray("Why?\n").repeated(100'000);
    const QByteArray first = counted("one", quoting);
    const QByteArray second = message("two", "Two.\n");
    for (const qsizetype buffer : {1024, 256 * 1024})
        QCOMPARE(raws(items(separator + first + "\n" + separator + second, intake::letterLimit, buffer)),
                 (QByteArrayList{first, second}));
}

void TestMailboxVariants::takesMarksOffByTheVariant()
{
    const auto only = [](const QByteArray &body) {
        return items(separator + message("s", body)).value(0).raw;
    };
    const QByteArray bare = message("s", "He said:\n>so\n>From here\n>to there\n\nFrom then on I knew.\n");
    // mboxo
    QCOMPARE(only("He said:\n>so\n>From here\n>to there\n\n>From then on I knew.\n"), bare);
    // mboxrd
    QCOMPARE(only("He said:\n>so\n>>From here\n>to there\n\n>From then on I knew.\n"), bare);
    // mboxcl2
    QCOMPARE(only("He said:\n>so\n>From here\n>to there\n\nFrom then on I knew.\n"), bare);
}

// Whatever is done to a mailbox, each byte of its messages comes out, and no message twice.
void TestMailboxVariants::losesNothingWhateverTheFile()
{
    QByteArray box;
    for (int number = 0; number < 5; ++number)
        box += separator +
               counted(QByteArray::number(number), "Number " + QByteArray::number(number) + ".\n\n", number) + "\n";
    for (qsizetype cut = 0; cut < box.size(); ++cut) {
        const QList<MailboxItem> all = items(box.sliced(cut), intake::letterLimit, 512);
        const QByteArray rest = raws(all).join('\n');
        for (int number = 0; number < 5; ++number) {
            const QByteArray text = "Number " + QByteArray::number(number) + ".";
            QCOMPARE(rest.count(text), all.isEmpty() ? 0 : box.sliced(cut).count(text));
        }
    }
}

QTEST_APPLESS_MAIN(TestMailboxVariants)
#include "tst_mailbox_variants.moc"
