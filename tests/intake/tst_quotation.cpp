#include "intake/quotation.h"

#include <QElapsedTimer>
#include <QTest>

using intake::withoutMarks;

namespace {

const QByteArray headers = "From: w@t.example\nSubject: s\n\n";

} // namespace

class TestQuotation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesMarksOff_data();
    void takesMarksOff();
    void leavesHeadersAlone();
    void takesTimeThatGrowsWithTheSizeAlone();
};

void TestQuotation::takesMarksOff_data()
{
    QTest::addColumn<QByteArray>("marked");
    QTest::addColumn<QByteArray>("bare");

    const auto row = [](const char *name, const char *marked, const char *bare) {
        QTest::newRow(name) << QByteArray(marked) << QByteArray(bare);
    };
    row("none", "Dear Column,\nhe hums.\n", "Dear Column,\nhe hums.\n");
    row("a sentence", "Dear Column,\n>From then on he hummed.\nWhy?\n",
        "Dear Column,\nFrom then on he hummed.\nWhy?\n");
    row("a paragraph", "Why?\n\n>From then on he hummed.\n\nWhy?\n", "Why?\n\nFrom then on he hummed.\n\nWhy?\n");
    row("first and last", ">From a\nb\n>From c", "From a\nb\nFrom c");
    row("one after another", "a\n>From b\n>From c\nd\n", "a\nFrom b\nFrom c\nd\n");
    row("DOS", "a\r\n>From b\r\nc\r\n", "a\r\nFrom b\r\nc\r\n");
    row("Mac", "a\r>From b\rc\r", "a\rFrom b\rc\r");
    row("no mark", "> From a\n >From b\n>from c\nx >From d\n", "> From a\n >From b\n>from c\nx >From d\n");

    // mboxrd adds a mark to what is quoted.
    row("mboxrd: a quotation", ">he said\n>>From here\n>to there\n", ">he said\n>From here\n>to there\n");
    row("mboxrd: quoted twice", ">>he said\n>>>From here\n>no\n", ">>he said\n>>From here\n>no\n");
    row("mboxrd: a line by itself", "he said:\n>>From here\nno\n", "he said:\n>From here\nno\n");

    // mboxo does not.
    row("mboxo: a quotation", ">he said\n>From here\n>to there\n", ">he said\n>From here\n>to there\n");
    row("mboxo: its first line", "he said:\n>From here\n>to there\n", "he said:\n>From here\n>to there\n");
    row("mboxo: its last line", ">to there\n>From here\n\nno\n", ">to there\n>From here\n\nno\n");
    row("mboxo: quoted twice", ">>a\n>>From b\n>>c\n", ">>a\n>>From b\n>>c\n");
    row("mboxo: two lines", ">a\n>From b\n>From c\nd\n", ">a\n>From b\n>From c\nd\n");
    row("mboxo: around an empty line", ">a\n>\n>From b\n\n", ">a\n>\n>From b\n\n");
    row("a sentence beside a quotation in another manner", "> he said\n>From then on I knew.\n",
        "> he said\nFrom then on I knew.\n");
    row("a quotation at a distance", ">he said\n\n>From then on I knew.\n", ">he said\n\nFrom then on I knew.\n");

    // A mailbox that marks separators alone, or nothing.
    row("sentences without marks", "From then on.\n>From here\n", "From then on.\n>From here\n");
    row("sentences without marks, a separator with one", "From then on.\n>From w@t.example Mon May  2 16:07:05 2005\n",
        "From then on.\nFrom w@t.example Mon May  2 16:07:05 2005\n");
}

void TestQuotation::takesMarksOff()
{
    QFETCH(QByteArray, marked);
    QFETCH(QByteArray, bare);
    QCOMPARE(withoutMarks(headers + marked), headers + bare);
}

void TestQuotation::leavesHeadersAlone()
{
    const QByteArray passedOn = ">From w@t.example Mon May  2 16:07:05 2005\n" + headers;
    QCOMPARE(withoutMarks(passedOn), passedOn);
    QCOMPARE(withoutMarks(passedOn + ">From a\n"), passedOn + "From a\n");
    QCOMPARE(withoutMarks(">From a"), QByteArray(">From a"));
    QCOMPARE(withoutMarks({}), QByteArray());
}

void TestQuotation::takesTimeThatGrowsWithTheSizeAlone()
{
    QElapsedTimer timer;
    timer.start();
    const QByteArray many = headers + QByteArray(">From \n").repeated(500'000);
    QCOMPARE(withoutMarks(many).size(), many.size() - 500'000);
    const QByteArray deep = headers + QByteArray(2'000'000, '>') + "From \n";
    QCOMPARE(withoutMarks(deep).size(), deep.size() - 1);
    const QByteArray wide = headers + QByteArray("From ").repeated(500'000) + "\n>From \n";
    QCOMPARE(withoutMarks(wide).size(), wide.size());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestQuotation)
#include "tst_quotation.moc"
