// Reads sheets that others collected, beside what they say is in them.
#include "desk/sheet_guess.h"
#include "intake/sheet.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using intake::SheetReader;
using intake::SheetRow;

namespace {

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The rows of the sheet as objects by heading; nothing where one could not be read.
QJsonArray rowsOf(const QString &path)
{
    SheetReader reader;
    QJsonArray rows;
    if (!reader.open(path))
        return {};
    while (const auto row = reader.next()) {
        if (row->cells.size() != reader.headings().size())
            return {};
        QJsonObject object;
        for (qsizetype at = 0; at < row->cells.size(); ++at)
            object.insert(reader.headings().at(at), row->cells.at(at));
        rows.append(object);
    }
    return rows;
}

// Lines end with "\n" on the desk, however they end in the sheet.
QJsonArray withUnixLineEnds(const QJsonArray &rows)
{
    QByteArray json = QJsonDocument(rows).toJson();
    return QJsonDocument::fromJson(json.replace("\\r\\n", "\\n")).array();
}

} // namespace

class TestSampleSheets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsTheSpectrum_data();
    void readsTheSpectrum();
    void readsQuestions();

private:
    QString m_samples;
};

void TestSampleSheets::initTestCase()
{
    m_samples = qEnvironmentVariable("POSTBAG_SAMPLES");
    if (m_samples.isEmpty() || !QDir(m_samples).exists(QStringLiteral("csv-spectrum")))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample sheets");
}

void TestSampleSheets::readsTheSpectrum_data()
{
    QTest::addColumn<QString>("name");
    for (const char *name : {"comma_in_quotes", "newlines", "newlines_crlf", "simple", "simple_crlf"})
        QTest::newRow(name) << QString::fromLatin1(name);
}

void TestSampleSheets::readsTheSpectrum()
{
    QFETCH(QString, name);
    const QDir folder(QDir(m_samples).filePath(QStringLiteral("csv-spectrum")));
    const QString sheet = folder.filePath(QStringLiteral("csvs/%1.csv").arg(name));
    const QByteArray json = fileAt(folder.filePath(QStringLiteral("json/%1.json").arg(name)));
    const QJsonArray expected = withUnixLineEnds(QJsonDocument::fromJson(json).array());
    QVERIFY(!expected.isEmpty());
    QCOMPARE(rowsOf(sheet), expected);

    // Copies of these two may have lost the "\r" that their names promise.
    QByteArray bytes = fileAt(sheet);
    if (!name.endsWith(QLatin1String("_crlf")) || bytes.contains('\r'))
        return;
    const QTemporaryDir restored;
    QFile file(restored.filePath(QStringLiteral("crlf.csv")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes.replace('\n', "\r\n"));
    file.close();
    QCOMPARE(rowsOf(file.fileName()), expected);
}

void TestSampleSheets::readsQuestions()
{
    SheetReader reader;
    QVERIFY(reader.open(QDir(m_samples).filePath(QStringLiteral("letters-counsel-chat/questions-and-answers.csv"))));
    QCOMPARE(reader.headings().join(QLatin1Char(' ')), QStringLiteral("id title question topic answer"));
    QList<QStringList> rows;
    QSet<QString> ids;
    while (const auto row = reader.next()) {
        QVERIFY2(row->problem.isEmpty() && row->refusal.isEmpty() && row->warnings.isEmpty(), qPrintable(row->place()));
        QCOMPARE(row->cells.size(), 5);
        for (const QString &cell : row->cells)
            QVERIFY2(!cell.trimmed().isEmpty(), qPrintable(row->place()));
        rows.append(row->cells);
        ids.insert(row->cells.first());
    }
    QCOMPARE(rows.size(), 100);
    QCOMPARE(ids.size(), 100);
    const desk::SheetMap map = desk::guessMap(reader.headings(), rows);
    QCOMPARE(map.columns.value(desk::SheetRole::Letter).value(0).heading, QStringLiteral("question"));
    QCOMPARE(map.columns.value(desk::SheetRole::Subject).value(0).heading, QStringLiteral("title"));
}

QTEST_APPLESS_MAIN(TestSampleSheets)
#include "tst_sample_sheets.moc"
