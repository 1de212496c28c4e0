// Renderer: fills the templates of a theme with what the outline says, one page at a time. It compiles the templates
// for itself; each thread has a renderer of its own, while outline, index and frame are shared.
#pragma once

#include "site/frame.h"
#include "site/pages.h"
#include "site/qa_index.h"
#include "site/template.h"

namespace site {

// One article's texts as HTML, before its links are led anywhere.
struct Bodies {
    struct Piece {
        QByteArray letter;
        QByteArray answer;
        QString signature;
        QString place;
    };
    QList<Piece> pieces;
};

[[nodiscard]] Bodies bodiesOf(const Texts &texts);

struct Rendered {
    std::string content;
    QStringList links; // files within the site that the texts refer to
};

class Renderer
{
public:
    Renderer(const Outline &outline, const QaIndex &index, const Frame &frame, const Theme &theme);

    // The page of an article.
    [[nodiscard]] Rendered article(qsizetype article, const Bodies &bodies);
    // Any other HTML page, and the list for the search page.
    [[nodiscard]] std::string page(const Page &page);

private:
    [[nodiscard]] std::string fill(TemplateKind kind, const QString &file, const Values &values);
    [[nodiscard]] Values newPage(const QString &file, const QString &title, const QString &description) const;

    // article_page.cpp
    void addPieces(Values &values, const QString &file, const Bodies &bodies, QStringList *links) const;
    void addSurroundings(Values &values, const Outline::Article &article) const;

    // list_pages.cpp
    [[nodiscard]] std::string front();
    [[nodiscard]] std::string topic(qsizetype topic);
    [[nodiscard]] std::string plain(TemplateKind kind, const QString &file);
    [[nodiscard]] Values articleLine(qsizetype article, const QString &from) const;
    [[nodiscard]] Values articleLink(qsizetype article, const QString &from) const;
    [[nodiscard]] Values topicLink(qsizetype topic, const QString &from) const;
    [[nodiscard]] Values topicLinks(const QList<qsizetype> &topics, const QString &from) const;

    // index_page.cpp
    [[nodiscard]] std::string index();
    [[nodiscard]] std::string indexGroup(qsizetype group);
    [[nodiscard]] Values groupValues(const QaIndex::Group &group, const QString &from) const;
    [[nodiscard]] Values letterLinks(const QString &from) const;
    [[nodiscard]] Values indexTopics() const;

    const Outline &m_outline;
    const QaIndex &m_index;
    const Frame &m_frame;
    std::vector<Template> m_templates; // by TemplateKind
};

} // namespace site
