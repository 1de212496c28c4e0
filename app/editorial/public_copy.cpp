#include "editorial/public_copy.h"

#include "privacy/clean_copy.h"
#include "site/upright.h"

namespace editorial {

base::Result<site::Enclosure> publicCopy(const QByteArray &content, const QString &mediaType)
{
    auto copy = privacy::cleanCopy(content, mediaType);
    if (!copy)
        return copy.error();
    if (copy->orientation != 1)
        copy = privacy::cleanCopy(site::upright(content), mediaType);
    if (!copy)
        return copy.error();
    return site::Enclosure{std::move(copy->content), copy->suffix, copy->size};
}

} // namespace editorial
