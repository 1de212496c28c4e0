#include "site/address.h"
#include "site/renderer.h"

namespace site {

namespace {

QByteArray linkTo(const QByteArray &way, const QString &from, const QString &file, const QString &anchor)
{
    const QByteArray fragment = anchor.isEmpty() ? QByteArray() : '#' + encoded(anchor);
    return file == from && !fragment.isEmpty() ? fragment : QByteArray(way + encoded(file) + fragment);
}

Values linkValues(const QList<QaIndex::Link> &links, const QByteArray &way, const QString &from)
{
    Values values = list();
    for (const QaIndex::Link &link : links) {
        Values one;
        put(one, "linkTitle", link.text);
        put(one, "link", linkTo(way, from, link.file, link.anchor));
        values.push_back(one);
    }
    return values;
}

Values headingValues(const QaIndex::Heading &heading, const QByteArray &way, const QString &from)
{
    Values values;
    put(values, "heading", heading.text);
    put(values, "anchor", heading.anchor);
    put(values, "level", QByteArray::number(heading.level));
    put(values, "hasEntries", Values(!heading.entries.isEmpty()));
    put(values, "entries", linkValues(heading.entries, way, from));
    put(values, "hasSee", Values(!heading.see.isEmpty()));
    put(values, "see", linkValues(heading.see, way, from));
    put(values, "hasSeeAlso", Values(!heading.seeAlso.isEmpty()));
    put(values, "seeAlso", linkValues(heading.seeAlso, way, from));
    return values;
}

} // namespace

Values Renderer::groupValues(const QaIndex::Group &group, const QString &from) const
{
    const QByteArray way = wayUp(from);
    Values items = list();
    for (const QaIndex::Item &item : group.items) {
        Values values;
        Values headings = list();
        for (const QaIndex::Heading &heading : item.headings)
            headings.push_back(headingValues(heading, way, from));
        put(values, "headings", std::move(headings));
        put(values, "article",
            item.headings.isEmpty() ? linkValues({item.article}, way, from) : Values(Values::type::list));
        items.push_back(values);
    }
    Values values;
    put(values, "letter", group.letter);
    put(values, "letterAnchor", group.anchor);
    put(values, "items", std::move(items));
    return values;
}

Values Renderer::letterLinks(const QString &from) const
{
    Values letters = list();
    for (const QaIndex::Group &group : m_index.groups()) {
        Values letter;
        put(letter, "linkTitle", group.letter);
        put(letter, "link", linkTo(wayUp(from), from, group.file, m_index.isSplit() ? QString() : group.anchor));
        put(letter, "isHere", Values(group.file == from && m_index.isSplit()));
        letters.push_back(letter);
    }
    return letters;
}

// While the index is one page, every topic lists its own articles; beyond, its page does.
Values Renderer::indexTopics() const
{
    QList<QList<qsizetype>> tagged(m_outline.topics().size());
    for (qsizetype article = 0; article < m_outline.articles().size() && !m_index.isSplit(); ++article) {
        for (const qsizetype topic : m_outline.articles().at(article).topics)
            tagged[topic].append(article);
    }
    Values topics = list();
    for (qsizetype topic = 0; topic < m_outline.topics().size(); ++topic) {
        Values values = topicLink(topic, indexFile);
        Values articles = list();
        for (const qsizetype article : std::as_const(tagged[topic]))
            articles.push_back(articleLink(article, indexFile));
        put(values, "level", QByteArray::number(m_outline.topics().at(topic).depth));
        put(values, "hasArticles", Values(!tagged.at(topic).isEmpty()));
        put(values, "articles", std::move(articles));
        topics.push_back(values);
    }
    return topics;
}

std::string Renderer::index()
{
    Values values = newPage(indexFile, {}, {});
    put(values, "letters", letterLinks(indexFile));
    Values groups = list();
    for (const QaIndex::Group &group : m_index.groups()) {
        if (!m_index.isSplit())
            groups.push_back(groupValues(group, indexFile));
    }
    put(values, "isSplit", Values(m_index.isSplit()));
    put(values, "isEmpty", Values(m_index.groups().isEmpty()));
    put(values, "groups", std::move(groups));
    put(values, "hasTopics", Values(!m_outline.topics().isEmpty()));
    put(values, "topics", indexTopics());
    return fill(TemplateKind::Index, indexFile, values);
}

std::string Renderer::indexGroup(qsizetype place)
{
    const QaIndex::Group &group = m_index.groups().at(place);
    Values values = newPage(group.file, {}, {});
    put(values, "letter", group.letter);
    put(values, "letters", letterLinks(group.file));
    Values groups = list();
    groups.push_back(groupValues(group, group.file));
    put(values, "groups", std::move(groups));
    return fill(TemplateKind::IndexLetter, group.file, values);
}

} // namespace site
