#include "site/address.h"
#include "site/body.h"
#include "site/renderer.h"

namespace site {

Values Renderer::articleLink(qsizetype place, const QString &from) const
{
    const Outline::Article &article = m_outline.articles().at(place);
    Values values;
    put(values, "linkTitle", article.head->title);
    put(values, "link", QByteArray(wayUp(from) + encoded(article.file)));
    return values;
}

Values Renderer::articleLine(qsizetype place, const QString &from) const
{
    const ArticleHead &head = *m_outline.articles().at(place).head;
    Values values = articleLink(place, from);
    putIfAny(values, "date", head.published.isValid() ? m_frame.dateText(head.published.date()) : QString());
    put(values, "isoDate", head.published.isValid() ? head.published.date().toString(Qt::ISODate) : QString());
    putIfAny(values, "excerpt", Outline::summary(head));
    return values;
}

Values Renderer::topicLink(qsizetype place, const QString &from) const
{
    const Outline::Topic &topic = m_outline.topics().at(place);
    Values values;
    put(values, "linkTitle", topic.tag->name);
    put(values, "link", QByteArray(wayUp(from) + encoded(topic.file)));
    put(values, "count", QByteArray::number(topic.articles.size()));
    return values;
}

Values Renderer::topicLinks(const QList<qsizetype> &topics, const QString &from) const
{
    Values links = list();
    for (const qsizetype topic : topics)
        links.push_back(topicLink(topic, from));
    return links;
}

std::string Renderer::front()
{
    Values values = newPage(frontFile, {}, QString::fromUtf8(wordsOf(answerBody(m_outline.masthead().introduction))));
    Values latest = list();
    const qsizetype count = qMin(latestCount, m_outline.articles().size());
    for (qsizetype article = 0; article < count; ++article)
        latest.push_back(articleLine(article, frontFile));
    put(values, "hasArticles", Values(count > 0));
    put(values, "articles", std::move(latest));
    QList<qsizetype> topics;
    for (qsizetype topic = 0; topic < m_outline.topics().size(); ++topic) {
        if (m_outline.topics().at(topic).depth == 0)
            topics.append(topic);
    }
    put(values, "hasTopics", Values(!topics.isEmpty()));
    put(values, "topics", topicLinks(topics, frontFile));
    put(values, "author",
        m_outline.masthead().authors.isEmpty() ? Values(false) : Values(m_frame.author(frontFile, 0)));
    return fill(TemplateKind::Front, frontFile, values);
}

std::string Renderer::topic(qsizetype place)
{
    const Outline::Topic &topic = m_outline.topics().at(place);
    const QByteArray description = answerBody(topic.tag->description);
    Values values = newPage(topic.file, topic.tag->name, QString::fromUtf8(wordsOf(description)));
    putIfAny(values, "about", withLinks(description, wayUp(topic.file)));
    putIfAny(values, "topicFeedLink",
             m_outline.hasBaseUrl() ? QByteArray(wayUp(topic.file) + encoded(topic.feed)) : QByteArray());
    QList<qsizetype> above;
    for (qsizetype parent = topic.parent; parent >= 0; parent = m_outline.topics().at(parent).parent)
        above.prepend(parent);
    put(values, "hasAbove", Values(!above.isEmpty()));
    put(values, "above", topicLinks(above, topic.file));
    put(values, "hasBelow", Values(!topic.below.isEmpty()));
    put(values, "below", topicLinks(topic.below, topic.file));
    Values articles = list();
    for (const qsizetype article : topic.articles)
        articles.push_back(articleLine(article, topic.file));
    put(values, "articles", std::move(articles));
    return fill(TemplateKind::Topic, topic.file, values);
}

std::string Renderer::plain(TemplateKind kind, const QString &file)
{
    Values values = newPage(file, {}, {});
    put(values, "canonical", Values(false));
    // What is not found is not found at any address: there the page's links start from the top of the site.
    const bool isAnywhere = kind == TemplateKind::NotFound && m_outline.hasBaseUrl();
    putIfAny(values, "baseLink", isAnywhere ? absolute(m_outline.masthead().baseUrl, QString()) : QByteArray());
    return fill(kind, file, values);
}

} // namespace site
