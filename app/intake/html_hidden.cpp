#include "intake/html_hidden.h"

#include "intake/html_node.h"

#include <QStringList>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

// Style sheets and rules beyond these are no letter's.
constexpr int deepestStyle = 20;
constexpr int mostRules = 5000;

QString compact(const QString &declarations)
{
    QString style = declarations.toLower();
    style.removeIf([](QChar c) { return c.isSpace(); });
    return style;
}

// The value of `property` ("width:") in a compact style; null if it is not given.
QStringView valueOf(const QString &style, QLatin1String property)
{
    for (qsizetype at = style.indexOf(property); at >= 0; at = style.indexOf(property, at + 1)) {
        if (at > 0 && style.at(at - 1) != u';')
            continue;
        const QStringView rest = QStringView(style).sliced(at + property.size());
        const qsizetype end = rest.indexOf(u';');
        return end < 0 ? rest : rest.first(end);
    }
    return {};
}

// "0", "0px", "0.0em", but not "0.8em".
bool isZero(QStringView value)
{
    if (!value.startsWith(u'0'))
        return false;
    const auto *digit = std::find_if(value.cbegin(), value.cend(), [](QChar c) { return c != u'0' && c != u'.'; });
    return digit == value.cend() || !digit->isDigit();
}

// "-9999px": far off the page.
bool isFarOff(QStringView value)
{
    const auto digits = std::count_if(value.cbegin(), value.cend(), [](QChar c) { return c.isDigit(); });
    return value.startsWith(u'-') && digits >= 4 && !value.contains(u'.');
}

bool isPreviewName(const QString &name)
{
    return name.startsWith(QLatin1String("preheader")) || name.startsWith(QLatin1String("preview-text")) ||
           name.startsWith(QLatin1String("previewtext")) || name.startsWith(QLatin1String("mcnpreviewtext"));
}

// The class or id of a selector that names no more than that: ".a", "div.a", "#b".
QString simpleName(const QString &selector, QChar mark)
{
    const qsizetype at = selector.indexOf(mark);
    if (at < 0)
        return {};
    const QString name = selector.sliced(at + 1);
    const auto isNameCharacter = [](QChar c) {
        return c.isLetterOrNumber() || c == u'-' || c == u'_';
    };
    const bool isSimple = std::all_of(selector.cbegin(), selector.cbegin() + at, isNameCharacter) &&
                          std::all_of(name.cbegin(), name.cend(), isNameCharacter);
    return isSimple ? name : QString();
}

void apply(QSet<QString> &names, const QString &name, bool hides, bool shows)
{
    if (!name.isEmpty() && hides)
        names.insert(name);
    else if (!name.isEmpty() && shows)
        names.remove(name);
}

void readRule(const QString &selectors, const QString &declarations, HiddenNames &names)
{
    const bool hides = isHidingStyle(declarations);
    const bool shows = declarations.contains(QLatin1String("display"), Qt::CaseInsensitive);
    if (!hides && !shows)
        return;
    for (const QString &selector : selectors.split(u',')) {
        const QString simple = selector.trimmed();
        apply(names.classes, simpleName(simple, u'.'), hides, shows);
        apply(names.ids, simpleName(simple, u'#'), hides, shows);
    }
}

QString withoutComments(const QString &css)
{
    QString kept;
    qsizetype begin = 0;
    for (qsizetype at = css.indexOf(QLatin1String("/*")); at >= 0; at = css.indexOf(QLatin1String("/*"), begin)) {
        kept.append(QStringView(css).sliced(begin, at - begin));
        const qsizetype end = css.indexOf(QLatin1String("*/"), at + 2);
        begin = end < 0 ? css.size() : end + 2;
    }
    return kept.append(QStringView(css).sliced(begin)).remove(QLatin1String("<!--")).remove(QLatin1String("-->"));
}

void collect(const GumboNode &node, int depth, HiddenNames &names)
{
    if (node.type != GUMBO_NODE_ELEMENT || depth > deepestStyle)
        return;
    const GumboVector &children = node.v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
        const auto *child = static_cast<const GumboNode *>(children.data[i]);
        const bool isText = child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA;
        if (node.v.element.tag == GUMBO_TAG_STYLE && isText)
            readStyleSheet(QString::fromUtf8(child->v.text.text), names);
        else
            collect(*child, depth + 1, names);
    }
}

} // namespace

HiddenNames hiddenNamesIn(const GumboInternalNode &page)
{
    HiddenNames names;
    collect(page, 0, names);
    return names;
}

void readStyleSheet(const QString &css, HiddenNames &names)
{
    const QString rules = withoutComments(css);
    qsizetype begin = 0;
    for (int count = 0; count < mostRules; ++count) {
        const qsizetype open = rules.indexOf(u'{', begin);
        if (open < 0)
            break;
        // What stands before the last ";" is an @import or the like.
        QString selectors = rules.sliced(begin, open - begin);
        selectors = selectors.sliced(selectors.lastIndexOf(u';') + 1).trimmed();
        qsizetype close = rules.indexOf(u'}', open);
        if (selectors.startsWith(u'@')) {
            int depth = 1;
            for (close = open + 1; close < rules.size() && depth > 0; ++close)
                depth += rules.at(close) == u'{' ? 1 : rules.at(close) == u'}' ? -1 : 0;
            --close;
        } else {
            readRule(selectors, rules.sliced(open + 1, (close < 0 ? rules.size() : close) - open - 1), names);
        }
        if (close < 0)
            break;
        begin = close + 1;
    }
}

bool isHidingStyle(const QString &declarations)
{
    const QString style = compact(declarations);
    const auto is = [&style](const char *property, bool (*test)(QStringView)) {
        return test(valueOf(style, QLatin1String(property)));
    };
    const bool isClipped = valueOf(style, QLatin1String("overflow:")).startsWith(u"hidden");
    return valueOf(style, QLatin1String("display:")).startsWith(u"none") ||
           valueOf(style, QLatin1String("visibility:")).startsWith(u"hidden") ||
           valueOf(style, QLatin1String("mso-hide:")).startsWith(u"all") || is("font-size:", isZero) ||
           is("max-height:", isZero) || is("max-width:", isZero) || is("opacity:", isZero) ||
           (isClipped && (is("height:", isZero) || is("width:", isZero))) || is("left:", isFarOff) ||
           is("top:", isFarOff) || is("text-indent:", isFarOff);
}

bool isHiddenElement(const GumboInternalNode &node, const HiddenNames &names)
{
    const GumboElement &element = node.v.element;
    if (gumbo_get_attribute(&element.attributes, "hidden"))
        return true;
    const QString style = attribute(element, "style");
    if (!style.isEmpty() && isHidingStyle(style))
        return true;
    const auto measure = [&element](const char *name) {
        return attribute(element, name).trimmed();
    };
    if (isZero(measure("width")) && isZero(measure("height")))
        return true;
    const bool isShown = style.contains(QLatin1String("display"), Qt::CaseInsensitive);
    const QString id = attribute(element, "id").trimmed();
    if (isPreviewName(id.toLower()) || (!isShown && names.ids.contains(id)))
        return true;
    const QStringList classes = attribute(element, "class").split(u' ', Qt::SkipEmptyParts);
    return std::any_of(classes.cbegin(), classes.cend(), [&names, isShown](const QString &name) {
        return isPreviewName(name.toLower()) || (!isShown && names.classes.contains(name));
    });
}

} // namespace intake
