#include "intake/post_blocks.h"

namespace intake {

namespace {

constexpr qsizetype longestName = 40;

bool isNameCharacter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '/';
}

void addLoss(QByteArrayView name, PostLosses &losses)
{
    for (const char *empty : {"more", "nextpage", "separator", "spacer"}) {
        if (name == empty)
            return;
    }
    if (name == "block")
        losses.add(Loss::ReusableBlock);
    else if (name == "gallery")
        losses.add(Loss::Gallery);
    else if (!name.isEmpty())
        losses.addBlock(QString::fromLatin1(name));
}

// The name in what stands behind "wp:", without that of WordPress itself.
QByteArrayView nameOf(QByteArrayView mark)
{
    qsizetype end = 0;
    while (end < mark.size() && end < longestName && isNameCharacter(mark.at(end)))
        ++end;
    QByteArrayView name = mark.first(end);
    if (name.endsWith('/'))
        name.chop(1);
    return name.startsWith("core/") ? name.sliced(5) : name;
}

} // namespace

bool readBlockMarks(QByteArrayView content, PostLosses &losses)
{
    bool found = false;
    for (qsizetype at = content.indexOf("<!--"); at >= 0; at = content.indexOf("<!--", at)) {
        const qsizetype end = content.indexOf("-->", at + 4);
        if (end < 0)
            break;
        const QByteArrayView comment = content.sliced(at + 4, end - at - 4).trimmed();
        at = end;
        if (!comment.startsWith("wp:"))
            continue;
        found = true;
        if (comment.endsWith('/'))
            addLoss(nameOf(comment.sliced(3)), losses);
    }
    return found;
}

} // namespace intake
