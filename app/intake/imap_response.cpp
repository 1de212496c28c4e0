#include "intake/imap_response.h"

#include "intake/charset.h"

#include <algorithm>

namespace intake {

namespace {

constexpr int deepest = 32;            // lists within lists
constexpr qsizetype longestText = 400; // characters of what a server says to people

bool isStatusName(const QByteArray &name)
{
    return name == "OK" || name == "NO" || name == "BAD" || name == "BYE" || name == "PREAUTH";
}

// Up to the first space, or all.
QByteArrayView firstWord(QByteArrayView line)
{
    const qsizetype space = line.indexOf(' ');
    return space < 0 ? line : line.first(space);
}

// Reads values one after another, across lines and literals.
class Reader
{
public:
    explicit Reader(const ImapLines &lines) : m_lines(lines) {}

    // Up to the next space; empty at the end of the line.
    QByteArray word()
    {
        const QByteArrayView found = firstWord(line().sliced(m_at));
        m_at = std::min(m_at + found.size() + 1, line().size());
        return found.toByteArray();
    }

    QByteArray rest() { return line().sliced(m_at).toByteArray(); }

    std::vector<ImapValue> values()
    {
        std::vector<ImapValue> all;
        readItems(all, 0);
        return all;
    }

private:
    [[nodiscard]] QByteArrayView line() const
    {
        return m_line < m_lines.lines.size() ? QByteArrayView(m_lines.lines.at(m_line)) : QByteArrayView();
    }
    [[nodiscard]] bool atLineEnd() const { return m_at >= line().size(); }

    // Reads until the list closes, or all is read.
    void readItems(std::vector<ImapValue> &items, int depth)
    {
        for (;;) {
            while (!atLineEnd() && line().at(m_at) == ' ')
                ++m_at;
            if (atLineEnd() && m_line >= m_lines.literals.size())
                return;
            if (!atLineEnd() && line().at(m_at) == ')') {
                ++m_at;
                return;
            }
            items.push_back(value(depth));
        }
    }

    ImapValue value(int depth)
    {
        if (atLineEnd())
            return literal();
        switch (line().at(m_at)) {
        case '(':
            return list(depth);
        case '"':
            return quoted();
        default:
            return atom();
        }
    }

    ImapValue literal()
    {
        const ImapLiteral &next = m_lines.literals.at(m_line);
        ++m_line;
        m_at = 0;
        return {ImapValue::Kind::Text, next.bytes, next.size, {}};
    }

    ImapValue list(int depth)
    {
        ++m_at;
        ImapValue value{ImapValue::Kind::List, {}, 0, {}};
        if (depth < deepest)
            readItems(value.items, depth + 1);
        return value;
    }

    ImapValue quoted()
    {
        ImapValue value{ImapValue::Kind::Text, {}, 0, {}};
        for (++m_at; !atLineEnd() && line().at(m_at) != '"'; ++m_at) {
            if (line().at(m_at) == '\\' && m_at + 1 < line().size())
                ++m_at;
            value.bytes += line().at(m_at);
        }
        m_at = std::min(m_at + 1, line().size());
        value.size = value.bytes.size();
        return value;
    }

    // With what stands in its brackets, spaces and all: BODY[HEADER.FIELDS (DATE)].
    ImapValue atom()
    {
        const qsizetype begin = m_at;
        bool inBrackets = false;
        for (; !atLineEnd(); ++m_at) {
            const char byte = line().at(m_at);
            if (!inBrackets && m_at > begin && (byte == ' ' || byte == '(' || byte == ')' || byte == '"'))
                break;
            if (byte == '[' || byte == ']')
                inBrackets = byte == '[';
        }
        const QByteArray bytes = line().sliced(begin, m_at - begin).toByteArray();
        const bool isNil = bytes.compare("NIL", Qt::CaseInsensitive) == 0;
        return {isNil ? ImapValue::Kind::Nil : ImapValue::Kind::Atom, bytes, bytes.size(), {}};
    }

    const ImapLines &m_lines;
    qsizetype m_line = 0;
    qsizetype m_at = 0;
};

// "[UIDVALIDITY 7] what people may read"
void readStatus(const QByteArray &line, ImapResponse &response)
{
    QByteArrayView text(line);
    const qsizetype end = text.indexOf(']');
    if (text.startsWith('[') && end > 0) {
        const QByteArrayView code = text.sliced(1, end - 1);
        response.code = firstWord(code).toByteArray().toUpper();
        response.codeArgument = code.sliced(std::min(response.code.size() + 1, code.size())).toByteArray().trimmed();
        text = text.sliced(end + 1);
    }
    response.text = decodeText(text.toByteArray(), {}).text.simplified().left(longestText);
}

} // namespace

ImapResponse parseResponse(const ImapLines &lines)
{
    ImapResponse response;
    Reader reader(lines);
    response.tag = reader.word();
    if (response.tag == "+") {
        response.text = QString::fromUtf8(reader.rest());
        return response;
    }
    response.name = reader.word().toUpper();
    bool isNumber = false;
    const qint64 number = response.name.toLongLong(&isNumber);
    if (isNumber) {
        response.number = number;
        response.name = reader.word().toUpper();
    }
    if (isStatusName(response.name))
        readStatus(reader.rest(), response);
    else
        response.values = reader.values();
    return response;
}

std::optional<LiteralMark> literalMark(QByteArrayView line, bool isFirst)
{
    if (isFirst) {
        const QByteArrayView tag = firstWord(line);
        const QByteArrayView rest = line.sliced(std::min(tag.size() + 1, line.size()));
        if (tag == "+" || isStatusName(firstWord(rest).toByteArray().toUpper()))
            return std::nullopt;
    }
    const qsizetype open = line.lastIndexOf('{');
    if (!line.endsWith('}') || open < 0)
        return std::nullopt;
    const QByteArrayView digits = line.sliced(open + 1, line.size() - open - 2);
    constexpr qsizetype mostDigits = 18; // of what a qint64 holds
    const bool isSize = !digits.isEmpty() && digits.size() <= mostDigits &&
                        std::all_of(digits.begin(), digits.end(), [](char byte) { return byte >= '0' && byte <= '9'; });
    if (!isSize)
        return std::nullopt;
    const bool isBinary = open > 0 && line.at(open - 1) == '~'; // RFC 3516
    return LiteralMark{digits.toByteArray().toLongLong(), line.size() - open + (isBinary ? 1 : 0)};
}

QByteArray quotedText(QByteArray bytes)
{
    return '"' + bytes.replace('\\', "\\\\").replace('"', "\\\"") + '"';
}

} // namespace intake
