// CommonParts: what most posts of a column begin and end with, so that it can become the masthead's introduction and
// call to action. Values, any thread.
#pragma once

#include "intake/markdown_blocks.h"

#include <QHash>

namespace intake {

// Markdown; empty: most posts have nothing in common there.
struct CommonParts {
    QString introduction;
    QString callToAction;
    qint64 introductionPosts = 0; // that begin so
    qint64 callPosts = 0;         // that end so
};

// Counts paragraph by paragraph, without regard to white space, over any number of posts in bounded memory.
class CommonPartsCensus
{
public:
    // What stands before the first letter of a post, and its last answer.
    void add(const QString &before, const QString &answer);
    // The paragraphs that stand there in more than half of the posts, if those are three at least.
    [[nodiscard]] CommonParts result() const;

private:
    struct Paragraph {
        QString text;
        qint64 posts = 0;
        qint64 order = 0; // when it was first seen
    };
    using Paragraphs = QHash<QString, Paragraph>;

    void count(Paragraphs &paragraphs, const QList<MarkdownBlock> &blocks);
    [[nodiscard]] QString common(const Paragraphs &paragraphs, qint64 &posts) const;

    Paragraphs m_before;
    Paragraphs m_after;
    qint64 m_posts = 0;
    qint64 m_seen = 0;
};

} // namespace intake
