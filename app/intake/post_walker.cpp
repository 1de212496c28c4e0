#include "intake/post_walker.h"

#include "intake/html_node.h"
#include "intake/post_embedded.h"

#include <utility>

namespace intake {

namespace {

constexpr int deepestNode = 2000;       // the parser adds elements that the source does not name
constexpr qsizetype mostPictures = 500; // readers of Markdown have a limit too

bool isElement(const GumboNode &node, GumboTag tag)
{
    return node.type == GUMBO_NODE_ELEMENT && node.v.element.tag == tag;
}

bool hasClass(const GumboElement &element, QLatin1String name)
{
    return attribute(element, "class").split(u' ').contains(name);
}

// Whether no item has paragraphs.
bool isTight(const GumboElement &list)
{
    for (unsigned i = 0; i < list.children.length; ++i) {
        const GumboNode &item = *childAt(list.children, i);
        if (!isElement(item, GUMBO_TAG_LI))
            continue;
        const GumboVector &parts = item.v.element.children;
        for (unsigned j = 0; j < parts.length; ++j) {
            if (isElement(*childAt(parts, j), GUMBO_TAG_P))
                return false;
        }
    }
    return true;
}

// What WordPress would show as the page itself where it stands alone in a paragraph.
bool isPageAddress(const QString &words)
{
    return (words.startsWith(QLatin1String("http://")) || words.startsWith(QLatin1String("https://"))) &&
           !words.contains(u' ') && !words.contains(u'\n');
}

} // namespace

PostWalker::PostWalker(const GumboNode &page, const PostReading &reading, PostLosses &losses,
                       QList<PostPicture> &pictures)
    : m_page(page)
    , m_reading(reading)
    , m_losses(losses)
    , m_pictures(pictures)
    , m_hiddenNames(hiddenNamesIn(page))
    , m_addresses(reading.site)
{}

bool PostWalker::walk()
{
    addNode(m_page, {});
    endBlock({});
    return !m_isTooDeep;
}

void PostWalker::addNode(const GumboNode &node, const Place &place)
{
    if (place.depth > deepestNode) {
        m_isTooDeep = true;
        return;
    }
    switch (node.type) {
    case GUMBO_NODE_TEXT:
    case GUMBO_NODE_CDATA:
    case GUMBO_NODE_WHITESPACE:
        addText(node.v.text.text, place);
        break;
    case GUMBO_NODE_ELEMENT:
        if (!isHiddenElement(node, m_hiddenNames))
            addElement(node, place);
        break;
    default:
        break;
    }
}

void PostWalker::addText(const char *utf8, const Place &place)
{
    const QString text = QString::fromUtf8(utf8);
    if (m_isInPreformatted || m_isInCode) {
        m_code.append(text);
    } else if (place.keepsLines) {
        const QList<QStringView> lines = QStringView(text).split(u'\n');
        for (qsizetype i = 0; i < lines.size(); ++i) {
            if (i > 0)
                addBreak(place);
            m_writer.line().addWords(lines.at(i), place.style);
        }
    } else {
        m_writer.line().addWords(text, place.style);
    }
}

void PostWalker::addElement(const GumboNode &node, const Place &outer)
{
    const GumboElement &element = node.v.element;
    const PostRole role = postRole(element.tag);
    Place place = outer;
    place.style = styleWithin(element, role, outer.style);
    ++place.depth;
    switch (role) {
    case PostRole::Hidden:
        break;
    case PostRole::Form:
        m_losses.add(Loss::Form);
        break;
    case PostRole::Block:
    case PostRole::BoldBlock:
    case PostRole::Caption:
    case PostRole::Heading:
    case PostRole::Quotation:
        addBlock(element, role, place);
        break;
    case PostRole::List:
        addList(element, place);
        break;
    case PostRole::Item:
        addItem(element, place);
        break;
    case PostRole::Preformatted:
        addPreformatted(element, place);
        break;
    case PostRole::Table:
        addTable(element, place);
        break;
    default:
        addInline(element, role, place);
        break;
    }
}

void PostWalker::addInline(const GumboElement &element, PostRole role, const Place &place)
{
    switch (role) {
    case PostRole::Break:
        addBreak(place);
        break;
    case PostRole::Rule:
        endBlock(place);
        if (!place.isFlat && !m_isInPreformatted)
            m_writer.addRule();
        break;
    case PostRole::Quoted:
        addText("\u201C", place);
        addChildren(element, place);
        addText("\u201D", place);
        break;
    case PostRole::Code:
        addCode(element, place);
        break;
    case PostRole::Link:
        addLink(element, place);
        break;
    case PostRole::Picture:
        addPicture(element, place);
        break;
    case PostRole::Embedded:
        addEmbedded(element, place);
        break;
    default:
        addChildren(element, place);
        break;
    }
}

void PostWalker::addChildren(const GumboElement &element, const Place &place)
{
    for (unsigned i = 0; i < element.children.length; ++i)
        addNode(*childAt(element.children, i), place);
}

void PostWalker::addBlock(const GumboElement &element, PostRole role, const Place &place)
{
    endBlock(place);
    const bool isShaped = !place.isFlat && !m_isInPreformatted;
    Place inner = place;
    inner.isInList = place.isInList && role != PostRole::Quotation;
    if (isShaped && role == PostRole::Heading)
        m_writer.startHeading(int(element.tag) - int(GUMBO_TAG_H1) + 1);
    else if (isShaped && role == PostRole::Quotation)
        m_writer.openQuotation();
    addChildren(element, inner);
    endBlock(place);
    if (isShaped && role == PostRole::Heading)
        m_writer.endHeading();
    else if (isShaped && role == PostRole::Quotation)
        m_writer.closeQuotation();
}

void PostWalker::addList(const GumboElement &element, const Place &place)
{
    if (place.isFlat || m_isInPreformatted) {
        addBlock(element, PostRole::Block, place);
        return;
    }
    endBlock(place);
    Place inner = place;
    inner.isInList = true;
    const int first = qMax(0, numberIn(element, "start").value_or(1));
    m_writer.openList(element.tag == GUMBO_TAG_OL ? std::optional(first) : std::nullopt, isTight(element));
    addChildren(element, inner);
    endBlock(place);
    m_writer.closeList();
}

void PostWalker::addItem(const GumboElement &element, const Place &place)
{
    if (!place.isInList || place.isFlat || m_isInPreformatted) {
        addBlock(element, PostRole::Block, place);
        return;
    }
    endBlock(place);
    Place inner = place;
    inner.isInList = false;
    m_writer.openItem(numberIn(element, "value"));
    addChildren(element, inner);
    endBlock(place);
    m_writer.closeItem();
}

// Verse is words in lines, not code.
void PostWalker::addPreformatted(const GumboElement &element, const Place &place)
{
    endBlock(place);
    const bool isVerse = hasClass(element, QLatin1String("wp-block-verse"));
    if (m_isInPreformatted || isVerse || place.isFlat) {
        Place inner = place;
        inner.keepsLines = isVerse || place.keepsLines;
        addChildren(element, inner);
    } else {
        m_isInPreformatted = true;
        addChildren(element, place);
        m_isInPreformatted = false;
        m_writer.addCodeBlock(std::exchange(m_code, {}));
    }
    endBlock(place);
}

void PostWalker::addCode(const GumboElement &element, const Place &place)
{
    if (m_isInPreformatted || m_isInCode) {
        addChildren(element, place);
        return;
    }
    m_isInCode = true;
    addChildren(element, place);
    m_isInCode = false;
    m_writer.line().addCode(std::exchange(m_code, {}), place.style);
}

void PostWalker::addLink(const GumboElement &element, const Place &place)
{
    const QString href = attribute(element, "href");
    const QString address = m_addresses.link(href);
    const bool isText = m_isInLink || m_isInCode || m_isInPreformatted;
    if (!isText && address.isEmpty() && !href.isEmpty() && !href.startsWith(u'#'))
        m_losses.add(Loss::OtherLink);
    if (isText || address.isEmpty()) {
        addChildren(element, place);
        return;
    }
    m_isInLink = true;
    m_linked = m_addresses.file(href);
    m_writer.openLink(address);
    addChildren(element, place);
    m_writer.closeLink();
    m_isInLink = false;
}

// A link to the picture's own file is not needed around it.
void PostWalker::addPicture(const GumboElement &element, const Place &place)
{
    PostPicture picture = pictureIn(element);
    if (m_isInCode || m_isInPreformatted || isSignPicture(element)) {
        addText(picture.alternative.toUtf8().constData(), place);
        return;
    }
    if (isPixel(element))
        return;
    picture.address = m_addresses.file(picture.address);
    QString destination;
    if (!picture.address.isEmpty() && m_pictures.size() < mostPictures) {
        m_pictures.append(picture);
        destination = m_reading.picture ? m_reading.picture(picture) : QString();
    }
    if (destination.isEmpty()) {
        addPictureAsWords(picture, place);
        return;
    }
    if (m_isInLink && isSameFile(picture.address, m_linked))
        m_writer.dropLink();
    m_writer.line().addPicture(picture.alternative, destination, place.style);
}

void PostWalker::addPictureAsWords(const PostPicture &picture, const Place &place)
{
    if (picture.alternative.isEmpty()) {
        m_losses.add(Loss::PictureGone);
        return;
    }
    m_losses.add(Loss::PictureLink);
    const QString address = m_isInLink ? QString() : m_addresses.link(picture.address);
    if (!address.isEmpty())
        m_writer.openLink(address);
    m_writer.line().addWords(picture.alternative, place.style);
    if (!address.isEmpty())
        m_writer.closeLink();
}

void PostWalker::addEmbedded(const GumboElement &element, const Place &place)
{
    const QString address = m_addresses.file(embeddedAddress(element));
    if (address.isEmpty() || m_isInCode || m_isInPreformatted || m_isInLink) {
        m_losses.add(Loss::EmbeddedGone);
        return;
    }
    m_losses.add(embeddedKind(element, address));
    m_writer.line().addSpace();
    m_writer.openLink(m_addresses.link(address));
    m_writer.line().addWords(address, place.style);
    m_writer.closeLink();
    m_writer.line().addSpace();
}

void PostWalker::addBreak(const Place &place)
{
    if (m_isInPreformatted) {
        m_code.append(u'\n');
        return;
    }
    endCode(place);
    if (place.isFlat)
        m_writer.line().addSpace();
    else
        m_writer.breakLine();
}

void PostWalker::endBlock(const Place &place)
{
    if (m_isInPreformatted) {
        if (!m_code.isEmpty() && !m_code.endsWith(u'\n'))
            m_code.append(u'\n');
        return;
    }
    endCode(place);
    if (place.isFlat) {
        m_writer.line().addSpace();
        return;
    }
    const QString words = m_isInLink ? QString() : m_writer.line().plainWords();
    const QString address = isPageAddress(words) ? m_addresses.link(words) : QString();
    if (!address.isEmpty())
        m_writer.line().linkAll(address);
    m_writer.endBlock();
}

void PostWalker::endCode(const Place &place)
{
    if (m_isInCode)
        m_writer.line().addCode(std::exchange(m_code, {}), place.style);
}

} // namespace intake
