#include "intake/mail_head.h"

#include "intake/mime.h"

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype mostFieldLines = 40;
constexpr qsizetype longestValue = 500;

struct Field {
    MailField field = MailField::None;
    QStringView name;
    QStringView value;
};

QStringView withoutStars(QStringView words)
{
    while (words.startsWith(u'*') || words.startsWith(u'_'))
        words = words.sliced(1);
    while (words.endsWith(u'*') || words.endsWith(u'_'))
        words = words.chopped(1);
    return words.trimmed();
}

// "From: Wilma", "*From:* Wilma", "De : Wilma".
Field fieldIn(QStringView words)
{
    constexpr qsizetype longestName = 18;
    const qsizetype colon = words.first(qMin(words.size(), longestName)).indexOf(u':');
    if (colon <= 0)
        return {};
    const QStringView name = withoutStars(words.first(colon));
    return {mailField(name), name, withoutStars(words.sliced(colon + 1))};
}

class Reader
{
public:
    Reader(const QList<TextLine> &lines, qsizetype at) : m_lines(lines), m_at(at) { m_head.first = at; }

    std::optional<MailHead> read()
    {
        m_head.marker = markerIn(line().words);
        // A person may write "Original message:" as well; between dashes it is a program's.
        const bool isTyped = line().words.front().isLetter();
        const MailField field = m_head.marker == Marker::None ? fieldIn(line().words).field : MailField::None;
        if (m_head.marker == Marker::None && field != MailField::From && field != MailField::Date)
            return std::nullopt;
        if (m_head.marker != Marker::None)
            skipBehindMarker();
        m_head.behind = m_at;
        readFields();
        // The blank line that ends the fields is a mark alone in a quotation.
        while (m_head.behind < m_lines.size() && isBlankMark(m_lines.at(m_head.behind)))
            ++m_head.behind;
        const int fewest = field == MailField::From ? 3 : 4;
        const bool isEnough = m_head.marker == Marker::None
                                  ? m_head.fields >= fewest && m_hasFrom && !m_head.date.isEmpty()
                                  : !isTyped || m_head.fields >= 2;
        return isEnough ? std::optional(m_head) : std::nullopt;
    }

private:
    [[nodiscard]] const TextLine &line() const { return m_lines.at(m_at); }
    [[nodiscard]] bool isAtEnd() const { return m_at >= m_lines.size(); }

    static bool isBlankMark(const TextLine &line) { return line.isBlank() && line.depth > 0; }

    void skipBehindMarker()
    {
        constexpr qsizetype mostBlankLines = 3;
        const qsizetype behind = ++m_at;
        while (!isAtEnd() && line().isBlank() && m_at - behind < mostBlankLines)
            ++m_at;
        if (isAtEnd() || fieldIn(line().words).field == MailField::None)
            m_at = behind;
    }

    void readFields()
    {
        const int depth = isAtEnd() ? 0 : line().depth;
        const qsizetype start = m_at;
        for (; !isAtEnd() && m_at - start < mostFieldLines && line().depth == depth; ++m_at) {
            if (line().isBlank()) {
                if (!isFieldAt(m_at + 1, depth))
                    break;
                continue;
            }
            const Field field = fieldIn(line().words);
            if ((field.field == MailField::None && !goesOn()) || (field.field == MailField::From && m_hasFrom))
                break;
            take(field);
            m_head.behind = m_at + 1;
        }
    }

    [[nodiscard]] bool isFieldAt(qsizetype at, int depth) const
    {
        return at < m_lines.size() && m_lines.at(at).depth == depth &&
               fieldIn(m_lines.at(at).words).field != MailField::None;
    }

    // Whether the line continues the value of the field above: addresses, or a long subject.
    [[nodiscard]] bool goesOn() const
    {
        if (m_head.fields == 0 || m_lines.at(m_at - 1).isBlank())
            return false;
        const QStringView before = m_lines.at(m_at - 1).words;
        const bool isList = before.endsWith(u',') || before.endsWith(u';') || line().words.startsWith(u'<');
        return isList || isFieldAt(m_at + 1, line().depth);
    }

    void take(const Field &field)
    {
        if (field.field == MailField::None) {
            if (m_open && m_open->size() < longestValue)
                m_open->append(u' ').append(line().words.left(longestValue));
            return;
        }
        ++m_head.fields;
        m_open = nullptr;
        if (field.field == MailField::From) {
            m_hasFrom = true;
            m_head.fromName = field.name.toString();
        }
        m_open = field.field == MailField::From      ? &m_head.from
                 : field.field == MailField::Date    ? &m_head.date
                 : field.field == MailField::Subject ? &m_head.subject
                                                     : nullptr;
        if (m_open && m_open->isEmpty())
            *m_open = field.value.left(longestValue).toString();
    }

    const QList<TextLine> &m_lines;
    qsizetype m_at;
    MailHead m_head;
    QString *m_open = nullptr; // the value that the next line may continue
    bool m_hasFrom = false;
};

} // namespace

// "Wilma <w@t.example>", "Wilma [mailto:w@t.example]", "Wilma <mailto:w@t.example>", "'Wilma' via list <...>".
Sender MailHead::writer() const
{
    QString value = from;
    value.replace(QLatin1String("[mailto:"), QLatin1String("<"), Qt::CaseInsensitive);
    value.replace(QLatin1String("<mailto:"), QLatin1String("<"), Qt::CaseInsensitive);
    // A page's link repeats the address behind itself.
    const qsizetype open = value.indexOf(u'<');
    const qsizetype close = open < 0 ? -1 : value.indexOf(QLatin1String(">"), open);
    if (close > 0)
        value.truncate(close + 1);
    value.replace(u'[', u'<').replace(u']', u'>');
    Sender writer = decodeSender(value.simplified().toUtf8());
    while (writer.name.startsWith(u'\'') || writer.name.startsWith(u'"'))
        writer.name.remove(0, 1);
    while (writer.name.endsWith(u'\'') || writer.name.endsWith(u'"'))
        writer.name.chop(1);
    if (writer.name == writer.address)
        writer.name.clear();
    return writer;
}

std::optional<MailHead> mailHeadAt(const QList<TextLine> &lines, qsizetype at)
{
    return lines.at(at).isBlank() ? std::nullopt : Reader(lines, at).read();
}

} // namespace intake
