#include "intake/written_date.h"

#include <QTest>

class TestWrittenDate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void doesNotGuess_data();
    void doesNotGuess();
};

void TestWrittenDate::reads_data()
{
    QTest::addColumn<QString>("words");
    QTest::addColumn<QString>("utc");

    const auto row = [](const char *words, const char *utc) {
        QTest::newRow(words) << QString::fromUtf8(words) << QString::fromLatin1(utc);
    };
    row("Tue, 4 Mar 2025 10:15:09 +0100", "2025-03-04T09:15:09Z");
    row("Tue, 04 Mar 2025 10:15:09 GMT", "2025-03-04T10:15:09Z");
    row("Tue, Mar 4, 2025 at 10:15 AM", "2025-03-04T10:15:00Z");
    row("Tue, Mar 4, 2025 at 10:15\u202FPM", "2025-03-04T22:15:00Z");
    row("Tuesday, March 4, 2025 12:05 AM", "2025-03-04T00:05:00Z");
    row("Tuesday, 4 March 2025 5:08 p.m.", "2025-03-04T17:08:00Z");
    row("March 4, 2025 at 10:15:00 AM GMT+1", "2025-03-04T09:15:00Z");
    row("4 March 2025 at 10:15:00 CET", "2025-03-04T10:15:00Z");
    row("4 March 2025", "2025-03-04T12:00:00Z");
    row("2025-03-04 10:15", "2025-03-04T10:15:00Z");
    row("2025-03-04T10:15:00-05:30", "2025-03-04T15:45:00Z");
    row("04.03.2025 10:15", "2025-03-04T10:15:00Z");
    row("04-03-2025 10:15", "2025-03-04T10:15:00Z");
    row("25/3/2025 10:15", "2025-03-25T10:15:00Z");
    row("3/25/2025 10:15 AM", "2025-03-25T10:15:00Z");
    row("Dienstag, 4. März 2025 10:15", "2025-03-04T10:15:00Z");
    row("4. März 2025 um 10:15:09 MEZ", "2025-03-04T10:15:09Z");
    row("mardi 4 mars 2025 10:15", "2025-03-04T10:15:00Z");
    row("mardi 4 juin 2024 à 10h15", "2024-06-04T10:15:00Z");
    row("martes, 4 de junio de 2024 10:15", "2024-06-04T10:15:00Z");
    row("martedì 4 giugno 2024 10:15", "2024-06-04T10:15:00Z");
    row("maandag 3 juni 2024 10:15", "2024-06-03T10:15:00Z");
    row("terça-feira, 4 de março de 2025 10:15", "2025-03-04T10:15:00Z");
    row("den 4 mars 2025 10:15", "2025-03-04T10:15:00Z");
    row("4. marts 2025 kl. 10.15", "2025-03-04T10:15:00Z");
    row("tirsdag 4. desember 2024 10:15", "2024-12-04T10:15:00Z");
    row("4 marca 2025 10:15", "2025-03-04T10:15:00Z");
    row("4. marraskuuta 2024 klo 10.15", "2024-11-04T10:15:00Z");
    row("maanantai 3. kesäkuuta 2024 10.15", "2024-06-03T12:00:00Z");
    row("4 août 2024 10:15", "2024-08-04T10:15:00Z");
    row("7 maggio 2024 10:15", "2024-05-07T10:15:00Z");
}

void TestWrittenDate::reads()
{
    QFETCH(QString, words);
    QFETCH(QString, utc);
    QCOMPARE(intake::readWrittenDate(words).toString(Qt::ISODate), utc);
}

void TestWrittenDate::doesNotGuess_data()
{
    QTest::addColumn<QString>("words");
    for (const char *words :
         {"3/4/2025 10:15", "last Tuesday", "10:15", "", "32 March 2025", "31 February 2025", "March 2025", "4 March",
          "4 March 1812", "99999999999999999999", "4/4/4/4/4", "::::", "+", "4 March 9999"})
        QTest::newRow(words) << QString::fromUtf8(words);
    QTest::newRow("very long") << QString(QStringLiteral("4 March 2025 ").repeated(1000));
}

void TestWrittenDate::doesNotGuess()
{
    QFETCH(QString, words);
    QVERIFY(!intake::readWrittenDate(words).isValid());
}

QTEST_APPLESS_MAIN(TestWrittenDate)
#include "tst_written_date.moc"
