// CommonParts: what a column prints on all its pages: the introduction before the letter and the call to action behind
// the answer. Found by reading many posts, and shown to a person before it is used. Owned by the reader of an archive,
// one thread at a time; its memory is bounded.
#pragma once

#include "intake/markdown_blocks.h"

#include <QHash>
#include <QString>

namespace intake {

struct CommonParts {
    QString introduction; // Markdown, its paragraphs in the order in which they mostly stand; empty: there is none
    QString callToAction; // the same
    qint64 introductionPosts = 0; // that have the whole of it; at least, of many thousands
    qint64 callPosts = 0;
};

// How often each paragraph of one place was seen.
class ParagraphCensus
{
public:
    enum class Edge { Beginning, End }; // that places are counted from

    explicit ParagraphCensus(Edge edge) : m_edge(edge) {}

    void add(const QString &markdown);

    // What stands in more than half of `posts`, and in two at least; in how many of them all of it stands is added.
    [[nodiscard]] QString common(qint64 posts, qint64 &having) const;

private:
    struct Seen {
        qint64 posts = 0;
        qint64 places = 0; // the sum, of the posts
        qint64 lastPost = 0;
        QString text; // from the second post on
    };

    Edge m_edge;
    qint64 m_posts = 0;
    QHash<QString, Seen> m_seen; // by the key of the paragraph
};

class CommonPartsCensus
{
public:
    // What stands in a post before the label of its first letter, and its last answer whole, Markdown.
    void add(const QString &before, const QString &after);

    // Of what was added so far.
    [[nodiscard]] CommonParts result() const;

private:
    qint64 m_posts = 0;
    ParagraphCensus m_before{ParagraphCensus::Edge::Beginning};
    ParagraphCensus m_after{ParagraphCensus::Edge::End};
};

} // namespace intake
