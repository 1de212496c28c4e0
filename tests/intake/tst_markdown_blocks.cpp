#include "intake/markdown_blocks.h"

#include <QTest>

using intake::MarkdownBlock;
using intake::markdownBlocks;
using intake::markdownOf;

class TestMarkdownBlocks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void partsBlocks_data();
    void partsBlocks();
    void writesWhatItRead_data();
    void writesWhatItRead();
    void takesQuotationOff();
    void knowsParagraphsAgain();
};

// A block as "T1:text", with its kind and depth.
void TestMarkdownBlocks::partsBlocks_data()
{
    QTest::addColumn<QString>("markdown");
    QTest::addColumn<QString>("blocks");
    const auto row = [](const char *markdown, const char *blocks) {
        QTest::addRow("%s", QByteArray(markdown).replace('\n', "¶").constData())
            << QString::fromUtf8(markdown) << QString::fromUtf8(blocks);
    };
    row("", "");
    row(" \n\n\t\n", "");
    row("One", "T0:One");
    row("One\ntwo\n\nThree", "T0:One\ntwo|T0:Three");
    row("One\r\n\r\nTwo\r\n", "T0:One|T0:Two");
    row("# One\n\nTwo", "T0:# One|T0:Two");
    row("One\n\n---\n\nTwo", "T0:One|R0:---|T0:Two");
    row("One\n---\n\nTwo", "T0:One\n---|T0:Two");
    row("One\n***\nTwo", "T0:One|R0:***|T0:Two");
    row("* * *\n\n___\n\n- - -\n\n•••\n\n\\*\\*\\*\n\n⁂", "R0:* * *|R0:___|R0:- - -|R0:•••|R0:\\*\\*\\*|R0:⁂");
    row("--\n\n*-*\n\n...", "T0:--|T0:*-*|T0:...");
    row("> One\n> two\n>\n> Three", "T1:One\ntwo|T1:Three");
    row("> One\n\nTwo", "T1:One|T0:Two");
    row("> One\nTwo", "T1:One|T0:Two");
    row("One\n> Two", "T0:One|T1:Two");
    row(">> One\n> > Two\n   >>>Three", "T2:One\nTwo|T3:Three");
    row("    One\n\n\tTwo", "C0:    One|C0:\tTwo");
    row("One\n    two", "T0:One\n    two");
    row("```\nOne\n\n> Two\n```\nThree", "C0:```\nOne\n\n> Two\n```|T0:Three");
    row("~~~~ x\nOne\n~~~\n\n~~~~~\n\nTwo", "C0:~~~~ x\nOne\n~~~\n\n~~~~~|T0:Two");
    row("> ```\n> One\n>\n> > Two\n> ```\n>\n> Three", "C1:```\nOne\n\n> Two\n```|T1:Three");
    row("> ```\n> One\n\nTwo", "C1:```\nOne|T0:Two");
    row("```\nOne\n\nTwo", "C0:```\nOne\n\nTwo");
    row("``One`` two", "T0:``One`` two");
}

void TestMarkdownBlocks::partsBlocks()
{
    QFETCH(QString, markdown);
    QFETCH(QString, blocks);
    QStringList found;
    for (const MarkdownBlock &block : markdownBlocks(markdown))
        found.append(QLatin1String("TRC").at(int(block.kind)) + QString::number(block.depth) + u':' + block.text);
    QCOMPARE(found.join(u'|'), blocks);
}

void TestMarkdownBlocks::writesWhatItRead_data()
{
    QTest::addColumn<QString>("markdown");
    for (const char *markdown :
         {"One\n\nTwo\\\nthree", "# One\n\n- two\n- three\n\n---\n\nFour", "> One\n>\n> Two\n\nThree",
          "> One\n\n> Two, of another quotation", "> > One\n>\n> Two\n\nThree\n\n> Four", "> > One\n> >\n> > Two",
          "```\nOne\n\n\nTwo\n```\n\n    Three"})
        QTest::addRow("%s", QByteArray(markdown).replace('\n', "¶").constData()) << QString::fromUtf8(markdown);
}

void TestMarkdownBlocks::writesWhatItRead()
{
    QFETCH(QString, markdown);
    QCOMPARE(markdownOf(markdownBlocks(markdown)), markdown);
}

void TestMarkdownBlocks::takesQuotationOff()
{
    const QList<MarkdownBlock> blocks =
        markdownBlocks(QStringLiteral("---\n\n> One\n>\n> > Two\n> >\n> > Three\n\nFour\n\n***"));
    QCOMPARE(markdownOf(blocks, 1), QStringLiteral("One\n\n> Two\n>\n> Three\n\nFour"));
    QCOMPARE(markdownOf(blocks, 9), QStringLiteral("One\n\nTwo\n\nThree\n\nFour"));
    QCOMPARE(markdownOf({}, 1), QString());
}

void TestMarkdownBlocks::knowsParagraphsAgain()
{
    const auto keyOf = [](const QString &text) {
        return intake::blockKey(markdownBlocks(text).first());
    };
    const QString key = keyOf(QStringLiteral("Write to us."));
    QCOMPARE(keyOf(QStringLiteral("Write\u00a0 to\nus.")), key);
    QCOMPARE(keyOf(QStringLiteral("Write to\\\nus.  ")), key);
    QCOMPARE(keyOf(QStringLiteral("> Wri\u00adte to  \n> us.")), key);
    QVERIFY(keyOf(QStringLiteral("Write to us!")) != key);
    QVERIFY(keyOf(QStringLiteral("Write to\\us.")) != key);
}

QTEST_APPLESS_MAIN(TestMarkdownBlocks)
#include "tst_markdown_blocks.moc"
