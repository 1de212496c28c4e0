#include "site/feed.h"

#include "site/address.h"
#include "site/body.h"

#include <QTimeZone>

namespace site {

namespace {

QByteArray escapedText(const QString &text)
{
    const std::string bytes = utf8(text);
    return escaped(QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

QByteArray element(const char *name, const QByteArray &content)
{
    return QByteArray("<") + name + ">" + content + "</" + name + ">\n";
}

QByteArray person(const QString &name)
{
    return name.isEmpty() ? QByteArray() : "<author>" + element("name", escapedText(name)).trimmed() + "</author>\n";
}

QByteArray moment(const QDateTime &when)
{
    return Outline::moment(when).toLatin1();
}

QByteArray contentOf(const desk::Masthead &masthead, const Bodies &bodies)
{
    const QByteArray way = absolute(masthead.baseUrl, QString());
    QByteArray html;
    for (const Bodies::Piece &piece : bodies.pieces) {
        html +=
            "<p><strong>" + escapedText(masthead.letterLabel) + "</strong></p>\n" + withLinks(piece.letter, way) + "\n";
        QStringList signature{piece.signature, piece.place};
        signature.removeAll(QString());
        if (!signature.isEmpty())
            html += "<p><em>" + escapedText(signature.join(QStringLiteral(", "))) + "</em></p>\n";
        html +=
            "<p><strong>" + escapedText(masthead.answerLabel) + "</strong></p>\n" + withLinks(piece.answer, way) + "\n";
    }
    return html;
}

} // namespace

QByteArray escaped(QByteArrayView utf8)
{
    QByteArray text;
    text.reserve(utf8.size() + utf8.size() / 8);
    for (const char c : utf8) {
        switch (c) {
        case '&':
            text += "&amp;";
            break;
        case '<':
            text += "&lt;";
            break;
        case '>':
            text += "&gt;";
            break;
        case '"':
            text += "&quot;";
            break;
        default:
            text += c;
        }
    }
    return text;
}

QByteArray feedEntry(const Outline &outline, qsizetype place, const Bodies &bodies)
{
    const Outline::Article &article = outline.articles().at(place);
    const desk::Masthead &masthead = outline.masthead();
    QByteArray entry = "<entry>\n";
    entry += element("id", "urn:uuid:" + article.head->id.toString().toLatin1());
    entry += element("title", escapedText(article.head->title));
    entry += "<link rel=\"alternate\" type=\"text/html\" href=\"" + escaped(absolute(masthead.baseUrl, article.file)) +
             "\"/>\n";
    entry += element("published", moment(article.head->published));
    entry += element("updated", moment(article.head->published));
    entry += person(article.author);
    for (const qsizetype topic : article.topics)
        entry += "<category term=\"" + escapedText(outline.topics().at(topic).tag->name) + "\"/>\n";
    if (const QString summary = Outline::summary(*article.head); !summary.isEmpty())
        entry += element("summary", escapedText(summary));
    entry += "<content type=\"html\">" + escaped(contentOf(masthead, bodies)) + "</content>\n";
    return entry + "</entry>\n";
}

std::string feed(const Outline &outline, const Page &page, const QHash<qsizetype, QByteArray> &entries)
{
    const desk::Masthead &masthead = outline.masthead();
    const Outline::Topic *const topic =
        page.kind == Page::Kind::TopicFeed ? &outline.topics().at(page.subject) : nullptr;
    const QList<qsizetype> articles = feedArticles(outline, page);
    const QByteArray self = escaped(absolute(masthead.baseUrl, page.file));
    const QByteArray html = escaped(absolute(masthead.baseUrl, topic ? topic->file : frontFile));
    const QDateTime updated = articles.isEmpty() ? QDateTime::fromSecsSinceEpoch(0, QTimeZone::utc())
                                                 : outline.articles().at(articles.first()).head->published;

    QByteArray xml =
        "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"" +
        escapedText(masthead.language) + "\">\n";
    xml += element("id", self);
    xml += element(
        "title", escapedText(topic ? QString(masthead.name + QStringLiteral(": ") + topic->tag->name) : masthead.name));
    xml += element("updated", moment(updated));
    xml += "<link rel=\"self\" type=\"application/atom+xml\" href=\"" + self + "\"/>\n";
    xml += "<link rel=\"alternate\" type=\"text/html\" href=\"" + html + "\"/>\n";
    xml += person(masthead.authors.isEmpty() ? masthead.name : masthead.authors.first().name);
    for (const qsizetype article : articles)
        xml += entries.value(article);
    xml += "</feed>\n";
    return std::string(xml.constData(), size_t(xml.size()));
}

} // namespace site
