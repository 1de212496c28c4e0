#include "site/structured_data.h"

#include "site/address.h"
#include "site/body.h"
#include "site/json_text.h"

namespace site {

namespace {

void appendText(QByteArray &json, const QString &text)
{
    const std::string bytes = utf8(text);
    appendJsonString(json, QByteArrayView(bytes.data(), qsizetype(bytes.size())));
}

void appendField(QByteArray &json, const char *name, const QString &text)
{
    json += ",\"";
    json += name;
    json += "\":";
    appendText(json, text);
}

void appendNamed(QByteArray &json, const char *name, const char *type, const QString &text)
{
    if (text.isEmpty())
        return;
    json += ",\"";
    json += name;
    json += "\":{\"@type\":\"";
    json += type;
    json += '"';
    appendField(json, "name", text);
    json += '}';
}

void appendQuestion(QByteArray &json, const Bodies::Piece &piece, const Outline::Article &article)
{
    json += "{\"@type\":\"Question\"";
    appendField(json, "name", article.head->title);
    json += ",\"text\":";
    appendJsonString(json, wordsOf(piece.letter));
    appendNamed(json, "author", "Person", piece.signature);
    json += ",\"answerCount\":1,\"acceptedAnswer\":{\"@type\":\"Answer\",\"text\":";
    appendJsonString(json, wordsOf(piece.answer));
    appendNamed(json, "author", "Person", article.author);
    json += "}}";
}

} // namespace

QByteArray structuredData(const Outline &outline, qsizetype place, const Bodies &bodies)
{
    const Outline::Article &article = outline.articles().at(place);
    const desk::Masthead &masthead = outline.masthead();
    QByteArray json = R"({"@context":"https://schema.org","@type":"Article")";
    appendField(json, "headline", article.head->title);
    if (const QString summary = Outline::summary(*article.head); !summary.isEmpty())
        appendField(json, "description", summary);
    appendField(json, "inLanguage", masthead.language);
    if (article.head->published.isValid())
        appendField(json, "datePublished", Outline::moment(article.head->published));
    appendNamed(json, "author", "Person", article.author);
    appendNamed(json, "publisher", "Organization", masthead.name);
    if (outline.hasBaseUrl()) {
        appendField(json, "url", QString::fromLatin1(absolute(masthead.baseUrl, article.file)));
        appendField(json, "mainEntityOfPage", QString::fromLatin1(absolute(masthead.baseUrl, article.file)));
    }
    json += ",\"keywords\":[";
    for (qsizetype at = 0; at < article.topics.size(); ++at) {
        json += at == 0 ? "" : ",";
        appendText(json, outline.topics().at(article.topics.at(at)).tag->name);
    }
    json += "],\"mainEntity\":[";
    for (qsizetype at = 0; at < bodies.pieces.size(); ++at) {
        json += at == 0 ? "" : ",";
        appendQuestion(json, bodies.pieces.at(at), article);
    }
    return json + "]}";
}

} // namespace site
