#include "intake/html_scan.h"

#include "intake/text_layout.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

namespace intake {

namespace {

struct Tag {
    QByteArray name; // lower case; empty for comments and declarations
    bool isClosing = false;
    qsizetype begin = 0;
    qsizetype end = 0; // behind the ">"
};

bool isOneOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&name](const char *n) { return name == n; });
}

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ':' || c == '-';
}

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

class TagScanner
{
public:
    explicit TagScanner(QByteArrayView html) : m_html(html) {}

    // False when there are no more.
    bool next(Tag &tag)
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

private:
    bool read(qsizetype at, Tag &tag)
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

    [[nodiscard]] qsizetype behind(char c, qsizetype from) const
    {
        const qsizetype at = m_html.indexOf(c, from);
        return at < 0 ? m_html.size() : at + 1;
    }

    [[nodiscard]] qsizetype endOfComment(qsizetype at) const
    {
        const QByteArrayView rest = m_html.sliced(at + 4);
        if (rest.startsWith('>') || rest.startsWith("->"))
            return behind('>', at);
        const qsizetype dashes = rest.indexOf("-->");
        return dashes < 0 ? m_html.size() : at + 4 + dashes + 3;
    }

    // A quotation mark counts behind "=" only.
    [[nodiscard]] qsizetype endOfTag(qsizetype from) const
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

    void skipRawText(const Tag &tag)
    {
        const QByteArray closing = QByteArray("</" + tag.name);
        qsizetype at = m_html.indexOf('<', m_position);
        while (at >= 0 &&
               m_html.sliced(at, qMin(closing.size(), m_html.size() - at)).compare(closing, Qt::CaseInsensitive))
            at = m_html.indexOf('<', at + 1);
        m_position = at < 0 ? m_html.size() : at;
    }

    QByteArrayView m_html;
    qsizetype m_position = 0;
};

// Elements that have no content, and those that the next of their kind closes.
bool addsNoDepth(const QByteArray &name)
{
    return name.isEmpty() || isOneOf(name, {"area", "base", "br",    "col",    "embed", "hr",     "img",   "input",
                                            "link", "meta", "param", "source", "track", "wbr",    "p",     "li",
                                            "td",   "th",   "tr",    "dt",     "dd",    "option", "tbody", "thead"});
}

QString entity(QByteArrayView name)
{
    if (name.startsWith('#')) {
        const bool hex = name.size() > 1 && (name.at(1) == 'x' || name.at(1) == 'X');
        bool ok = false;
        const char32_t code = name.sliced(hex ? 2 : 1).toByteArray().toUInt(&ok, hex ? 16 : 10);
        const bool isCharacter = ok && code >= 0x20 && code <= 0x10FFFF && (code < 0xD800 || code > 0xDFFF);
        return isCharacter ? QString::fromUcs4(&code, 1) : QString();
    }
    static const QHash<QByteArray, QString> named = {
        {"amp", QStringLiteral("&")},        {"lt", QStringLiteral("<")},         {"gt", QStringLiteral(">")},
        {"quot", QStringLiteral("\"")},      {"apos", QStringLiteral("'")},       {"nbsp", QStringLiteral(" ")},
        {"rsquo", QStringLiteral("\u2019")}, {"lsquo", QStringLiteral("\u2018")}, {"ldquo", QStringLiteral("\u201C")},
        {"rdquo", QStringLiteral("\u201D")}, {"ndash", QStringLiteral("\u2013")}, {"mdash", QStringLiteral("\u2014")},
        {"hellip", QStringLiteral("\u2026")}};
    return named.value(name.toByteArray());
}

QString withoutEntities(QByteArrayView text)
{
    QString result;
    qsizetype begin = 0;
    for (qsizetype at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
        const qsizetype semicolon = text.sliced(at, qMin<qsizetype>(12, text.size() - at)).indexOf(';');
        const QString character = semicolon < 0 ? QString() : entity(text.sliced(at + 1, semicolon - 1));
        if (character.isEmpty())
            continue;
        result.append(QString::fromUtf8(text.sliced(begin, at - begin))).append(character);
        begin = at + semicolon + 1;
    }
    return result.append(QString::fromUtf8(text.sliced(begin)));
}

bool beginsBlock(const QByteArray &name)
{
    return isOneOf(name, {"p",  "div", "li", "tr", "ul", "ol", "table",   "blockquote", "pre", "hr",
                          "h1", "h2",  "h3", "h4", "h5", "h6", "section", "article",    "dt",  "dd"});
}

} // namespace

bool isParsable(QByteArrayView html)
{
    if (html.size() > largestHtml)
        return false;
    QHash<QByteArray, int> open;
    int depth = 0;
    TagScanner scanner(html);
    for (Tag tag; scanner.next(tag);) {
        if (addsNoDepth(tag.name))
            continue;
        int &count = open[tag.name];
        if (!tag.isClosing) {
            ++count;
            ++depth;
        } else if (count > 0) {
            --count;
            --depth;
        }
        if (depth > deepestHtml)
            return false;
    }
    return true;
}

QString stripTags(QByteArrayView html)
{
    TextLayout layout;
    TagScanner scanner(html);
    qsizetype begin = 0;
    bool hidden = false;
    for (Tag tag; scanner.next(tag);) {
        if (!hidden)
            layout.addWords(withoutEntities(html.sliced(begin, tag.begin - begin)));
        hidden = !tag.isClosing && isOneOf(tag.name, {"script", "style", "title"});
        if (tag.name == "br")
            layout.breakLine();
        else if (tag.name == "p")
            layout.startParagraph();
        else if (beginsBlock(tag.name))
            layout.startLine();
        begin = tag.end;
    }
    if (!hidden)
        layout.addWords(withoutEntities(html.sliced(begin)));
    return layout.result();
}

QByteArray declaredCharset(QByteArrayView html)
{
    static const QRegularExpression meta(QStringLiteral(R"(<meta[^>]{1,200}charset\s*=\s*["']?([A-Za-z0-9_:.-]+))"),
                                         QRegularExpression::CaseInsensitiveOption);
    const QString start = QString::fromLatin1(html.first(qMin<qsizetype>(html.size(), 4096)));
    return meta.match(start).captured(1).toLatin1();
}

} // namespace intake
