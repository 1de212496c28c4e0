// The dialog that brings a sheet in: what it proposes, what can be changed, what it hands on. People and letters
// invented.
#include "sample_workplace.h"

#include "editorial/sheets.h"
#include "ui/import_control.h"
#include "ui/sheet_columns.h"
#include "ui/sheet_map_dialog.h"

#include <QCheckBox>
#include <QDir>
#include <QListWidget>
#include <QPushButton>
#include <QTableWidget>

using desk::DateOrder;
using desk::SheetMap;
using desk::SheetRole;

namespace {

const QByteArray form =
    "Submitted,What is the matter?,What did you try?,First name,Last name,E-mail,May we print it?\r\n"
    "3/1/2026,\"The fence is blue.\n\nWhy?\",Paint.,Prudence,Quill,prue@quill.example,Yes\r\n"
    "3/14/2026,He sings at night.,Earplugs.,Osbert,Pym,osbert@pym.example,No\r\n"
    "3/15/2026,Nobody writes to me.,,Ada,Wren,ada@wren.example,let me think\r\n"
    "3/16/2026,My cat sulks.,,Ida,Marsh,ida@marsh.example,Yes\r\n";

SheetMap mapOf(const QByteArray &json)
{
    const auto map = desk::sheetMapFromJson(json);
    return map ? *map : SheetMap();
}

QString headingOf(const SheetMap &map, SheetRole role)
{
    return map.columns.value(role).value(0).heading;
}

} // namespace

class TestSheetMapDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void proposesAMap();
    void showsHowLettersWillLook();
    void severalColumnsAreTheLetter();
    void rolesCanBeChanged();
    void needsALetterColumn();
    void saysWhenDatesAreInDoubt();
    void consentHasItsOwnWords();
    void readsAnewAsTold();
    void keepsTheColumns();
    void choosesKeptColumns();
    void forgetsKeptColumns();
    void aFileThatIsNoSheetIsToldOf();
    void everyControlHasAName();
    void tabGoesDownTheDialog();
    void asksForOneSheetAfterTheOther();
    void othersComeInWithoutAsking();
    void holdsItsSize();

private:
    void show(const QByteArray &bytes, const QString &name = QStringLiteral("form.csv"));
    QString write(const QString &name, const QByteArray &bytes) const;
    void keep(const QByteArray &json, const QString &name);
    template <typename Widget>
    Widget *part(const char *name) const
    {
        return named<Widget>(*m_dialog, name);
    }
    void choose(const char *box, const QString &text) const
    {
        auto *combo = part<QComboBox>(box);
        combo->setCurrentIndex(combo->findText(text));
        Q_EMIT combo->activated(combo->currentIndex());
    }
    QString current(const char *box) const { return part<QComboBox>(box)->currentText(); }
    QString sample(int row) const { return part<QListWidget>("samples_list")->item(row)->text(); }
    QPushButton *bring() const { return part<QPushButton>("bring_button"); }
    qint64 letters();
    SheetMap bringIn();

    std::unique_ptr<SampleWorkplace> m_place;
    QPointer<ui::SheetMapDialog> m_dialog;
};

void TestSheetMapDialog::init()
{
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->open());
}

void TestSheetMapDialog::cleanup()
{
    delete m_dialog;
    m_place.reset();
}

QString TestSheetMapDialog::write(const QString &name, const QByteArray &bytes) const
{
    QFile file(m_place->folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a fixture");
    return file.fileName();
}

void TestSheetMapDialog::show(const QByteArray &bytes, const QString &name)
{
    delete m_dialog;
    m_dialog = new ui::SheetMapDialog(m_place->workplace(), write(name, bytes));
    m_dialog->open();
    QVERIFY(m_place->settle());
}

void TestSheetMapDialog::keep(const QByteArray &json, const QString &name)
{
    QVERIFY(m_place->run([&](editorial::Desk &desk) { return editorial::keepSheetMap(desk, mapOf(json), name); }));
}

qint64 TestSheetMapDialog::letters()
{
    qint64 count = -1;
    m_place->run([&count](editorial::Desk &desk) {
        const auto counted = editorial::letterCount(desk, {}, 1000);
        count = counted.value_or(-1);
        return counted;
    });
    return count;
}

// Presses the button and gives the map that the dialog hands on.
SheetMap TestSheetMapDialog::bringIn()
{
    SheetMap map;
    const auto connection = connect(m_dialog, &ui::SheetMapDialog::chosen, this,
                                    [&map](const QString &, const SheetMap &wanted) { map = wanted; });
    QTest::mouseClick(bring(), Qt::LeftButton);
    disconnect(connection);
    m_place->settle();
    return map;
}

void TestSheetMapDialog::proposesAMap()
{
    show(form);
    QCOMPARE(current("date_box"), QStringLiteral("Submitted"));
    QCOMPARE(current("name_box"), QStringLiteral("First name"));
    QCOMPARE(current("family_box"), QStringLiteral("Last name"));
    QCOMPARE(current("address_box"), QStringLiteral("E-mail"));
    QCOMPARE(current("consent_box"), QStringLiteral("May we print it?"));
    QCOMPARE(part<QComboBox>("place_box")->currentIndex(), 0);
    QCOMPARE(current("delimiter_box"), QStringLiteral("Comma"));
    QCOMPARE(current("encoding_box"), QStringLiteral("UTF-8"));
    QVERIFY(part<QCheckBox>("headings_box")->isChecked());
    QVERIFY2(current("dates_box").contains(QStringLiteral("month first")), qPrintable(current("dates_box")));
    QVERIFY(part<QLabel>("dates_note")->isHidden());
    QVERIFY(part<QComboBox>("kept_box")->isHidden());
    QVERIFY(part<QLabel>("summary")->text().contains(QStringLiteral("form.csv")));

    const auto *table = part<QTableWidget>("rows_table");
    QCOMPARE(table->rowCount(), 3);
    QCOMPARE(table->columnCount(), 7);
    QCOMPARE(table->item(0, 3)->text(), QStringLiteral("Prudence"));
    QVERIFY(table->horizontalHeaderItem(0)->text().endsWith(QStringLiteral("\nDate")));
    QVERIFY2(bring()->text().contains(QLatin1Char('4')), qPrintable(bring()->text()));
}

void TestSheetMapDialog::showsHowLettersWillLook()
{
    show(form);
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    part<QListWidget>("letter_list")->item(2)->setCheckState(Qt::Unchecked);
    QCOMPARE(part<QListWidget>("samples_list")->count(), 3);
    QVERIFY2(sample(0).contains(QStringLiteral("The fence is blue. Why?")), qPrintable(sample(0)));
    QVERIFY(sample(0).contains(QLocale().toString(QDate(2026, 3, 1), QStringLiteral("d MMM"))));
    choose("subject_box", QStringLiteral("What did you try?"));
    QVERIFY(sample(0).contains(QStringLiteral("Paint.")));
    QVERIFY(!sample(0).contains(QStringLiteral("Quill"))); // nobody who wrote in stands there
}

void TestSheetMapDialog::severalColumnsAreTheLetter()
{
    show(form);
    auto *list = part<QListWidget>("letter_list");
    for (int row = 0; row < list->count(); ++row)
        list->item(row)->setCheckState(row == 1 || row == 2 ? Qt::Checked : Qt::Unchecked);
    QVERIFY2(sample(0).contains(QStringLiteral("What is the matter? The fence is blue.")), qPrintable(sample(0)));
    const SheetMap map = bringIn();
    QCOMPARE(map.columns.value(SheetRole::Letter).size(), 2);
    QVERIFY(!m_dialog || !m_dialog->isVisible());
}

void TestSheetMapDialog::rolesCanBeChanged()
{
    show(form);
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    choose("place_box", QStringLiteral("Last name"));
    part<QComboBox>("name_box")->setCurrentIndex(0);
    part<QComboBox>("family_box")->setCurrentIndex(0);
    choose("dates_box", QStringLiteral("Day first: 31/12/2026"));
    QVERIFY2(sample(0).contains(QLocale().toString(QDate(2026, 1, 3), QStringLiteral("d MMM"))), qPrintable(sample(0)));
    const SheetMap map = bringIn();
    QCOMPARE(headingOf(map, SheetRole::Place), QStringLiteral("Last name"));
    QVERIFY(!map.columns.contains(SheetRole::Name));
    QVERIFY(map.dates == DateOrder::DayFirst);
    QVERIFY(map.writing == desk::SheetWriting());
}

void TestSheetMapDialog::needsALetterColumn()
{
    show("a,b\n1,2\n3,4\n");
    QVERIFY(!bring()->isEnabled());
    QVERIFY(!part<QLabel>("problem")->text().isEmpty());
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    QVERIFY(bring()->isEnabled());
    QVERIFY(part<QLabel>("problem")->text().isEmpty());
    show("Name,Question\n", QStringLiteral("empty.csv"));
    QVERIFY(!bring()->isEnabled());
    QVERIFY(!part<QLabel>("problem")->text().isEmpty());
}

void TestSheetMapDialog::saysWhenDatesAreInDoubt()
{
    show("Date,Question\n1/2/2026,Why is it always so late?\n1/3/2026,Why is it always so dark?\n");
    QVERIFY(!part<QLabel>("dates_note")->isHidden());
    choose("dates_box", QStringLiteral("Month first: 12/31/2026"));
    QVERIFY(part<QLabel>("dates_note")->isHidden());
    part<QComboBox>("date_box")->setCurrentIndex(0);
    QVERIFY(!part<QComboBox>("dates_box")->isEnabled());
    QVERIFY(part<QLabel>("dates_note")->isHidden());
}

void TestSheetMapDialog::consentHasItsOwnWords()
{
    show(form);
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    QVERIFY2(sample(1).contains(QStringLiteral("must not be printed")), qPrintable(sample(1)));
    QVERIFY(sample(2).contains(QStringLiteral("attention")));
    part<QLineEdit>("yes_edit")->setText(QStringLiteral("let me think; perhaps"));
    QVERIFY(sample(2).contains(QStringLiteral("may be printed")));
    part<QCheckBox>("blank_box")->setChecked(true);
    SheetMap map = bringIn();
    QCOMPARE(map.yes, (QStringList{QStringLiteral("let me think"), QStringLiteral("perhaps")}));
    QCOMPARE(map.no, QStringList{QString()});
    show(form);
    part<QComboBox>("consent_box")->setCurrentIndex(0);
    QVERIFY(part<QLineEdit>("yes_edit")->isHidden());
    part<QLineEdit>("yes_edit")->setText(QStringLiteral("left over"));
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    map = bringIn();
    QVERIFY(map.yes.isEmpty());
}

void TestSheetMapDialog::readsAnewAsTold()
{
    show("a;b,c\n1;x,y\n2;z,u\n");
    choose("delimiter_box", QStringLiteral("Semicolon"));
    QVERIFY(m_place->settle());
    QCOMPARE(part<QTableWidget>("rows_table")->columnCount(), 2);
    QCOMPARE(part<QTableWidget>("rows_table")->item(0, 1)->text(), QStringLiteral("x,y"));
    QTest::mouseClick(part<QCheckBox>("headings_box"), Qt::LeftButton, {}, QPoint(8, 8));
    QVERIFY(m_place->settle());
    QCOMPARE(part<QTableWidget>("rows_table")->rowCount(), 3);
    QVERIFY(part<QTableWidget>("rows_table")->horizontalHeaderItem(0)->text().contains(QLatin1Char('1')));
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    const SheetMap map = bringIn();
    QVERIFY(map.writing.delimiter == ';');
    QVERIFY(map.writing.hasHeadings == false);
    QVERIFY(!map.writing.encoding);
    QCOMPARE(map.columns.value(SheetRole::Letter).value(0).number, 2);
}

void TestSheetMapDialog::keepsTheColumns()
{
    show(form);
    part<QListWidget>("letter_list")->item(1)->setCheckState(Qt::Checked);
    part<QCheckBox>("keep_box")->setChecked(true);
    QVERIFY(!bring()->isEnabled());
    part<QLineEdit>("keep_edit")->setText(QStringLiteral("Our form"));
    QVERIFY(bring()->isEnabled());
    bringIn();
    QList<SheetMap> kept;
    QVERIFY(m_place->run([&kept](editorial::Desk &desk) {
        const auto maps = editorial::sheetMaps(desk);
        kept = maps.value_or(QList<SheetMap>());
        return maps;
    }));
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept.first().name, QStringLiteral("Our form"));
    QVERIFY(kept.first().dates == DateOrder::MonthFirst);
    QVERIFY(kept.first().writing == desk::SheetWriting());
}

void TestSheetMapDialog::choosesKeptColumns()
{
    keep(R"({"letter": "What did you try?", "place": "Last name", "no": ["", "nay"]})", QStringLiteral("odd"));
    keep(R"({"letter": "b,c", "delimiter": ";"})", QStringLiteral("other"));
    show(form);
    QCOMPARE(current("kept_box"), QStringLiteral("odd")); // it fits
    QCOMPARE(current("place_box"), QStringLiteral("Last name"));
    QCOMPARE(part<QLineEdit>("keep_edit")->text(), QStringLiteral("odd"));
    QVERIFY(!part<QCheckBox>("keep_box")->isChecked());
    choose("kept_box", part<QComboBox>("kept_box")->itemText(0));
    QCOMPARE(part<QComboBox>("place_box")->currentIndex(), 0);
    QCOMPARE(current("address_box"), QStringLiteral("E-mail"));
    choose("kept_box", QStringLiteral("other"));
    QVERIFY(m_place->settle());
    QCOMPARE(current("delimiter_box"), QStringLiteral("Semicolon"));
    QVERIFY(!bring()->isEnabled()); // its columns are not in this sheet
}

void TestSheetMapDialog::forgetsKeptColumns()
{
    keep(R"({"letter": "What did you try?"})", QStringLiteral("odd"));
    show(form);
    QVERIFY(part<QPushButton>("forget_button")->isEnabled());
    click(*m_dialog, "forget_button");
    QVERIFY(m_place->settle());
    QVERIFY(!part<QPushButton>("forget_button")->isEnabled());
    QCOMPARE(part<QComboBox>("kept_box")->count(), 1);
    QVERIFY(!m_place->run([](editorial::Desk &desk) { return editorial::sheetMapNamed(desk, QStringLiteral("odd")); }));
    QCOMPARE(part<QListWidget>("letter_list")->item(2)->checkState(), Qt::Checked); // what is shown stays
}

void TestSheetMapDialog::aFileThatIsNoSheetIsToldOf()
{
    QSignalSpy told(&m_place->notices, &ui::Notices::shown);
    m_dialog = new ui::SheetMapDialog(m_place->workplace(), write(QStringLiteral("a.csv"), "PK\x03\x04"));
    m_dialog->open();
    QVERIFY(m_place->settle());
    QCOMPARE(told.count(), 1);
    QTRY_VERIFY(!m_dialog);
}

void TestSheetMapDialog::everyControlHasAName()
{
    show(form);
    QCOMPARE(namelessControls(*m_dialog), QStringList());
}

void TestSheetMapDialog::tabGoesDownTheDialog()
{
    keep(R"({"letter": ["What is the matter?"], "subject": "What did you try?"})", QStringLiteral("Form"));
    show(form);
    m_dialog->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_dialog));
    QWidget *const first = part<QComboBox>("kept_box");
    first->setFocus();
    QStringList passed;
    do {
        passed.append(m_dialog->focusWidget()->objectName());
        QTest::keyClick(m_dialog->focusWidget(), Qt::Key_Tab);
    } while (m_dialog->focusWidget() != first && passed.size() < 100);
    QCOMPARE(passed.join(u' '),
             QStringLiteral("kept_box forget_button letter_list subject_box date_box name_box address_box consent_box "
                            "place_box signature_box samples_list rows_table delimiter_box encoding_box headings_box "
                            "keep_box keep_edit bring_button cancel_button"));
}

void TestSheetMapDialog::asksForOneSheetAfterTheOther()
{
    QWidget window;
    window.show();
    ui::ImportControl control(m_place->workplace(), &window);
    QSignalSpy done(&control, &ui::ImportControl::broughtIn);
    control.bringIn({write(QStringLiteral("one.csv"), form),
                     write(QStringLiteral("two.csv"), "Name,Question\nAda,Why do they never ask me?\n"),
                     write(QStringLiteral("three.txt"), "A letter by itself.\n")});
    QTRY_VERIFY(openDialog<ui::SheetMapDialog>(window));
    QTRY_COMPARE(done.count(), 1); // the text did not wait for anybody
    m_dialog = openDialog<ui::SheetMapDialog>(window);
    QVERIFY(m_dialog->path().endsWith(QStringLiteral("one.csv")));
    QVERIFY(m_place->settle());
    m_dialog->reject(); // left out
    QTRY_VERIFY(openDialog<ui::SheetMapDialog>(window));
    m_dialog = openDialog<ui::SheetMapDialog>(window);
    QVERIFY(m_dialog->path().endsWith(QStringLiteral("two.csv")));
    QVERIFY(m_place->settle());
    QTest::keyClick(m_dialog, Qt::Key_Return);
    QTRY_COMPARE(done.count(), 2);
    QVERIFY(m_place->settle());
    QCOMPARE(letters(), 2);
    QVERIFY(!openDialog<ui::SheetMapDialog>(window));
}

void TestSheetMapDialog::othersComeInWithoutAsking()
{
    QWidget window;
    window.show();
    ui::ImportControl control(m_place->workplace(), &window);
    QSignalSpy done(&control, &ui::ImportControl::broughtIn);
    control.bringIn({m_place->mailbox(3)});
    QTRY_COMPARE(done.count(), 1);
    QVERIFY(!openDialog<ui::SheetMapDialog>(window));
    QCOMPARE(letters(), 3);
}

void TestSheetMapDialog::holdsItsSize()
{
    QByteArray wide = "Question";
    for (int n = 1; n < 60; ++n)
        wide += ",What would you say to this rather long question of number " + QByteArray::number(n) + " here";
    wide += "\n" + QByteArray(60'000, 'x') + QByteArray(59, ',') + "\n";
    show(wide);
    QVERIFY(m_dialog->minimumSizeHint().width() <= 1000);
    QVERIFY(m_dialog->minimumSizeHint().height() <= 700);
    QVERIFY(bring()->isEnabled());

    // With everything that can be in sight.
    keep(R"({"letter": "Something else"})", QStringLiteral("other"));
    show("Date,Question,May we print it?\n1/2/2026,Why is it always so late?,yes\n1/3/2026,Why is it so dark?,no\n");
    part<QCheckBox>("keep_box")->setChecked(true);
    QVERIFY(!part<QComboBox>("kept_box")->isHidden());
    QVERIFY(!part<QLabel>("dates_note")->isHidden());
    QVERIFY(!part<QLineEdit>("yes_edit")->isHidden());
    QVERIFY2(m_dialog->minimumSizeHint().height() <= 700,
             qPrintable(QString::number(m_dialog->minimumSizeHint().height())));
}

QTEST_MAIN(TestSheetMapDialog)
#include "tst_sheet_map_dialog.moc"
