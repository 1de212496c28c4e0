// PostText: the content of a post in a WordPress archive, HTML with shortcodes and marks of blocks, as the Markdown of
// an answer. Nothing in it is run, opened or fetched; what is hidden stays out. Bounded in size, depth, memory and time
// as HtmlText is. Pure, any thread.
#pragma once

#include <QList>
#include <QStringList>

#include <functional>

namespace intake {

struct PostPicture {
    QString address; // by http or https; "/path" where the site is not known
    QString alternative;
};

struct PostText {
    QString markdown;         // blocks parted by one blank line; lines end with "\n"; no blank lines around it. A line
                              // end within a paragraph is a hard break: "\" and "\n".
    QStringList notExpressed; // for people, each kind once with how often: "2 tables as text". Never quotes the text
    QList<PostPicture> pictures; // that were asked for, in order
};

struct PostReading {
    QString site; // "https://askhazel.example": links to it become "/path" of the site; may be empty
    // The destination of a picture in Markdown ("attachment:ID"). Empty: it becomes a link with its alternative text,
    // or that text alone within a link; where there is none, it is left out and told of.
    std::function<QString(const PostPicture &)> picture;
};

// Line ends become paragraphs and breaks as WordPress makes them, unless the block editor marked the paragraphs.
[[nodiscard]] PostText postText(const QString &content, const PostReading &reading);

} // namespace intake
