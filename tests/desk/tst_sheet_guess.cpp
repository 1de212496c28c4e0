// SheetGuess: which column is probably what. Headings as forms in four languages have them; people and letters
// invented.
#include "desk/sheet_guess.h"

#include <QTest>

using desk::SheetRole;

namespace {

const QString letter =
    QStringLiteral("My neighbour has painted the fence between us in a colour that I cannot live with, "
                   "and he says that I chose it.");

// The guess as "letter=Question; name=First, Last".
QString guessed(const QStringList &headings, const QList<QStringList> &rows = {})
{
    const desk::SheetMap map = desk::guessMap(headings, rows);
    QStringList parts;
    for (auto role = map.columns.cbegin(); role != map.columns.cend(); ++role) {
        QStringList names;
        for (const desk::SheetColumn &column : role.value())
            names.append(column.heading.isEmpty() ? QString::number(column.number) : column.heading);
        parts.append(desk::name(role.key()) + QLatin1Char('=') + names.join(QLatin1String(", ")));
    }
    return parts.join(QLatin1String("; "));
}

QStringList cells(const char *line)
{
    return QString::fromUtf8(line).split(QLatin1Char('|'));
}

} // namespace

class TestSheetGuess : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsHeadings_data();
    void readsHeadings();
    void looksAtWhatStandsBelow();
    void findsTheLetterWithoutHeadings();
    void knowsWhenItDoesNotKnow();
    void namesDoublesByNumber();
    void knowsUsualHeadings();
    void judgesAWideSheetByItsFirstRows();
};

void TestSheetGuess::readsHeadings_data()
{
    QTest::addColumn<QString>("headings");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *headings, const char *expected) {
        QTest::newRow(headings) << QString::fromUtf8(headings) << QString::fromUtf8(expected);
    };
    row("Timestamp|Your question|Your name|Email address|May we publish your letter?|Town|Sign me as",
        "letter=Your question; date=Timestamp; name=Your name; address=Email address; consent=May we publish your "
        "letter?; place=Town; signature=Sign me as");
    row("id|title|question|topic|answer", "letter=question; subject=title");
    row("Submission Date|First Name|Last Name|E-mail|Subject|Comment or Message",
        "letter=Comment or Message; subject=Subject; date=Submission Date; name=First Name, Last Name; address=E-mail");
    row("Zeitstempel|Nachname|Vorname|E-Mail-Adresse|Ihr Anliegen|Wohnort|Dürfen wir Ihren Brief veröffentlichen?",
        "letter=Ihr Anliegen; date=Zeitstempel; name=Vorname, Nachname; address=E-Mail-Adresse; consent=Dürfen wir "
        "Ihren "
        "Brief veröffentlichen?; place=Wohnort");
    row("Horodateur|Nom|Prénom|Adresse e-mail|Votre lettre|Ville|Pseudonyme",
        "letter=Votre lettre; date=Horodateur; name=Prénom, Nom; address=Adresse e-mail; place=Ville; "
        "signature=Pseudonyme");
    row("Marca temporal|Nombre|Apellidos|Correo electrónico|Tu pregunta|Ciudad|¿Podemos publicar tu carta?",
        "letter=Tu pregunta; date=Marca temporal; name=Nombre, Apellidos; address=Correo electrónico; "
        "consent=¿Podemos publicar tu carta?; place=Ciudad");
    row("letter_text|user_name|date_of_birth|ip_address|newsletter_consent", "letter=letter_text");
    row("Pen name|Name|Letter", "letter=Letter; name=Name; signature=Pen name");
}

void TestSheetGuess::readsHeadings()
{
    QFETCH(QString, headings);
    QFETCH(QString, expected);
    QCOMPARE(guessed(headings.split(QLatin1Char('|'))), expected);
}

void TestSheetGuess::looksAtWhatStandsBelow()
{
    // The heading of the consent names the letter, that of the date is no date.
    const QStringList headings = cells("Sent|Date|Contact|Do you agree to your letter being read?|Tell us");
    const QList<QStringList> rows{{QStringLiteral("2026-03-01 10:00"), QStringLiteral("Thursday, I think"),
                                   QStringLiteral("prue@quill.example"), QStringLiteral("Yes"), letter},
                                  {QStringLiteral("2026-03-02 11:00"), QStringLiteral("no date"),
                                   QStringLiteral("osbert@pym.example"), QStringLiteral("No"), letter}};
    QCOMPARE(guessed(headings, rows), QStringLiteral("letter=Tell us; date=Sent; address=Contact; consent=Do you agree "
                                                     "to your letter being read?"));
    // A long text is no consent, and "Message" with numbers below is no letter.
    QCOMPARE(guessed(cells("Message|What may we publish"), {{QStringLiteral("17"), letter}}),
             QStringLiteral("letter=What may we publish"));
}

void TestSheetGuess::findsTheLetterWithoutHeadings()
{
    const QList<QStringList> rows{
        {QStringLiteral("1"), QStringLiteral("2026-03-01"), QStringLiteral("prue@quill.example"), letter},
        {QStringLiteral("2"), QStringLiteral("2026-03-02"), QStringLiteral("osbert@pym.example"), letter}};
    QCOMPARE(guessed({}, rows), QStringLiteral("letter=4; date=2; address=3"));
}

void TestSheetGuess::knowsWhenItDoesNotKnow()
{
    QCOMPARE(guessed({}), QString());
    QCOMPARE(guessed(cells("a|b|c"), {cells("1|2|3")}), QString());
    // Two long columns, and nothing says which is the letter.
    QCOMPARE(guessed(cells("a|b"), {{letter, letter + QStringLiteral(" So what.")}}), QString());
    // The answer is no letter, however long it is.
    QCOMPARE(guessed(cells("no|answer"), {{QStringLiteral("1"), letter}}), QString());
}

void TestSheetGuess::namesDoublesByNumber()
{
    QCOMPARE(guessed(cells("Letter|Name|Letter")), QStringLiteral("letter=1; name=Name"));
}

void TestSheetGuess::knowsUsualHeadings()
{
    for (const char *heading : {"Question", "Ihre Frage", "E-Mail", "¿Podemos publicar tu carta?"})
        QVERIFY2(desk::isUsualHeading(QString::fromUtf8(heading)), heading);
    for (const char *cell : {"", "17", "Prudence", "prue@quill.example"})
        QVERIFY2(!desk::isUsualHeading(QString::fromUtf8(cell)), cell);
    QVERIFY(!desk::isUsualHeading(letter + letter));
}

// What takes time in a sheet that somebody made as wide as they could.
void TestSheetGuess::judgesAWideSheetByItsFirstRows()
{
    const qsizetype width = 10000;
    const auto row = [](const QString &cell) {
        QStringList cells(width, QStringLiteral("x"));
        cells[width / 2] = cell;
        return cells;
    };
    QList<QStringList> rows(3, row(letter));
    const QString expected = QStringLiteral("letter=5001");
    QCOMPARE(guessed({}, rows), expected);
    rows += QList<QStringList>(200, row(QStringLiteral("2026-03-01")));
    QCOMPARE(guessed({}, rows), expected);
    // A sheet of a usual width is looked at as a whole.
    for (QStringList &cells : rows)
        cells = cells.sliced(width / 2, 2);
    QCOMPARE(guessed({}, rows), QStringLiteral("date=1"));
}

QTEST_APPLESS_MAIN(TestSheetGuess)
#include "tst_sheet_guess.moc"
