#include "ui/find_bar.h"
#include "ui/open_text.h"
#include "ui/text_sheet.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

using ui::FindBar;
using ui::OpenText;
using ui::TextSheet;

// Finding and replacing in a text, by keys and buttons.
class FindBarTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void typingGoesToTheFirstPlace();
    void enterGoesOnAndBackAndRound();
    void selectionIsSearchedFor();
    void editsAreSeen();
    void anotherTextIsSearched();
    void optionsCount();
    void mistakeIsSaid();
    void oneIsReplaced();
    void allAreReplacedInOneStep();
    void patternFillsItsGroups();
    void readOnlyTextIsNotReplaced();
    void escapeGivesTheFocusBack();

private:
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return m_window->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] QString state() const { return part<QLabel>("findState")->text(); }
    void write(const char *line, const QString &words) const
    {
        part<QLineEdit>(line)->clear();
        QTest::keyClicks(part<QLineEdit>(line), words);
    }
    void press(const char *button) const { QTest::mouseClick(part<QPushButton>(button), Qt::LeftButton); }
    [[nodiscard]] int caret() const { return m_sheet->textCursor().selectionStart(); }

    std::unique_ptr<QWidget> m_window;
    std::unique_ptr<OpenText> m_text;
    FindBar *m_bar = nullptr;
    TextSheet *m_sheet = nullptr;
};

void FindBarTest::init()
{
    m_text = std::make_unique<OpenText>(QStringLiteral("My car, your car.\nA scarf. CAR"), QFont(), 150);
    m_window = std::make_unique<QWidget>();
    auto *column = new QVBoxLayout(m_window.get());
    m_bar = new FindBar;
    m_sheet = new TextSheet(QPalette::Base);
    m_sheet->setAccessibleName(QStringLiteral("Answer"));
    column->addWidget(m_bar);
    column->addWidget(m_sheet);
    m_sheet->showText(m_text.get(), nullptr);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    m_bar->open(m_sheet, true);
}

void FindBarTest::cleanup()
{
    m_window.reset();
    m_text.reset();
}

void FindBarTest::typingGoesToTheFirstPlace()
{
    QVERIFY(part<QLineEdit>("findWords")->hasFocus());
    write("findWords", QStringLiteral("car"));
    QCOMPARE(caret(), 3);
    QCOMPARE(m_sheet->selectedText(), QStringLiteral("car"));
    QCOMPARE(state(), QStringLiteral("Answer: 1 of 4"));
    QCOMPARE(m_sheet->extraSelections().size(), 4);
    write("findWords", QStringLiteral("bicycle"));
    QCOMPARE(state(), QStringLiteral("Answer: Not in this text."));
    QVERIFY(m_sheet->extraSelections().isEmpty());
    QVERIFY(part<QLineEdit>("findWords")->hasFocus());
}

void FindBarTest::enterGoesOnAndBackAndRound()
{
    write("findWords", QStringLiteral("car"));
    auto *words = part<QLineEdit>("findWords");
    QList<int> places;
    for (int i = 0; i < 4; ++i) {
        QTest::keyClick(words, Qt::Key_Return);
        places.append(caret());
    }
    QCOMPARE(places, (QList<int>{13, 21, 27, 3}));
    QTest::keyClick(words, Qt::Key_Return, Qt::ShiftModifier);
    QCOMPARE(caret(), 27);
    press("findPrevious");
    QCOMPARE(caret(), 21);
    press("findNext");
    QCOMPARE(caret(), 27);
}

void FindBarTest::selectionIsSearchedFor()
{
    QTextCursor cursor = m_sheet->textCursor();
    cursor.setPosition(8);
    cursor.setPosition(12, QTextCursor::KeepAnchor);
    m_sheet->setTextCursor(cursor);
    m_bar->open(m_sheet, false);
    QCOMPARE(part<QLineEdit>("findWords")->text(), QStringLiteral("your"));
    QCOMPARE(state(), QStringLiteral("Answer: 1 of 1"));
    QVERIFY(!part<QLineEdit>("replaceWith")->isVisible());
    cursor.select(QTextCursor::Document);
    m_sheet->setTextCursor(cursor);
    m_bar->open(m_sheet, false);
    QCOMPARE(part<QLineEdit>("findWords")->text(), QStringLiteral("your"));
}

void FindBarTest::editsAreSeen()
{
    write("findWords", QStringLiteral("car"));
    QTextCursor cursor(m_sheet->document());
    cursor.insertText(QStringLiteral("Two cars: "));
    m_bar->findNext(); // does not wait for the pause
    QCOMPARE(m_sheet->selectedText(), QStringLiteral("car"));
    QTRY_VERIFY(state().endsWith(QStringLiteral("of 5")));
}

void FindBarTest::anotherTextIsSearched()
{
    write("findWords", QStringLiteral("car"));
    OpenText other(QStringLiteral("one car"), QFont(), 150);
    m_sheet->showText(&other, nullptr);
    QCOMPARE(m_sheet->extraSelections().size(), 1);
    m_bar->findNext();
    QCOMPARE(caret(), 4);
    m_sheet->showNothing();
    QCOMPARE(m_sheet->extraSelections().size(), 0);
    m_bar->findNext();
    QVERIFY(!m_sheet->textCursor().hasSelection());
}

void FindBarTest::optionsCount()
{
    write("findWords", QStringLiteral("car"));
    part<QToolButton>("findWholeWords")->click();
    QCOMPARE(m_sheet->extraSelections().size(), 3);
    part<QToolButton>("findCase")->click();
    QCOMPARE(m_sheet->extraSelections().size(), 2);
    part<QToolButton>("findPattern")->click();
    write("findWords", QStringLiteral("c.r"));
    QCOMPARE(m_sheet->extraSelections().size(), 2);
}

void FindBarTest::mistakeIsSaid()
{
    part<QToolButton>("findPattern")->click();
    write("findWords", QStringLiteral("(car"));
    QVERIFY2(state().contains(QStringLiteral("at sign 4")), qPrintable(state()));
    m_bar->findNext();
    press("replaceAll");
    QCOMPARE(m_text->text(), QStringLiteral("My car, your car.\nA scarf. CAR"));
}

void FindBarTest::oneIsReplaced()
{
    write("findWords", QStringLiteral("car"));
    write("replaceWith", QStringLiteral("bicycle"));
    part<QLineEdit>("replaceWith")->setFocus();
    QTest::keyClick(part<QLineEdit>("replaceWith"), Qt::Key_Return);
    QCOMPARE(m_text->text(), QStringLiteral("My bicycle, your car.\nA scarf. CAR"));
    QCOMPARE(m_sheet->selectedText(), QStringLiteral("car"));
    QCOMPARE(caret(), 17);
    m_text->document()->undo();
    QCOMPARE(m_text->text(), QStringLiteral("My car, your car.\nA scarf. CAR"));
}

void FindBarTest::allAreReplacedInOneStep()
{
    write("findWords", QStringLiteral("car"));
    part<QToolButton>("findWholeWords")->click();
    write("replaceWith", QStringLiteral("car and car"));
    press("replaceAll");
    QCOMPARE(m_text->text(), QStringLiteral("My car and car, your car and car.\nA scarf. car and car"));
    QVERIFY2(state().startsWith(QLatin1Char('3')), qPrintable(state()));
    m_text->document()->undo();
    QCOMPARE(m_text->text(), QStringLiteral("My car, your car.\nA scarf. CAR"));
}

void FindBarTest::patternFillsItsGroups()
{
    part<QToolButton>("findPattern")->click();
    write("findWords", QStringLiteral("(\\w+) car"));
    write("replaceWith", QStringLiteral("car of \\1"));
    press("replaceAll");
    QCOMPARE(m_text->text(), QStringLiteral("car of My, car of your.\nA scarf. CAR"));
}

void FindBarTest::readOnlyTextIsNotReplaced()
{
    m_sheet->setReadOnly(true);
    m_bar->open(m_sheet, true);
    write("findWords", QStringLiteral("car"));
    QCOMPARE(state(), QStringLiteral("Answer: 1 of 4"));
    QVERIFY(!part<QPushButton>("replaceAll")->isEnabled());
    m_bar->replaceAll();
    m_bar->replace();
    QCOMPARE(m_text->text(), QStringLiteral("My car, your car.\nA scarf. CAR"));
}

void FindBarTest::escapeGivesTheFocusBack()
{
    write("findWords", QStringLiteral("car"));
    QTest::keyClick(part<QLineEdit>("findWords"), Qt::Key_Escape);
    QVERIFY(!m_bar->isVisible());
    QVERIFY(m_sheet->hasFocus());
    QVERIFY(m_sheet->extraSelections().isEmpty());
    QCOMPARE(m_sheet->selectedText(), QStringLiteral("car"));
}

QTEST_MAIN(FindBarTest)
#include "tst_find_bar.moc"
