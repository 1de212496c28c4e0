#include "intake/wordpress_item.h"

#include "intake/html_entities.h"
#include "intake/wordpress_values.h"
#include "intake/wordpress_xml.h"

#include <QSet>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

using Kind = WordPressTerm::Kind;

// An element whose text is a field as it stands there.
struct Field {
    ExportSpace space;
    const char *name;
    QString WordPressItem::*text;
};

constexpr Field fields[] = {
    {ExportSpace::Rss, "title", &WordPressItem::title},
    {ExportSpace::Rss, "link", &WordPressItem::link},
    {ExportSpace::Rss, "guid", &WordPressItem::guid},
    {ExportSpace::DublinCore, "creator", &WordPressItem::author},
    {ExportSpace::Content, "encoded", &WordPressItem::content},
    {ExportSpace::Excerpt, "encoded", &WordPressItem::excerpt},
    {ExportSpace::WordPress, "post_id", &WordPressItem::id},
    {ExportSpace::WordPress, "post_name", &WordPressItem::slug},
    {ExportSpace::WordPress, "post_type", &WordPressItem::type},
    {ExportSpace::WordPress, "status", &WordPressItem::status},
    {ExportSpace::WordPress, "post_parent", &WordPressItem::parent},
    {ExportSpace::WordPress, "attachment_url", &WordPressItem::attachmentUrl},
};

// A custom field that means something here.
struct Meta {
    const char *key;
    QString WordPressItem::*text;
};

constexpr Meta metas[] = {
    {"_thumbnail_id", &WordPressItem::thumbnail},
    {"_wp_attachment_image_alt", &WordPressItem::imageAlt},
};

constexpr qsizetype longestKey = 256;
constexpr qsizetype longestMeta = 16LL * 1024;
constexpr qsizetype termCost = 64; // characters that a term counts for besides its own

} // namespace

WordPressItem WordPressItemReader::read()
{
    m_item.line = m_xml.line();
    while (m_xml.enter())
        takeElement();
    finish();
    return std::move(m_item);
}

void WordPressItemReader::takeElement()
{
    m_isOfExport = m_isOfExport || m_xml.space() == ExportSpace::WordPress;
    if (m_xml.is(ExportSpace::WordPress, "comment")) {
        ++m_item.comments;
        m_xml.skip();
    } else if (m_xml.is(ExportSpace::WordPress, "postmeta")) {
        takeMeta();
    } else if (m_xml.is(ExportSpace::Rss, "category")) {
        takeTerm();
    } else if (m_xml.is(ExportSpace::WordPress, "post_password")) {
        m_item.hasPassword = !text(m_left).trimmed().isEmpty() || m_item.hasPassword;
    } else if (m_xml.is(ExportSpace::WordPress, "post_date")) {
        m_localDate = text(m_left).trimmed();
    } else if (m_xml.is(ExportSpace::WordPress, "post_date_gmt")) {
        m_utcDate = text(m_left).trimmed();
    } else if (m_xml.is(ExportSpace::Rss, "pubDate")) {
        m_feedDate = text(m_left).trimmed();
    } else if (!takeField()) {
        m_xml.skip();
    }
}

// Of an element that stands there twice the first that says something counts.
bool WordPressItemReader::takeField()
{
    const auto *const field =
        std::ranges::find_if(fields, [this](const Field &known) { return m_xml.is(known.space, known.name); });
    if (field == std::end(fields) || !(m_item.*(field->text)).isEmpty())
        return false;
    const bool isBody = field->space == ExportSpace::Content || field->space == ExportSpace::Excerpt;
    m_item.*(field->text) = isBody ? text(m_bodyLeft) : text(m_left).trimmed();
    return true;
}

void WordPressItemReader::takeTerm()
{
    const QString domain = m_xml.attribute(QLatin1String("domain"));
    WordPressTerm term;
    term.slug = m_xml.attribute(QLatin1String("nicename")).trimmed();
    term.name = withoutReferences(text(m_left).trimmed());
    m_left -= std::min(m_left, term.slug.size() + termCost);
    if (domain.isEmpty() && !term.name.isEmpty() && m_left > 0)
        m_bareTerms.append(term.name);
    const bool isTag = domain == QLatin1String("post_tag") || domain == QLatin1String("tag");
    if ((!isTag && domain != QLatin1String("category")) || (term.name.isEmpty() && term.slug.isEmpty()))
        return;
    term.kind = isTag ? Kind::Tag : Kind::Category;
    if (m_left > 0)
        m_item.terms.append(term);
    else
        m_isCut = true;
}

void WordPressItemReader::takeMeta()
{
    QString key;
    QString value;
    bool isLongKey = false;
    bool isLongValue = false;
    while (m_xml.enter()) {
        if (m_xml.is(ExportSpace::WordPress, "meta_key"))
            key = m_xml.text(longestKey, isLongKey).trimmed();
        else if (m_xml.is(ExportSpace::WordPress, "meta_value"))
            value = m_xml.text(longestMeta, isLongValue).trimmed();
        else
            m_xml.skip();
    }
    for (const Meta &meta : metas) {
        if (key == QLatin1String(meta.key) && !isLongValue && (m_item.*(meta.text)).isEmpty())
            m_item.*(meta.text) = value;
    }
}

void WordPressItemReader::finish()
{
    m_item.title = withoutReferences(m_item.title);
    m_item.status = m_item.status.toLower();
    m_item.author = withoutAddress(m_item.author);
    m_item.localDate = readExportDate(m_localDate);
    m_item.date = readExportDate(m_utcDate);
    if (!m_item.date.isValid())
        m_item.date = readFeedDate(m_feedDate);
    // Old exports name each category and tag twice, the first time without saying which of the two it is.
    QSet<QString> known;
    for (const WordPressTerm &term : std::as_const(m_item.terms))
        known.insert(term.name);
    for (const QString &name : std::as_const(m_bareTerms)) {
        if (!known.contains(name))
            m_item.terms.append({Kind::Category, {}, name, {}, {}});
        known.insert(name);
    }
}

// The text of an element, as much as may be kept.
QString WordPressItemReader::text(qsizetype &left)
{
    const QString text = m_xml.text(left, m_isCut);
    left -= text.size();
    return text;
}

} // namespace intake
