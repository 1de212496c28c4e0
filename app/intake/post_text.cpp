#include "intake/post_text.h"

#include "base/text.h"
#include "intake/html_page.h"
#include "intake/html_scan.h"
#include "intake/post_blocks.h"
#include "intake/post_paragraphs.h"
#include "intake/post_shortcodes.h"
#include "intake/post_walker.h"

namespace intake {

namespace {

// UTF-8 without NULs.
QByteArray bytesOf(const QString &content)
{
    QByteArray utf8 = base::withUnixLineEnds(content).toUtf8();
    if (utf8.contains('\0'))
        utf8.replace(QByteArrayView("\0", 1), QByteArrayView());
    return utf8;
}

QString wordsOnly(const QByteArray &utf8)
{
    MarkdownWriter writer;
    const QString text = stripTags(utf8);
    for (const QStringView line : QStringView(text).split(u'\n')) {
        writer.line().addWords(line);
        if (line.isEmpty())
            writer.endBlock();
        else
            writer.breakLine();
    }
    return writer.result();
}

bool readParsed(const QByteArray &utf8, const PostReading &reading, PostText &post)
{
    PostLosses losses;
    const bool isMarked = readBlockMarks(utf8, losses);
    const QByteArray plain = withoutShortcodes(utf8, losses);
    const QByteArray html = isMarked ? plain : withParagraphs(plain);
    if (!isParsable(html))
        return false;
    const HtmlPage page(html);
    if (!page.root())
        return false;
    PostWalker walker(*page.root(), reading, losses, post.pictures);
    if (!walker.walk())
        return false;
    post.markdown = walker.markdown();
    post.notExpressed = losses.sentences();
    return true;
}

} // namespace

PostText postText(const QString &content, const PostReading &reading)
{
    PostText post;
    const QByteArray utf8 = bytesOf(content);
    if (utf8.size() <= largestHtml && readParsed(utf8, reading, post))
        return post;
    PostLosses losses;
    losses.add(Loss::WordsOnly);
    return {wordsOnly(utf8), losses.sentences(), post.pictures};
}

} // namespace intake
