// SheetReader: rows of sheets as services write them, and as they break them.
#include "intake/sheet.h"

#include "intake/form.h"
#include "intake/sheet_format.h"

#include <QFile>
#include <QStringEncoder>
#include <QTemporaryDir>
#include <QTest>

using desk::SheetEncoding;
using intake::SheetReader;
using intake::SheetRow;

namespace {

struct Sheet {
    desk::SheetFormat format;
    QStringList headings;
    QList<SheetRow> rows;
    QString error;

    // "1: a | b; 2: c | d"; a row without cells has "!" or, refused, "!!".
    [[nodiscard]] QString shown() const
    {
        QStringList lines;
        for (const SheetRow &row : rows) {
            const QString cells = !row.refusal.isEmpty()   ? QStringLiteral("!!")
                                  : !row.problem.isEmpty() ? QStringLiteral("!")
                                                           : row.cells.join(QLatin1String(" | "));
            lines.append(QString::number(row.number) + QLatin1String(": ") + cells +
                         QLatin1String(row.isShort  ? " <"
                                       : row.isLong ? " >"
                                                    : ""));
        }
        return lines.join(QLatin1String("; "));
    }
};

QByteArray encoded(const QByteArray &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(QString::fromUtf8(text));
}

} // namespace

class TestSheet : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsTheDelimiter_data();
    void tellsTheDelimiter();
    void tellsTheEncoding_data();
    void tellsTheEncoding();
    void tellsWhetherThereAreHeadings_data();
    void tellsWhetherThereAreHeadings();
    void takesWhatAPersonSays();
    void readsRows_data();
    void readsRows();
    void keepsCellsAsTheyAre();
    void keepsTheRawRow();
    void goesOnBehindAnOpenQuote();
    void keepsLettersOfManyLinesBehindAnOpenQuote();
    void endsWithAnOpenQuote();
    void repairsCharactersAndSaysSo();
    void boundsRowsAndCells();
    void givesUpOnQuotesThatNeverFit();
    void tellsOfHeadingsThatCannotBeRead();
    void readsAcrossItsBuffer();
    void refusesWhatIsNoSheet();
    void anEmptySheetHasNoRows();
    void isRecognised_data();
    void isRecognised();

private:
    QString write(const QByteArray &bytes, const QString &name = QStringLiteral("sheet.csv")) const;
    Sheet read(const QByteArray &bytes, const desk::SheetWriting &writing = {},
               const intake::SheetLimits &limits = {}) const;

    QTemporaryDir m_folder;
};

QString TestSheet::write(const QByteArray &bytes, const QString &name) const
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("cannot write a fixture");
    return file.fileName();
}

Sheet TestSheet::read(const QByteArray &bytes, const desk::SheetWriting &writing,
                      const intake::SheetLimits &limits) const
{
    SheetReader reader(limits);
    Sheet sheet;
    if (const auto opened = reader.open(write(bytes), writing); !opened) {
        sheet.error = opened.error().message;
        return sheet;
    }
    sheet.format = reader.format();
    sheet.headings = reader.headings();
    while (const auto row = reader.next()) {
        sheet.rows.append(*row);
        if (sheet.rows.size() > 100'000)
            qFatal("the sheet has no end");
    }
    return sheet;
}

void TestSheet::tellsTheDelimiter_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<char>("delimiter");
    QTest::newRow("comma") << QByteArray("Date,Question\n2026-03-01,\"One; two; three\"\n2026-03-02,Four\n") << ',';
    QTest::newRow("semicolon") << QByteArray("Datum;Frage\n1.3.2026;Eins, zwei, drei\n2.3.2026;Vier, fünf\n") << ';';
    QTest::newRow("tab") << QByteArray("Date\tQuestion\n1\tOne, two; three\n2\tFour, five\n") << '\t';
    QTest::newRow("bar") << QByteArray("Date|Question\n1|One, two\n2|Three, four, five\n") << '|';
    QTest::newRow("one column") << QByteArray("Question\nOne.\nTwo; three.\n") << ',';
    QTest::newRow("delimiters in quoted lines")
        << QByteArray("Nr;Frage\n1;\"a, b\nc, d\ne, f\"\n2;\"g, h\ni, j\"\n") << ';';
    QTest::newRow("as Excel names it") << QByteArray("sep=|\r\nName, first|Question\r\na,b|c\r\n") << '|';
}

void TestSheet::tellsTheDelimiter()
{
    QFETCH(QByteArray, bytes);
    QFETCH(char, delimiter);
    const Sheet sheet = read(bytes);
    QCOMPARE(sheet.format.delimiter, delimiter);
    for (const SheetRow &row : sheet.rows)
        QCOMPARE(row.cells.size(), sheet.headings.size());
    QVERIFY(!sheet.rows.isEmpty());
}

void TestSheet::tellsTheEncoding_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<SheetEncoding>("encoding");
    const QByteArray text = "Größe;Frage\r\n\"ein „Wort“\";Warum wär’s so?\r\nzwei;\"Zwei\nZeilen €\"\r\n";
    const QByteArray western =
        "Gr\xF6\xDF"
        "e;Frage\r\n\"ein \x84Wort\x93\";Warum w\xE4r\x92s so?\r\nzwei;\"Zwei\nZeilen \x80\"\r\n";
    QTest::newRow("UTF-8") << text << SheetEncoding::Utf8;
    QTest::newRow("UTF-8 with a mark") << QByteArray("\xEF\xBB\xBF" + text) << SheetEncoding::Utf8;
    QTest::newRow("UTF-16 LE") << encoded(text, QStringConverter::Utf16LE, true) << SheetEncoding::Utf16LittleEndian;
    QTest::newRow("UTF-16 BE") << encoded(text, QStringConverter::Utf16BE, true) << SheetEncoding::Utf16BigEndian;
    QTest::newRow("UTF-16 LE without a mark")
        << encoded(text, QStringConverter::Utf16LE, false) << SheetEncoding::Utf16LittleEndian;
    QTest::newRow("UTF-16 BE without a mark")
        << encoded(text, QStringConverter::Utf16BE, false) << SheetEncoding::Utf16BigEndian;
    QTest::newRow("Windows-1252") << western << SheetEncoding::Windows1252;
}

void TestSheet::tellsTheEncoding()
{
    QFETCH(QByteArray, bytes);
    QFETCH(SheetEncoding, encoding);
    const Sheet sheet = read(bytes);
    QCOMPARE(sheet.format.encoding, encoding);
    QCOMPARE(sheet.headings, (QStringList{QStringLiteral("Größe"), QStringLiteral("Frage")}));
    QCOMPARE(sheet.shown(), QStringLiteral("2: ein „Wort“ | Warum wär’s so?; 3: zwei | Zwei\nZeilen €"));
}

void TestSheet::tellsWhetherThereAreHeadings_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("hasHeadings");
    QTest::newRow("usual ones") << QByteArray("Name,Question\nPrue,Why?\n") << true;
    QTest::newRow("unusual ones") << QByteArray("foo,bar\n1,2\n3,4\n") << true;
    QTest::newRow("headings alone") << QByteArray("Name,Question\n") << true;
    QTest::newRow("a row alone") << QByteArray("Prue Quill,Why is it so?\n") << false;
    QTest::newRow("a date above") << QByteArray("2026-03-01,Prue,Why?\n2026-03-02,Osbert,How?\n") << false;
    QTest::newRow("an address above") << QByteArray("prue@quill.example,Why?\no@pym.example,How?\n") << false;
    QTest::newRow("a number above") << QByteArray("1,Why?\n2,How?\n") << false;
    QTest::newRow("the same twice above") << QByteArray("Hm,Hm\nWhy?,How?\n") << false;
    QTest::newRow("a whole letter above") << QByteArray("Prue," + QByteArray(400, 'x') + "\nOsbert,Why?\n") << false;
    QTest::newRow("some without a name") << QByteArray("Name,Question,,\nPrue,Why?,x,y\n") << true;
}

void TestSheet::tellsWhetherThereAreHeadings()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, hasHeadings);
    const Sheet sheet = read(bytes);
    QCOMPARE(sheet.format.hasHeadings, hasHeadings);
    QCOMPARE(sheet.headings.isEmpty(), !hasHeadings);
    QCOMPARE(sheet.rows.isEmpty() ? 2 : sheet.rows.first().number, hasHeadings ? 2 : 1);
}

void TestSheet::takesWhatAPersonSays()
{
    const QByteArray bytes = "a,b;c\n\xC3\xA4,d;e\n";
    QCOMPARE(read(bytes, {';', {}, true}).shown(), QStringLiteral("2: ä,d | e"));
    QCOMPARE(read(bytes, {',', {}, false}).shown(), QStringLiteral("1: a | b;c; 2: ä | d;e"));
    QCOMPARE(read(bytes, {';', SheetEncoding::Windows1252, true}).shown(), QStringLiteral("2: Ã¤,d | e"));
}

void TestSheet::readsRows_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QByteArray &rows, const char *expected) {
        QTest::newRow(name) << QByteArray("No,Question,Name\n" + rows) << QString::fromUtf8(expected);
    };
    row("plain", "1,Why?,Prue\n", "2: 1 | Why? | Prue");
    row("no end", "1,Why?,Prue", "2: 1 | Why? | Prue");
    row("CRLF", "1,Why?,Prue\r\n2,How?,\r\n", "2: 1 | Why? | Prue; 3: 2 | How? | ");
    row("CR", "1,Why?,Prue\r2,How?,Osbert\r", "2: 1 | Why? | Prue; 3: 2 | How? | Osbert");
    row("quoted", "\"1\",\"Why, \"\"oh\"\" why?\",\"\"\n", "2: 1 | Why, \"oh\" why? | ");
    row("lines", "1,\"One\ntwo\r\nthree\n\",Prue\n", "2: 1 | One\ntwo\nthree\n | Prue");
    row("blank rows", "\n1,a,b\n\n  \n,,\n\"\",\" \",\n2,c,d\n", "3: 1 | a | b; 8: 2 | c | d");
    row("short", "1\n2,a\n3,b,c\n", "2: 1 <; 3: 2 | a <; 4: 3 | b | c");
    row("long", "1,a,b,c\n2,a,b,,\n", "2: 1 | a | b | c >; 3: 2 | a | b |  | ");
    row("a quote in the middle", "1,5\" and 6\",7\"\n", "2: 1 | 5\" and 6\" | 7\"");
    row("spaces before a quote", "1,  \"a, b\"  ,c\n", "2: 1 | a, b | c");
    row("quotes that are not doubled", "1,\"He said \"no\" to me\",Prue\n", "2: 1 | He said \"no\" to me | Prue");
    row("before a delimiter", "1,\"He said \"no\", and left\",Prue\n", "2: 1 | He said \"no\", and left | Prue");
    row("at the end of a cell", "1,\"He said \"no\"\",Prue\n", "2: 1 | He said \"no\" | Prue");
    row("at the beginning of one", "1,\"\"No\" he said\",Prue\n", "2: 1 | \"No\" he said | Prue");
    row("over lines", "1,\"He said \"no\"\nand left\",Prue\n2,a,b\n",
        "2: 1 | He said \"no\"\nand left | Prue; 3: 2 | a | b");
    row("one inch mark", "1,\"a 5\" pipe\",Prue\n", "2: 1 | a 5\" pipe | Prue");
    row("text behind a quote", "1,\"Why\" he asked,Prue\n2,\"a\",b\n", "2: 1 | \"Why\" he asked | Prue; 3: 2 | a | b");
    row("the same with a delimiter", "1,\"Why, oh\" he asked,Prue\n", "2: 1 | Why, oh he asked | Prue");
    row("backslashes", "1,\"He said \\\"no\\\", and left\",Prue\n2,\"C:\\\\new\\nline\",\\N\n",
        "2: 1 | He said \"no\", and left | Prue; 3: 2 | C:\\new\nline | ");
    row("backslashes that mean nothing", "1,\"C:\\\",Prue\n2,\"D:\\\",Osbert\n",
        "2: 1 | C:\\ | Prue; 3: 2 | D:\\ | Osbert");
    row("formulas", "1,=1+1,+44 1\n2,-,@x\n3,\"=HYPERLINK(\"\"x\"\")\",'=a\n",
        "2: 1 | =1+1 | +44 1; 3: 2 | - | @x; 4: 3 | =HYPERLINK(\"x\") | '=a");
}

void TestSheet::readsRows()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, expected);
    QCOMPARE(read(bytes).shown(), expected);
}

void TestSheet::keepsCellsAsTheyAre()
{
    const Sheet sheet = read("Name\tQuestion\n\"Prue\" Quill\t \"Why\" she asked. \nOsbert\t\"open\n");
    QVERIFY(!sheet.format.hasQuotes); // nothing but tabs and line ends mean anything here
    QCOMPARE(sheet.shown(), QStringLiteral("2: \"Prue\" Quill |  \"Why\" she asked. ; 3: Osbert | \"open"));
}

void TestSheet::keepsTheRawRow()
{
    const QByteArray row = "1;\"W\xC3\xA4r \"\"es\"\"\r\nso?\"; Prue ";
    const Sheet sheet = read("Nr;Frage;Name\r\n" + row + "\r\n2;b;c\r\n");
    QCOMPARE(sheet.rows.first().raw, row);
    QCOMPARE(sheet.rows.last().raw, QByteArray("2;b;c"));
    const Sheet wide = read(encoded("Nr;Frage;Name\r\n" + row + "\r\n", QStringConverter::Utf16LE, true));
    QCOMPARE(wide.rows.first().raw, row);
}

void TestSheet::goesOnBehindAnOpenQuote()
{
    const QByteArray good = "13,\"Another, good one\",Osbert\n14,\"And, a third\",Ada\n";
    const Sheet sheet = read("No,Question,Name\n11,a,b\n12,\"Why is it so,Prue\n" + good);
    QCOMPARE(sheet.shown(),
             QStringLiteral("2: 11 | a | b; 3: !; 4: 13 | Another, good one | Osbert; 5: 14 | And, a third | Ada"));
    QCOMPARE(sheet.rows.at(1).raw, QByteArray("12,\"Why is it so,Prue"));
    QVERIFY(sheet.rows.at(1).cells.isEmpty());
}

void TestSheet::keepsLettersOfManyLinesBehindAnOpenQuote()
{
    const QByteArray open = "12,\"Dear Juniper,\nI said, oh well,\nand then \"\"no\"\".\nWhat, now, then?,Prue";
    const Sheet sheet =
        read("No,Question,Name\n11,\"a\",b\n" + open + "\n13,\"Dear Juniper,\n\nwell, well\",Ada\n14,c,d\n");
    QCOMPARE(sheet.shown(),
             QStringLiteral("2: 11 | a | b; 3: !; 4: 13 | Dear Juniper,\n\nwell, well | Ada; 5: 14 | c | d"));
    QCOMPARE(sheet.rows.at(1).raw, open);
}

void TestSheet::endsWithAnOpenQuote()
{
    const QByteArray open = "12,\"Dear Juniper,\nit ends here";
    const Sheet sheet = read("No,Question,Name\n11,a,b\n" + open);
    QCOMPARE(sheet.shown(), QStringLiteral("2: 11 | a | b; 3: !"));
    QCOMPARE(sheet.rows.last().raw, open);
    QCOMPARE(read("Name,Question\nPrue,\"Dear Juniper I have only just begun").shown(), QStringLiteral("2: !"));
    QCOMPARE(read("Name,Question\nPrue,\"").shown(), QStringLiteral("2: !"));
}

void TestSheet::repairsCharactersAndSaysSo()
{
    const Sheet sheet =
        read("Näme,Question\na,b\nc,\"d\xE9j\xE0 vu\"\n\xC3\xA9\xFFt\xC3\xA9,e\nf,g\x01h" + QByteArray(1, '\0') + "\n");
    QCOMPARE(sheet.format.encoding, SheetEncoding::Utf8);
    QCOMPARE(sheet.shown(), QStringLiteral("2: a | b; 3: c | déjà vu; 4: é�té | e; 5: f | gh"));
    QVERIFY(sheet.rows.at(0).warnings.isEmpty());
    for (int at = 1; at < 4; ++at)
        QCOMPARE(sheet.rows.at(at).warnings.size(), 1);
}

void TestSheet::boundsRowsAndCells()
{
    intake::SheetLimits limits;
    limits.row = 600'000;
    limits.cell = 1000;
    const Sheet sheet =
        read("No,Question,Name\n1," + QByteArray(1000, 'a') + ",b\n2," + QByteArray(1001, 'a') + ",b\n3," +
                 QByteArray(700'000, 'c') + ",d\n4,e,f\n5" + QByteArray(5000, ',') + "x\n6,g,h\n",
             {}, limits);
    QCOMPARE(sheet.rows.size(), 6);
    QCOMPARE(sheet.rows.at(0).cells.at(1).size(), 1000);
    QVERIFY(!sheet.rows.at(1).problem.isEmpty());
    QCOMPARE(sheet.rows.at(1).raw.size(), 1005);
    QVERIFY(!sheet.rows.at(2).refusal.isEmpty());
    QVERIFY(sheet.rows.at(2).raw.isEmpty());
    QCOMPARE(sheet.rows.at(3).cells.last(), QStringLiteral("f"));
    QVERIFY(!sheet.rows.at(4).problem.isEmpty());
    QCOMPARE(sheet.rows.at(5).place(), QStringLiteral("row 7"));
}

void TestSheet::givesUpOnQuotesThatNeverFit()
{
    intake::SheetLimits limits;
    limits.vain = 1'000'000;
    const Sheet sheet = read("No,Question,Name\n1,a,b\n" + QByteArray("2,\"c\n").repeated(400'000), {}, limits);
    QVERIFY(sheet.rows.size() < 10'000);
    QCOMPARE(sheet.rows.first().cells.size(), 3);
    QVERIFY(!sheet.rows.last().refusal.isEmpty());
}

void TestSheet::tellsOfHeadingsThatCannotBeRead()
{
    desk::SheetWriting writing;
    writing.hasHeadings = true;
    const QByteArray open = "No,\"Question,Name";
    const Sheet sheet = read(open + "\n1,\"a\",b\n2,\"c\",d\n", writing);
    QCOMPARE(sheet.shown(), QStringLiteral("1: !; 2: 1 | a | b; 3: 2 | c | d"));
    QCOMPARE(sheet.rows.first().raw, open);
    QVERIFY(sheet.headings.isEmpty());

    intake::SheetLimits limits;
    limits.vain = 1000;
    const Sheet hopeless = read("No,\"Question\n" + QByteArray("\"c,\n").repeated(10'000), writing, limits);
    QCOMPARE(hopeless.rows.size(), 1);
    QVERIFY(!hopeless.rows.first().refusal.isEmpty());

    limits = {};
    limits.row = 1000;
    limits.buffer = 500;
    const Sheet large = read("No," + QByteArray(2000, 'a') + ",Name\n1,b,c\n", writing, limits);
    QCOMPARE(large.shown(), QStringLiteral("1: !!; 2: 1 | b | c"));
}

void TestSheet::readsAcrossItsBuffer()
{
    QByteArray bytes = "No,Question,Name\r\n";
    const QByteArray text = "Oh \"\"dear\"\",\r\nwhat now? \xC3\xA4\xE2\x82\xAC \xF0\x9F\x8D\x90 ";
    for (int n = 1; n <= 3000; ++n)
        bytes += QByteArray::number(n) + ",\"" + text.repeated(1 + n % 23) + "\",\"Prue\"\r\n";
    const QString expected = QString::fromUtf8(QByteArray(text).replace("\"\"", "\"").replace("\r\n", "\n"));
    for (const QByteArray &all : {bytes, encoded(bytes, QStringConverter::Utf16BE, true)}) {
        QVERIFY(all.size() > 1'000'000);
        const Sheet sheet = read(all);
        QCOMPARE(sheet.rows.size(), 3000);
        for (int n = 1; n <= 3000; ++n) {
            const SheetRow &row = sheet.rows.at(n - 1);
            QCOMPARE(row.cells.size(), 3);
            QCOMPARE(row.cells.at(0), QString::number(n));
            QCOMPARE(row.cells.at(1), expected.repeated(1 + n % 23));
        }
    }
}

void TestSheet::refusesWhatIsNoSheet()
{
    for (const char *bytes : {"PK\x03\x04 a workbook", "\xD0\xCF\x11\xE0 an old one", "%PDF-1.4"})
        QVERIFY2(read(bytes).error.contains(QLatin1String("CSV")), bytes);
    SheetReader missing;
    QCOMPARE(missing.open(m_folder.filePath(QStringLiteral("none.csv"))).error().kind, base::Error::Kind::NotFound);
    SheetReader folder;
    QVERIFY(!folder.open(m_folder.path()));
}

void TestSheet::anEmptySheetHasNoRows()
{
    for (const QByteArray &bytes :
         {QByteArray(), QByteArray("\xEF\xBB\xBF"), QByteArray("\n\n\r\n"), QByteArray("\xFF\xFE"), QByteArray("sep=;"),
          QByteArray("Name,Question\n"), QByteArray(",,\n,,\n")}) {
        const Sheet sheet = read(bytes);
        QVERIFY2(sheet.error.isEmpty() && sheet.rows.isEmpty(), bytes.toHex().constData());
    }
}

void TestSheet::isRecognised_data()
{
    using intake::Form;
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<int>("form");
    const QByteArray sheet = "Name\tDate\tQuestion\nPrue\t2026-03-01\tWhy is it always me?\n"
                             "Osbert\t2026-03-02\tHow did it come to this?\n";
    const auto row = [](const char *title, const char *name, const QByteArray &bytes, Form form) {
        QTest::newRow(title) << QString::fromLatin1(name) << bytes << int(form);
    };
    row("by its name", "a.CSV", "anything", Form::Sheet);
    row("TSV", "a.tsv", "anything", Form::Sheet);
    row("tab", "a.tab", "anything", Form::Sheet);
    row("by its look", "a.txt", sheet, Form::Sheet);
    row("by its look in UTF-16", "a.txt", encoded(sheet, QStringConverter::Utf16LE, true), Form::Sheet);
    row("a letter", "a.txt",
        "Dear Juniper, my question, if I may, is this.\nIt is long, and sad, and true, sadly.\nYours, P, Q, R\n",
        Form::Text);
    row("a list", "a.txt", "apples, pears, plums\nbread, milk, tea\nnails, screws, glue\n", Form::Text);
    row("a mailbox named so", "a.csv", "From prue@quill.example Fri May  1 10:00:00 2026\nSubject: a\n\nb\n",
        Form::Mailbox);
}

void TestSheet::isRecognised()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, bytes);
    QFETCH(int, form);
    QCOMPARE(int(intake::detectForm(name, bytes)), form);
}

QTEST_APPLESS_MAIN(TestSheet)
#include "tst_sheet.moc"
