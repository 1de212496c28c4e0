#include "markdown/outline.h"

#include "markdown/limits.h"
#include "markdown/tree.h"

namespace markdown {

Outline outline(const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    if (!isWithinLimits(utf8))
        return {};
    const Tree tree(utf8, {.smart = false});
    return tree.isTooDeep() ? Outline{} : tree.outline();
}

} // namespace markdown
