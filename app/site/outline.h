// Outline: an edition worked out: which file each article has, its neighbours and relations, the topics with their
// articles, the names of the assets. It refers to the edition, which must outlive it. Immutable once made; may be read
// from any thread.
#pragma once

#include "desk/finding.h"
#include "site/edition.h"

#include <QHash>
#include <QSet>

namespace site {

inline const QString frontFile = QStringLiteral("index.html");
inline const QString indexFile = QStringLiteral("qa-index.html");
inline const QString searchFile = QStringLiteral("search.html");
inline const QString notFoundFile = QStringLiteral("404.html");
inline const QString feedFile = QStringLiteral("feed.xml");
inline const QString sitemapFile = QStringLiteral("sitemap.xml");
inline const QString searchListFile = QStringLiteral("assets/search.js");

inline constexpr qsizetype latestCount = 20; // articles on the front page and in a feed
inline constexpr qsizetype relatedCount = 3;

// Whether the site keeps this file, or the folder that it lies in, for itself.
[[nodiscard]] bool isSpokenFor(const QString &file);

class Outline
{
public:
    struct Article {
        const ArticleHead *head = nullptr;
        QString file;
        QString author;          // name; empty: nobody
        qsizetype byline = -1;   // the author's place in the masthead
        QByteArray line;         // digest of what lists say of the article
        QList<qsizetype> topics; // directly tagged, by name
        QList<qsizetype> related;
        qsizetype newer = -1;
        qsizetype older = -1;
    };
    struct Redirect {
        QString file;
        qsizetype article = -1;
    };
    struct Topic {
        const desk::Tag *tag = nullptr;
        QString file;
        QString feed;
        qsizetype parent = -1;
        QList<qsizetype> below;    // topics, by name
        QList<qsizetype> articles; // tagged with it or with one below, newest first
        int depth = 0;
    };
    struct Picture {
        QString file;
        const QByteArray *content = nullptr;
    };

    // What of the edition cannot be published under its address is left out, with a finding.
    Outline(const Edition &edition, QList<desk::Finding> &findings);

    [[nodiscard]] const Edition &edition() const { return m_edition; }
    [[nodiscard]] const desk::Masthead &masthead() const { return m_edition.masthead; }
    [[nodiscard]] const QList<Article> &articles() const { return m_articles; }
    [[nodiscard]] const QList<Redirect> &redirects() const { return m_redirects; }
    [[nodiscard]] const QList<Topic> &topics() const
    {
        return m_topics;
    } // a tree in reading order: each before those below
    [[nodiscard]] qsizetype articleAt(const desk::ArticleId &id) const { return m_byId.value(id, -1); }
    [[nodiscard]] const Picture *picture(const desk::AssetId &id) const;
    [[nodiscard]] const QHash<desk::AssetId, Picture> &pictures() const { return m_pictures; }
    [[nodiscard]] bool hasBaseUrl() const { return !masthead().baseUrl.isEmpty(); }

    // What lists say of an article below its title.
    [[nodiscard]] static QString summary(const ArticleHead &head)
    {
        return head.summary.isEmpty() ? head.excerpt : head.summary;
    }

    // RFC 3339 with the offset of the desk's time zone, whatever the zone of this machine.
    [[nodiscard]] static QString moment(const QDateTime &when)
    {
        return when.toOffsetFromUtc(when.offsetFromUtc()).toString(Qt::ISODate);
    }

private:
    void placePictures();
    void placeArticles(QList<desk::Finding> &findings);
    void placeTopics();
    void addTopics(const desk::TagId &parent, qsizetype above,
                   const QHash<desk::TagId, QList<const desk::Tag *>> &below);
    void fillTopics();
    void relate();
    [[nodiscard]] QList<qsizetype> relatedTo(qsizetype article) const;
    [[nodiscard]] QByteArray lineOf(const Article &article) const;

    const Edition &m_edition;
    QList<Article> m_articles;
    QList<Redirect> m_redirects;
    QList<Topic> m_topics;
    QHash<desk::ArticleId, qsizetype> m_byId;
    QHash<desk::TagId, qsizetype> m_topicOf;
    QHash<desk::AssetId, Picture> m_pictures;
};

} // namespace site
