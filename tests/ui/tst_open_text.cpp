#include "ui/markdown_marks.h"
#include "ui/open_text.h"

#include <QFont>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>

using ui::OpenText;

// Texts come back byte for byte, and what the keys do to them.
class OpenTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void unchangedTextKeepsEveryCharacter_data();
    void unchangedTextKeepsEveryCharacter();
    void changeAndUndoGiveTheOldTextBack();
    void noBreakSpacesStay();
    void replacingCanBeUndone();
    void everyLineHasTheLineHeight();
    void marks_data();
    void marks();
    void linkSelectsItsAddress();
    void quotation_data();
    void quotation();
    void fileTakesThePlaceOfTheSelection();
};

void OpenTextTest::unchangedTextKeepsEveryCharacter_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("empty") << QString();
    QTest::newRow("lines") << QStringLiteral("one\n\ntwo\n");
    QTest::newRow("windows") << QStringLiteral("one\r\ntwo\r\n");
    QTest::newRow("separators") << QStringLiteral("one\u2028two\u2029three");
    QTest::newRow("spaces") << QStringLiteral(" one\u00a0two \t three  ");
    QTest::newRow("objects") << QStringLiteral("one\ufffctwo\u200bthree");
    QTest::newRow("beyond") << QStringLiteral("caf\u00e9 e\u0301 \U0001F980");
}

void OpenTextTest::unchangedTextKeepsEveryCharacter()
{
    QFETCH(QString, text);
    OpenText open(text, QFont(), 150);
    QCOMPARE(open.text(), text);
}

void OpenTextTest::changeAndUndoGiveTheOldTextBack()
{
    const QString before = QStringLiteral("one\r\ntwo");
    OpenText open(before, QFont(), 150);
    QSignalSpy edited(&open, &OpenText::edited);
    QVERIFY(!open.document()->isUndoAvailable());
    QTextCursor(open.document()).insertText(QStringLiteral("new "));
    QCOMPARE(edited.size(), 1);
    QCOMPARE(open.text(), QStringLiteral("new one\ntwo"));
    open.document()->undo();
    QCOMPARE(open.text(), before);
}

void OpenTextTest::noBreakSpacesStay()
{
    OpenText open(QStringLiteral("10\u00a0km"), QFont(), 150);
    QTextCursor(open.document()).insertText(QStringLiteral("about "));
    QCOMPARE(open.text(), QStringLiteral("about 10\u00a0km"));
}

void OpenTextTest::replacingCanBeUndone()
{
    OpenText open(QStringLiteral("mine"), QFont(), 150);
    open.replace(QStringLiteral("theirs\nand more"));
    QCOMPARE(open.text(), QStringLiteral("theirs\nand more"));
    open.document()->undo();
    QCOMPARE(open.text(), QStringLiteral("mine"));
}

void OpenTextTest::everyLineHasTheLineHeight()
{
    OpenText open(QStringLiteral("one\ntwo"), QFont(), 140);
    QTextCursor cursor(open.document());
    cursor.movePosition(QTextCursor::End);
    cursor.insertText(QStringLiteral("\nthree\n"));
    open.replace(open.text() + QStringLiteral("four"));
    for (QTextBlock block = open.document()->begin(); block.isValid(); block = block.next())
        QCOMPARE(block.blockFormat().lineHeight(), 140.0);
}

void OpenTextTest::marks_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("from");
    QTest::addColumn<int>("to");
    QTest::addColumn<QString>("mark");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("selected");
    const QString bold = QStringLiteral("**");
    const QString italic = QStringLiteral("*");
    QTest::newRow("bold") << QStringLiteral("a word b") << 2 << 6 << bold << QStringLiteral("a **word** b")
                          << QStringLiteral("word");
    QTest::newRow("not bold") << QStringLiteral("a **word** b") << 4 << 8 << bold << QStringLiteral("a word b")
                              << QStringLiteral("word");
    QTest::newRow("italic") << QStringLiteral("word") << 0 << 4 << italic << QStringLiteral("*word*")
                            << QStringLiteral("word");
    QTest::newRow("italic in bold") << QStringLiteral("**word**") << 2 << 6 << italic << QStringLiteral("***word***")
                                    << QStringLiteral("word");
    QTest::newRow("bold only") << QStringLiteral("***word***") << 3 << 7 << italic << QStringLiteral("**word**")
                               << QStringLiteral("word");
    QTest::newRow("nothing") << QStringLiteral("ab") << 1 << 1 << bold << QStringLiteral("a****b") << QString();
    QTest::newRow("nothing again") << QStringLiteral("a****b") << 3 << 3 << bold << QStringLiteral("ab") << QString();
}

void OpenTextTest::marks()
{
    QFETCH(QString, text);
    QFETCH(int, from);
    QFETCH(int, to);
    QFETCH(QString, mark);
    OpenText open(text, QFont(), 150);
    QTextCursor cursor(open.document());
    cursor.setPosition(from);
    cursor.setPosition(to, QTextCursor::KeepAnchor);
    cursor = ui::toggledMark(cursor, mark);
    QTEST(open.text(), "after");
    QTEST(cursor.selectedText(), "selected");
    open.document()->undo();
    QCOMPARE(open.text(), text);
}

void OpenTextTest::linkSelectsItsAddress()
{
    OpenText open(QStringLiteral("see the forum now"), QFont(), 150);
    QTextCursor cursor(open.document());
    cursor.setPosition(8);
    cursor.setPosition(13, QTextCursor::KeepAnchor);
    cursor = ui::linked(cursor, QStringLiteral("https://"));
    QCOMPARE(open.text(), QStringLiteral("see the [forum](https://) now"));
    QCOMPARE(cursor.selectedText(), QStringLiteral("https://"));
}

void OpenTextTest::quotation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("caret");
    QTest::addColumn<QString>("after");
    const QString quote = QStringLiteral("> one\n>\n> two\n\n");
    QTest::newRow("empty") << QString() << 0 << quote;
    QTest::newRow("after a line") << QStringLiteral("Dear") << 2 << QString(QStringLiteral("Dear\n\n") + quote);
    QTest::newRow("below a line") << QStringLiteral("Dear\n") << 5 << QString(QStringLiteral("Dear\n\n") + quote);
    QTest::newRow("below a gap") << QStringLiteral("Dear\n\n") << 6 << QString(QStringLiteral("Dear\n\n") + quote);
}

void OpenTextTest::quotation()
{
    QFETCH(QString, text);
    QFETCH(int, caret);
    OpenText open(text, QFont(), 150);
    QTextCursor cursor(open.document());
    cursor.setPosition(caret);
    cursor = ui::quoted(cursor, QStringLiteral("one\n\ntwo\n"));
    QTEST(open.text(), "after");
    QCOMPARE(cursor.position(), int(open.text().size()));
    open.document()->undo();
    QCOMPARE(open.text(), text);
}

void OpenTextTest::fileTakesThePlaceOfTheSelection()
{
    OpenText open(QStringLiteral("Look: the hedge."), QFont(), 150);
    QTextCursor cursor(open.document());
    cursor.setPosition(6);
    cursor.setPosition(15, QTextCursor::KeepAnchor);
    const QTextCursor shown = ui::enclosed(cursor, QStringLiteral("![the [hedge](attachment:1)"));
    QCOMPARE(open.text(), QStringLiteral("Look: ![the [hedge](attachment:1)."));
    QCOMPARE(shown.selectedText(), QStringLiteral("the [hedge"));
    open.document()->undo();
    QCOMPARE(open.text(), QStringLiteral("Look: the hedge."));
    cursor.setPosition(6);
    const QTextCursor caret = ui::enclosed(cursor, QStringLiteral("![](attachment:1) "));
    QVERIFY(!caret.hasSelection());
    QCOMPARE(caret.position(), 8);
}

QTEST_MAIN(OpenTextTest)
#include "tst_open_text.moc"
