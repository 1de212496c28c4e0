#include "intake/post_roles.h"

#include "intake/html_node.h"
#include "intake/markdown_escapes.h"

#include <array>

namespace intake {

namespace {

struct TagRole {
    GumboTag tag;
    PostRole role;
};

constexpr TagRole tagRoles[] = {
    {GUMBO_TAG_ADDRESS, PostRole::Block},
    {GUMBO_TAG_ARTICLE, PostRole::Block},
    {GUMBO_TAG_ASIDE, PostRole::Block},
    {GUMBO_TAG_BODY, PostRole::Block},
    {GUMBO_TAG_CENTER, PostRole::Block},
    {GUMBO_TAG_DD, PostRole::Block},
    {GUMBO_TAG_DETAILS, PostRole::Block},
    {GUMBO_TAG_DIV, PostRole::Block},
    {GUMBO_TAG_DL, PostRole::Block},
    {GUMBO_TAG_FIELDSET, PostRole::Block},
    {GUMBO_TAG_FIGURE, PostRole::Block},
    {GUMBO_TAG_FOOTER, PostRole::Block},
    {GUMBO_TAG_HEADER, PostRole::Block},
    {GUMBO_TAG_HGROUP, PostRole::Block},
    {GUMBO_TAG_LEGEND, PostRole::Block},
    {GUMBO_TAG_MAIN, PostRole::Block},
    {GUMBO_TAG_NAV, PostRole::Block},
    {GUMBO_TAG_P, PostRole::Block},
    {GUMBO_TAG_SECTION, PostRole::Block},
    {GUMBO_TAG_H1, PostRole::Heading},
    {GUMBO_TAG_H2, PostRole::Heading},
    {GUMBO_TAG_H3, PostRole::Heading},
    {GUMBO_TAG_H4, PostRole::Heading},
    {GUMBO_TAG_H5, PostRole::Heading},
    {GUMBO_TAG_H6, PostRole::Heading},
    {GUMBO_TAG_B, PostRole::Bold},
    {GUMBO_TAG_STRONG, PostRole::Bold},
    {GUMBO_TAG_EM, PostRole::Italic},
    {GUMBO_TAG_I, PostRole::Italic},
    {GUMBO_TAG_Q, PostRole::Quoted},
    {GUMBO_TAG_DT, PostRole::BoldBlock},
    {GUMBO_TAG_SUMMARY, PostRole::BoldBlock},
    {GUMBO_TAG_CAPTION, PostRole::Caption},
    {GUMBO_TAG_FIGCAPTION, PostRole::Caption},
    {GUMBO_TAG_BLOCKQUOTE, PostRole::Quotation},
    {GUMBO_TAG_OL, PostRole::List},
    {GUMBO_TAG_UL, PostRole::List},
    {GUMBO_TAG_LI, PostRole::Item},
    {GUMBO_TAG_LISTING, PostRole::Preformatted},
    {GUMBO_TAG_PRE, PostRole::Preformatted},
    {GUMBO_TAG_XMP, PostRole::Preformatted},
    {GUMBO_TAG_CODE, PostRole::Code},
    {GUMBO_TAG_TABLE, PostRole::Table},
    {GUMBO_TAG_BR, PostRole::Break},
    {GUMBO_TAG_HR, PostRole::Rule},
    {GUMBO_TAG_A, PostRole::Link},
    {GUMBO_TAG_IMG, PostRole::Picture},
    {GUMBO_TAG_AUDIO, PostRole::Embedded},
    {GUMBO_TAG_EMBED, PostRole::Embedded},
    {GUMBO_TAG_IFRAME, PostRole::Embedded},
    {GUMBO_TAG_OBJECT, PostRole::Embedded},
    {GUMBO_TAG_VIDEO, PostRole::Embedded},
    {GUMBO_TAG_FORM, PostRole::Form},
    {GUMBO_TAG_BUTTON, PostRole::Hidden},
    {GUMBO_TAG_CANVAS, PostRole::Hidden},
    {GUMBO_TAG_HEAD, PostRole::Hidden},
    {GUMBO_TAG_INPUT, PostRole::Hidden},
    {GUMBO_TAG_MATH, PostRole::Hidden},
    {GUMBO_TAG_NOFRAMES, PostRole::Hidden},
    {GUMBO_TAG_NOSCRIPT, PostRole::Hidden},
    {GUMBO_TAG_SCRIPT, PostRole::Hidden},
    {GUMBO_TAG_SELECT, PostRole::Hidden},
    {GUMBO_TAG_STYLE, PostRole::Hidden},
    {GUMBO_TAG_SVG, PostRole::Hidden},
    {GUMBO_TAG_TEMPLATE, PostRole::Hidden},
    {GUMBO_TAG_TEXTAREA, PostRole::Hidden},
    {GUMBO_TAG_TITLE, PostRole::Hidden},
};

// Whether the style sets the font's weight or slant, and to what.
enum class Setting { None, Off, On };

QString valueOf(const QString &style, QLatin1String property)
{
    const qsizetype at = style.indexOf(property);
    if (at < 0 || (at > 0 && style.at(at - 1) != u';'))
        return {};
    return style.sliced(at + property.size()).section(u';', 0, 0);
}

Setting weightIn(const QString &style)
{
    const QString value = valueOf(style, QLatin1String("font-weight:"));
    if (value.isEmpty())
        return Setting::None;
    const bool isBold = value.startsWith(QLatin1String("bold")) || value.section(u'!', 0, 0).toInt() >= 600;
    return isBold ? Setting::On : Setting::Off;
}

Setting slantIn(const QString &style)
{
    const QString value = valueOf(style, QLatin1String("font-style:"));
    if (value.isEmpty())
        return Setting::None;
    const bool isItalic = value.startsWith(QLatin1String("italic")) || value.startsWith(QLatin1String("oblique"));
    return isItalic ? Setting::On : Setting::Off;
}

char with(char style, char bit, Setting setting)
{
    switch (setting) {
    case Setting::None:
        return style;
    case Setting::Off:
        return char(style & ~bit);
    case Setting::On:
        return char(style | bit);
    }
    return style;
}

} // namespace

PostRole postRole(GumboTag tag)
{
    static const auto roles = [] {
        std::array<PostRole, GUMBO_TAG_LAST + 1> table{};
        for (const TagRole &row : tagRoles)
            table.at(row.tag) = row.role;
        return table;
    }();
    return roles.at(tag);
}

char styleWithin(const GumboElement &element, PostRole role, char outer)
{
    char style = outer;
    if (role == PostRole::Bold || role == PostRole::BoldBlock)
        style = char(style | boldStyle);
    else if (role == PostRole::Italic || role == PostRole::Caption)
        style = char(style | italicStyle);
    QString css = attribute(element, "style").toLower();
    if (!css.contains(QLatin1String("font-")))
        return style;
    css.removeIf([](QChar c) { return c.isSpace(); });
    return with(with(style, boldStyle, weightIn(css)), italicStyle, slantIn(css));
}

} // namespace intake
