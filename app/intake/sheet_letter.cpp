#include "intake/sheet_letter.h"

#include "base/text.h"
#include "desk/sheet_cells.h"

#include <QCoreApplication>

namespace intake {

namespace {

using desk::SheetConsent;
using desk::SheetRole;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::sheet_letter)
};

constexpr qsizetype longestLine = 300; // characters of what stands on one line

// Without blank lines around it; else as it is.
QString withoutBlankLines(const QString &text)
{
    qsizetype begin = 0;
    for (qsizetype at = 0; at < text.size() && text.at(at).isSpace(); ++at) {
        if (text.at(at) == QLatin1Char('\n'))
            begin = at + 1;
    }
    qsizetype end = text.size();
    while (end > begin && text.at(end - 1).isSpace())
        --end;
    return text.mid(begin, end - begin);
}

// What the row has in the columns of that role, those that are not empty.
QStringList cellsOf(SheetRole role, const SheetRow &row, const SheetReading &reading)
{
    QStringList cells;
    for (const int place : reading.places.value(role)) {
        const QString cell = row.cells.value(place);
        if (!QStringView(cell).trimmed().isEmpty())
            cells.append(cell);
    }
    return cells;
}

QString lineOf(SheetRole role, const SheetRow &row, const SheetReading &reading)
{
    return base::excerpt(cellsOf(role, row, reading).join(QLatin1Char(' ')), longestLine);
}

QString textOf(const SheetRow &row, const SheetReading &reading)
{
    const QList<int> places = reading.places.value(SheetRole::Letter);
    QStringList parts;
    for (const int place : places) {
        const QString cell = withoutBlankLines(row.cells.value(place));
        const QString heading = reading.headings.value(place);
        if (!cell.isEmpty() && places.size() > 1 && !heading.isEmpty())
            parts.append(heading);
        if (!cell.isEmpty())
            parts.append(cell);
    }
    return parts.join(QLatin1String("\n\n"));
}

void setConsent(IncomingLetter &letter, const SheetRow &row, const SheetReading &reading, QStringList &attention)
{
    if (!reading.places.contains(SheetRole::Consent))
        return;
    const QString cell = row.cells.value(reading.places.value(SheetRole::Consent).first());
    switch (desk::consentIn(cell, reading.map)) {
    case SheetConsent::Unsaid:
        break;
    case SheetConsent::Given:
        letter.consent = true;
        break;
    case SheetConsent::Refused:
        letter.consent = false;
        break;
    case SheetConsent::Unclear:
        attention.append(
            Words::tr("What the row says to being published is neither a plain yes nor a plain no. See the "
                      "original before you publish the letter."));
        break;
    }
}

void setDate(IncomingLetter &letter, const SheetRow &row, const SheetReading &reading)
{
    const QString cell = cellsOf(SheetRole::Date, row, reading).value(0);
    if (cell.isEmpty())
        return;
    letter.received = desk::dateIn(cell, reading.dates, reading.zone);
    if (!letter.received.isValid())
        letter.warnings.append(Words::tr("The date cannot be read. The letter has that of today."));
}

// A row is known again by its text. Those without any would all be the same.
QString idOf(const SheetRow &row)
{
    return QStringLiteral("row ") + base::sha256(row.raw);
}

} // namespace

IncomingLetter readRow(const SheetRow &row, const SheetReading &reading)
{
    IncomingLetter letter;
    letter.channel = QStringLiteral("sheet");
    letter.raw = row.raw;
    letter.headers = reading.rawHeadings;
    letter.warnings = row.warnings;
    if (!row.problem.isEmpty()) {
        letter.messageId = idOf(row);
        letter.attention = row.problem;
        return letter;
    }
    QStringList attention;
    letter.text = textOf(row, reading);
    if (letter.text.isEmpty()) {
        letter.messageId = idOf(row);
        attention.append(Words::tr("The row has no text where the letter should be. See the original for the rest."));
    }
    if (row.isLong)
        attention.append(Words::tr("The row has more cells than the sheet has columns, so that some may stand in the "
                                   "wrong place. Compare the letter with the original."));
    if (row.isShort)
        letter.warnings.append(Words::tr("The row has fewer cells than the sheet has columns."));
    letter.subject = lineOf(SheetRole::Subject, row, reading);
    letter.sender = {lineOf(SheetRole::Name, row, reading), lineOf(SheetRole::Address, row, reading)};
    letter.place = lineOf(SheetRole::Place, row, reading);
    letter.signature = lineOf(SheetRole::Signature, row, reading);
    setConsent(letter, row, reading, attention);
    setDate(letter, row, reading);
    letter.attention = attention.join(QLatin1Char(' '));
    return letter;
}

} // namespace intake
