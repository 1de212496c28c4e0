#include "markdown/tree.h"

#include "markdown/limits.h"
#include "markdown/link_rules.h"
#include "markdown/plain_text.h"

#include <cmark.h>

#include <algorithm>
#include <cstdlib>
#include <cstring>
#include <utility>
#include <vector>

namespace markdown {

namespace {

struct FreeNode {
    void operator()(cmark_node *node) const { cmark_node_free(node); }
};
using OwnedNode = std::unique_ptr<cmark_node, FreeNode>;

struct FreeIterator {
    void operator()(cmark_iter *iterator) const { cmark_iter_free(iterator); }
};

bool isLeaf(cmark_node_type type)
{
    switch (type) {
    case CMARK_NODE_HTML_BLOCK:
    case CMARK_NODE_THEMATIC_BREAK:
    case CMARK_NODE_CODE_BLOCK:
    case CMARK_NODE_TEXT:
    case CMARK_NODE_SOFTBREAK:
    case CMARK_NODE_LINEBREAK:
    case CMARK_NODE_CODE:
    case CMARK_NODE_HTML_INLINE:
        return true;
    default:
        return false;
    }
}

// Calls visit(node, type, entering) for all nodes in order; leaves are only entered. The tree may not change meanwhile.
template <typename Visit>
void walk(cmark_node *root, Visit visit)
{
    const std::unique_ptr<cmark_iter, FreeIterator> iterator(cmark_iter_new(root));
    for (cmark_event_type event = cmark_iter_next(iterator.get()); event != CMARK_EVENT_DONE;
         event = cmark_iter_next(iterator.get())) {
        cmark_node *node = cmark_iter_get_node(iterator.get());
        visit(node, cmark_node_get_type(node), event == CMARK_EVENT_ENTER);
    }
}

QByteArrayView view(const char *text)
{
    return text ? QByteArrayView(text, qsizetype(std::strlen(text))) : QByteArrayView();
}

// The words of the spans inside `node`, on one line.
QString inlineText(cmark_node *node)
{
    QByteArray text;
    walk(node, [&](cmark_node *part, cmark_node_type type, bool) {
        if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE)
            text += view(cmark_node_get_literal(part));
        else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK)
            text += ' ';
    });
    return QString::fromUtf8(text).trimmed();
}

void removeNode(cmark_node *node)
{
    cmark_node_unlink(node);
    cmark_node_free(node);
}

// Puts the children of `node` in its place.
void unwrap(cmark_node *node)
{
    while (cmark_node *child = cmark_node_first_child(node)) {
        if (!cmark_node_insert_before(node, child))
            return;
    }
    removeNode(node);
}

cmark_node *newText(const QByteArray &literal)
{
    cmark_node *text = cmark_node_new(CMARK_NODE_TEXT);
    cmark_node_set_literal(text, literal.constData());
    return text;
}

void replaceByText(cmark_node *node)
{
    cmark_node_insert_before(node, newText(view(cmark_node_get_literal(node)).toByteArray()));
    removeNode(node);
}

// Replaces a block by paragraphs that hold its lines as they are typed; empty lines part them.
void replaceByParagraphs(cmark_node *block)
{
    cmark_node *paragraph = nullptr;
    const QList<QByteArray> lines = view(cmark_node_get_literal(block)).toByteArray().split('\n');
    for (const QByteArray &line : lines) {
        const QByteArray words = line.trimmed();
        if (words.isEmpty()) {
            paragraph = nullptr;
            continue;
        }
        if (paragraph) {
            cmark_node_append_child(paragraph, cmark_node_new(CMARK_NODE_SOFTBREAK));
        } else {
            paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
            cmark_node_insert_before(block, paragraph);
        }
        cmark_node_append_child(paragraph, newText(words));
    }
    removeNode(block);
}

void replaceByParagraph(cmark_node *heading)
{
    cmark_node *paragraph = cmark_node_new(CMARK_NODE_PARAGRAPH);
    cmark_node_insert_before(heading, paragraph);
    while (cmark_node *child = cmark_node_first_child(heading)) {
        if (!cmark_node_append_child(paragraph, child))
            return;
    }
    removeNode(heading);
}

// Tells fenced code from indented code, which cmark's nodes do not: by what stands in the source where it begins.
class Fences
{
public:
    explicit Fences(QByteArrayView source) : m_source(source) {}

    bool isFenced(cmark_node *codeBlock)
    {
        if (m_lineStarts.empty())
            indexLines();
        const size_t line = size_t(std::max(1, cmark_node_get_start_line(codeBlock))) - 1;
        const qsizetype column = std::max(1, cmark_node_get_start_column(codeBlock)) - 1;
        if (line >= m_lineStarts.size() || m_lineStarts[line] + column >= m_source.size())
            return true;
        const QByteArrayView rest = m_source.sliced(m_lineStarts[line] + column);
        return rest.startsWith("```") || rest.startsWith("~~~");
    }

private:
    void indexLines()
    {
        m_lineStarts.push_back(0);
        for (qsizetype at = 0; at < m_source.size(); ++at) {
            const char c = m_source[at];
            const bool pair = c == '\r' && at + 1 < m_source.size() && m_source[at + 1] == '\n';
            if (c == '\n' || (c == '\r' && !pair))
                m_lineStarts.push_back(at + 1);
        }
    }

    QByteArrayView m_source;
    std::vector<qsizetype> m_lineStarts;
};

bool isKnownAttachment(QByteArrayView url, const Options &options)
{
    const QByteArrayView id = attachmentId(url);
    return !id.isNull() && options.attachments.contains(QString::fromUtf8(id));
}

// Relative addresses mean the site, which a letter does not know.
bool isLinkKept(cmark_node *link, const Options &options)
{
    const QByteArrayView url = view(cmark_node_get_url(link));
    return hasAllowedScheme(url) || isKnownAttachment(url, options) ||
           (options.dialect == Dialect::Answer && isRelative(url));
}

bool isImageKept(cmark_node *image, const Options &options)
{
    const QByteArrayView url = view(cmark_node_get_url(image));
    return isKnownAttachment(url, options) || (options.dialect == Dialect::Answer && isRelative(url));
}

void applyToAnswer(cmark_node *node, const Options &options)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        cmark_node_set_heading_level(node, std::clamp(cmark_node_get_heading_level(node) + options.headingShift, 1, 6));
        break;
    case CMARK_NODE_LINK:
        if (!isLinkKept(node, options))
            cmark_node_set_url(node, "");
        break;
    case CMARK_NODE_IMAGE:
        if (!isImageKept(node, options))
            unwrap(node);
        break;
    default:
        break;
    }
}

void applyToLetter(cmark_node *node, const Options &options, Fences &fences)
{
    switch (cmark_node_get_type(node)) {
    case CMARK_NODE_HEADING:
        replaceByParagraph(node);
        break;
    case CMARK_NODE_HTML_BLOCK:
        replaceByParagraphs(node);
        break;
    case CMARK_NODE_CODE_BLOCK:
        if (!fences.isFenced(node))
            replaceByParagraphs(node);
        break;
    case CMARK_NODE_HTML_INLINE:
        replaceByText(node);
        break;
    case CMARK_NODE_LINK:
        if (!isLinkKept(node, options))
            unwrap(node);
        break;
    case CMARK_NODE_IMAGE:
        if (!isImageKept(node, options))
            unwrap(node);
        break;
    default:
        break;
    }
}

bool isTouched(cmark_node_type type)
{
    return type == CMARK_NODE_HEADING || type == CMARK_NODE_LINK || type == CMARK_NODE_IMAGE ||
           type == CMARK_NODE_HTML_BLOCK || type == CMARK_NODE_CODE_BLOCK || type == CMARK_NODE_HTML_INLINE;
}

void addTo(PlainText &text, cmark_node *node, cmark_node_type type, bool entering)
{
    if (type == CMARK_NODE_LIST && entering) {
        const bool numbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST;
        text.openList(numbered ? cmark_node_get_list_start(node) : -1, cmark_node_get_list_tight(node) != 0);
    } else if (type == CMARK_NODE_LIST) {
        text.closeList();
    } else if (type == CMARK_NODE_ITEM && entering) {
        text.beginItem();
    } else if ((type == CMARK_NODE_PARAGRAPH || type == CMARK_NODE_HEADING) && entering) {
        text.beginBlock();
    } else if (type == CMARK_NODE_CODE_BLOCK) {
        text.beginBlock();
        text.addWords(view(cmark_node_get_literal(node)).trimmed());
    } else if (type == CMARK_NODE_TEXT || type == CMARK_NODE_CODE) {
        text.addWords(view(cmark_node_get_literal(node)));
    } else if (type == CMARK_NODE_SOFTBREAK || type == CMARK_NODE_LINEBREAK) {
        text.addSpace(type == CMARK_NODE_SOFTBREAK ? ' ' : '\n');
    }
}

} // namespace

struct Tree::Nodes {
    QByteArray source;
    OwnedNode root;
    int depth = 0;
    std::vector<cmark_node *> touched; // those that a dialect may change, in the order of the text
};

Tree::Tree(const QByteArray &utf8, const Options &options) : m_nodes(std::make_unique<Nodes>()), m_options(options)
{
    const int flags = CMARK_OPT_VALIDATE_UTF8 | (options.smart ? CMARK_OPT_SMART : CMARK_OPT_DEFAULT);
    m_nodes->source = utf8;
    m_nodes->root.reset(cmark_parse_document(utf8.constData(), size_t(utf8.size()), flags));
    int depth = 0;
    walk(m_nodes->root.get(), [&](cmark_node *node, cmark_node_type type, bool entering) {
        if (entering && isTouched(type))
            m_nodes->touched.push_back(node);
        if (isLeaf(type))
            return;
        depth += entering ? 1 : -1;
        m_nodes->depth = std::max(m_nodes->depth, depth);
    });
}

Tree::~Tree() = default;

bool Tree::isTooDeep() const
{
    return m_nodes->depth > maximumDepth;
}

void Tree::applyDialect()
{
    Fences fences(m_nodes->source);
    for (cmark_node *node : std::exchange(m_nodes->touched, {})) {
        if (m_options.dialect == Dialect::Letter)
            applyToLetter(node, m_options, fences);
        else
            applyToAnswer(node, m_options);
    }
}

QByteArray Tree::toHtml() const
{
    const bool positions = m_options.sourcePositions && m_options.dialect == Dialect::Answer;
    const std::unique_ptr<char, void (*)(void *)> html(
        cmark_render_html(m_nodes->root.get(), positions ? CMARK_OPT_SOURCEPOS : CMARK_OPT_DEFAULT), std::free);
    return QByteArray(html.get());
}

QByteArray Tree::toPlainText() const
{
    PlainText text;
    walk(m_nodes->root.get(),
         [&](cmark_node *node, cmark_node_type type, bool entering) { addTo(text, node, type, entering); });
    return text.text();
}

Outline Tree::outline() const
{
    Outline result;
    for (cmark_node *node : m_nodes->touched) {
        const cmark_node_type type = cmark_node_get_type(node);
        const int line = cmark_node_get_start_line(node);
        const QString url = QString::fromUtf8(view(cmark_node_get_url(node)));
        if (type == CMARK_NODE_HEADING)
            result.headings.append({cmark_node_get_heading_level(node), inlineText(node), line});
        else if (type == CMARK_NODE_LINK)
            result.links.append({url, inlineText(node), line, isLinkKept(node, m_options)});
        else if (type == CMARK_NODE_IMAGE)
            result.images.append({url, inlineText(node), line, isImageKept(node, m_options)});
    }
    return result;
}

} // namespace markdown
