#include "intake/header_block.h"

#include "intake/charset.h"
#include "intake/field_parameters.h"
#include "intake/iso2022jp.h"

#include <algorithm>

namespace intake {

namespace {

// More fields or longer values than these are no letter's; what exceeds them is passed over.
constexpr qsizetype mostFields = 2000;
constexpr qsizetype longestValue = 32LL * 1024;

bool isSpace(char c)
{
    return c == ' ' || c == '\t';
}

QByteArrayView textOf(QByteArrayView bytes, const LineSpan &line)
{
    return bytes.sliced(line.begin, line.end - line.begin);
}

// The name of the field that begins on this line, lower case; empty if none does. White space before the colon is
// obsolete but allowed.
QByteArray fieldName(QByteArrayView line)
{
    qsizetype length = 0;
    while (length < line.size() && line.at(length) > ' ' && line.at(length) < 0x7F && line.at(length) != ':')
        ++length;
    qsizetype colon = length;
    while (colon < line.size() && isSpace(line.at(colon)))
        ++colon;
    if (length == 0 || length > 100 || colon >= line.size() || line.at(colon) != ':')
        return {};
    return line.first(length).toByteArray().toLower();
}

bool isKnownName(const QByteArray &name)
{
    static constexpr const char *names[] = {"bcc",         "cc",          "date",       "delivered-to", "envelope-to",
                                            "from",        "in-reply-to", "message-id", "received",     "reply-to",
                                            "return-path", "references",  "sender",     "status",       "subject",
                                            "to",          "priority",    "importance"};
    static constexpr const char *families[] = {"arc-",  "authentication-", "content-", "dkim-", "list-",
                                               "mime-", "resent-",         "thread-",  "x-"};
    return std::any_of(std::begin(names), std::end(names), [&name](const char *n) { return name == n; }) ||
           std::any_of(std::begin(families), std::end(families), [&name](const char *f) { return name.startsWith(f); });
}

bool isBlank(QByteArrayView line)
{
    return std::all_of(line.cbegin(), line.cend(), isSpace);
}

class Reader
{
public:
    explicit Reader(QByteArrayView raw) : m_raw(raw) {}

    HeaderBlock read()
    {
        skipPreamble();
        m_block.begin = m_position;
        m_block.end = m_raw.size();
        while (m_position < m_raw.size() && readLine()) {
        }
        const bool known = std::any_of(m_block.fields.cbegin(), m_block.fields.cend(),
                                       [](const HeaderField &field) { return isKnownName(field.name); });
        if (!known)
            return {};
        tidy();
        return m_block;
    }

private:
    void skipPreamble()
    {
        if (m_raw.startsWith("\xEF\xBB\xBF"))
            m_position = 3;
        LineSpan line = lineAt(m_raw, m_position);
        while (line.next > line.begin && isBlank(textOf(m_raw, line))) {
            m_position = line.next;
            line = lineAt(m_raw, m_position);
        }
        const QByteArrayView text = textOf(m_raw, line);
        const bool delivered = text.startsWith("From ") || text.startsWith(">From ");
        if (delivered && fieldName(text).isEmpty() && !fieldName(textOf(m_raw, lineAt(m_raw, line.next))).isEmpty())
            m_position = line.next;
    }

    // False at the end of the headers.
    bool readLine()
    {
        const LineSpan line = lineAt(m_raw, m_position);
        const QByteArrayView text = textOf(m_raw, line);
        if (text.isEmpty() || (isBlank(text) && !goesOnAt(line.next)))
            return endAt(line.next);
        if (isSpace(text.front())) {
            append(text);
        } else if (const QByteArray name = fieldName(text); !name.isEmpty()) {
            begin(name, text.sliced(text.indexOf(':') + 1));
        } else {
            m_block.hasForeignLines = true;
            m_open = false;
            if (m_block.fields.isEmpty() || !isKnownName(nextName(line.next)))
                return endAt(line.begin);
        }
        m_position = line.next;
        return true;
    }

    bool endAt(qsizetype position)
    {
        m_block.end = position;
        return false;
    }

    // Whether what stands at `position` belongs to the headers still.
    [[nodiscard]] bool goesOnAt(qsizetype position) const
    {
        const QByteArrayView text = textOf(m_raw, lineAt(m_raw, position));
        return m_open && !isBlank(text) && (isSpace(text.front()) || isKnownName(fieldName(text)));
    }

    // The name of the next field after continued lines.
    [[nodiscard]] QByteArray nextName(qsizetype position) const
    {
        LineSpan line = lineAt(m_raw, position);
        while (line.end > line.begin && isSpace(m_raw.at(line.begin)))
            line = lineAt(m_raw, line.next);
        return fieldName(textOf(m_raw, line));
    }

    void begin(const QByteArray &name, QByteArrayView value)
    {
        m_open = m_block.fields.size() < mostFields;
        if (m_open)
            m_block.fields.append({name, value.first(qMin(value.size(), longestValue)).toByteArray().trimmed()});
    }

    void append(QByteArrayView more)
    {
        if (!m_open || m_block.fields.isEmpty())
            return;
        QByteArray &value = m_block.fields.last().value;
        if (value.size() + more.size() < longestValue && !isBlank(more))
            value.append(' ').append(more.toByteArray().trimmed());
    }

    // Raw bytes are in the character set of the text, as a rule.
    void tidy()
    {
        const QByteArray charset = readParameters(m_block.value("content-type")).plain("charset");
        for (HeaderField &field : m_block.fields) {
            field.value.replace('\0', QByteArrayView()).replace('\r', ' ');
            if (field.value.isValidUtf8() && !hasIso2022JpEscapes(field.value))
                continue;
            const DecodedText decoded = decodeText(field.value, charset);
            field.value = decoded.text.toUtf8().replace('\n', ' ');
            const bool isShown = field.name == "subject" || field.name == "from";
            m_block.hasGuessedText = m_block.hasGuessedText || (isShown && decoded.guessed);
        }
    }

    QByteArrayView m_raw;
    qsizetype m_position = 0;
    bool m_open = false; // a field that the next line may continue
    HeaderBlock m_block;
};

} // namespace

QByteArray HeaderBlock::value(QByteArrayView name) const
{
    for (const HeaderField &field : fields) {
        if (field.name == name && !field.value.isEmpty())
            return field.value;
    }
    return {};
}

LineSpan lineAt(QByteArrayView bytes, qsizetype position)
{
    const qsizetype mark = bytes.indexOf('\n', position);
    LineSpan line{position, mark < 0 ? bytes.size() : mark, mark < 0 ? bytes.size() : mark + 1};
    if (mark > position && bytes.at(mark - 1) == '\r')
        --line.end;
    return line;
}

HeaderBlock readHeaderBlock(QByteArrayView raw)
{
    return Reader(raw).read();
}

} // namespace intake
