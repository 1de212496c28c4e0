#include "site/body.h"

#include "markdown/renderer.h"
#include "site/address.h"
#include "site/template.h"

#include <QUrl>

#include <array>
#include <utility>

namespace site {

namespace {

constexpr int belowLabels = 2; // headings of a text stand below the label, which is an h2

// A quotation mark in the text itself is an entity, so what is replaced here are attributes.
QByteArray withEnclosures(QByteArray html, const QList<EnclosedFile> &files)
{
    for (const EnclosedFile &file : files) {
        const QByteArray source = " src=\"attachment:" + file.id.toLatin1() + '"';
        const QByteArray reference = " href=\"attachment:" + file.id.toLatin1() + '"';
        QByteArray shown = " src=\"" + file.file.toUtf8() + '"';
        if (!file.size.isEmpty())
            shown += " width=\"" + QByteArray::number(file.size.width()) + "\" height=\"" +
                     QByteArray::number(file.size.height()) + '"';
        const QByteArray linked = " href=\"" + file.file.toUtf8() + '"';
        html.replace(source, shown).replace(reference, linked);
    }
    return html;
}

QByteArray body(const QString &text, markdown::Options options, const QList<EnclosedFile> &files)
{
    for (const EnclosedFile &file : files)
        options.attachments.append(file.id);
    const std::string bytes = utf8(text);
    QByteArray html = markdown::toHtmlUtf8(QByteArray::fromRawData(bytes.data(), qsizetype(bytes.size())), options);
    while (html.endsWith('\n'))
        html.chop(1);
    return files.isEmpty() ? html : withEnclosures(html, files);
}

// Whether an address as written in HTML names a place of this site: no scheme, no host, not only an anchor.
bool isInside(QByteArrayView address)
{
    if (address.isEmpty() || address.startsWith('#') || address.startsWith('?') || address.startsWith("//"))
        return false;
    const qsizetype colon = address.indexOf(':');
    const qsizetype slash = address.indexOf('/');
    return colon < 0 || (slash >= 0 && slash < colon);
}

// The path without ".", ".." and leading "/": nobody can climb above the site.
QString settled(const QString &path)
{
    QStringList parts;
    const QStringList written = path.split(QLatin1Char('/'));
    for (const QString &part : written) {
        if (part == QLatin1String(".."))
            parts.resize(qMax<qsizetype>(0, parts.size() - 1));
        else if (!part.isEmpty() && part != QLatin1String("."))
            parts.append(part);
    }
    QString settled = parts.join(QLatin1Char('/'));
    if (!settled.isEmpty() && path.endsWith(QLatin1Char('/')))
        settled += QLatin1Char('/');
    return settled;
}

QByteArray ledThrough(QByteArrayView address, const QByteArray &way, QStringList *targets)
{
    qsizetype end = 0;
    while (end < address.size() && address.at(end) != '#' && address.at(end) != '?')
        ++end;
    QByteArray written = address.first(end).toByteArray();
    QString file = settled(QUrl::fromPercentEncoding(written.replace("&amp;", "&")));
    if (file.isEmpty() || file.endsWith(QLatin1Char('/')))
        file += QLatin1String("index.html");
    if (targets && isFilePath(file) && !targets->contains(file))
        targets->append(file);
    return way + encoded(file) + address.sliced(end).toByteArray();
}

constexpr std::array<std::pair<QByteArrayView, char>, 5> entities{
    {{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&#39;", '\''}}};

// Headings without a gap below the label, whatever level somebody began at.
QByteArray withTopHeading(QByteArray html)
{
    constexpr char top = '0' + belowLabels + 1;
    const auto isHeading = [&html](qsizetype at) {
        return at + 1 < html.size() && html.at(at + 1) >= '1' && html.at(at + 1) <= '6';
    };
    char highest = '7';
    for (qsizetype at = html.indexOf("<h"); at >= 0; at = html.indexOf("<h", at + 2)) {
        if (isHeading(at + 1))
            highest = qMin(highest, html.at(at + 2));
    }
    if (highest <= top || highest == '7')
        return html;
    for (const char *const opening : {"<h", "</h"}) {
        const qsizetype length = qsizetype(qstrlen(opening));
        for (qsizetype at = html.indexOf(opening); at >= 0; at = html.indexOf(opening, at + length)) {
            if (isHeading(at + length - 1))
                html[at + length] = char(html.at(at + length) - (highest - top));
        }
    }
    return html;
}

bool isMarkOrLineEnd(char c)
{
    return c == '<' || c == '&' || c == '\n';
}

bool endsBlock(QByteArrayView tag)
{
    return tag.startsWith("/p") || tag.startsWith("/h") || tag.startsWith("/li") || tag.startsWith("br") ||
           tag.startsWith("/blockquote") || tag.startsWith("hr");
}

} // namespace

QByteArray letterBody(const QString &text, const QList<EnclosedFile> &files)
{
    markdown::Options options;
    options.dialect = markdown::Dialect::Letter;
    return body(text, options, files);
}

QByteArray answerBody(const QString &markdown, const QList<EnclosedFile> &files)
{
    markdown::Options options;
    options.dialect = markdown::Dialect::Answer;
    options.headingShift = belowLabels;
    return withTopHeading(body(markdown, options, files));
}

QByteArray withLinks(const QByteArray &html, const QByteArray &way, QStringList *targets)
{
    QByteArray linked;
    linked.reserve(html.size() + 256);
    qsizetype done = 0;
    // A quotation mark in the text itself is an entity, so what stands behind "=\"" here is an attribute.
    for (qsizetype at = html.indexOf("=\""); at >= 0; at = html.indexOf("=\"", done)) {
        const qsizetype start = at + 2;
        const qsizetype end = html.indexOf('"', start);
        if (end < 0)
            break;
        const QByteArrayView name = QByteArrayView(html).first(at);
        const QByteArrayView address = QByteArrayView(html).sliced(start, end - start);
        linked.append(html.constData() + done, start - done);
        const bool isImage = name.endsWith(" src");
        if ((isImage || name.endsWith(" href")) && isInside(address))
            linked += ledThrough(address, way, targets);
        else
            linked += address;
        done = end;
    }
    return linked.append(html.constData() + done, html.size() - done);
}

QByteArray wordsOf(const QByteArray &html)
{
    QByteArray words;
    words.reserve(html.size());
    qsizetype at = 0;
    while (at < html.size()) {
        const char c = html.at(at);
        if (c == '<') {
            const qsizetype end = html.indexOf('>', at);
            if (end < 0)
                break;
            if (endsBlock(QByteArrayView(html).sliced(at + 1, end - at - 1)) && !words.endsWith('\n'))
                words += '\n';
            at = end + 1;
        } else if (c == '&') {
            const auto entity = std::find_if(entities.begin(), entities.end(), [&](const auto &one) {
                return QByteArrayView(html).sliced(at).startsWith(one.first);
            });
            words += entity == entities.end() ? c : entity->second;
            at += entity == entities.end() ? 1 : entity->first.size();
        } else if (c == '\n') {
            if (!words.endsWith('\n'))
                words += c;
            ++at;
        } else {
            const qsizetype start = at;
            while (at < html.size() && !isMarkOrLineEnd(html.at(at)))
                ++at;
            words.append(html.constData() + start, at - start);
        }
    }
    return words.trimmed();
}

} // namespace site
