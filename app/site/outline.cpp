#include "site/outline.h"

#include "site/address.h"
#include "site/digest.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <vector>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::outline)
};

constexpr qsizetype relatedWindow = 12; // how far from an article, within a topic, related ones are looked for

desk::Finding blocker(const ArticleHead &head, const QString &check, const QString &message)
{
    return {desk::Finding::Severity::Blocker, check, head.id, Words::tr("address"), head.path, message};
}

const QStringList &standingFiles()
{
    static const QStringList files{frontFile, indexFile, searchFile, notFoundFile, feedFile, sitemapFile};
    return files;
}

// Which files and folders are spoken for, without regard to capitals.
class Claims
{
public:
    Claims()
    {
        for (const QString &file : standingFiles())
            m_files.insert(clashKey(file), file);
    }

    // The path that is in the way of the file, or nothing; then the file is taken.
    QString take(const QString &file)
    {
        const QString key = clashKey(file);
        if (m_files.contains(key) || m_folders.contains(key))
            return m_files.value(key, file);
        QStringList folders;
        for (qsizetype slash = key.indexOf(QLatin1Char('/')); slash > 0;
             slash = key.indexOf(QLatin1Char('/'), slash + 1))
            folders.append(key.first(slash));
        for (const QString &folder : folders) {
            if (m_files.contains(folder))
                return m_files.value(folder);
        }
        m_files.insert(key, file);
        for (const QString &folder : folders)
            m_folders.insert(folder);
        return {};
    }

private:
    QHash<QString, QString> m_files;
    QSet<QString> m_folders;
};

bool isReserved(const QString &file)
{
    static const QRegularExpression sitemap(QStringLiteral("^sitemap-[0-9]+\\.xml$"),
                                            QRegularExpression::CaseInsensitiveOption);
    const QStringView first = *QStringView(file).tokenize(u'/').begin();
    for (const QStringView ours : {u"assets", u"topics", u"qa-index"}) {
        if (first.compare(ours, Qt::CaseInsensitive) == 0)
            return true;
    }
    return file.startsWith(u"sitemap-", Qt::CaseInsensitive) && sitemap.match(file).hasMatch();
}

bool isNewer(const ArticleHead *a, const ArticleHead *b)
{
    if (a->published.isValid() != b->published.isValid())
        return !a->published.isValid();
    if (a->published.isValid() && a->published != b->published)
        return a->published > b->published;
    return a->id < b->id;
}

// The file of each article whose address can be used. `heads` have the newest first; those who were there first keep
// their address.
QHash<const ArticleHead *, QString> filesFor(const QList<const ArticleHead *> &heads, Claims &claims,
                                             QList<desk::Finding> &findings)
{
    QHash<const ArticleHead *, QString> files;
    for (auto head = heads.crbegin(); head != heads.crend(); ++head) {
        const base::Result<QString> file = fileOf((*head)->path);
        if (!file || isReserved(*file)) {
            findings.append(blocker(**head, QStringLiteral("path"),
                                    file
                                        ? Words::tr("The site keeps this address for itself. Give the article another.")
                                        : file.error().message));
        } else if (const QString other = claims.take(*file); !other.isEmpty()) {
            findings.append(blocker(**head, QStringLiteral("path-clash"),
                                    Words::tr("The address is taken by %1; capitals do not count. Give the article "
                                              "another.")
                                        .arg(other)));
        } else {
            files.insert(*head, *file);
        }
    }
    return files;
}

// Why nothing can lead from there; empty: it can, and the file is taken.
QString whyNotFrom(const base::Result<QString> &file, Claims &claims)
{
    if (!file)
        return file.error().message;
    if (isReserved(*file))
        return Words::tr("The site keeps this address for itself.");
    const QString other = claims.take(*file);
    return other.isEmpty() ? QString() : Words::tr("The address is taken by %1 now.").arg(other);
}

QString pictureName(const Picture &picture)
{
    static const QRegularExpression kinds(QStringLiteral("^(png|jpe?g|gif|webp|svg)$"));
    const QString name = picture.fileName.toLower();
    const QString ending = name.section(QLatin1Char('.'), -1);
    if (!name.contains(QLatin1Char('.')) || !kinds.match(ending).hasMatch() || picture.content.isEmpty())
        return {};
    return QStringLiteral("assets/picture-%1.%2")
        .arg(QString::fromLatin1(contentDigest(picture.content).first(12)), ending);
}

} // namespace

bool isSpokenFor(const QString &file)
{
    return isReserved(file) || standingFiles().contains(file, Qt::CaseInsensitive);
}

Outline::Outline(const Edition &edition, QList<desk::Finding> &findings) : m_edition(edition)
{
    placePictures();
    placeArticles(findings);
    placeTopics();
    relate();
    for (Article &article : m_articles)
        article.line = lineOf(article);
}

const Outline::Picture *Outline::picture(const desk::AssetId &id) const
{
    const auto found = m_pictures.constFind(id);
    return found == m_pictures.constEnd() ? nullptr : &found.value();
}

void Outline::placePictures()
{
    for (const site::Picture &picture : m_edition.pictures) {
        if (const QString file = pictureName(picture); !file.isEmpty())
            m_pictures.insert(picture.id, {file, &picture.content});
    }
}

void Outline::placeArticles(QList<desk::Finding> &findings)
{
    QList<const ArticleHead *> heads;
    for (const ArticleHead &head : m_edition.articles) {
        if (!m_edition.asOf.isValid() || !head.published.isValid() || head.published <= m_edition.asOf)
            heads.append(&head);
    }
    std::sort(heads.begin(), heads.end(), isNewer);

    Claims claims;
    const QHash<const ArticleHead *, QString> files = filesFor(heads, claims, findings);
    const QList<desk::Author> &authors = masthead().authors;
    for (const ArticleHead *head : heads) {
        if (!files.contains(head))
            continue;
        const auto author = std::find_if(authors.begin(), authors.end(),
                                         [head](const desk::Author &one) { return one.id == head->author; });
        Article article;
        article.head = head;
        article.file = files.value(head);
        article.byline = author != authors.end() ? author - authors.begin() : (authors.isEmpty() ? -1 : 0);
        article.author = article.byline < 0 ? QString() : authors.at(article.byline).name;
        article.older = m_articles.size() + 1;
        article.newer = m_articles.size() - 1;
        m_byId.insert(head->id, m_articles.size());
        m_articles.append(article);
    }
    if (!m_articles.isEmpty())
        m_articles.last().older = -1;

    for (const site::Redirect &redirect : m_edition.redirects) {
        const qsizetype article = articleAt(redirect.article);
        const base::Result<QString> file = fileOf(redirect.path);
        if (article < 0 || (file && clashKey(*file) == clashKey(m_articles.at(article).file)))
            continue;
        if (const QString hindrance = whyNotFrom(file, claims); hindrance.isEmpty())
            m_redirects.append({*file, article});
        else
            findings.append({desk::Finding::Severity::Warning, QStringLiteral("redirect"), redirect.article,
                             Words::tr("earlier address"), redirect.path,
                             Words::tr("Nothing leads readers on from there. %1").arg(hindrance)});
    }
}

void Outline::placeTopics()
{
    QSet<desk::TagId> known;
    for (const desk::Tag &tag : m_edition.tags)
        known.insert(tag.id);
    QHash<desk::TagId, QList<const desk::Tag *>> below;
    for (const desk::Tag &tag : m_edition.tags) {
        if (isFilePath(tag.slug) && !tag.slug.contains(QLatin1Char('/')))
            below[known.contains(tag.parent) ? tag.parent : desk::TagId()].append(&tag);
    }
    for (QList<const desk::Tag *> &tags : below) {
        std::sort(tags.begin(), tags.end(), [](const desk::Tag *a, const desk::Tag *b) {
            const int order = a->name.compare(b->name, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : a->id < b->id;
        });
    }

    // Topics without articles are not shown: a tag that only an unpublished article has tells of it.
    QSet<desk::TagId> used;
    QHash<desk::TagId, desk::TagId> above;
    for (const desk::Tag &tag : m_edition.tags)
        above.insert(tag.id, tag.parent);
    for (const Article &article : m_articles) {
        for (desk::TagId tag : article.head->tags) {
            for (; known.contains(tag) && !used.contains(tag); tag = above.value(tag))
                used.insert(tag);
        }
    }
    for (QList<const desk::Tag *> &tags : below)
        tags.removeIf([&used](const desk::Tag *tag) { return !used.contains(tag->id); });
    addTopics({}, -1, below);
    fillTopics();
}

void Outline::addTopics(const desk::TagId &parent, qsizetype above,
                        const QHash<desk::TagId, QList<const desk::Tag *>> &below)
{
    for (const desk::Tag *tag : below.value(parent)) {
        const qsizetype place = m_topics.size();
        Topic topic;
        topic.tag = tag;
        topic.file = QStringLiteral("topics/%1.html").arg(tag->slug);
        topic.feed = QStringLiteral("topics/%1.xml").arg(tag->slug);
        topic.parent = above;
        topic.depth = above < 0 ? 0 : m_topics.at(above).depth + 1;
        m_topics.append(topic);
        m_topicOf.insert(tag->id, place);
        if (above >= 0)
            m_topics[above].below.append(place);
        addTopics(tag->id, place, below);
    }
}

void Outline::fillTopics()
{
    for (qsizetype place = 0; place < m_articles.size(); ++place) {
        Article &article = m_articles[place];
        for (const desk::TagId &tag : article.head->tags) {
            qsizetype topic = m_topicOf.value(tag, -1);
            if (topic >= 0 && !article.topics.contains(topic))
                article.topics.append(topic);
            for (; topic >= 0; topic = m_topics.at(topic).parent) {
                QList<qsizetype> &articles = m_topics[topic].articles;
                if (articles.isEmpty() || articles.last() != place)
                    articles.append(place);
            }
        }
        std::sort(article.topics.begin(), article.topics.end(), [this](qsizetype a, qsizetype b) {
            const int order = m_topics.at(a).tag->name.compare(m_topics.at(b).tag->name, Qt::CaseInsensitive);
            return order != 0 ? order < 0 : a < b;
        });
    }
}

void Outline::relate()
{
    for (qsizetype place = 0; place < m_articles.size(); ++place)
        m_articles[place].related = relatedTo(place);
}

// Those that share most topics; among equals, those nearest in time. Only neighbours within a topic are looked at, so
// that a new article changes few of the older pages.
QList<qsizetype> Outline::relatedTo(qsizetype article) const
{
    std::vector<qsizetype> near; // once for every topic shared
    for (const qsizetype topic : m_articles.at(article).topics) {
        const QList<qsizetype> &articles = m_topics.at(topic).articles;
        const qsizetype at = std::lower_bound(articles.begin(), articles.end(), article) - articles.begin();
        const qsizetype end = qMin(articles.size(), at + relatedWindow + 1);
        for (qsizetype other = qMax<qsizetype>(0, at - relatedWindow); other < end; ++other) {
            if (other != at)
                near.push_back(articles.at(other));
        }
    }
    std::sort(near.begin(), near.end());

    struct Other {
        qsizetype shared;
        qsizetype distance;
        qsizetype place;
    };
    std::vector<Other> others;
    for (const qsizetype place : near) {
        if (!others.empty() && others.back().place == place)
            ++others.back().shared;
        else
            others.push_back({1, qAbs(place - article), place});
    }
    const auto count = qMin(relatedCount, qsizetype(others.size()));
    std::partial_sort(others.begin(), others.begin() + count, others.end(), [](const Other &a, const Other &b) {
        if (a.shared != b.shared)
            return a.shared > b.shared;
        return a.distance != b.distance ? a.distance < b.distance : a.place > b.place;
    });
    QList<qsizetype> related;
    for (qsizetype at = 0; at < count; ++at)
        related.append(others.at(size_t(at)).place);
    return related;
}

QByteArray Outline::lineOf(const Article &article) const
{
    Digest digest;
    digest.add(article.head->title).add(article.file).add(summary(*article.head));
    digest.add(article.head->published.isValid() ? article.head->published.date().toJulianDay() : -1);
    for (const qsizetype topic : article.topics)
        digest.add(m_topics.at(topic).tag->name);
    return digest.result();
}

} // namespace site
