#include "markdown/letter_lines.h"

namespace markdown {

namespace {

// One pass over the lines of a letter, remembering whether the last ones were a list or fenced code.
class Unindenter
{
public:
    // The part of `line` (with its line end) to keep.
    QByteArrayView next(QByteArrayView line)
    {
        const qsizetype indent = measure(line);
        const QByteArrayView words = line.sliced(indent);
        if (words.isEmpty() || words[0] == '\n' || words[0] == '\r') {
            m_afterBlank = true;
            return line;
        }
        if (m_fence != '\0') {
            if (fenceLength(words, m_fence) >= m_fenceLength)
                m_fence = '\0';
            return line;
        }
        const bool kept = m_columns < 4 || m_inList;
        if (m_columns < 4 && opensFence(words))
            return line;
        if (isListItem(words))
            m_inList = m_inList || m_columns < 4;
        else if (m_afterBlank && m_columns < 2)
            m_inList = false;
        m_afterBlank = false;
        return kept ? line : words;
    }

private:
    // The bytes of blanks at the beginning of the line; m_columns is how wide they are, with tab stops of four.
    qsizetype measure(QByteArrayView line)
    {
        qsizetype at = 0;
        m_columns = 0;
        for (; at < line.size() && (line[at] == ' ' || line[at] == '\t'); ++at)
            m_columns += line[at] == '\t' ? 4 - m_columns % 4 : 1;
        return at;
    }

    static qsizetype fenceLength(QByteArrayView words, char mark)
    {
        qsizetype length = 0;
        while (length < words.size() && words[length] == mark)
            ++length;
        return length;
    }

    bool opensFence(QByteArrayView words)
    {
        const char mark = words[0];
        const qsizetype length = mark == '`' || mark == '~' ? fenceLength(words, mark) : 0;
        if (length < 3 || (mark == '`' && words.sliced(length).contains('`')))
            return false;
        m_fence = mark;
        m_fenceLength = length;
        return true;
    }

    static bool isListItem(QByteArrayView words)
    {
        qsizetype at = 0;
        while (at < words.size() && at < 9 && words[at] >= '0' && words[at] <= '9')
            ++at;
        if (at == words.size())
            return false;
        const char mark = words[at];
        const bool marked = at > 0 ? mark == '.' || mark == ')' : mark == '-' || mark == '+' || mark == '*';
        return marked && at + 1 < words.size() && QByteArrayView(" \t\r\n").contains(words[at + 1]);
    }

    qsizetype m_columns = 0;
    qsizetype m_fenceLength = 0;
    char m_fence = '\0';
    bool m_inList = false;
    bool m_afterBlank = true;
};

} // namespace

QByteArray withoutIndents(const QByteArray &utf8)
{
    QByteArray result;
    result.reserve(utf8.size());
    Unindenter unindenter;
    qsizetype start = 0;
    while (start < utf8.size()) {
        const qsizetype newline = utf8.indexOf('\n', start);
        const qsizetype end = newline < 0 ? utf8.size() : newline + 1;
        result += unindenter.next(QByteArrayView(utf8).sliced(start, end - start));
        start = end;
    }
    return result;
}

} // namespace markdown
