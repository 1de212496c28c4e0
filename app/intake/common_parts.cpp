#include "intake/common_parts.h"

#include "intake/rare.h"

#include <QStringList>

#include <algorithm>
#include <vector>

namespace intake {

namespace {

constexpr qsizetype mostParagraphs = 4096;   // known at a time
constexpr qsizetype mostOfPost = 12;         // at the edge
constexpr qsizetype longestParagraph = 2000; // characters

} // namespace

void ParagraphCensus::add(const QString &markdown)
{
    ++m_posts;
    QList<MarkdownBlock> blocks = markdownBlocks(markdown);
    blocks.removeIf([](const MarkdownBlock &block) { return block.kind == MarkdownBlock::Kind::Rule; });
    if (m_edge == Edge::End)
        std::reverse(blocks.begin(), blocks.end());
    const qsizetype looked = std::min(blocks.size(), mostOfPost);
    for (qsizetype place = 0; place < looked; ++place) {
        const MarkdownBlock &block = blocks.at(place);
        const QString key = blockKey(block);
        if (key.isEmpty() || key.size() > longestParagraph)
            continue;
        Seen &seen = m_seen[key];
        if (seen.lastPost == m_posts)
            continue;
        seen.lastPost = m_posts;
        seen.places += place;
        if (++seen.posts == 2)
            seen.text = markdownOf({block});
    }
    dropRare(m_seen, mostParagraphs, [](const Seen &seen) { return seen.posts; });
}

QString ParagraphCensus::common(qint64 posts, qint64 &having) const
{
    std::vector<const Seen *> found;
    for (const Seen &seen : m_seen) {
        if (seen.posts >= 2 && seen.posts * 2 > posts)
            found.push_back(&seen);
    }
    // By the mean of their places.
    std::sort(found.begin(), found.end(), [](const Seen *a, const Seen *b) {
        const double left = double(a->places) / double(a->posts);
        const double right = double(b->places) / double(b->posts);
        return left < right || (left == right && a->text < b->text);
    });
    if (m_edge == Edge::End)
        std::reverse(found.begin(), found.end());
    QStringList texts;
    having = 0;
    for (const Seen *const seen : found) {
        having = texts.isEmpty() ? seen->posts : std::min(having, seen->posts);
        texts.append(seen->text);
    }
    return texts.join(QStringLiteral("\n\n"));
}

void CommonPartsCensus::add(const QString &before, const QString &after)
{
    ++m_posts;
    m_before.add(before);
    m_after.add(after);
}

CommonParts CommonPartsCensus::result() const
{
    CommonParts parts;
    parts.introduction = m_before.common(m_posts, parts.introductionPosts);
    parts.callToAction = m_after.common(m_posts, parts.callPosts);
    return parts;
}

} // namespace intake
