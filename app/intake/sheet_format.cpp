#include "intake/sheet_format.h"

#include "desk/sheet_cells.h"
#include "desk/sheet_guess.h"
#include "intake/charset.h"
#include "intake/sheet_cut.h"

#include <QCoreApplication>
#include <QStringDecoder>

#include <algorithm>

namespace intake {

namespace {

using desk::SheetEncoding;
using desk::SheetFormat;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::sheet_format)
};

constexpr qsizetype rowsLookedAt = 200;
constexpr qsizetype longestHeading = 300; // forms have whole questions there
constexpr double leastAdvantage = 0.001;  // of a less usual way of writing

bool isUtf16(SheetEncoding encoding)
{
    return encoding == SheetEncoding::Utf16LittleEndian || encoding == SheetEncoding::Utf16BigEndian;
}

QStringConverter::Encoding converterOf(SheetEncoding encoding)
{
    return encoding == SheetEncoding::Utf16BigEndian ? QStringConverter::Utf16BE : QStringConverter::Utf16LE;
}

// UTF-16 without a mark: every other byte of Western text is NUL.
std::optional<SheetEncoding> utf16Of(QByteArrayView bytes)
{
    const qsizetype pairs = std::min<qsizetype>(bytes.size(), 4096) / 2;
    qsizetype zeros[2] = {};
    for (qsizetype at = 0; at < pairs * 2; ++at)
        zeros[at % 2] += bytes[at] == '\0' ? 1 : 0;
    if (pairs < 2 || std::max(zeros[0], zeros[1]) * 2 < pairs || std::min(zeros[0], zeros[1]) * 10 > pairs)
        return std::nullopt;
    return zeros[1] > zeros[0] ? SheetEncoding::Utf16LittleEndian : SheetEncoding::Utf16BigEndian;
}

// The last character may be cut off.
bool isUtf8(QByteArrayView bytes, bool isWhole)
{
    QByteArray all = bytes.toByteArray();
    for (int chopped = 0; !isWhole && chopped < 3 && !all.isEmpty() && !all.isValidUtf8(); ++chopped)
        all.chop(1);
    if (all.isValidUtf8())
        return true;
    // Damage here and there does not make it another encoding.
    const QString text = QString::fromUtf8(all);
    const auto damaged = text.count(QChar(QChar::ReplacementCharacter));
    const auto sound = std::count_if(text.cbegin(), text.cend(), [](QChar c) { return c.unicode() >= 0x80; }) - damaged;
    return sound > 0 && sound * 4 >= damaged; // Western text is next to never sound UTF-8 by accident
}

SheetEncoding encodingOf(QByteArrayView bytes, bool isWhole)
{
    if (bytes.startsWith("\xEF\xBB\xBF"))
        return SheetEncoding::Utf8;
    if (bytes.startsWith("\xFF\xFE"))
        return SheetEncoding::Utf16LittleEndian;
    if (bytes.startsWith("\xFE\xFF"))
        return SheetEncoding::Utf16BigEndian;
    if (const auto encoding = utf16Of(bytes))
        return *encoding;
    return isUtf8(bytes, isWhole) ? SheetEncoding::Utf8 : SheetEncoding::Windows1252;
}

// As the rows are cut: without a mark, UTF-16 as UTF-8.
QByteArray cuttable(QByteArrayView bytes, SheetEncoding encoding)
{
    bytes = bytes.sliced(markLength(bytes, encoding));
    if (!isUtf16(encoding))
        return bytes.toByteArray();
    QStringDecoder decoder(converterOf(encoding));
    return QString(decoder(bytes)).toUtf8();
}

// Excel writes and reads a first line such as "sep=;".
std::optional<char> namedDelimiter(QByteArrayView bytes)
{
    if (bytes.size() < 5 || bytes.first(4).compare("sep=", Qt::CaseInsensitive) != 0)
        return std::nullopt;
    const auto known = desk::sheetDelimiters();
    const bool isAlone = bytes.size() == 5 || bytes[5] == '\n' || bytes[5] == '\r';
    return isAlone && std::ranges::find(known, bytes[4]) != known.end() ? std::optional(bytes[4]) : std::nullopt;
}

bool isBlank(const CutRow &row)
{
    return std::ranges::all_of(row.cells, [](const QByteArray &cell) { return cell.trimmed().isEmpty(); });
}

// What the bytes look like when they are cut in one way.
struct Attempt {
    SheetFormat format;
    QList<CutRow> rows;
    qsizetype columns = 0;
    double share = 0; // of rows that have these columns
    double score = 0;
};

// How many cells the row has as far as they matter: empty ones behind the columns of the first row do not.
qsizetype widthOf(const CutRow &row, qsizetype columns)
{
    qsizetype width = row.cells.size();
    while (width > columns && row.cells.at(width - 1).trimmed().isEmpty())
        --width;
    return width;
}

// Whether quotation marks are characters like others: some cell begins with one, and it does not end it.
bool hasPlainQuotes(const CutRow &row)
{
    return std::ranges::any_of(row.cells, [](const QByteArray &cell) {
        return cell.startsWith('"') && !cell.endsWith('"') && cell.count('"') % 2 == 0;
    });
}

bool hasQuotedCell(const CutRow &row)
{
    return std::ranges::any_of(row.cells, [](const QByteArray &cell) {
        return cell.size() > 1 && cell.startsWith('"') && cell.endsWith('"');
    });
}

void countColumns(Attempt &attempt)
{
    const qsizetype first = attempt.rows.first().cells.size();
    QMap<qsizetype, int> counts;
    for (const CutRow &row : std::as_const(attempt.rows))
        ++counts[widthOf(row, first)];
    attempt.columns = first;
    for (auto count = counts.cbegin(); count != counts.cend(); ++count) {
        if (count.value() > counts.value(attempt.columns))
            attempt.columns = count.key();
    }
    attempt.share = counts.value(attempt.columns) / static_cast<double>(attempt.rows.size());
}

// The more rows have the same columns, the better; then, the more columns there are.
void judge(Attempt &attempt, double cutShare)
{
    if (attempt.rows.isEmpty())
        return;
    countColumns(attempt);
    const auto shareOf = [&attempt](auto holds) {
        return static_cast<double>(std::ranges::count_if(attempt.rows, holds)) /
               static_cast<double>(attempt.rows.size());
    };
    const bool mayBe = attempt.format.hasQuotes || shareOf(hasPlainQuotes) > 0;
    if (attempt.columns < 2 || !mayBe)
        return;
    const bool isHeaded = attempt.rows.first().cells.size() == attempt.columns;
    attempt.score = attempt.share * attempt.share * (isHeaded ? 1 : 0.7) * (0.5 + 0.5 * cutShare) +
                    0.01 * static_cast<double>(std::min<qsizetype>(attempt.columns, 20)) -
                    0.3 * shareOf([](const CutRow &row) { return row.hasStray; }) -
                    (attempt.format.hasQuotes ? 0 : shareOf(hasQuotedCell));
}

Attempt attemptWith(const SheetFormat &format, QByteArrayView bytes, bool isWhole)
{
    Attempt attempt{format, {}};
    qsizetype at = 0;
    while (at < bytes.size() && attempt.rows.size() < rowsLookedAt) {
        const CutRow row = cutRow(bytes.sliced(at), format, usualQuotes(format), isWhole);
        if (!row.isWhole)
            break;
        at += row.length;
        if (!isBlank(row))
            attempt.rows.append(row);
    }
    const bool isCut = at == bytes.size() || attempt.rows.size() == rowsLookedAt;
    judge(attempt, isCut ? 1 : static_cast<double>(at) / static_cast<double>(bytes.size()));
    return attempt;
}

// The ways in which quoted cells may be written.
QList<SheetFormat> quotings(QByteArrayView bytes, SheetFormat format)
{
    QList<SheetFormat> all{format};
    if (bytes.contains("\\\"")) {
        all.append(format);
        all.last().hasBackslashes = true;
    }
    if (bytes.contains('"')) {
        all.append(format);
        all.last().hasQuotes = false;
    }
    return all;
}

Attempt bestAttempt(QByteArrayView bytes, bool isWhole, SheetFormat format, std::optional<char> delimiter)
{
    std::optional<Attempt> best;
    for (const char each : desk::sheetDelimiters()) {
        if (delimiter && each != *delimiter)
            continue;
        format.delimiter = each;
        for (const SheetFormat &quoting : quotings(bytes, format)) {
            Attempt attempt = attemptWith(quoting, bytes, isWhole);
            if (!best || attempt.score > best->score + leastAdvantage)
                best = std::move(attempt);
        }
    }
    return *best;
}

bool isValue(const QString &cell)
{
    bool isNumber = false;
    const QString text = cell.trimmed();
    text.toDouble(&isNumber);
    desk::DateEvidence evidence;
    evidence.add(text.left(longestHeading));
    return isNumber || evidence.dates() > 0 || text.contains(QLatin1Char('@')) || text.size() > longestHeading;
}

// Headings are words, each for itself; where there is nothing below them, words that forms have.
bool hasHeadings(const QList<QStringList> &rows)
{
    if (rows.isEmpty())
        return true;
    QStringList cells = rows.first();
    while (!cells.isEmpty() && cells.last().trimmed().isEmpty())
        cells.removeLast();
    if (std::ranges::any_of(cells, isValue))
        return false;
    const auto usual = std::ranges::count_if(cells, desk::isUsualHeading);
    if (rows.size() == 1)
        return usual > 0;
    const auto empty = std::ranges::count_if(cells, [](const QString &cell) { return cell.trimmed().isEmpty(); });
    return usual > 0 || (empty * 2 < cells.size() && QStringList(cells).removeDuplicates() == 0);
}

} // namespace

SheetShape detectSheet(QByteArrayView bytes, bool isWhole, const desk::SheetWriting &writing)
{
    SheetShape shape;
    shape.format.encoding = writing.encoding.value_or(encodingOf(bytes, isWhole));
    const QByteArray all = cuttable(bytes, shape.format.encoding);
    const auto named = namedDelimiter(all);
    const qsizetype skipped = named ? cutRow(all, shape.format, Quotes::None, true).length : 0;
    shape.namesDelimiter = named.has_value();
    const auto delimiter = writing.delimiter ? writing.delimiter : named;
    const Attempt best = bestAttempt(QByteArrayView(all).sliced(skipped), isWhole, shape.format, delimiter);
    shape.format = best.format;
    shape.columns = int(best.columns);
    shape.isEven = best.share >= 0.9;
    QStringList warnings;
    for (const CutRow &row : best.rows) {
        QStringList cells;
        for (const QByteArray &cell : row.cells)
            cells.append(cellText(cell, shape.format.encoding, warnings));
        shape.rows.append(cells);
    }
    shape.format.hasHeadings = writing.hasHeadings.value_or(hasHeadings(shape.rows));
    return shape;
}

bool looksLikeSheet(QByteArrayView bytes, bool isWhole)
{
    const SheetShape shape = detectSheet(bytes, isWhole);
    if (!shape.isEven || !shape.format.hasHeadings || shape.columns < 2 || shape.rows.size() < 3)
        return false;
    const QStringList headings = shape.rows.first();
    const auto usual = std::ranges::count_if(headings, desk::isUsualHeading);
    return headings.size() == shape.columns && usual >= 2 &&
           desk::guessMap(headings, shape.rows.mid(1)).columns.contains(desk::SheetRole::Letter);
}

QString cellText(const QByteArray &cell, SheetEncoding encoding, QStringList &warnings)
{
    // What a person chose is not guessed at again.
    const bool isWestern = encoding == SheetEncoding::Windows1252;
    const DecodedText decoded = decodeText(isWestern ? fromWindows1252(cell).toUtf8() : cell, "utf-8");
    const auto warn = [&warnings](const QString &warning) {
        if (!warnings.contains(warning))
            warnings.append(warning);
    };
    if (decoded.guessed)
        warn(Words::tr("Some of it is not UTF-8. It was read as Western European text."));
    if (decoded.damaged)
        warn(Words::tr("Some bytes are no text. They show as “%1”.").arg(QChar(QChar::ReplacementCharacter)));
    if (decoded.dropped)
        warn(Words::tr("Characters that cannot be shown were left out."));
    return decoded.text;
}

qsizetype markLength(QByteArrayView bytes, SheetEncoding encoding)
{
    switch (encoding) {
    case SheetEncoding::Utf8:
        return bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    case SheetEncoding::Utf16LittleEndian:
        return bytes.startsWith("\xFF\xFE") ? 2 : 0;
    case SheetEncoding::Utf16BigEndian:
        return bytes.startsWith("\xFE\xFF") ? 2 : 0;
    case SheetEncoding::Windows1252:
        break;
    }
    return 0;
}

} // namespace intake
