// What a text holds besides its words: headings, links and images with their lines, for checks and for navigation.
// Pure, any thread. A text that is not parsed (markdown/limits.h) has an empty outline.
#pragma once

#include "markdown/renderer.h"

#include <QString>
#include <QVector>

namespace markdown {

struct Heading {
    int level = 1; // 1 to 6, as written
    QString text;
    int line = 1; // counted from 1
};

struct Link {
    QString url; // as written, entities and escapes resolved
    QString text;
    int line = 1;
    bool kept = true; // false: the address is not published, its scheme is not allowed
};

struct Image {
    QString url;
    QString alt; // the alternative text; empty if none was given
    int line = 1;
    bool kept = true; // false: not published, it would be fetched from elsewhere
};

struct Outline {
    QVector<Heading> headings;
    QVector<Link> links;
    QVector<Image> images;
};

// All of it in the order of the text. Of `options`, dialect and attachments are used.
[[nodiscard]] Outline outline(const QString &text, const Options &options = {});

[[nodiscard]] inline QVector<Link> links(const QString &text)
{
    return outline(text).links;
}

[[nodiscard]] inline QVector<Image> images(const QString &text)
{
    return outline(text).images;
}

} // namespace markdown
