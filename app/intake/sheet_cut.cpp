#include "intake/sheet_cut.h"

namespace intake {

namespace {

bool isLineEnd(char c)
{
    return c == '\n' || c == '\r';
}

// The state of cutting one row. Each step gives false where the bytes end too early.
class Cutter
{
public:
    Cutter(QByteArrayView bytes, const desk::SheetFormat &format, Quotes quotes, bool isLast)
        : m_bytes(bytes), m_format(format), m_quotes(quotes), m_isLast(isLast)
    {}

    CutRow cut();

private:
    enum class Ahead { End, More, Unknown };

    bool cutCell(QByteArray &cell);
    bool cutBare(QByteArray &cell);
    bool cutQuoted(QByteArray &cell);
    bool takeQuote(QByteArray &cell, bool &isOver);
    bool takeBackslash(QByteArray &cell);
    void takeText(QByteArray &cell);
    bool takeLineEnd();
    [[nodiscard]] Ahead aheadOf(qsizetype at, qsizetype *end = nullptr) const;
    [[nodiscard]] bool opensQuotation(const QByteArray &cell) const;
    [[nodiscard]] bool isAt(qsizetype at, char c) const { return at < m_bytes.size() && m_bytes[at] == c; }

    QByteArrayView m_bytes;
    const desk::SheetFormat &m_format;
    Quotes m_quotes;
    bool m_isLast;
    qsizetype m_at = 0;
    bool m_inQuotation = false; // one within the text
    CutRow m_row;
};

CutRow Cutter::cut()
{
    for (;;) {
        QByteArray cell;
        if (!cutCell(cell))
            return m_row;
        if (m_row.cells.size() < mostCells)
            m_row.cells.append(cell);
        else
            m_row.isTooWide = true;
        if (!isAt(m_at, m_format.delimiter))
            break;
        ++m_at;
    }
    m_row.end = m_at;
    if (m_at < m_bytes.size() && !takeLineEnd())
        return m_row;
    m_row.length = m_at;
    m_row.isWhole = true;
    return m_row;
}

// False where a "\n" may belong to the "\r" that was taken.
bool Cutter::takeLineEnd()
{
    const bool isReturn = m_bytes[m_at] == '\r';
    ++m_at;
    if (isReturn && m_at == m_bytes.size() && !m_isLast)
        return false;
    if (isReturn && isAt(m_at, '\n'))
        ++m_at;
    return true;
}

// Spaces before a quoted cell mean nothing.
bool Cutter::cutCell(QByteArray &cell)
{
    qsizetype from = m_at;
    while (isAt(from, ' '))
        ++from;
    if (from == m_bytes.size() && !m_isLast)
        return false;
    if (m_quotes == Quotes::None || !isAt(from, '"'))
        return cutBare(cell);
    m_at = from + 1;
    m_row.isQuoted = true;
    m_inQuotation = false;
    return cutQuoted(cell);
}

bool Cutter::cutBare(QByteArray &cell)
{
    const qsizetype from = m_at;
    while (m_at < m_bytes.size() && m_bytes[m_at] != m_format.delimiter && !isLineEnd(m_bytes[m_at]))
        ++m_at;
    cell.append(m_bytes.sliced(from, m_at - from));
    if (m_format.hasBackslashes && cell == "\\N") // how databases write that there is nothing
        cell.clear();
    return m_at < m_bytes.size() || m_isLast;
}

bool Cutter::cutQuoted(QByteArray &cell)
{
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at];
        if (c == '"') {
            bool isOver = false;
            if (!takeQuote(cell, isOver))
                return false;
            if (isOver)
                return m_quotes != Quotes::Every || cutBare(cell);
        } else if (c == '\\' && m_format.hasBackslashes) {
            if (!takeBackslash(cell))
                return false;
        } else {
            takeText(cell);
        }
    }
    return false;
}

// Everything up to the next character that may mean something.
void Cutter::takeText(QByteArray &cell)
{
    const qsizetype from = m_at;
    while (m_at < m_bytes.size()) {
        const char c = m_bytes[m_at];
        if (c == '"' || (c == '\\' && m_format.hasBackslashes))
            break;
        m_row.lines += c == '\n' || (c == '\r' && !isAt(m_at + 1, '\n')) ? 1 : 0;
        ++m_at;
    }
    cell.append(m_bytes.sliced(from, m_at - from));
}

bool Cutter::takeBackslash(QByteArray &cell)
{
    if (m_at + 1 >= m_bytes.size())
        return false;
    const char c = m_bytes[m_at + 1];
    m_at += 2;
    switch (c) {
    case 'n':
        cell.append('\n');
        return true;
    case 'r':
        cell.append('\r');
        return true;
    case 't':
        cell.append('\t');
        return true;
    default:
        break;
    }
    const bool isLetter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (isLetter)
        cell.append('\\');
    cell.append(c);
    m_row.lines += c == '\n' ? 1 : 0;
    return true;
}

// Whether after these bytes, spaces apart, the cell may be over.
Cutter::Ahead Cutter::aheadOf(qsizetype at, qsizetype *end) const
{
    while (at < m_bytes.size() && (m_bytes[at] == ' ' || (m_bytes[at] == '\t' && m_format.delimiter != '\t')))
        ++at;
    if (end)
        *end = at;
    if (at == m_bytes.size())
        return m_isLast ? Ahead::End : Ahead::Unknown;
    return m_bytes[at] == m_format.delimiter || isLineEnd(m_bytes[at]) ? Ahead::End : Ahead::More;
}

bool Cutter::opensQuotation(const QByteArray &cell) const
{
    const char before = cell.isEmpty() ? ' ' : cell.back();
    const bool mayOpen = before == ' ' || before == '\n' || before == '\r' || before == '\t' || before == '(';
    return mayOpen && m_at + 1 < m_bytes.size() && m_bytes[m_at + 1] != ' ';
}

bool Cutter::takeQuote(QByteArray &cell, bool &isOver)
{
    qsizetype end = 0;
    const Ahead ahead = aheadOf(m_at + 1, &end);
    if (ahead == Ahead::Unknown)
        return false;
    if (isAt(m_at + 1, '"')) {
        // In `"He said "no"",` the first of the two ends the quotation and the second the cell.
        const Ahead behind = m_inQuotation ? aheadOf(m_at + 2) : Ahead::More;
        if (behind == Ahead::Unknown)
            return false;
        const bool isTwoEnds = behind == Ahead::End;
        m_inQuotation = m_inQuotation && !isTwoEnds;
        m_at += isTwoEnds ? 1 : 2;
        cell.append('"');
        return true;
    }
    if (m_quotes == Quotes::Every || (ahead == Ahead::End && !m_inQuotation)) {
        m_at = m_quotes == Quotes::Every ? m_at + 1 : end;
        isOver = true;
        return true;
    }
    if (m_inQuotation)
        m_inQuotation = false;
    else if (m_quotes == Quotes::Paired && opensQuotation(cell))
        m_inQuotation = true;
    else
        m_row.hasStray = true;
    cell.append('"');
    ++m_at;
    return true;
}

} // namespace

CutRow cutRow(QByteArrayView bytes, const desk::SheetFormat &format, Quotes quotes, bool isLast)
{
    return Cutter(bytes, format, quotes, isLast).cut();
}

} // namespace intake
