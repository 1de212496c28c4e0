#include "intake/html_scan.h"

#include "intake/html_tags.h"
#include "intake/text_layout.h"

#include <QHash>
#include <QRegularExpression>

namespace intake {

namespace {

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
    HtmlTagScanner scanner(html);
    for (HtmlTag tag; scanner.next(tag);) {
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
    HtmlTagScanner scanner(html);
    qsizetype begin = 0;
    bool hidden = false;
    for (HtmlTag tag; scanner.next(tag);) {
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
