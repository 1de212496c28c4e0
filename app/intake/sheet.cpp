#include "intake/sheet.h"

#include "intake/charset.h"
#include "intake/sheet_format.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QStringDecoder>

#include <algorithm>
#include <utility>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::sheet)
};

constexpr qsizetype lookAhead = 256LL * 1024; // how far a row is looked for behind a broken one
constexpr qint64 vainPerByte = 16;
constexpr qsizetype tellingCells = 4; // this many cells in a line are no accident

// A row of these bytes that says nothing of its cells.
CutRow unreadable(QByteArrayView bytes)
{
    CutRow row;
    row.length = row.end = bytes.size();
    while (row.end > 0 && (bytes[row.end - 1] == '\n' || bytes[row.end - 1] == '\r'))
        --row.end;
    return row;
}

// Where the line that begins at `from` is over.
qsizetype lineEnd(QByteArrayView bytes, qsizetype from)
{
    for (qsizetype at = from; at < bytes.size(); ++at) {
        if (bytes[at] == '\n' || (bytes[at] == '\r' && (at + 1 == bytes.size() || bytes[at + 1] != '\n')))
            return at + 1;
    }
    return bytes.size();
}

bool isBlank(const QByteArray &cell)
{
    return std::ranges::all_of(cell, [](char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; });
}

Error notASheet(const QString &name)
{
    return Error{Error::Kind::Unusable,
                 Words::tr("%1 is no sheet of text. Open it in its program and save it as CSV.").arg(name)};
}

} // namespace

QString SheetRow::place() const
{
    return Words::tr("row %1").arg(number);
}

SheetReader::SheetReader(const SheetLimits &limits) : m_limits(limits) {}

SheetReader::~SheetReader() = default;

Result<void> SheetReader::open(const QString &path, const desk::SheetWriting &writing)
{
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{file->exists() ? Error::Kind::Io : Error::Kind::NotFound,
                     Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                         .arg(QDir::toNativeSeparators(path), file->errorString())};
    return open(std::move(file), QDir::toNativeSeparators(path), writing);
}

Result<void> SheetReader::open(std::unique_ptr<QIODevice> device, const QString &name,
                               const desk::SheetWriting &writing)
{
    m_device = std::move(device);
    const QByteArray head = m_device->read(sheetHeadBytes);
    m_size = m_device->size();
    const SheetShape shape = detectSheet(head, head.size() < sheetHeadBytes, writing);
    const bool isUtf16 = shape.format.encoding == desk::SheetEncoding::Utf16LittleEndian ||
                         shape.format.encoding == desk::SheetEncoding::Utf16BigEndian;
    if (!isUtf16 && looksBinary(head))
        return notASheet(name);
    if (!m_device->seek(markLength(head, shape.format.encoding)))
        return notASheet(name);
    m_format = shape.format;
    m_columns = m_usualCells = shape.columns;
    if (isUtf16)
        m_decoder = std::make_unique<QStringDecoder>(shape.format.encoding == desk::SheetEncoding::Utf16BigEndian
                                                         ? QStringConverter::Utf16BE
                                                         : QStringConverter::Utf16LE);
    if (shape.namesDelimiter) {
        m_begin = cutNext().length;
        ++m_count;
    }
    readHeadings();
    return {};
}

void SheetReader::readHeadings()
{
    if (!m_format.hasHeadings)
        return;
    auto row = next();
    if (!row)
        return;
    if (row->cells.isEmpty()) {
        m_held = std::move(row); // no headings, but who asks for rows is told of it
        return;
    }
    for (const QString &cell : row->cells)
        m_headings.append(cell.simplified());
    m_rawHeadings = row->raw;
    m_columns = std::max(m_columns, int(m_headings.size()));
    m_headings.resize(m_columns);
}

qint64 SheetReader::position() const
{
    return std::max<qint64>(0, m_device->pos() - (m_buffer.size() - m_begin));
}

// Adds to the window; what was taken of it goes.
void SheetReader::fill()
{
    if (m_atEnd)
        return;
    m_buffer.remove(0, m_begin);
    m_begin = 0;
    const qsizetype wanted =
        std::max(m_limits.buffer, m_buffer.size()); // doubling, so that a long row is cut a few times
    QByteArray bytes(wanted, Qt::Uninitialized);
    const qint64 read = m_device->read(bytes.data(), wanted);
    m_failed = read < 0;
    m_atEnd = read <= 0;
    bytes.truncate(std::max<qint64>(read, 0));
    m_buffer += m_decoder ? QString((*m_decoder)(bytes)).toUtf8() : bytes;
}

// The row at the beginning of the window, as far as the limit lets it reach.
CutRow SheetReader::cutNext()
{
    for (;;) {
        const CutRow row = cut(usualQuotes(m_format));
        if (row.isWhole || m_atEnd || window().size() > m_limits.row)
            return row;
        fill();
    }
}

CutRow SheetReader::cutInVain(Quotes quotes)
{
    CutRow row = cut(quotes);
    m_vain += row.isWhole ? row.length : window().size();
    return row;
}

// Whether the row has a cell for each column, and nothing besides.
bool SheetReader::fits(const CutRow &row) const
{
    const qsizetype cells = row.cells.size();
    return cells == m_columns || cells == m_usualCells ||
           (cells > m_columns && std::all_of(row.cells.cbegin() + m_columns, row.cells.cend(), isBlank));
}

// Where within the window, and before `length`, a row begins that has all its cells and could not be a line of some
// letter: 0 if there is none.
qsizetype SheetReader::soundRowWithin(qsizetype length)
{
    const QByteArrayView bytes = window();
    for (qsizetype at = lineEnd(bytes, 0); at < length; at = lineEnd(bytes, at)) {
        const QByteArrayView ahead = bytes.sliced(at, std::min(lookAhead, bytes.size() - at));
        const bool isLast = m_atEnd && at + ahead.size() == bytes.size();
        const CutRow row = cutRow(ahead, m_format, Quotes::Paired, isLast);
        m_vain += row.isWhole ? row.length : ahead.size();
        if (row.isWhole && !row.hasStray && fits(row) && (row.isQuoted || row.cells.size() >= tellingCells))
            return at;
        if (m_vain > m_limits.vain + vainPerByte * position())
            break;
    }
    return 0;
}

// A row whose quotation marks do not fit together, as it was probably meant. Where that cannot be told, a row that is
// not whole, and reaches to where the next sound one begins.
CutRow SheetReader::mended(const CutRow &broken)
{
    m_vain += broken.isWhole ? broken.length : window().size();
    if (window().size() < lookAhead)
        fill();
    const CutRow unpaired = cutInVain(Quotes::Unpaired);
    if (unpaired.isWhole && fits(unpaired) && unpaired.lines == 1)
        return unpaired;
    const QByteArrayView firstLine = window().first(lineEnd(window(), 0));
    const CutRow bare = cutInVain(Quotes::None);
    if (bare.isWhole && fits(bare) && firstLine.count('"') % 2 == 0)
        return bare;
    if (const qsizetype sound = soundRowWithin(broken.isWhole ? broken.length : window().size()); sound > 0)
        return unreadable(window().first(sound));
    if (broken.isWhole && fits(broken))
        return broken;
    for (const CutRow &row : {unpaired, cutInVain(Quotes::Every)}) {
        if (row.isWhole && fits(row))
            return row;
    }
    if (broken.isWhole)
        return broken;
    const qsizetype line = window().lastIndexOf('\n') + 1;
    return unreadable(m_atEnd || line == 0 ? window() : window().first(line));
}

std::optional<SheetRow> SheetReader::next()
{
    if (m_held)
        return std::exchange(m_held, std::nullopt);
    while (!m_isOver) {
        CutRow row = cutNext();
        if (window().isEmpty() && !m_failed)
            return std::nullopt;
        if (m_columns == 0 && row.isWhole && !std::ranges::all_of(row.cells, isBlank))
            m_columns = m_usualCells = int(row.cells.size());
        const bool isSound = row.isWhole && fits(row) && !(row.hasStray && row.lines > 1);
        if (!isSound && (row.isQuoted || !row.isWhole))
            row = mended(row);
        SheetRow taken = take(row);
        m_begin += row.length;
        if (!taken.cells.isEmpty() || !taken.problem.isEmpty() || !taken.refusal.isEmpty())
            return taken;
    }
    return std::nullopt;
}

// A blank row has nothing at all.
SheetRow SheetReader::take(const CutRow &row)
{
    SheetRow taken;
    taken.number = ++m_count;
    const bool isCutOff = m_failed && row.length >= window().size();
    if (isCutOff || m_vain > m_limits.vain + vainPerByte * position()) {
        refuseRest(taken);
        return taken;
    }
    if (row.length > m_limits.row) {
        taken.refusal = Words::tr("The row is larger than %1 MB. Divide the sheet, and look at its quotation marks.")
                            .arg(m_limits.row / (1024LL * 1024));
        return taken;
    }
    if (std::ranges::all_of(row.cells, isBlank) && row.isWhole)
        return taken;
    taken.raw = window().first(row.end).toByteArray();
    const bool isLarge =
        std::ranges::any_of(row.cells, [this](const QByteArray &cell) { return cell.size() > m_limits.cell; });
    if (!row.isWhole)
        taken.problem = Words::tr("A quotation mark in this row has no partner, so where its cells end cannot be told. "
                                  "Look at the original and put the letter in.");
    else if (row.isTooWide || isLarge)
        taken.problem =
            Words::tr("The row has more cells than a sheet has, or a cell larger than a letter. Look at the "
                      "original and put the letter in.");
    else
        setCells(taken, row);
    return taken;
}

void SheetReader::refuseRest(SheetRow &row)
{
    m_isOver = true;
    row.refusal = m_failed
                      ? Words::tr("The sheet could not be read any further: %1. Copy it to another disk and try again.")
                            .arg(m_device->errorString())
                      : Words::tr("From here on the quotation marks of the sheet do not fit together. Mend it and "
                                  "bring it in again.");
}

void SheetReader::setCells(SheetRow &row, const CutRow &cut) const
{
    row.isShort = cut.cells.size() < m_columns && !fits(cut);
    row.isLong = cut.cells.size() > m_columns && !fits(cut);
    row.cells.reserve(cut.cells.size());
    for (const QByteArray &cell : cut.cells)
        row.cells.append(cellText(cell, m_format.encoding, row.warnings));
}

} // namespace intake
