#include "intake/common_parts.h"

#include <QSet>

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype mostParagraphs = 20'000; // held at once
constexpr qsizetype endLength = 6;           // paragraphs of an answer's end that are looked at
constexpr qint64 fewestPosts = 3;

} // namespace

void CommonPartsCensus::add(const QString &before, const QString &answer)
{
    ++m_posts;
    count(m_before, markdownBlocks(before));
    const QList<MarkdownBlock> blocks = withoutEdgeRules(markdownBlocks(answer));
    count(m_after, blocks.last(std::min(blocks.size(), endLength)));
}

void CommonPartsCensus::count(Paragraphs &paragraphs, const QList<MarkdownBlock> &blocks)
{
    QSet<QString> seen;
    for (const MarkdownBlock &block : blocks) {
        const QString key = blockKey(block);
        if (block.kind == MarkdownBlock::Kind::Rule || seen.contains(key))
            continue;
        seen.insert(key);
        Paragraph &paragraph = paragraphs[key];
        if (++paragraph.posts > 1)
            continue;
        paragraph.text = block.text;
        paragraph.order = ++m_seen;
    }
    // What was seen once only, so far, is in more than half of no large archive.
    if (paragraphs.size() > mostParagraphs)
        paragraphs.removeIf([](const Paragraphs::iterator &one) { return one->posts == 1; });
}

CommonParts CommonPartsCensus::result() const
{
    CommonParts parts;
    parts.introduction = common(m_before, parts.introductionPosts);
    parts.callToAction = common(m_after, parts.callPosts);
    return parts;
}

QString CommonPartsCensus::common(const Paragraphs &paragraphs, qint64 &posts) const
{
    QList<Paragraph> found;
    for (const Paragraph &paragraph : paragraphs) {
        if (m_posts >= fewestPosts && paragraph.posts * 2 > m_posts)
            found.append(paragraph);
    }
    std::ranges::sort(found, {}, &Paragraph::order);
    QStringList texts;
    posts = found.isEmpty() ? 0 : m_posts;
    for (const Paragraph &paragraph : std::as_const(found)) {
        texts.append(paragraph.text);
        posts = std::min(posts, paragraph.posts);
    }
    return texts.join(QLatin1String("\n\n"));
}

} // namespace intake
