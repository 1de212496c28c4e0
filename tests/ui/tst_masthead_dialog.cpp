#include "sample_workplace.h"

#include "editorial/masthead.h"
#include "ui/markdown_field.h"
#include "ui/masthead_dialog.h"
#include "ui/masthead_form.h"
#include "ui/picture_field.h"
#include "ui/sealed_page.h"

#include <QImage>
#include <QMessageBox>
#include <QPushButton>
#include <QTabWidget>

class TestMastheadDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void showsWhatTheDeskHas();
    void savesAsOneChangeThatCanBeUndone();
    void aValueThatCannotBeUsedIsToldAtOnce();
    void showsAnExampleAddress();
    void takesAPictureAndGivesItBack();
    void aFileThatIsNoPictureIsRefused();
    void asksBeforeEditsAreDropped();
    void aConflictIsTheirsOrMine();
    void anEmptyMastheadGetsAnAuthor();
    void previewsLoadNothing();
    void everyControlHasAName();

private:
    QString value(const QString &key)
    {
        QString found;
        m_place->run([&](editorial::Desk &desk) {
            auto read = editorial::mastheadValue(desk, key);
            if (read)
                found = *read;
            return read;
        });
        return found;
    }
    QLineEdit *line(const char *name) const { return named<QLineEdit>(*m_dialog, name); }
    QPushButton *save() const { return named<QPushButton>(*m_dialog, "save_button"); }
    void press(QMessageBox::ButtonRole role)
    {
        auto *question = openDialog<QMessageBox>(*m_dialog);
        QVERIFY(question);
        for (QAbstractButton *button : question->buttons()) {
            if (question->buttonRole(button) == role)
                button->click();
        }
    }
    bool openDialogOver(SampleWorkplace &place)
    {
        m_dialog = new ui::MastheadDialog(place.workplace());
        m_dialog->open();
        return place.settle();
    }

    std::unique_ptr<SampleWorkplace> m_place;
    QPointer<ui::MastheadDialog> m_dialog;
};

void TestMastheadDialog::init()
{
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->openSample());
    QVERIFY(openDialogOver(*m_place));
}

void TestMastheadDialog::cleanup()
{
    delete m_dialog;
    m_place.reset();
}

void TestMastheadDialog::showsWhatTheDeskHas()
{
    QCOMPARE(line("name")->text(), QStringLiteral("Ask Hazel"));
    QCOMPARE(named<QComboBox>(*m_dialog, "language")->currentText(), QStringLiteral("en-GB"));
    QCOMPARE(named<QComboBox>(*m_dialog, "time_zone")->currentText(), QStringLiteral("Europe/London"));
    QVERIFY(named<ui::SealedPage>(*m_dialog, "sample")->toPlainText().contains(QStringLiteral("DEAR HAZEL:")));
    QCOMPARE(line("author_name")->text(), QStringLiteral("Hazel Arkwell"));
    QVERIFY(!save()->isEnabled());
    m_dialog->close(); // nothing was changed, nothing is asked
    QVERIFY(!openDialog<QMessageBox>(*m_dialog));
    QTRY_VERIFY(!m_dialog);
}

void TestMastheadDialog::savesAsOneChangeThatCanBeUndone()
{
    line("letter_label")->setText(QStringLiteral("HAZEL, PLEASE"));
    QVERIFY(named<ui::SealedPage>(*m_dialog, "sample")->toPlainText().contains(QStringLiteral("HAZEL, PLEASE:")));
    named<ui::MarkdownField>(*m_dialog, "call_to_action")->setText(QStringLiteral("Write to *us*."));
    line("author_name")->setText(QStringLiteral("Hazel A."));
    QVERIFY(save()->isEnabled());
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_place->settle());
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(value(QStringLiteral("column.letter-label")), QStringLiteral("HAZEL, PLEASE"));
    QCOMPARE(value(QStringLiteral("column.call-to-action")), QStringLiteral("Write to *us*."));
    QCOMPARE(value(QStringLiteral("author.name")), QStringLiteral("Hazel A."));
    QCOMPARE(m_place->undo.count(), 1);
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QCOMPARE(value(QStringLiteral("column.letter-label")), QStringLiteral("DEAR HAZEL"));
    QCOMPARE(value(QStringLiteral("author.name")), QStringLiteral("Hazel Arkwell"));
    QCOMPARE(value(QStringLiteral("author.picture")), QStringLiteral("hazel.svg"));
}

void TestMastheadDialog::aValueThatCannotBeUsedIsToldAtOnce()
{
    line("base_url")->setText(QStringLiteral("askhazel"));
    const auto *note = named<QLabel>(*m_dialog, "base_url_note");
    QVERIFY2(note->text().contains(QStringLiteral("no web address")), qPrintable(note->text()));
    QVERIFY(!save()->isEnabled());
    QVERIFY(named<QLabel>(*m_dialog, "problem")->text().contains(QStringLiteral("Address of the site")));
    click(*m_dialog, "problem_button");
    QVERIFY(line("base_url")->isVisible());
    line("base_url")->setText(QStringLiteral("https://hazel.example/"));
    QVERIFY(save()->isEnabled());
    named<QComboBox>(*m_dialog, "time_zone")->setCurrentText(QStringLiteral("Mars"));
    line("letter_words")->setText(QStringLiteral("many"));
    line("article_path")->setText(QStringLiteral("../{slug}"));
    line("name")->setText(QStringLiteral(" "));
    named<QComboBox>(*m_dialog, "language")->setCurrentText(QStringLiteral("English please"));
    QCOMPARE(named<ui::MastheadForm>(*m_dialog, "MastheadForm")->problems().size(), 5);
    QVERIFY(!save()->isEnabled());
}

void TestMastheadDialog::showsAnExampleAddress()
{
    const auto *note = named<QLabel>(*m_dialog, "article_path_note");
    line("article_path")->setText(QStringLiteral("{year}/{slug}/"));
    const QString year = QString::number(QDate::currentDate().year());
    QVERIFY2(note->text().contains(QStringLiteral("https://askhazel.example/") + year +
                                   QStringLiteral("/the-borrowed-car/")),
             qPrintable(note->text()));
}

void TestMastheadDialog::takesAPictureAndGivesItBack()
{
    const QString file = m_place->folder.filePath(QStringLiteral("portrait.png"));
    QImage image(400, 300, QImage::Format_RGB32);
    image.fill(Qt::darkCyan);
    QVERIFY(image.save(file));
    auto *picture = named<ui::PictureField>(*m_dialog, "picture");
    QVERIFY(picture->hasPicture());
    picture->chooseFile(file);
    QVERIFY(m_place->settle());
    QCOMPARE(picture->file(), file);
    line("picture_alt")->setText(QStringLiteral("A blue square"));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_place->settle());
    QCOMPARE(value(QStringLiteral("author.picture")), QStringLiteral("portrait.png"));
    QCOMPARE(value(QStringLiteral("author.picture-alt")), QStringLiteral("A blue square"));
    QCOMPARE(m_place->undo.count(), 1);
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QCOMPARE(value(QStringLiteral("author.picture")), QStringLiteral("hazel.svg"));
    m_place->undo.redo();
    QVERIFY(m_place->settle());
    QCOMPARE(value(QStringLiteral("author.picture")), QStringLiteral("portrait.png"));

    QTRY_VERIFY(!m_dialog);
    QVERIFY(openDialogOver(*m_place));
    click(*m_dialog, "remove_picture_button");
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_place->settle());
    QCOMPARE(value(QStringLiteral("author.picture")), QString());
}

void TestMastheadDialog::aFileThatIsNoPictureIsRefused()
{
    const QString file = m_place->folder.filePath(QStringLiteral("notes.png"));
    QFile text(file);
    QVERIFY(text.open(QIODevice::WriteOnly) && text.write("no picture") > 0);
    text.close();
    auto *picture = named<ui::PictureField>(*m_dialog, "picture");
    picture->chooseFile(file);
    QVERIFY(m_place->settle());
    QVERIFY(picture->file().isEmpty());
    QVERIFY(!save()->isEnabled());
    bool told = false;
    for (const QLabel *label : picture->findChildren<QLabel *>())
        told = told || label->text().contains(QStringLiteral("notes.png"));
    QVERIFY(told);
}

void TestMastheadDialog::asksBeforeEditsAreDropped()
{
    line("name")->setText(QStringLiteral("Ask Nobody"));
    m_dialog->reject();
    QVERIFY(m_dialog->isVisible());
    press(QMessageBox::RejectRole); // keep editing
    QVERIFY(m_dialog->isVisible());
    QTRY_VERIFY(!openDialog<QMessageBox>(*m_dialog));
    m_dialog->reject();
    press(QMessageBox::AcceptRole);
    QVERIFY(m_place->settle());
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(value(QStringLiteral("column.name")), QStringLiteral("Ask Nobody"));

    QVERIFY(openDialogOver(*m_place));
    line("name")->setText(QStringLiteral("Ask Somebody"));
    m_dialog->reject();
    press(QMessageBox::DestructiveRole);
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(value(QStringLiteral("column.name")), QStringLiteral("Ask Nobody"));
}

void TestMastheadDialog::aConflictIsTheirsOrMine()
{
    const auto change = [this](const QString &language) {
        return m_place->run([language](editorial::Desk &desk) {
            return editorial::setMastheadValue(desk, QStringLiteral("column.language"), language);
        });
    };
    line("name")->setText(QStringLiteral("Ask Hazel Again"));
    QVERIFY(change(QStringLiteral("fr")));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_place->settle());
    QVERIFY(m_dialog && named(*m_dialog, "conflict_line")->isVisible());
    QVERIFY(!save()->isEnabled());
    click(*m_dialog, "theirs_button");
    QVERIFY(m_place->settle());
    QCOMPARE(line("name")->text(), QStringLiteral("Ask Hazel"));
    QCOMPARE(named<QComboBox>(*m_dialog, "language")->currentText(), QStringLiteral("fr"));
    QVERIFY(!named(*m_dialog, "conflict_line")->isVisible());

    line("name")->setText(QStringLiteral("Ask Hazel Again"));
    QVERIFY(change(QStringLiteral("de")));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(m_place->settle());
    click(*m_dialog, "mine_button");
    QVERIFY(m_place->settle());
    QTRY_VERIFY(!m_dialog);
    QCOMPARE(value(QStringLiteral("column.name")), QStringLiteral("Ask Hazel Again"));
    QCOMPARE(value(QStringLiteral("column.language")), QStringLiteral("fr"));
}

void TestMastheadDialog::anEmptyMastheadGetsAnAuthor()
{
    SampleWorkplace place;
    QVERIFY(place.open());
    delete m_dialog;
    QVERIFY(openDialogOver(place));
    line("author_name")->setText(QStringLiteral("Juniper"));
    QTest::mouseClick(save(), Qt::LeftButton);
    QVERIFY(place.settle());
    QTRY_VERIFY(!m_dialog);
    QString name;
    QVERIFY(place.run([&](editorial::Desk &desk) {
        auto read = editorial::mastheadValue(desk, QStringLiteral("author.name"));
        name = read.value_or(QString());
        return read;
    }));
    QCOMPARE(name, QStringLiteral("Juniper"));
}

void TestMastheadDialog::previewsLoadNothing()
{
    const QString file = m_place->folder.filePath(QStringLiteral("secret.png"));
    QImage image(40, 30, QImage::Format_RGB32);
    image.fill(Qt::red);
    QVERIFY(image.save(file));
    auto *field = named<ui::MarkdownField>(*m_dialog, "introduction");
    field->setText(QStringLiteral("![x](file://%1)").arg(file));
    const auto *preview = named<ui::SealedPage>(*field, "markdown_preview");
    QVERIFY(preview->toHtml().contains(QStringLiteral("<img")) || preview->toPlainText().contains(QLatin1Char('x')));
    const QVariant loaded = preview->document()->resource(QTextDocument::ImageResource, QUrl::fromLocalFile(file));
    QVERIFY(loaded.toString().isEmpty() && !loaded.canConvert<QImage>());
}

void TestMastheadDialog::everyControlHasAName()
{
    QCOMPARE(namelessControls(*m_dialog), QStringList());
}

QTEST_MAIN(TestMastheadDialog)
#include "tst_masthead_dialog.moc"
