#include "ui/markdown_marks.h"
#include "ui/open_text.h"
#include "ui/text_sheet.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QTest>

#include <array>
#include <functional>

using ui::OpenText;
using ui::TextSheet;

namespace {

// A caret is "|", a selection stands between "{" and "}".
QString withoutCaret(QString text)
{
    return text.remove(QLatin1Char('|')).remove(QLatin1Char('{')).remove(QLatin1Char('}'));
}

void placeCaret(TextSheet &sheet, const QString &marked)
{
    const auto caret = marked.indexOf(QLatin1Char('|'));
    const auto from = caret >= 0 ? caret : marked.indexOf(QLatin1Char('{'));
    const auto to = caret >= 0 ? caret : marked.indexOf(QLatin1Char('}')) - 1;
    QTextCursor cursor(sheet.document());
    cursor.setPosition(int(from));
    cursor.setPosition(int(to), QTextCursor::KeepAnchor);
    sheet.setTextCursor(cursor);
}

// A sheet with this text and caret.
struct Written {
    explicit Written(const QString &marked) : text(withoutCaret(marked), QFont(), 150)
    {
        sheet.showText(&text, nullptr);
        placeCaret(sheet, marked);
    }

    OpenText text;
    TextSheet sheet{QPalette::Base};
};

QString withCaret(const TextSheet &sheet)
{
    const QTextCursor cursor = sheet.textCursor();
    QString text = sheet.document()->toPlainText();
    if (!cursor.hasSelection())
        return text.insert(cursor.position(), QLatin1Char('|'));
    text.insert(cursor.selectionEnd(), QLatin1Char('}'));
    return text.insert(cursor.selectionStart(), QLatin1Char('{'));
}

} // namespace

// What is added to what is typed, and that one Ctrl+Z takes it away.
class TypingAidsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesGoOn_data();
    void linesGoOn();
    void tabIndents_data();
    void tabIndents();
    void tabElsewhereGoesToTheNextControl();
    void pairsClose_data();
    void pairsClose();
    void oneUndoTakesTheAidAway_data();
    void oneUndoTakesTheAidAway();
    void whatIsTypedNextIsAStepOfItsOwn();
    void addressMakesALink_data();
    void addressMakesALink();
    void linesChange_data();
    void linesChange();
    void readOnlyTextStays();
    void withoutAidsKeysDoWhatTheyAlwaysDo();
};

void TypingAidsTest::linesGoOn_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("no list") << "word|"
                             << "word\n|";
    QTest::newRow("bullet") << "- one|"
                            << "- one\n- |";
    QTest::newRow("star") << "*   one|"
                          << "*   one\n*   |";
    QTest::newRow("within the words") << "- one| two"
                                      << "- one\n- | two";
    QTest::newRow("before the marker") << "|- one"
                                       << "\n|- one";
    QTest::newRow("number") << "9. one|"
                            << "9. one\n10. |";
    QTest::newRow("bracket") << "1) one|"
                             << "1) one\n2) |";
    QTest::newRow("largest number") << "999999999. one|"
                                    << "999999999. one\n999999999. |";
    QTest::newRow("no number") << "1234567890. one|"
                               << "1234567890. one\n|";
    QTest::newRow("nested") << "- one\n  - two|"
                            << "- one\n  - two\n  - |";
    QTest::newRow("quotation") << "> one|"
                               << "> one\n> |";
    QTest::newRow("item in a quotation") << "> > - one|"
                                         << "> > - one\n> > - |";
    QTest::newRow("year") << "In\n1984.|"
                          << "In\n1984.\n|";
    QTest::newRow("rule") << "- - -|"
                          << "- - -\n|";
    QTest::newRow("emphasis") << "*one*|"
                              << "*one*\n|";
    QTest::newRow("negative") << "-1|"
                              << "-1\n|";
    QTest::newRow("empty item ends the list") << "- one\n- |"
                                              << "- one\n|";
    QTest::newRow("empty item goes back") << "- one\n  - two\n  - |"
                                          << "- one\n  - two\n- |";
    QTest::newRow("empty number goes back") << "1. one\n   - two\n   - |"
                                            << "1. one\n   - two\n- |";
    QTest::newRow("empty quotation ends") << "> one\n> |"
                                          << "> one\n|";
    QTest::newRow("quotation in a quotation ends") << "> > one\n> > |"
                                                   << "> > one\n> |";
    QTest::newRow("empty item in a quotation") << "> - one\n> - |"
                                               << "> - one\n> |";
    QTest::newRow("selection") << "- {one}"
                               << "- \n|";
}

void TypingAidsTest::linesGoOn()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    Written written(before);
    auto &[text, sheet] = written;
    QTest::keyClick(&sheet, Qt::Key_Return);
    QCOMPARE(withCaret(sheet), after);
    while (text.document()->isUndoAvailable())
        text.document()->undo();
    QCOMPARE(text.text(), withoutCaret(before));
}

void TypingAidsTest::tabIndents_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("after");
    const Qt::Key in = Qt::Key_Tab;
    const Qt::Key out = Qt::Key_Backtab;
    QTest::newRow("below") << "- one\n- two|" << in << "- one\n  - two|";
    QTest::newRow("below a number") << "1. one\n2. two|\n3. three" << in << "1. one\n   1. two|\n3. three";
    QTest::newRow("counts on") << "1. one\n   1. two\n2. three|" << in << "1. one\n   1. two\n   2. three|";
    QTest::newRow("below ten") << "10. one\n11. two|" << in << "10. one\n    1. two|";
    QTest::newRow("first item") << "- one|" << in << "- one|";
    QTest::newRow("deep enough") << "- one\n  - two|" << in << "- one\n  - two|";
    QTest::newRow("over a gap") << "- one\n\n- two|" << in << "- one\n\n  - two|";
    QTest::newRow("over more of the item") << "- one\n  more\n- two|" << in << "- one\n  more\n  - two|";
    QTest::newRow("another list") << "- one\n\nWords\n\n- two|" << in << "- one\n\nWords\n\n- two|";
    QTest::newRow("not into a quotation") << "> - one\n- two|" << in << "> - one\n- two|";
    QTest::newRow("several") << "- a\n{- b\n- c\n  - d}" << in << "- a\n  {- b\n  - c\n    - d}";
    QTest::newRow("back") << "- one\n  - two|" << out << "- one\n- two|";
    QTest::newRow("back to a number") << "1. one\n   - x\n   1. two|" << out << "1. one\n   - x\n2. two|";
    QTest::newRow("back one step") << "- a\n  - b\n    - c|" << out << "- a\n  - b\n  - c|";
    QTest::newRow("several back") << "- a\n{  - b\n    - c}" << out << "- a\n{- b\n  - c}";
    QTest::newRow("nowhere to go back") << "- one|" << out << "- one|";
    QTest::newRow("quotation") << "> one|" << in << "> > one|";
    QTest::newRow("quotation back") << "> > one|" << out << "> one|";
    QTest::newRow("no quotation") << "> one|" << out << "one|";
    QTest::newRow("in a quotation") << "> - one\n> - two|" << in << "> - one\n>   - two|";
    QTest::newRow("end of the selection") << "- a\n{- b\n}- c" << in << "- a\n  {- b\n}- c";
}

void TypingAidsTest::tabIndents()
{
    QFETCH(QString, before);
    QFETCH(Qt::Key, key);
    Written written(before);
    auto &[text, sheet] = written;
    QTest::keyClick(&sheet, key);
    QTEST(withCaret(sheet), "after");
    text.document()->undo();
    QCOMPARE(text.text(), withoutCaret(before));
}

void TypingAidsTest::tabElsewhereGoesToTheNextControl()
{
    QWidget window;
    auto *first = new TextSheet(QPalette::Base, &window);
    auto *second = new TextSheet(QPalette::Base, &window);
    OpenText text(QStringLiteral("words"), QFont(), 150);
    first->showText(&text, nullptr);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    first->setFocus();
    QTest::keyClick(first, Qt::Key_Tab);
    QCOMPARE(window.focusWidget(), second);
    QCOMPARE(text.text(), QStringLiteral("words"));
    first->showNothing();
}

void TypingAidsTest::pairsClose_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("keys"); // "<" is Backspace
    QTest::addColumn<QString>("after");
    QTest::newRow("bracket") << "a |"
                             << "("
                             << "a (|)";
    QTest::newRow("words in it") << "a |"
                                 << "(b)"
                                 << "a (b)|";
    QTest::newRow("before a word") << "|word"
                                   << "("
                                   << "(|word";
    QTest::newRow("before a stop") << "a |."
                                   << "(b"
                                   << "a (b|).";
    QTest::newRow("one in the other") << "|"
                                      << "(["
                                      << "([|])";
    QTest::newRow("two closed") << "|"
                                << "([a])"
                                << "([a])|";
    QTest::newRow("closing is typed") << "(a|"
                                      << ")"
                                      << "(a)|";
    QTest::newRow("missing half is typed") << "((a|)"
                                           << ")"
                                           << "((a)|)";
    QTest::newRow("quote") << "say |"
                           << "\"yes\""
                           << "say \"yes\"|";
    QTest::newRow("quote behind a word") << "5|"
                                         << "\""
                                         << "5\"|";
    QTest::newRow("apostrophe") << "|"
                                << "'tis"
                                << "'tis|";
    QTest::newRow("code") << "|"
                          << "`a`"
                          << "`a`|";
    QTest::newRow("fence") << "|"
                           << "```"
                           << "```|";
    QTest::newRow("star") << "|"
                          << "* a"
                          << "* a|";
    QTest::newRow("escaped") << "\\|"
                             << "["
                             << "\\[|";
    QTest::newRow("erased") << "a |"
                            << "(<"
                            << "a |";
    QTest::newRow("erased around nothing only") << "(a)|"
                                                << "<"
                                                << "(a|";
    QTest::newRow("around") << "a {word} b"
                            << "("
                            << "a ({word}) b";
    QTest::newRow("emphasis") << "a {word} b"
                              << "*"
                              << "a *{word}* b";
    QTest::newRow("strong") << "a {word} b"
                            << "**"
                            << "a **{word}** b";
    QTest::newRow("over paragraphs") << "{one\ntwo}"
                                     << "("
                                     << "(|";
    QTest::newRow("another sign") << "{word}"
                                  << ")"
                                  << ")|";
}

void TypingAidsTest::pairsClose()
{
    QFETCH(QString, before);
    QFETCH(QString, keys);
    Written written(before);
    auto &[text, sheet] = written;
    for (const QChar key : std::as_const(keys)) {
        if (key == QLatin1Char('<'))
            QTest::keyClick(&sheet, Qt::Key_Backspace);
        else
            QTest::keyClick(&sheet, key.toLatin1());
    }
    QTEST(withCaret(sheet), "after");
}

void TypingAidsTest::oneUndoTakesTheAidAway_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<Qt::Key>("key");
    QTest::addColumn<QString>("undone");
    QTest::newRow("list") << "- one|" << Qt::Key_Return << "- one\n";
    QTest::newRow("end of a list") << "- one\n- |" << Qt::Key_Return << "- one\n- ";
    QTest::newRow("quotation") << "> one|" << Qt::Key_Return << "> one\n";
    QTest::newRow("bracket") << "a |" << Qt::Key_ParenLeft << "a (";
    QTest::newRow("quote") << "a |" << Qt::Key_QuoteDbl << "a \"";
    QTest::newRow("around") << "{a}" << Qt::Key_ParenLeft << "a";
    QTest::newRow("erased") << "a (|)" << Qt::Key_Backspace << "a ()";
}

void TypingAidsTest::oneUndoTakesTheAidAway()
{
    QFETCH(QString, before);
    QFETCH(Qt::Key, key);
    Written written(before);
    auto &[text, sheet] = written;
    const bool isSign = key < 0x80;
    isSign ? QTest::keyClick(&sheet, char(key)) : QTest::keyClick(&sheet, key);
    const QString helped = text.text();
    text.document()->undo();
    QTEST(text.text(), "undone");
    text.document()->redo();
    QCOMPARE(text.text(), helped);
}

void TypingAidsTest::whatIsTypedNextIsAStepOfItsOwn()
{
    Written written(QStringLiteral("- one|"));
    auto &[text, sheet] = written;
    QTest::keyClick(&sheet, Qt::Key_Return);
    QTest::keyClicks(&sheet, QStringLiteral("two"));
    QCOMPARE(text.text(), QStringLiteral("- one\n- two"));
    text.document()->undo();
    QCOMPARE(text.text(), QStringLiteral("- one\n- "));
    text.document()->undo();
    QCOMPARE(text.text(), QStringLiteral("- one\n"));
}

void TypingAidsTest::addressMakesALink_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("after");
    QTest::newRow("words") << "the {forum} is"
                           << " https://forum.example/a \n"
                           << "the [forum](https://forum.example/a)| is";
    QTest::newRow("mail") << "{write}"
                          << "mailto:hazel@column.example"
                          << "[write](mailto:hazel@column.example)|";
    QTest::newRow("brackets") << "{it}"
                              << "https://a.example/b_(c)"
                              << "[it](<https://a.example/b_(c)>)|";
    QTest::newRow("nothing selected") << "see |"
                                      << "https://a.example"
                                      << "see https://a.example|";
    QTest::newRow("over an address") << "{https://a.example}"
                                     << "https://b.example"
                                     << "https://b.example|";
    QTest::newRow("no address") << "{it}"
                                << "https: no"
                                << "https: no|";
    QTest::newRow("several words") << "{it}"
                                   << "https://a.example and"
                                   << "https://a.example and|";
    QTest::newRow("script") << "{it}"
                            << "javascript:alert(1)"
                            << "javascript:alert(1)|";
    QTest::newRow("scheme alone") << "{it}"
                                  << "https://"
                                  << "https://|";
}

void TypingAidsTest::addressMakesALink()
{
    QFETCH(QString, before);
    QFETCH(QString, pasted);
    Written written(before);
    auto &[text, sheet] = written;
    QGuiApplication::clipboard()->setText(pasted);
    sheet.paste();
    QTEST(withCaret(sheet), "after");
    text.document()->undo();
    QCOMPARE(text.text(), withoutCaret(before));
}

void TypingAidsTest::linesChange_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<int>("change");
    QTest::addColumn<QString>("after");
    enum { Quote, Bullets, Numbers, Heading };
    QTest::newRow("quote") << "{one\n\ntwo}" << int(Quote) << "> one\n>\n> two";
    QTest::newRow("no quote") << "{> one\n>\n> two}" << int(Quote) << "one\n\ntwo";
    QTest::newRow("quote an empty line") << "|" << int(Quote) << "> ";
    QTest::newRow("half a quote") << "{> one\ntwo}" << int(Quote) << "> > one\n> two";
    QTest::newRow("bullets") << "{one\n\ntwo}" << int(Bullets) << "- one\n\n- two";
    QTest::newRow("bullet on an empty line") << "|" << int(Bullets) << "- ";
    QTest::newRow("no bullets") << "{- one\n- two}" << int(Bullets) << "one\ntwo";
    QTest::newRow("numbers of bullets") << "{- one\n- two}" << int(Numbers) << "1. one\n2. two";
    QTest::newRow("no numbers") << "{1. one\n2. two}" << int(Numbers) << "one\ntwo";
    QTest::newRow("list in a quotation") << "> one|" << int(Bullets) << "> - one";
    QTest::newRow("heading") << "one|" << int(Heading) << "# one";
    QTest::newRow("second heading") << "# one|" << int(Heading) << "## one";
    QTest::newRow("third heading") << "## one|" << int(Heading) << "### one";
    QTest::newRow("no heading") << "### one|" << int(Heading) << "one";
    QTest::newRow("handle") << "#one|" << int(Heading) << "# #one";
}

void TypingAidsTest::linesChange()
{
    QFETCH(QString, before);
    QFETCH(int, change);
    Written written(before);
    auto &[text, sheet] = written;
    const QTextCursor cursor = sheet.textCursor();
    const std::array<std::function<QTextCursor()>, 4> changes{[&] { return ui::quoteToggled(cursor); },
                                                              [&] { return ui::listToggled(cursor, false); },
                                                              [&] { return ui::listToggled(cursor, true); },
                                                              [&] {
                                                                  return ui::headingChanged(cursor);
                                                              }};
    (void)changes.at(std::size_t(change))();
    QTEST(text.text(), "after");
    text.document()->undo();
    QCOMPARE(text.text(), withoutCaret(before));
}

void TypingAidsTest::readOnlyTextStays()
{
    Written written(QStringLiteral("{- one}"));
    auto &[text, sheet] = written;
    sheet.setReadOnly(true);
    for (const Qt::Key key : {Qt::Key_Return, Qt::Key_ParenLeft, Qt::Key_Backspace, Qt::Key_Tab})
        QTest::keyClick(&sheet, key);
    QTest::keyClicks(&sheet, QStringLiteral("(\"*"));
    QCOMPARE(text.text(), QStringLiteral("- one"));
}

void TypingAidsTest::withoutAidsKeysDoWhatTheyAlwaysDo()
{
    Written written(QStringLiteral("- one|"));
    auto &[text, sheet] = written;
    sheet.setAided(false);
    QTest::keyClick(&sheet, Qt::Key_Return);
    QTest::keyClicks(&sheet, QStringLiteral("(a"));
    QCOMPARE(text.text(), QStringLiteral("- one\n(a"));
}

QTEST_MAIN(TypingAidsTest)
#include "tst_typing_aids.moc"
