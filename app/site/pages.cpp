#include "site/pages.h"

#include "site/digest.h"
#include "site/frame.h"
#include "site/sitemap.h"

#include <limits>

namespace site {

namespace {

constexpr qint64 rendering = 1; // counts up when the same inputs make other pages

// Works out the keys; what all pages depend on goes into each.
class Keys
{
public:
    Keys(const Outline &outline, const Theme &theme, const Enclosures &enclosures)
        : m_outline(outline), m_enclosures(enclosures), m_frame(Frame::digest(outline, theme))
    {}

    [[nodiscard]] QByteArray of(Page::Kind kind, const QByteArrayList &inputs) const
    {
        Digest key;
        begin(key, kind);
        for (const QByteArray &input : inputs)
            key.add(input);
        return key.result().toHex();
    }
    [[nodiscard]] QByteArray ofArticle(const Outline::Article &article) const;
    [[nodiscard]] QByteArray ofFront() const;
    [[nodiscard]] QByteArray ofTopic(const Outline::Topic &topic) const;
    [[nodiscard]] QByteArray ofFeed(Page::Kind kind, const QString &name, const QList<qsizetype> &articles) const;
    [[nodiscard]] QByteArray ofRedirect(const Outline::Redirect &redirect) const;
    [[nodiscard]] QByteArray ofLines() const;

private:
    void begin(Digest &key, Page::Kind kind) const { key.add(rendering).add(qint64(kind)).add(m_frame); }
    static void addMoment(Digest &digest, const QDateTime &when)
    {
        digest.add(when.isValid() ? when.toMSecsSinceEpoch() : std::numeric_limits<qint64>::min());
    }
    void addTopics(Digest &digest, const QList<qsizetype> &topics) const
    {
        for (const qsizetype topic : topics)
            digest.add(m_outline.topics().at(topic).tag->name).add(m_outline.topics().at(topic).file);
    }
    void addLink(Digest &digest, qsizetype article) const
    {
        if (article < 0)
            digest.add(qint64(-1));
        else
            digest.add(m_outline.articles().at(article).head->title).add(m_outline.articles().at(article).file);
    }

    // The texts name attachments; which files those are does not show in the texts.
    void addEnclosures(Digest &digest, const ArticleHead &head) const
    {
        for (const QString &file : m_enclosures.filesOf(head))
            digest.add(file);
    }

    const Outline &m_outline;
    const Enclosures &m_enclosures;
    QByteArray m_frame;
};

QByteArray Keys::ofArticle(const Outline::Article &article) const
{
    const ArticleHead &head = *article.head;
    Digest key;
    begin(key, Page::Kind::Article);
    key.add(head.digest).add(article.line).add(article.byline);
    addMoment(key, head.published);
    addTopics(key, article.topics);
    addLink(key, article.newer);
    addLink(key, article.older);
    for (const qsizetype related : article.related)
        addLink(key, related);
    addEnclosures(key, head);
    return key.result().toHex();
}

QByteArray Keys::ofFront() const
{
    Digest key;
    begin(key, Page::Kind::Front);
    for (const Outline::Article &article : m_outline.articles().first(qMin(latestCount, m_outline.articles().size())))
        key.add(article.line).add(article.author);
    for (const Outline::Topic &topic : m_outline.topics())
        key.add(topic.tag->name).add(topic.file).add(topic.depth);
    return key.result().toHex();
}

QByteArray Keys::ofTopic(const Outline::Topic &topic) const
{
    Digest key;
    begin(key, Page::Kind::Topic);
    key.add(topic.tag->name).add(topic.file).add(topic.tag->description);
    key.add(topic.below.size());
    addTopics(key, topic.below);
    for (qsizetype above = topic.parent; above >= 0; above = m_outline.topics().at(above).parent)
        addTopics(key, {above});
    for (const qsizetype article : topic.articles)
        key.add(m_outline.articles().at(article).line);
    return key.result().toHex();
}

QByteArray Keys::ofFeed(Page::Kind kind, const QString &name, const QList<qsizetype> &articles) const
{
    Digest key;
    begin(key, kind);
    key.add(name);
    for (const qsizetype place : articles) {
        const Outline::Article &article = m_outline.articles().at(place);
        key.add(article.head->id.toString()).add(article.head->digest).add(article.line).add(article.author);
        addMoment(key, article.head->published);
        addEnclosures(key, *article.head);
    }
    return key.result().toHex();
}

// What a page says that shows these groups.
QByteArray groupsDigest(const QList<QaIndex::Group> &groups)
{
    Digest digest;
    const auto addLinks = [&digest](const QList<QaIndex::Link> &links) {
        digest.add(links.size());
        for (const QaIndex::Link &link : links)
            digest.add(link.text).add(link.file).add(link.anchor);
    };
    for (const QaIndex::Group &group : groups) {
        digest.add(group.letter).add(group.file).add(group.items.size());
        for (const QaIndex::Item &item : group.items) {
            digest.add(item.headings.size());
            addLinks({item.article});
            for (const QaIndex::Heading &heading : item.headings) {
                digest.add(heading.text).add(heading.anchor).add(heading.level);
                addLinks(heading.entries);
                addLinks(heading.see);
                addLinks(heading.seeAlso);
            }
        }
    }
    return digest.result();
}

QByteArray Keys::ofRedirect(const Outline::Redirect &redirect) const
{
    Digest key;
    begin(key, Page::Kind::Redirect);
    addLink(key, redirect.article);
    return key.result().toHex();
}

QByteArray Keys::ofLines() const
{
    Digest digest;
    for (const Outline::Article &article : m_outline.articles())
        digest.add(article.line);
    for (const Outline::Topic &topic : m_outline.topics())
        digest.add(topic.tag->name).add(topic.file).add(topic.depth).add(topic.articles.size());
    return digest.result();
}

void addAsset(QList<Page> &pages, const QString &file, const QByteArray &content)
{
    if (std::none_of(pages.begin(), pages.end(), [&file](const Page &page) { return page.file == file; }))
        pages.append({file, Page::Kind::Asset, -1, contentDigest(content), content});
}

void addAssets(QList<Page> &pages, const Outline &outline, const Theme &theme)
{
    addAsset(pages, Frame::styleFile(theme), theme.styleSheet());
    addAsset(pages, Frame::scriptFile(theme), theme.script());
    for (const desk::Author &author : outline.masthead().authors) {
        if (const Outline::Picture *const picture = outline.picture(author.picture))
            addAsset(pages, picture->file, *picture->content);
    }
}

void addEnclosures(QList<Page> &pages, const Enclosures &enclosures)
{
    for (qsizetype place = 0; place < enclosures.placed().size(); ++place)
        pages.append(
            {enclosures.placed().at(place).file, Page::Kind::Enclosure, place, enclosures.placed().at(place).key});
}

void addLists(QList<Page> &pages, const Keys &keys, const Outline &outline, const QaIndex &index)
{
    using Kind = Page::Kind;
    const QList<Outline::Topic> &topics = outline.topics();
    for (qsizetype place = 0; place < topics.size(); ++place)
        pages.append({topics.at(place).file, Kind::Topic, place, keys.ofTopic(topics.at(place))});
    if (index.isSplit()) {
        QByteArray letters;
        for (const QaIndex::Group &group : index.groups())
            letters += group.letter.toUtf8() + '\n';
        for (qsizetype place = 0; place < index.groups().size(); ++place)
            pages.append({index.groups().at(place).file, Kind::IndexGroup, place,
                          keys.of(Kind::IndexGroup, {groupsDigest({index.groups().at(place)}), letters})});
    }
    const QByteArray lines = keys.ofLines();
    pages.append({indexFile, Kind::Index, -1, keys.of(Kind::Index, {groupsDigest(index.groups()), lines})});
    pages.append({searchListFile, Kind::SearchList, -1, keys.of(Kind::SearchList, {lines})});
    pages.append({searchFile, Kind::Search, -1, keys.of(Kind::Search, {})});
    pages.append({notFoundFile, Kind::NotFound, -1, keys.of(Kind::NotFound, {})});
    pages.append({frontFile, Kind::Front, -1, keys.ofFront()});
}

// Feeds and the sitemap, which need absolute addresses.
void addAbsolute(QList<Page> &pages, const Keys &keys, const Outline &outline, const QaIndex &index)
{
    using Kind = Page::Kind;
    const QList<Outline::Topic> &topics = outline.topics();
    for (qsizetype place = 0; place < topics.size(); ++place) {
        Page page{topics.at(place).feed, Kind::TopicFeed, place, {}};
        page.key =
            keys.ofFeed(page.kind, topics.at(place).tag->name + topics.at(place).feed, feedArticles(outline, page));
        pages.append(page);
    }
    Page feed{feedFile, Kind::Feed, -1, {}};
    feed.key = keys.ofFeed(feed.kind, {}, feedArticles(outline, feed));
    pages.append(feed);

    QByteArrayList inputs{keys.ofLines()};
    for (const QaIndex::Group &group : index.groups())
        inputs.append(group.file.toUtf8());
    const qsizetype parts = sitemapParts(outline, index);
    for (qsizetype part = 1; part <= parts; ++part)
        pages.append({sitemapPartFile(part), Kind::Sitemap, part, keys.of(Kind::Sitemap, inputs)});
    pages.append({sitemapFile, Kind::Sitemap, 0, keys.of(Kind::Sitemap, inputs)});
}

} // namespace

QList<Page> pagesOf(const Outline &outline, const QaIndex &index, const Theme &theme, const Enclosures &enclosures)
{
    const Keys keys(outline, theme, enclosures);
    QList<Page> pages;
    pages.reserve(outline.articles().size() + 2 * outline.topics().size() + 64);
    addAssets(pages, outline, theme);
    addEnclosures(pages, enclosures);
    for (qsizetype place = 0; place < outline.articles().size(); ++place)
        pages.append({outline.articles().at(place).file, Page::Kind::Article, place,
                      keys.ofArticle(outline.articles().at(place))});
    for (qsizetype place = 0; place < outline.redirects().size(); ++place)
        pages.append({outline.redirects().at(place).file, Page::Kind::Redirect, place,
                      keys.ofRedirect(outline.redirects().at(place))});
    addLists(pages, keys, outline, index);
    if (outline.hasBaseUrl())
        addAbsolute(pages, keys, outline, index);
    return pages;
}

QList<qsizetype> feedArticles(const Outline &outline, const Page &page)
{
    QList<qsizetype> articles;
    const QList<qsizetype> *const of =
        page.kind == Page::Kind::TopicFeed ? &outline.topics().at(page.subject).articles : nullptr;
    const qsizetype count = of ? of->size() : outline.articles().size();
    for (qsizetype at = 0; at < count && articles.size() < latestCount; ++at) {
        const qsizetype place = of ? of->at(at) : at;
        if (outline.articles().at(place).head->published.isValid())
            articles.append(place);
    }
    return articles;
}

} // namespace site
