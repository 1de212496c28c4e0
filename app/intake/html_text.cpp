#include "intake/html_text.h"

#include "intake/html_hidden.h"
#include "intake/html_node.h"
#include "intake/html_page.h"
#include "intake/html_scan.h"
#include "intake/text_layout.h"

#include <QList>

#include <algorithm>

namespace intake {

namespace {

constexpr int deepestNode = 2000; // the parser adds elements that the source does not name
constexpr qsizetype longestAddress = 1000;

enum class Role {
    Inline,
    Line,
    Paragraph,
    Quotation,
    List,
    Item,
    Preformatted,
    Cell,
    Break,
    Rule,
    Link,
    Picture,
    Hidden
};

struct TagRole {
    GumboTag tag;
    Role role;
};

constexpr TagRole tagRoles[] = {
    {GUMBO_TAG_HEAD, Role::Hidden},
    {GUMBO_TAG_STYLE, Role::Hidden},
    {GUMBO_TAG_SCRIPT, Role::Hidden},
    {GUMBO_TAG_TEMPLATE, Role::Hidden},
    {GUMBO_TAG_SVG, Role::Hidden},
    {GUMBO_TAG_MATH, Role::Hidden},
    {GUMBO_TAG_OBJECT, Role::Hidden},
    {GUMBO_TAG_EMBED, Role::Hidden},
    {GUMBO_TAG_IFRAME, Role::Hidden},
    {GUMBO_TAG_AUDIO, Role::Hidden},
    {GUMBO_TAG_VIDEO, Role::Hidden},
    {GUMBO_TAG_CANVAS, Role::Hidden},
    {GUMBO_TAG_SELECT, Role::Hidden},
    {GUMBO_TAG_TEXTAREA, Role::Hidden},
    {GUMBO_TAG_TITLE, Role::Hidden},
    {GUMBO_TAG_P, Role::Paragraph},
    {GUMBO_TAG_H1, Role::Paragraph},
    {GUMBO_TAG_H2, Role::Paragraph},
    {GUMBO_TAG_H3, Role::Paragraph},
    {GUMBO_TAG_H4, Role::Paragraph},
    {GUMBO_TAG_H5, Role::Paragraph},
    {GUMBO_TAG_H6, Role::Paragraph},
    {GUMBO_TAG_TABLE, Role::Paragraph},
    {GUMBO_TAG_DL, Role::Paragraph},
    {GUMBO_TAG_DIV, Role::Line},
    {GUMBO_TAG_TR, Role::Line},
    {GUMBO_TAG_DT, Role::Line},
    {GUMBO_TAG_DD, Role::Line},
    {GUMBO_TAG_SECTION, Role::Line},
    {GUMBO_TAG_ARTICLE, Role::Line},
    {GUMBO_TAG_HEADER, Role::Line},
    {GUMBO_TAG_FOOTER, Role::Line},
    {GUMBO_TAG_ADDRESS, Role::Line},
    {GUMBO_TAG_CENTER, Role::Line},
    {GUMBO_TAG_FORM, Role::Line},
    {GUMBO_TAG_FIELDSET, Role::Line},
    {GUMBO_TAG_MAIN, Role::Line},
    {GUMBO_TAG_NAV, Role::Line},
    {GUMBO_TAG_ASIDE, Role::Line},
    {GUMBO_TAG_FIGURE, Role::Line},
    {GUMBO_TAG_FIGCAPTION, Role::Line},
    {GUMBO_TAG_CAPTION, Role::Line},
    {GUMBO_TAG_BODY, Role::Line},
    {GUMBO_TAG_BLOCKQUOTE, Role::Quotation},
    {GUMBO_TAG_UL, Role::List},
    {GUMBO_TAG_OL, Role::List},
    {GUMBO_TAG_LI, Role::Item},
    {GUMBO_TAG_PRE, Role::Preformatted},
    {GUMBO_TAG_LISTING, Role::Preformatted},
    {GUMBO_TAG_XMP, Role::Preformatted},
    {GUMBO_TAG_TD, Role::Cell},
    {GUMBO_TAG_TH, Role::Cell},
    {GUMBO_TAG_BR, Role::Break},
    {GUMBO_TAG_HR, Role::Rule},
    {GUMBO_TAG_A, Role::Link},
    {GUMBO_TAG_IMG, Role::Picture},
};

Role roleOf(GumboTag tag)
{
    const auto *found =
        std::find_if(std::begin(tagRoles), std::end(tagRoles), [tag](const TagRole &row) { return row.tag == tag; });
    return found == std::end(tagRoles) ? Role::Inline : found->role;
}

// What to print of an address behind the words of its link; empty for schemes that are no address of a page or person.
QString shownAddress(QString address)
{
    address.removeIf([](QChar c) { return c.isSpace() || c.unicode() < 0x20; });
    if (address.size() > longestAddress)
        return {};
    if (address.startsWith(QLatin1String("mailto:"), Qt::CaseInsensitive))
        return address.sliced(7).section(QLatin1Char('?'), 0, 0);
    const bool isPage = address.startsWith(QLatin1String("http://"), Qt::CaseInsensitive) ||
                        address.startsWith(QLatin1String("https://"), Qt::CaseInsensitive);
    return isPage ? address : QString();
}

// An address without what people leave out when they write it.
QString bare(QString address)
{
    for (const QLatin1String &prefix : {QLatin1String("https://"), QLatin1String("http://"), QLatin1String("www.")}) {
        if (address.startsWith(prefix, Qt::CaseInsensitive))
            address = address.sliced(prefix.size());
    }
    while (address.endsWith(u'/'))
        address.chop(1);
    return address;
}

// Walks the parsed page and hands what is seen to the layout.
class Walker
{
public:
    explicit Walker(const GumboNode &page) : m_hiddenNames(hiddenNamesIn(page)) {}

    void walk(const GumboNode *node, int depth)
    {
        if (depth > deepestNode) {
            m_tooDeep = true;
            return;
        }
        switch (node->type) {
        case GUMBO_NODE_TEXT:
        case GUMBO_NODE_CDATA:
        case GUMBO_NODE_WHITESPACE:
            addText(QString::fromUtf8(node->v.text.text));
            break;
        case GUMBO_NODE_ELEMENT:
            if (!isHiddenElement(*node, m_hiddenNames))
                addElement(node->v.element, depth);
            break;
        default:
            break;
        }
    }

    [[nodiscard]] bool isTooDeep() const { return m_tooDeep; }
    [[nodiscard]] QString result() { return m_layout.result(); }

private:
    void addText(const QString &text)
    {
        m_linked.append(m_inLink ? text : QString());
        if (m_preformatted)
            m_layout.addPreformatted(text);
        else
            m_layout.addWords(text);
    }

    void addElement(const GumboElement &element, int depth)
    {
        switch (roleOf(element.tag)) {
        case Role::Hidden:
            break;
        case Role::Inline:
            addChildren(element, depth);
            break;
        case Role::Line:
            addBlock(element, depth, &TextLayout::startLine);
            break;
        case Role::Paragraph:
            addBlock(element, depth, &TextLayout::startParagraph);
            break;
        case Role::Quotation:
            addIndented(element, depth, QStringLiteral("> "), QStringLiteral("> "));
            break;
        case Role::List:
            addList(element, depth);
            break;
        case Role::Item:
            addItem(element, depth);
            break;
        case Role::Preformatted:
            addPreformatted(element, depth);
            break;
        case Role::Cell:
            m_layout.startCell();
            addChildren(element, depth);
            break;
        case Role::Break:
            m_layout.breakLine();
            break;
        case Role::Rule:
            m_layout.startParagraph();
            m_layout.addWords(u"---");
            m_layout.startParagraph();
            break;
        case Role::Link:
            addLink(element, depth);
            break;
        case Role::Picture:
            addText(isPixel(element) ? QString() : attribute(element, "alt"));
            break;
        }
    }

    void addChildren(const GumboElement &element, int depth)
    {
        for (unsigned i = 0; i < element.children.length; ++i)
            walk(childAt(element.children, i), depth + 1);
    }

    void addBlock(const GumboElement &element, int depth, void (TextLayout::*boundary)())
    {
        (m_layout.*boundary)();
        addChildren(element, depth);
        (m_layout.*boundary)();
    }

    void addIndented(const GumboElement &element, int depth, const QString &first, const QString &rest)
    {
        m_layout.startParagraph();
        m_layout.open(first, rest);
        addChildren(element, depth);
        m_layout.close();
        m_layout.startParagraph();
    }

    void addList(const GumboElement &element, int depth)
    {
        const bool nested = !m_numbers.isEmpty();
        m_numbers.append(element.tag == GUMBO_TAG_OL ? numberIn(element, "start").value_or(1) : bullet);
        addBlock(element, depth, nested ? &TextLayout::startLine : &TextLayout::startParagraph);
        m_numbers.removeLast();
    }

    void addItem(const GumboElement &element, int depth)
    {
        QString mark = QStringLiteral("- ");
        if (!m_numbers.isEmpty() && m_numbers.last() != bullet) {
            m_numbers.last() = numberIn(element, "value").value_or(m_numbers.last());
            mark = QString(QString::number(m_numbers.last()++) + QLatin1String(". "));
        }
        m_layout.open(mark, QString(mark.size(), QLatin1Char(' ')));
        addChildren(element, depth);
        m_layout.close();
    }

    void addPreformatted(const GumboElement &element, int depth)
    {
        m_layout.startParagraph();
        const bool before = m_preformatted;
        m_preformatted = true;
        addChildren(element, depth);
        m_preformatted = before;
        m_layout.startParagraph();
    }

    void addLink(const GumboElement &element, int depth)
    {
        m_inLink = true;
        m_linked.clear();
        addChildren(element, depth);
        m_inLink = false;
        const QString words = m_linked.simplified();
        const QString address = shownAddress(attribute(element, "href"));
        if (!words.isEmpty() && !address.isEmpty() && bare(words).compare(bare(address), Qt::CaseInsensitive) != 0)
            m_layout.addWords(QString(QLatin1String(" <") + address + QLatin1Char('>')));
    }

    static constexpr int bullet = -1'000'000;

    HiddenNames m_hiddenNames;
    TextLayout m_layout;
    QList<int> m_numbers; // of the lists that are open: the next number, or bullet
    QString m_linked;     // the words of the link that is open
    bool m_inLink = false;
    bool m_preformatted = false;
    bool m_tooDeep = false;
};

} // namespace

HtmlText htmlToText(const QString &html)
{
    const QByteArray utf8 = html.toUtf8();
    if (isParsable(utf8)) {
        const HtmlPage page(utf8);
        if (page.root()) {
            Walker walker(*page.root());
            walker.walk(page.root(), 0);
            if (!walker.isTooDeep())
                return {walker.result()};
        }
    }
    return {stripTags(utf8), true};
}

} // namespace intake
