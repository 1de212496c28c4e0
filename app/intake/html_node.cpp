#include "intake/html_node.h"

namespace intake {

QString attribute(const GumboElement &element, const char *name)
{
    const GumboAttribute *found = gumbo_get_attribute(&element.attributes, name);
    return found ? QString::fromUtf8(found->value) : QString();
}

const GumboNode *childAt(const GumboVector &children, unsigned i)
{
    return static_cast<const GumboNode *>(children.data[i]);
}

std::optional<int> numberIn(const GumboElement &element, const char *name)
{
    bool isNumber = false;
    const int value = attribute(element, name).trimmed().toInt(&isNumber);
    return isNumber && qAbs(value) < 100'000 ? std::optional(value) : std::nullopt;
}

bool isPixel(const GumboElement &element)
{
    const auto isTiny = [&element](const char *side) {
        const QString size = attribute(element, side).trimmed();
        return size == QLatin1String("1") || size == QLatin1String("0") || size == QLatin1String("1px");
    };
    return isTiny("width") || isTiny("height");
}

} // namespace intake
