#include "markdown/outline.h"

#include "markdown/letter_lines.h"
#include "markdown/limits.h"
#include "markdown/tree.h"

namespace markdown {

Outline outline(const QString &text, const Options &options)
{
    const QByteArray utf8 = text.toUtf8();
    if (!isWithinLimits(utf8))
        return {};
    Options plain = options;
    plain.smart = false;
    const Tree tree(options.dialect == Dialect::Letter ? withoutIndents(utf8) : utf8, plain);
    return tree.isTooDeep() ? Outline{} : tree.outline();
}

} // namespace markdown
