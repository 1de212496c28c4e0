// PostCatalogue: what a first walk through an archive of past columns tells: that it can be read to its end, what it
// holds, and what posts further on refer to: authors, topics, pictures. Values.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "intake/post_text.h"
#include "intake/wordpress_export.h"

#include <QHash>
#include <QMap>
#include <QStringList>

#include <memory>
#include <optional>

namespace editorial {

struct PostCatalogue {
    intake::WordPressSite site;
    QList<intake::WordPressAuthor> authors;
    QList<intake::WordPressTerm> terms;
    QHash<QString, intake::PostPicture> pictures; // by the id that posts name them by
    QMap<QString, qint64> types;                  // how many items there are of each: "post", "page"
    QStringList warnings;                         // for people: what was repaired and what is dropped
};

// The items of several files of one archive, one after another.
class PostFiles
{
public:
    explicit PostFiles(const QStringList &files);

    // Nothing at the end of the last file. An error names the file.
    [[nodiscard]] base::Result<std::optional<intake::WordPressItem>> next();
    [[nodiscard]] QString place(const intake::WordPressItem &item) const; // for people: "posts.xml, line 120"
    [[nodiscard]] qint64 position() const;                                // bytes of all files
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    QStringList m_files;
    qsizetype m_at = -1; // of the file at hand
    qint64 m_before = 0; // bytes of the files before it
    qint64 m_size = 0;
    std::unique_ptr<intake::WordPressReader> m_reader;
};

// Kind::Cancelled, Kind::Io, or Kind::Damaged with the line where the archive is beyond repair.
[[nodiscard]] base::Result<PostCatalogue> readCatalogue(const QStringList &files, base::Progress &progress);

} // namespace editorial
