#include "intake/html_tags.h"

#include <QString>

#include <algorithm>

namespace intake {

namespace {

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == ':' || c == '-';
}

} // namespace

bool isOneOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    const char first = name.isEmpty() ? '\0' : name.front();
    return std::any_of(names.begin(), names.end(), [&name, first](const char *n) { return *n == first && name == n; });
}

bool HtmlTagScanner::next(HtmlTag &tag)
{
    for (;;) {
        const qsizetype at = m_html.indexOf('<', m_position);
        if (at < 0 || at + 1 >= m_html.size())
            return false;
        if (read(at, tag))
            break;
        m_position = at + 1;
    }
    m_position = tag.end;
    if (!tag.isClosing && isOneOf(tag.name, {"script", "style", "title", "textarea", "xmp", "noframes"}))
        skipRawText(tag);
    return true;
}

bool HtmlTagScanner::read(qsizetype at, HtmlTag &tag)
{
    const char after = m_html.at(at + 1);
    tag = {{}, after == '/', at, 0};
    if (m_html.sliced(at).startsWith("<!--")) {
        tag.end = endOfComment(at);
    } else if (after == '!' || after == '?') {
        tag.end = behind('>', at);
    } else {
        const qsizetype name = at + (tag.isClosing ? 2 : 1);
        if (name >= m_html.size() || !isLetter(m_html.at(name)))
            return false;
        qsizetype end = name;
        while (end < m_html.size() && isNameCharacter(m_html.at(end)))
            ++end;
        tag.name = m_html.sliced(name, qMin<qsizetype>(end - name, 20)).toByteArray().toLower();
        tag.end = endOfTag(end);
    }
    return true;
}

qsizetype HtmlTagScanner::behind(char c, qsizetype from) const
{
    const qsizetype at = m_html.indexOf(c, from);
    return at < 0 ? m_html.size() : at + 1;
}

qsizetype HtmlTagScanner::endOfComment(qsizetype at) const
{
    const QByteArrayView rest = m_html.sliced(at + 4);
    if (rest.startsWith('>') || rest.startsWith("->"))
        return behind('>', at);
    const qsizetype dashes = rest.indexOf("-->");
    return dashes < 0 ? m_html.size() : at + 4 + dashes + 3;
}

// A quotation mark counts behind "=" only.
qsizetype HtmlTagScanner::endOfTag(qsizetype from) const
{
    char before = ' ';
    for (qsizetype i = from; i < m_html.size(); ++i) {
        const char c = m_html.at(i);
        if (c == '>')
            return i + 1;
        if ((c == '"' || c == '\'') && before == '=') {
            i = m_html.indexOf(c, i + 1);
            if (i < 0)
                break;
        }
        if (c != ' ' && c != '\n' && c != '\t' && c != '\r')
            before = c;
    }
    return m_html.size();
}

void HtmlTagScanner::skipRawText(const HtmlTag &tag)
{
    const QByteArray closing = QByteArray("</" + tag.name);
    qsizetype at = m_html.indexOf('<', m_position);
    while (at >= 0 && m_html.sliced(at, qMin(closing.size(), m_html.size() - at)).compare(closing, Qt::CaseInsensitive))
        at = m_html.indexOf('<', at + 1);
    m_position = at < 0 ? m_html.size() : at;
}

} // namespace intake
