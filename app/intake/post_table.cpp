// The tables of a post: Markdown has none, so each row is a line with " | " between its cells. A row of one cell, or of
// cells with paragraphs and lists of their own, as where a table lays out a page, is no such line.
#include "intake/html_node.h"
#include "intake/post_walker.h"

#include <algorithm>

namespace intake {

namespace {

bool isShaped(PostRole role)
{
    return role == PostRole::List || role == PostRole::Quotation || role == PostRole::Preformatted ||
           role == PostRole::Table || role == PostRole::Heading;
}

// Whether the cell has at most one paragraph.
bool isPlain(const GumboElement &cell)
{
    int blocks = 0;
    for (unsigned i = 0; i < cell.children.length; ++i) {
        const GumboNode &child = *childAt(cell.children, i);
        const PostRole role = child.type == GUMBO_NODE_ELEMENT ? postRole(child.v.element.tag) : PostRole::Inline;
        if (isShaped(role) || (role == PostRole::Block && ++blocks > 1))
            return false;
    }
    return true;
}

} // namespace

void PostWalker::addTable(const GumboElement &element, const Place &place)
{
    endBlock(place);
    Place inner = place;
    inner.isInList = false;
    Rows rows;
    addRows(element, inner, rows);
    endBlock(place);
    if (rows.isTable)
        m_losses.add(Loss::Table);
}

void PostWalker::addRows(const GumboElement &element, const Place &place, Rows &rows)
{
    for (unsigned i = 0; i < element.children.length; ++i) {
        const GumboNode &child = *childAt(element.children, i);
        const bool isSeen = child.type == GUMBO_NODE_ELEMENT && !isHiddenElement(child, m_hiddenNames);
        const GumboTag tag = isSeen ? child.v.element.tag : GUMBO_TAG_UNKNOWN;
        if (tag == GUMBO_TAG_TBODY || tag == GUMBO_TAG_THEAD || tag == GUMBO_TAG_TFOOT)
            addRows(child.v.element, place, rows);
        else if (tag == GUMBO_TAG_TR)
            addRow(child.v.element, place, rows);
        else if (isSeen)
            addNode(child, place);
    }
}

void PostWalker::addRow(const GumboElement &row, const Place &place, Rows &rows)
{
    QList<const GumboElement *> cells;
    for (unsigned i = 0; i < row.children.length; ++i) {
        const GumboNode &child = *childAt(row.children, i);
        if (child.type == GUMBO_NODE_ELEMENT && !isHiddenElement(child, m_hiddenNames))
            cells.append(&child.v.element);
    }
    const bool isLine = cells.size() > 1 && (place.isFlat || std::all_of(cells.cbegin(), cells.cend(),
                                                                         [](auto *cell) { return isPlain(*cell); }));
    if (isLine && rows.isBehindLine)
        addBreak(place);
    else
        endBlock(place);
    rows.isBehindLine = isLine;
    rows.isTable = rows.isTable || isLine;
    for (qsizetype i = 0; i < cells.size(); ++i) {
        Place inner = place;
        ++inner.depth;
        inner.isFlat = place.isFlat || isLine;
        if (isLine && i > 0)
            addText(" | ", place);
        if (isLine && cells.at(i)->tag == GUMBO_TAG_TH)
            inner.style = char(inner.style | boldStyle);
        addChildren(*cells.at(i), inner);
        if (!isLine)
            endBlock(place);
    }
}

} // namespace intake
