#include "site/renderer.h"

#include "site/address.h"
#include "site/search_list.h"

namespace site {

Renderer::Renderer(const Outline &outline, const QaIndex &index, const Frame &frame, const Theme &theme)
    : m_outline(outline), m_index(index), m_frame(frame)
{
    m_templates.reserve(templateCount);
    for (size_t kind = 0; kind < templateCount; ++kind)
        m_templates.emplace_back(theme.source(static_cast<TemplateKind>(kind)));
}

std::string Renderer::page(const Page &page)
{
    switch (page.kind) {
    case Page::Kind::Front:
        return front();
    case Page::Kind::Topic:
        return topic(page.subject);
    case Page::Kind::Index:
        return index();
    case Page::Kind::IndexGroup:
        return indexGroup(page.subject);
    case Page::Kind::Search:
        return plain(TemplateKind::Search, page.file);
    case Page::Kind::NotFound:
        return plain(TemplateKind::NotFound, page.file);
    case Page::Kind::SearchList:
        return searchList(m_outline);
    default:
        return {};
    }
}

std::string Renderer::fill(TemplateKind kind, const QString &file, const Values &values)
{
    return m_templates.at(static_cast<size_t>(kind)).render(m_frame.shared(file), values);
}

Values Renderer::newPage(const QString &file, const QString &title, const QString &description) const
{
    const desk::Masthead &masthead = m_outline.masthead();
    Values values;
    put(values, "title", title.isEmpty() ? masthead.name : title);
    putIfAny(values, "subtitle", title.isEmpty() ? QString() : masthead.name);
    putIfAny(values, "description", description);
    putIfAny(values, "canonical", m_outline.hasBaseUrl() ? absolute(masthead.baseUrl, file) : QByteArray());
    put(values, "isArticle", Values(false));
    put(values, "topicFeedLink", Values(false));
    return values;
}

} // namespace site
