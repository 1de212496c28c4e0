#include "intake/export_elements.h"

#include <QString>

#include <algorithm>
#include <cctype>
#include <iterator>

namespace intake {

namespace {

struct Stem {
    const char *part; // of the namespace
    ExportSpace space;
};

// The first that fits counts.
constexpr Stem stems[] = {
    {"/excerpt", ExportSpace::Excerpt},
    {"wordpress.org/export", ExportSpace::WordPress},
    {"/modules/content", ExportSpace::Content},
    {"purl.org/dc/", ExportSpace::DublinCore},
    {"/commentapi", ExportSpace::Other},
    {"itunes", ExportSpace::Other},
    {"w3.org/", ExportSpace::Other},
};

constexpr Stem prefixes[] = {
    {"", ExportSpace::Rss},
    {"wp", ExportSpace::WordPress},
    {"content", ExportSpace::Content},
    {"excerpt", ExportSpace::Excerpt},
    {"dc", ExportSpace::DublinCore},
};

constexpr const char *plainNames[] = {"title", "link", "pubDate", "guid", "description", "item", "channel", "rss"};

constexpr const char *prefixedNames[] = {"creator",     "encoded",        "status",   "is_sticky", "menu_order",
                                         "ping_status", "attachment_url", "postmeta", "comment",   "author",
                                         "category",    "term",           "tag",      "cat_name"};

constexpr const char *prefixedBeginnings[] = {"post_", "comment_", "meta_", "term_", "author_", "category_", "tag_"};

bool isNameCharacter(char c)
{
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' || c == '-' || c == '.';
}

QByteArrayView nameIn(QByteArrayView text)
{
    constexpr qsizetype longest = 64;
    const auto end = std::find_if_not(text.begin(), text.begin() + std::min(longest, text.size()), isNameCharacter);
    return text.first(end - text.begin());
}

template <size_t Count>
bool isOneOf(QByteArrayView name, const char *const (&names)[Count])
{
    return std::any_of(std::begin(names), std::end(names), [name](const char *known) { return name == known; });
}

} // namespace

ExportSpace exportSpace(QStringView prefix, QStringView declared)
{
    for (const Stem &stem : stems) {
        if (declared.contains(QLatin1String(stem.part), Qt::CaseInsensitive))
            return stem.space;
    }
    for (const Stem &known : prefixes) {
        if (prefix == QLatin1String(known.part))
            return known.space;
    }
    return ExportSpace::Other;
}

bool startsExportTag(QByteArrayView text)
{
    if (!text.startsWith('<'))
        return false;
    const QByteArrayView inside = text.sliced(text.startsWith("</") ? 2 : 1);
    const QByteArrayView name = nameIn(inside);
    if (name.isEmpty() || name.size() == inside.size())
        return false;
    if (inside[name.size()] != ':')
        return isOneOf(name, plainNames) || (name == "category" && inside[name.size()] == ' ');
    const QByteArrayView local = nameIn(inside.sliced(name.size() + 1));
    return isOneOf(local, prefixedNames) ||
           std::any_of(std::begin(prefixedBeginnings), std::end(prefixedBeginnings),
                       [local](const char *beginning) { return local.startsWith(beginning); });
}

} // namespace intake
