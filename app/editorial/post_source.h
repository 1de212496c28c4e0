// PostSource: an archive of past columns as an import reads it: one post after another as Markdown, with its pictures.
// Owned by an import or a survey; one thread at a time.
#pragma once

#include "desk/post.h"
#include "editorial/picture_folder.h"
#include "editorial/post_catalogue.h"
#include "storage/post_store.h"

#include <QTimeZone>

namespace editorial {

// What becomes of the addresses that posts had.
enum class PostAddresses {
    Keep,     // the article keeps it
    Redirect, // the article gets one of the masthead's pattern, and the old one leads there
};

struct PostWish {
    QStringList files;                            // that belong together
    QString uploads;                              // a folder with the pictures; empty: none
    QStringList types = {QStringLiteral("post")}; // "page" and what else the archive has
    PostAddresses addresses = PostAddresses::Keep;
};

// A post that was read, or word of one that is left out.
struct ReadPost {
    desk::Post post;
    QString place;     // for people: "posts.xml, line 120"
    QString status;    // as the archive has it: "publish"
    QString leftOut;   // for people: why it does not come onto the desk; empty: it does
    QByteArray source; // a digest of what the archive says of it
    QStringList notes; // for people: what is odd about it, what could not be expressed
    QList<storage::PostPicture> pictures;
    qint64 picturesFound = 0;
    QStringList picturesMissing; // addresses
};

class PostSource
{
public:
    // Whether pictures are read, or only looked for.
    enum class Pictures { Read, LookFor };

    // `catalogue` is that of the same files and has to stay. `zone` is that of dates without one.
    PostSource(const PostCatalogue &catalogue, const PostWish &wish, const QTimeZone &zone, Pictures pictures);

    // The next post of the wanted types; nothing at the end. Without their pictures, some are read at once by all
    // cores.
    [[nodiscard]] base::Result<std::optional<ReadPost>> next();
    [[nodiscard]] qint64 position() const { return m_reader.position(); }
    [[nodiscard]] qint64 size() const { return m_reader.size(); }

private:
    struct PlacedItem {
        intake::WordPressItem item;
        QString place;
    };

    [[nodiscard]] base::Result<void> fill();
    [[nodiscard]] ReadPost read(const intake::WordPressItem &item, const QString &place) const;
    void readText(const intake::WordPressItem &item, ReadPost &read) const;
    void readAddress(const intake::WordPressItem &item, ReadPost &read) const;
    [[nodiscard]] QString pictureFor(const intake::PostPicture &picture, ReadPost &read) const;

    const PostCatalogue &m_catalogue;
    PostWish m_wish;
    QTimeZone m_zone;
    Pictures m_pictures;
    PictureFolder m_folder;
    PostFiles m_reader;
    QHash<QString, QString> m_authors; // names by login
    QList<ReadPost> m_ready;
};

} // namespace editorial
