#include "intake/mime_repair.h"

#include "intake/header_block.h"
#include "intake/warn.h"

#include <QCoreApplication>

#include <algorithm>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::mimeRepair)
};

// In how much of a body without word of parts one is looked for, in bytes.
constexpr qsizetype searchedForParts = 4096;

// The boundary that the body uses, whatever its header says: a line "--..." right before a field "Content-...".
QByteArray boundaryIn(QByteArrayView bytes)
{
    LineSpan line = lineAt(bytes, 0);
    while (line.next < bytes.size()) {
        const LineSpan following = lineAt(bytes, line.next);
        const QByteArray text = bytes.sliced(line.begin, line.end - line.begin).toByteArray().trimmed();
        if (text.startsWith("--") && text.size() > 2 && text.size() <= 200 && !text.contains('"') &&
            bytes.sliced(following.begin, following.end - following.begin)
                .toByteArray()
                .toLower()
                .startsWith("content-"))
            return text.sliced(2);
        line = following;
    }
    return {};
}

void noteTree(const MimeTree &tree, QStringList &warnings)
{
    if (tree.isCut)
        warn(warnings, Words::tr("The message breaks off before its last part ends. Something may be missing."));
    if (tree.isPruned)
        warn(warnings,
             Words::tr("The message has more parts, or parts nested deeper, than a letter can have; some were "
                       "left out. The original message has them."));
}

// The body of a message whose headers say nothing of parts, but which is made of them.
MimeTree unannounced(QByteArrayView bytes)
{
    const QByteArray boundary = boundaryIn(bytes.first(qMin(bytes.size(), searchedForParts)));
    if (boundary.isEmpty() || bytes.indexOf(QByteArray("\n--" + boundary), boundary.size()) < 0)
        return {};
    MimeTree tree = parseMime({QByteArray("multipart/mixed; boundary=\"" + boundary + '"'), {}, {}}, bytes);
    const auto has = [&tree](const char *type) {
        return std::any_of(tree.root.parts.cbegin(), tree.root.parts.cend(),
                           [type](const MimePart &part) { return part.mediaType == type; });
    };
    if (tree.root.parts.size() == 2 && has("text/plain") && has("text/html"))
        tree.root.mediaType = "multipart/alternative";
    return tree;
}

// With the boundary that is really there if the one of the header is not.
MimeTree parsed(const ContentFields &fields, QByteArrayView bytes, QStringList &warnings)
{
    MimeTree tree = parseMime(fields, bytes);
    if (fields.type.isEmpty()) {
        MimeTree found = unannounced(bytes);
        tree = found.root.parts.empty() ? tree : found;
        if (found.root.parts.empty())
            return tree;
    } else if (!tree.isEmptyMultipart) {
        return tree;
    }
    warn(warnings, Words::tr("The parts of the message are not marked as its header says. Compare the letter with the "
                             "original."));
    if (!tree.isEmptyMultipart)
        return tree;
    if (const QByteArray boundary = boundaryIn(bytes); !boundary.isEmpty()) {
        const QByteArray kind = tree.root.mediaType;
        tree = parseMime({QByteArray(kind + "; boundary=\"" + boundary + '"'), {}, {}}, bytes);
        if (!tree.isEmptyMultipart)
            return tree;
    }
    tree = {};
    tree.root.mediaType = "text/plain";
    tree.root.content = bytes.toByteArray();
    return tree;
}

} // namespace

MimeTree repairedTree(const ContentFields &fields, QByteArrayView body, QStringList &warnings)
{
    MimeTree tree = parsed(fields, body, warnings);
    noteTree(tree, warnings);
    return tree;
}

} // namespace intake
