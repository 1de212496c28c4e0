// Exports for the tests of WordPressReader, and all that it reads of one.
#pragma once

#include "intake/wordpress_export.h"

#include <QBuffer>

namespace wordpress_sample {

inline std::unique_ptr<QBuffer> deviceWith(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

inline const QByteArray namespaces = " xmlns:excerpt=\"http://wordpress.org/export/1.2/excerpt/\""
                                     " xmlns:content=\"http://purl.org/rss/1.0/modules/content/\""
                                     " xmlns:dc=\"http://purl.org/dc/elements/1.1/\""
                                     " xmlns:wp=\"http://wordpress.org/export/1.2/\"";

// An export with this in its channel; the channel begins in line 3, what is in it in line 4.
inline QByteArray exportOf(const QByteArray &inside, const QByteArray &declared = namespaces)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"" + declared + ">\n<channel>\n" + inside +
           "</channel>\n</rss>\n";
}

// A post with this in it.
inline QByteArray post(const QByteArray &inside)
{
    return "<item>\n<wp:post_type>post</wp:post_type>\n" + inside + "</item>\n";
}

struct Export {
    std::optional<base::Error> error;
    intake::WordPressSite site;
    QList<intake::WordPressAuthor> authors;
    QList<intake::WordPressTerm> terms;
    QList<intake::WordPressItem> items;
    QList<intake::XmlRepair> repairs;
    qint64 comments = 0;
};

inline Export readAll(intake::WordPressReader &reader, const base::Result<void> &opened)
{
    Export all;
    if (!opened)
        all.error = opened.error();
    while (!all.error) {
        auto item = reader.next();
        if (!item)
            all.error = item.error();
        else if (!*item)
            break;
        else
            all.items.append(**item);
    }
    all.site = reader.site();
    all.authors = reader.authors();
    all.terms = reader.terms();
    all.repairs = reader.repairs();
    all.comments = reader.droppedComments();
    return all;
}

inline Export read(const QByteArray &file, qsizetype limit = intake::WordPressReader::usualLimit)
{
    intake::WordPressReader reader(limit);
    return readAll(reader, reader.open(deviceWith(file), QStringLiteral("blog.xml")));
}

} // namespace wordpress_sample
