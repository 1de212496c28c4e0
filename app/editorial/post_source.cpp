#include "editorial/post_source.h"

#include "base/text.h"
#include "desk/paths.h"
#include "markdown/renderer.h"
#include "site/address.h"
#include "site/outline.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QUrl>
#include <QtConcurrentMap>

#include <array>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_source)
};

using desk::ArticleStage;

constexpr qsizetype lookedForAtOnce = 64; // posts; where their pictures are read, one at a time
constexpr qsizetype titleLength = 60;     // characters, of a title made from the text
constexpr qsizetype summaryLength = 300;  // characters

// Only what was public is approved. Whatever is not in this table is a draft.
struct StatusRow {
    QLatin1String status;
    std::optional<ArticleStage> stage; // none: the post is left out
};

const std::array statuses{
    StatusRow{QLatin1String("publish"), ArticleStage::Approved},
    StatusRow{QLatin1String("future"), ArticleStage::InReview},
    StatusRow{QLatin1String("pending"), ArticleStage::InReview},
    StatusRow{QLatin1String("draft"), ArticleStage::Draft},
    StatusRow{QLatin1String("private"), ArticleStage::Draft},
    StatusRow{QLatin1String("trash"), std::nullopt},
    StatusRow{QLatin1String("inherit"), std::nullopt},
    StatusRow{QLatin1String("auto-draft"), std::nullopt},
};

std::optional<ArticleStage> stageOf(const QString &status)
{
    for (const StatusRow &row : statuses) {
        if (status == row.status)
            return row.stage;
    }
    return ArticleStage::Draft;
}

QByteArray digestOf(const intake::WordPressItem &item, const QList<desk::AttachmentId> &pictures)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    QStringList parts{item.type,
                      item.status,
                      item.title,
                      item.link,
                      item.slug,
                      base::toIso(item.date),
                      item.author,
                      item.content,
                      item.excerpt,
                      item.thumbnail,
                      item.hasPassword ? QStringLiteral("p") : QString()};
    for (const intake::WordPressTerm &term : item.terms)
        parts.append(term.name);
    for (const desk::AttachmentId &picture : pictures)
        parts.append(picture.toString());
    for (const QString &part : parts) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    return hash.result();
}

// The category that WordPress gives to what has none.
bool isNoTopic(const intake::WordPressTerm &term)
{
    return term.kind == intake::WordPressTerm::Kind::Category && term.slug == QLatin1String("uncategorized");
}

QStringList topicsOf(const intake::WordPressItem &item)
{
    QStringList topics;
    for (const intake::WordPressTerm &term : item.terms) {
        if (!isNoTopic(term) && !term.name.simplified().isEmpty())
            topics.append(term.name.simplified());
    }
    topics.removeDuplicates();
    return topics;
}

// Of the old site's address, what stands behind its host and folder: "2019/05/the-car/" of
// "https://old.example/blog/2019/05/the-car/". Empty where there is nothing of the kind.
QString addressWithin(const QString &link, const QString &site)
{
    const QUrl url(link.trimmed());
    QString path = url.path(QUrl::FullyDecoded).normalized(QString::NormalizationForm_C);
    const QString folder = QUrl(site).path(QUrl::FullyDecoded);
    if (folder.size() > 1 && path.startsWith(folder + QLatin1Char('/')))
        path.remove(0, folder.size());
    while (path.startsWith(QLatin1Char('/')))
        path.remove(0, 1);
    if (path.isEmpty())
        return {};
    const QString last = path.section(QLatin1Char('/'), -1);
    return last.isEmpty() || last.contains(QLatin1Char('.')) ? path : QString(path + QLatin1Char('/'));
}

QString slugOf(const intake::WordPressItem &item)
{
    static const QRegularExpression ending(QStringLiteral("\\.html?$"));
    QString slug = QUrl::fromPercentEncoding(item.slug.toUtf8());
    slug.remove(ending);
    const auto accepted = desk::acceptSlug(slug);
    return accepted ? *accepted : desk::slugFor(slug.isEmpty() ? item.title : slug);
}

// An alternative text as Markdown takes it.
QString escaped(const QString &words)
{
    static const QRegularExpression marks(QStringLiteral("([\\\\\\[\\]*_`<&!])"));
    return words.simplified().replace(marks, QStringLiteral("\\\\1"));
}

QString titleOf(const intake::WordPressItem &item, const QString &text)
{
    if (!item.title.simplified().isEmpty())
        return item.title.simplified();
    const QString beginning = base::excerpt(markdown::toPlainText(text), titleLength);
    return beginning.isEmpty() ? Words::tr("Post %1").arg(item.id) : beginning;
}

} // namespace

PostSource::PostSource(const PostCatalogue &catalogue, const PostWish &wish, const QTimeZone &zone, Pictures pictures)
    : m_catalogue(catalogue)
    , m_wish(wish)
    , m_zone(zone)
    , m_pictures(pictures)
    , m_folder(wish.uploads)
    , m_reader(wish.files)
{
    for (const intake::WordPressAuthor &author : catalogue.authors)
        m_authors.insert(author.login, author.name);
}

base::Result<std::optional<ReadPost>> PostSource::next()
{
    if (m_ready.isEmpty()) {
        if (const auto filled = fill(); !filled)
            return filled.error();
    }
    return m_ready.isEmpty() ? std::optional<ReadPost>() : std::optional(m_ready.takeFirst());
}

base::Result<void> PostSource::fill()
{
    const qsizetype most = m_pictures == Pictures::LookFor ? lookedForAtOnce : 1;
    QList<PlacedItem> items;
    while (items.size() < most) {
        auto item = m_reader.next();
        if (!item)
            return item.error();
        if (!*item)
            break;
        if (!m_wish.types.contains((*item)->type))
            continue;
        const QString place = m_reader.place(**item);
        items.append({**std::move(item), place});
    }
    m_ready = QtConcurrent::blockingMapped<QList<ReadPost>>(
        items, [this](const PlacedItem &item) { return read(item.item, item.place); });
    return {};
}

ReadPost PostSource::read(const intake::WordPressItem &item, const QString &place) const
{
    ReadPost read;
    read.place = place;
    read.status = item.status;
    const auto stage = stageOf(item.status);
    desk::Post &post = read.post;
    post.guid = item.guid.isEmpty() ? m_catalogue.site.link + QLatin1String("/?p=") + item.id : item.guid;
    post.title = item.title.simplified();
    if (!item.problem.isEmpty())
        read.leftOut = item.problem;
    else if (!stage)
        read.leftOut = Words::tr("Its status is “%1”.").arg(item.status);
    if (!read.leftOut.isEmpty())
        return read;
    post.stage = item.hasPassword && *stage == ArticleStage::Approved ? ArticleStage::Draft : *stage;
    if (item.hasPassword)
        read.notes.append(Words::tr("It was behind a password, which was left out; it is a draft."));
    post.date =
        item.date.isValid() ? item.date : QDateTime(item.localDate.date(), item.localDate.time(), m_zone).toUTC();
    post.author = m_authors.value(item.author);
    post.topics = topicsOf(item);
    post.slug = slugOf(item);
    readAddress(item, read);
    readText(item, read);
    if (post.text.isEmpty())
        read.leftOut = Words::tr("It has no text.");
    post.title = titleOf(item, post.text);
    return read;
}

void PostSource::readAddress(const intake::WordPressItem &item, ReadPost &read) const
{
    const QString address = addressWithin(item.link, m_catalogue.site.link);
    const auto file = site::fileOf(address);
    if (address.isEmpty())
        return;
    if (!file || site::isSpokenFor(*file)) {
        read.notes.append(Words::tr("Its address, %1, cannot be kept: the site has no place for it.").arg(address));
        return;
    }
    (m_wish.addresses == PostAddresses::Keep ? read.post.path : read.post.redirect) = address;
}

void PostSource::readText(const intake::WordPressItem &item, ReadPost &read) const
{
    const intake::PostReading reading{
        m_catalogue.site.link,
        [this, &read](const intake::PostPicture &picture) { return pictureFor(picture, read); },
    };
    const intake::PostText text = intake::postText(item.content, reading);
    read.post.text = text.markdown.trimmed();
    read.notes.append(text.notExpressed);
    const intake::PostText summary = intake::postText(item.excerpt, {m_catalogue.site.link, {}});
    read.post.summary = base::excerpt(markdown::toPlainText(summary.markdown), summaryLength);

    // The picture that stood above the post, unless the text shows it too.
    const intake::PostPicture featured = m_catalogue.pictures.value(item.thumbnail);
    if (!featured.address.isEmpty() && std::ranges::none_of(text.pictures, [&featured](const intake::PostPicture &one) {
            return one.address == featured.address;
        })) {
        const QString destination = pictureFor(featured, read);
        if (!destination.isEmpty())
            read.post.picture = QStringLiteral("![%1](%2)").arg(escaped(featured.alternative), destination);
    }
    QList<desk::AttachmentId> ids;
    for (const storage::PostPicture &picture : std::as_const(read.pictures))
        ids.append(picture.id);
    read.source = digestOf(item, ids);
}

QString PostSource::pictureFor(const intake::PostPicture &picture, ReadPost &read) const
{
    const QString file = m_folder.find(picture.address);
    if (file.isEmpty()) {
        read.picturesMissing.append(picture.address);
        return {};
    }
    storage::PostPicture found;
    found.id = desk::AttachmentId::fromName(QLatin1String("post-picture/") + read.post.guid + QLatin1Char('/') +
                                            file.section(QLatin1Char('/'), -1) + picture.address);
    const QString destination = QLatin1String("attachment:") + found.id.toString();
    const auto isIt = [&found](const storage::PostPicture &one) {
        return one.id == found.id;
    };
    if (std::ranges::none_of(read.pictures, isIt)) {
        if (m_pictures == Pictures::Read) {
            auto content = PictureFolder::read(file);
            if (!content) {
                read.notes.append(content.error().message);
                return {};
            }
            found.name = content->name;
            found.mediaType = content->mediaType;
            found.content = std::move(content->content);
        }
        ++read.picturesFound;
        read.pictures.append(std::move(found));
    }
    return destination;
}

} // namespace editorial
