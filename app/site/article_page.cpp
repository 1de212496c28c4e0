#include "site/address.h"
#include "site/body.h"
#include "site/renderer.h"
#include "site/structured_data.h"

namespace site {

namespace {

// "Torn in Truro" already says where.
QString placeBeside(const Piece &piece)
{
    const QString place = piece.place.simplified();
    return piece.signature.contains(place, Qt::CaseInsensitive) ? QString() : place;
}

} // namespace

Bodies bodiesOf(const Texts &texts)
{
    Bodies bodies;
    for (const Piece &piece : texts.pieces)
        bodies.pieces.append({letterBody(piece.letterText, texts.files), answerBody(piece.answerText, texts.files),
                              piece.signature.simplified(), placeBeside(piece)});
    return bodies;
}

Rendered Renderer::article(qsizetype place, const Bodies &bodies)
{
    const Outline::Article &article = m_outline.articles().at(place);
    const ArticleHead &head = *article.head;
    Rendered rendered;
    Values values = newPage(article.file, head.title, Outline::summary(head));
    put(values, "isArticle", Values(true));
    putIfAny(values, "date", head.published.isValid() ? m_frame.dateText(head.published.date()) : QString());
    put(values, "isoDate", head.published.isValid() ? head.published.date().toString(Qt::ISODate) : QString());
    putIfAny(values, "isoTime", head.published.isValid() ? Outline::moment(head.published) : QString());
    putIfAny(values, "byline", article.author);
    addPieces(values, article.file, bodies, &rendered.links);
    put(values, "author", article.byline < 0 ? Values(false) : Values(m_frame.author(article.file, article.byline)));
    addSurroundings(values, article);
    put(values, "structuredData", structuredData(m_outline, place, bodies));
    rendered.content = fill(TemplateKind::Article, article.file, values);
    return rendered;
}

void Renderer::addPieces(Values &values, const QString &file, const Bodies &bodies, QStringList *links) const
{
    const QByteArray way = wayUp(file);
    Values pieces = list();
    for (qsizetype at = 0; at < bodies.pieces.size(); ++at) {
        const Bodies::Piece &body = bodies.pieces.at(at);
        Values piece;
        put(piece, "number", QByteArray::number(at + 1));
        put(piece, "letterLabel", m_outline.masthead().letterLabel);
        put(piece, "letter", withLinks(body.letter, way, links));
        put(piece, "isSigned", Values(!body.signature.isEmpty() || !body.place.isEmpty()));
        putIfAny(piece, "signature", body.signature);
        putIfAny(piece, "place", body.place);
        put(piece, "isSignedAndPlaced", Values(!body.signature.isEmpty() && !body.place.isEmpty()));
        put(piece, "answerLabel", m_outline.masthead().answerLabel);
        put(piece, "answer", withLinks(body.answer, way, links));
        pieces.push_back(piece);
    }
    put(values, "pieces", std::move(pieces));
}

void Renderer::addSurroundings(Values &values, const Outline::Article &article) const
{
    put(values, "hasTopics", Values(!article.topics.isEmpty()));
    put(values, "topics", topicLinks(article.topics, article.file));
    Values related = list();
    for (const qsizetype other : article.related)
        related.push_back(articleLink(other, article.file));
    put(values, "hasRelated", Values(!article.related.isEmpty()));
    put(values, "related", std::move(related));
    put(values, "hasNeighbours", Values(article.newer >= 0 || article.older >= 0));
    put(values, "newer", article.newer < 0 ? Values(false) : articleLink(article.newer, article.file));
    put(values, "older", article.older < 0 ? Values(false) : articleLink(article.older, article.file));
}

} // namespace site
