#include "markdown/renderer.h"

#include "markdown/letter_lines.h"
#include "markdown/limits.h"
#include "markdown/tree.h"

namespace markdown {

namespace {

// The tree as `options` want it published; null if the text is beyond the limits.
std::unique_ptr<Tree> publishable(const QByteArray &utf8, const Options &options)
{
    if (!isWithinLimits(utf8))
        return nullptr;
    const bool letter = options.dialect == Dialect::Letter;
    auto tree = std::make_unique<Tree>(letter ? withoutIndents(utf8) : utf8, options);
    if (tree->isTooDeep())
        return nullptr;
    tree->applyDialect();
    return tree;
}

} // namespace

QString toHtml(const QString &text, const Options &options)
{
    return QString::fromUtf8(toHtmlUtf8(text.toUtf8(), options));
}

QByteArray toHtmlUtf8(const QByteArray &utf8, const Options &options)
{
    const std::unique_ptr<Tree> tree = publishable(utf8, options);
    return tree ? withoutForbidden(tree->toHtml()) : preformatted(utf8);
}

QString toPlainText(const QString &text, const Options &options)
{
    const QByteArray utf8 = text.toUtf8();
    const std::unique_ptr<Tree> tree = publishable(utf8, options);
    return QString::fromUtf8(withoutForbidden(tree ? tree->toPlainText() : utf8));
}

} // namespace markdown
