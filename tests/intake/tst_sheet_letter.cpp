// SheetLetter: rows into letters. People and letters invented.
#include "intake/sheet_letter.h"

#include <QTest>

using desk::SheetRole;
using intake::IncomingLetter;
using intake::SheetReading;
using intake::SheetRow;

namespace {

const QStringList headings{QStringLiteral("Sent"),
                           QStringLiteral("What is the matter?"),
                           QStringLiteral("What did you try?"),
                           QStringLiteral("Name"),
                           QStringLiteral("E-mail"),
                           QStringLiteral("Print it?")};

SheetReading reading()
{
    SheetReading reading;
    reading.headings = headings;
    reading.rawHeadings = "Sent;What is the matter?;...";
    reading.places = {{SheetRole::Date, {0}},
                      {SheetRole::Letter, {1}},
                      {SheetRole::Name, {3}},
                      {SheetRole::Address, {4}},
                      {SheetRole::Consent, {5}}};
    reading.dates = desk::DateOrder::DayFirst;
    reading.zone = QTimeZone("Europe/London");
    return reading;
}

SheetRow row(const char *cells)
{
    SheetRow row;
    row.number = 12;
    row.cells = QString::fromUtf8(cells).split(QLatin1Char('|'));
    row.raw = cells;
    return row;
}

} // namespace

class TestSheetLetter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARow();
    void keepsTheTextAsItIs();
    void putsSeveralColumnsTogether();
    void aRowWithoutALetterNeedsAttention();
    void aRowThatCannotBeReadNeedsAttention();
    void tellsUntextedRowsApart();
    void saysWhatIsInDoubt();
    void readsConsent();
};

void TestSheetLetter::readsARow()
{
    SheetReading all = reading();
    all.places[SheetRole::Name] = {3, 5};
    all.places[SheetRole::Subject] = {2};
    all.places[SheetRole::Place] = {4};
    all.places[SheetRole::Signature] = {0};
    all.places.remove(SheetRole::Consent);
    const SheetRow given =
        row("1/7/2026 10:00|\nDear Juniper,\n  why?\n\n| A\n subject |Prue|prue@quill.example | Quill");
    const IncomingLetter letter = intake::readRow(given, all);
    QCOMPARE(letter.text, QStringLiteral("Dear Juniper,\n  why?"));
    QCOMPARE(letter.subject, QStringLiteral("A subject"));
    QCOMPARE(letter.sender.name, QStringLiteral("Prue Quill"));
    QCOMPARE(letter.sender.address, QStringLiteral("prue@quill.example"));
    QCOMPARE(letter.place, QStringLiteral("prue@quill.example"));
    QCOMPARE(letter.signature, QStringLiteral("1/7/2026 10:00"));
    QCOMPARE(letter.received, QDateTime(QDate(2026, 7, 1), QTime(9, 0), Qt::UTC));
    QCOMPARE(letter.channel, QStringLiteral("sheet"));
    QCOMPARE(letter.raw, given.raw);
    QCOMPARE(letter.headers, all.rawHeadings);
    QVERIFY(letter.attention.isEmpty() && letter.warnings.isEmpty() && letter.messageId.isEmpty());
    QVERIFY(!letter.consent.has_value());
}

void TestSheetLetter::keepsTheTextAsItIs()
{
    for (const char *text : {"=1+1", "+44 is how it begins", "-", "@juniper: why?", "=cmd|' /C calc'!A0"}) {
        SheetRow given = row("||||| ");
        given.cells[1] = QString::fromLatin1(text);
        QCOMPARE(intake::readRow(given, reading()).text, QString::fromLatin1(text));
    }
}

void TestSheetLetter::putsSeveralColumnsTogether()
{
    SheetReading both = reading();
    both.places[SheetRole::Letter] = {1, 2};
    QCOMPARE(intake::readRow(row("|My fence.\n|\nPaint."), both).text,
             QStringLiteral("What is the matter?\n\nMy fence.\n\nWhat did you try?\n\nPaint."));
    QCOMPARE(intake::readRow(row("||Paint."), both).text, QStringLiteral("What did you try?\n\nPaint."));
    both.headings.clear();
    QCOMPARE(intake::readRow(row("|My fence.|Paint."), both).text, QStringLiteral("My fence.\n\nPaint."));
}

void TestSheetLetter::aRowWithoutALetterNeedsAttention()
{
    const IncomingLetter letter = intake::readRow(row("1/7/2026| \n ||Prue|prue@quill.example|yes"), reading());
    QVERIFY(letter.text.isEmpty());
    QVERIFY(!letter.attention.isEmpty());
    QCOMPARE(letter.sender.name, QStringLiteral("Prue"));
    QVERIFY(letter.received.isValid());
}

void TestSheetLetter::aRowThatCannotBeReadNeedsAttention()
{
    SheetRow broken;
    broken.raw = "1,\"Why";
    broken.problem = QStringLiteral("A quotation mark has no partner.");
    const IncomingLetter letter = intake::readRow(broken, reading());
    QVERIFY(letter.text.isEmpty() && letter.subject.isEmpty());
    QCOMPARE(letter.attention, broken.problem);
    QCOMPARE(letter.raw, broken.raw);
    QVERIFY(!letter.received.isValid());
}

void TestSheetLetter::tellsUntextedRowsApart()
{
    const QString one = intake::readRow(row("|||Prue||"), reading()).messageId;
    QVERIFY(!one.isEmpty());
    QCOMPARE(intake::readRow(row("|||Prue||"), reading()).messageId, one);
    QVERIFY(intake::readRow(row("|||Osbert||"), reading()).messageId != one);
}

void TestSheetLetter::saysWhatIsInDoubt()
{
    SheetRow longer = row("|Why?||||yes|more");
    longer.isLong = true;
    longer.warnings = {QStringLiteral("Characters were left out.")};
    const IncomingLetter letter = intake::readRow(longer, reading());
    QCOMPARE(letter.text, QStringLiteral("Why?"));
    QVERIFY(!letter.attention.isEmpty());
    QCOMPARE(letter.warnings, longer.warnings);

    SheetRow shorter = row("some day|Why?");
    shorter.isShort = true;
    const IncomingLetter other = intake::readRow(shorter, reading());
    QVERIFY(other.attention.isEmpty());
    QCOMPARE(other.warnings.size(), 2); // and the date
    QVERIFY(!other.received.isValid());
    for (const QString &warning : other.warnings)
        QVERIFY(!warning.contains(QStringLiteral("some day")));
}

void TestSheetLetter::readsConsent()
{
    QCOMPARE(intake::readRow(row("|Why?||||Yes, gladly"), reading()).consent, std::optional(true));
    QCOMPARE(intake::readRow(row("|Why?||||no"), reading()).consent, std::optional(false));
    QVERIFY(!intake::readRow(row("|Why?||||"), reading()).consent.has_value());
    const IncomingLetter unclear = intake::readRow(row("|Why?||||let me think"), reading());
    QVERIFY(!unclear.consent.has_value());
    QVERIFY(!unclear.attention.isEmpty());
    SheetReading own = reading();
    own.map.no = {QString()};
    QCOMPARE(intake::readRow(row("|Why?||||"), own).consent, std::optional(false));
}

QTEST_APPLESS_MAIN(TestSheetLetter)
#include "tst_sheet_letter.moc"
