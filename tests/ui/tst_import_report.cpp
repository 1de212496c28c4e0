#include "editorial/translation.h"
#include "ui/import_report_dialog.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeWidget>

using editorial::ImportReport;
using ui::ImportReportDialog;

// What is told of an import.
class ImportReportTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void sentenceCountsWhatThereIs();
    void dialogShowsWhatThereIs();
    void dialogListsWhatWasRefused();
    void dialogLeadsToTheLetters();

private:
    template <typename T>
    static T *part(const ImportReportDialog &dialog, const char *name)
    {
        return dialog.findChild<T *>(QLatin1String(name));
    }
};

namespace {

ImportReport mixedReport()
{
    ImportReport report;
    report.imported = 14;
    report.already = 2;
    report.needAttention = 1;
    report.notLetters = 3;
    report.refused.append(
        {QStringLiteral("/mail/a.mbox"), QStringLiteral("message 12"), QStringLiteral("It is empty.")});
    report.warnings.append(QStringLiteral("a.mbox: Its end is missing."));
    return report;
}

} // namespace

void ImportReportTest::initTestCase()
{
    editorial::addTranslations(*QCoreApplication::instance());
}

void ImportReportTest::sentenceCountsWhatThereIs()
{
    ImportReport report;
    report.imported = 1;
    QCOMPARE(ui::importSentence(report), QStringLiteral("1 letter brought in."));
    QCOMPARE(
        ui::importSentence(mixedReport()),
        QStringLiteral("14 letters brought in, 2 on the desk before, 1 needs attention, 3 were taken as no letters, "
                       "1 could not be read."));
    report.cancelled = true;
    QVERIFY(ui::importSentence(report).startsWith(QStringLiteral("Stopped")));
}

void ImportReportTest::dialogShowsWhatThereIs()
{
    ImportReportDialog mixed(mixedReport(), nullptr);
    mixed.setAttribute(Qt::WA_DeleteOnClose, false);
    mixed.show();
    QCOMPARE(part<QLabel>(mixed, "new_count")->text(), QStringLiteral("11"));
    QCOMPARE(part<QLabel>(mixed, "already_count")->text(), QStringLiteral("2"));
    QCOMPARE(part<QLabel>(mixed, "attention_text")->text(), QStringLiteral("of the new ones needs attention"));
    QCOMPARE(part<QLabel>(mixed, "no_letter_count")->text(), QStringLiteral("3"));
    QCOMPARE(part<QLabel>(mixed, "refused_count")->text(), QStringLiteral("1"));
    QVERIFY(!part<QLabel>(mixed, "stopped")->isVisible());

    ImportReport nothing;
    nothing.cancelled = true;
    ImportReportDialog empty(nothing, nullptr);
    empty.setAttribute(Qt::WA_DeleteOnClose, false);
    empty.show();
    QCOMPARE(part<QLabel>(empty, "new_count")->text(), QStringLiteral("0"));
    QVERIFY(part<QLabel>(empty, "stopped")->isVisible());
    for (const char *name : {"already_text", "attention_text", "attention_button", "no_letter_button", "refused_text"})
        QVERIFY2(!part<QWidget>(empty, name)->isVisible(), name);
    QVERIFY(!part<QTreeWidget>(empty, "refused_list")->isVisible());
}

void ImportReportTest::dialogListsWhatWasRefused()
{
    const ImportReportDialog dialog(mixedReport(), nullptr);
    const auto *list = part<QTreeWidget>(dialog, "refused_list");
    QCOMPARE(list->topLevelItemCount(), 2);
    QCOMPARE(list->topLevelItem(0)->text(0), QStringLiteral("a.mbox"));
    QCOMPARE(list->topLevelItem(0)->text(2), QStringLiteral("It is empty."));
}

void ImportReportTest::dialogLeadsToTheLetters()
{
    const std::pair<const char *, void (ImportReportDialog::*)()> ways[] = {
        {"attention_button", &ImportReportDialog::attentionWanted},
        {"no_letter_button", &ImportReportDialog::noLettersWanted},
    };
    for (const auto &[name, wanted] : ways) {
        ImportReportDialog dialog(mixedReport(), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QSignalSpy spy(&dialog, wanted);
        QTest::mouseClick(part<QPushButton>(dialog, name), Qt::LeftButton);
        QCOMPARE(spy.count(), 1);
        QVERIFY(!dialog.isVisible());
    }
}

QTEST_MAIN(ImportReportTest)
#include "tst_import_report.moc"
