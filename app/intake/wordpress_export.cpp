#include "intake/wordpress_export.h"

#include "intake/charset.h"
#include "intake/charset_names.h"
#include "intake/html_entities.h"
#include "intake/wordpress_item.h"
#include "intake/wordpress_values.h"
#include "intake/wordpress_xml.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <algorithm>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::wordpress_export)
};

constexpr qsizetype longestHeadText = 64LL * 1024;
constexpr qsizetype mostHeadText = 16LL * 1024 * 1024;
constexpr qsizetype entryCost = 128; // characters that an author or a term counts for besides its own

// The elements of a term in the three ways in which the channel lists them.
struct TermField {
    const char *name;
    QString WordPressTerm::*text;
};

constexpr TermField termFields[] = {
    {"category_nicename", &WordPressTerm::slug},
    {"tag_slug", &WordPressTerm::slug},
    {"term_slug", &WordPressTerm::slug},
    {"cat_name", &WordPressTerm::name},
    {"tag_name", &WordPressTerm::name},
    {"term_name", &WordPressTerm::name},
    {"category_parent", &WordPressTerm::parent},
    {"term_parent", &WordPressTerm::parent},
    {"category_description", &WordPressTerm::description},
    {"tag_description", &WordPressTerm::description},
    {"term_description", &WordPressTerm::description},
};

QString withoutSlash(QString address)
{
    while (address.endsWith(QLatin1Char('/')))
        address.chop(1);
    return address;
}

QString exportAgain()
{
    return Words::tr("Export again in WordPress: Tools, Export.");
}

} // namespace

WordPressReader::WordPressReader(qsizetype limit) : m_limit(limit) {}

WordPressReader::~WordPressReader() = default;

Result<void> WordPressReader::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    auto file = std::make_unique<QFile>(path);
    if (!file->open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return Error{file->exists() ? Error::Kind::Io : Error::Kind::NotFound,
                     Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                         .arg(name, file->errorString())};
    return open(std::move(file), name);
}

Result<void> WordPressReader::open(std::unique_ptr<QIODevice> device, const QString &name)
{
    m_size = device->size();
    m_name = name;
    m_xml = std::make_unique<WordPressXml>(std::move(device));
    m_headLeft = mostHeadText;
    auto entered = enterChannel();
    if (entered)
        entered = goToItem();
    if (!entered)
        m_error = entered.error();
    return entered;
}

Result<void> WordPressReader::enterChannel()
{
    const bool hasRoot = m_xml->enter();
    if (!hasRoot)
        return m_xml->fault() == WordPressXml::Fault::Unreadable || m_xml->fault() == WordPressXml::Fault::Charset
                   ? fault()
                   : noExport();
    if (m_xml->name() != QLatin1String("rss"))
        return noExport();
    while (m_xml->enter()) {
        if (m_xml->is(ExportSpace::Rss, "channel"))
            return {};
        m_xml->skip();
    }
    return m_xml->fault() == WordPressXml::Fault::None ? noExport() : fault();
}

// Takes what stands before the next item, or before the end.
Result<void> WordPressReader::goToItem()
{
    m_atItem = false;
    while (!m_atItem && m_xml->enter()) {
        m_atItem = m_xml->is(ExportSpace::Rss, "item");
        if (!m_atItem)
            takeFromChannel();
    }
    if (m_atItem)
        return {};
    // The channel is over; the file is whole if its root is.
    while (m_xml->enter())
        m_xml->skip();
    if (m_xml->fault() != WordPressXml::Fault::None)
        return fault();
    return m_isExport ? Result<void>() : noExport();
}

Result<std::optional<WordPressItem>> WordPressReader::next()
{
    if (m_error)
        return *m_error;
    if (!m_atItem)
        return std::optional<WordPressItem>();
    WordPressItem item = readItem();
    if (m_xml->fault() == WordPressXml::Fault::None && m_isExport) {
        if (const auto went = goToItem(); !went)
            m_error = went.error();
        return std::optional(std::move(item));
    }
    m_error = m_xml->fault() == WordPressXml::Fault::None ? noExport() : fault();
    return *m_error;
}

WordPressItem WordPressReader::readItem()
{
    WordPressItemReader reader(*m_xml, m_limit);
    WordPressItem item = reader.read();
    m_isExport = m_isExport || reader.isOfExport();
    m_droppedComments += item.comments;
    if (reader.isCut()) {
        item.problem = Words::tr("The item at line %1 is larger than %2 MB. Shorten it in WordPress and export again.")
                           .arg(item.line)
                           .arg(std::max<qsizetype>(1, m_limit / (1024LL * 1024)));
        item.content.clear();
        item.excerpt.clear();
        item.terms.clear();
    }
    return item;
}

void WordPressReader::takeFromChannel()
{
    using Space = ExportSpace;
    m_isExport = m_isExport || m_xml->space() == Space::WordPress;
    if (m_xml->is(Space::Rss, "title"))
        m_site.title = withoutReferences(headText());
    else if (m_xml->is(Space::WordPress, "base_blog_url"))
        m_site.link = withoutSlash(headText());
    else if (m_xml->is(Space::Rss, "link") && m_site.link.isEmpty())
        m_site.link = withoutSlash(headText());
    else if (m_xml->is(Space::Rss, "language"))
        m_site.language = headText();
    else if (m_xml->is(Space::WordPress, "author"))
        takeAuthor();
    else if (m_xml->is(Space::WordPress, "category") || m_xml->is(Space::WordPress, "tag") ||
             m_xml->is(Space::WordPress, "term"))
        takeTerm();
    else
        m_xml->skip();
}

void WordPressReader::takeAuthor()
{
    QString shown;
    QString first;
    QString last;
    WordPressAuthor author;
    while (m_xml->enter()) {
        if (m_xml->is(ExportSpace::WordPress, "author_login"))
            author.login = withoutAddress(headText());
        else if (m_xml->is(ExportSpace::WordPress, "author_display_name"))
            shown = withoutReferences(headText());
        else if (m_xml->is(ExportSpace::WordPress, "author_first_name"))
            first = withoutReferences(headText());
        else if (m_xml->is(ExportSpace::WordPress, "author_last_name"))
            last = withoutReferences(headText());
        else
            m_xml->skip();
    }
    const QString full = QString(first + QLatin1Char(' ') + last).trimmed();
    author.name = shown.isEmpty() || holdsAddress(shown) ? full : shown;
    if (holdsAddress(author.name))
        author.name.clear();
    m_headLeft -= std::min(m_headLeft, entryCost);
    if (m_headLeft > 0)
        m_authors.append(author);
}

void WordPressReader::takeTerm()
{
    QString taxonomy = m_xml->name() == QLatin1String("tag") ? QStringLiteral("post_tag") : m_xml->name();
    WordPressTerm term;
    while (m_xml->enter()) {
        const auto *const field = std::ranges::find_if(
            termFields, [this](const TermField &known) { return m_xml->is(ExportSpace::WordPress, known.name); });
        if (field != std::end(termFields))
            term.*(field->text) = withoutReferences(headText());
        else if (m_xml->is(ExportSpace::WordPress, "term_taxonomy"))
            taxonomy = headText();
        else
            m_xml->skip();
    }
    const bool isTag = taxonomy == QLatin1String("post_tag");
    if (!isTag && taxonomy != QLatin1String("category"))
        return;
    term.kind = isTag ? WordPressTerm::Kind::Tag : WordPressTerm::Kind::Category;
    m_headLeft -= std::min(m_headLeft, entryCost);
    if (m_headLeft > 0)
        m_terms.append(term);
}

// The text of an element of the channel, as much as may be kept.
QString WordPressReader::headText()
{
    bool isCut = false;
    const QString text = m_xml->text(std::min(longestHeadText, m_headLeft), isCut).trimmed();
    m_headLeft -= text.size();
    return text;
}

QList<XmlRepair> WordPressReader::repairs() const
{
    return m_xml ? m_xml->repairer().repairs() : QList<XmlRepair>();
}

qint64 WordPressReader::position() const
{
    return m_xml ? m_xml->position() : 0;
}

Error WordPressReader::fault() const
{
    const QString line = QString::number(m_xml->line());
    switch (m_xml->fault()) {
    case WordPressXml::Fault::Unreadable:
        return {Error::Kind::Io,
                Words::tr("%1 could not be read to its end: %2. Copy it to another disk and try again.")
                    .arg(m_name, m_xml->errorString())};
    case WordPressXml::Fault::Charset:
        return {Error::Kind::Unusable,
                Words::tr("%1 is written in %2, in which exports cannot be read. Open it in a text editor and save it "
                          "as UTF-8.")
                    .arg(m_name, charsetTitle(m_xml->repairer().unreadable()))};
    case WordPressXml::Fault::CutOff:
        return {Error::Kind::Damaged, Words::tr("%1 is not whole: it breaks off at line %2.").arg(m_name, line) +
                                          QLatin1Char(' ') + exportAgain()};
    case WordPressXml::Fault::Damaged:
    case WordPressXml::Fault::None:
        break;
    }
    return {Error::Kind::Damaged,
            Words::tr("%1 is broken at line %2 and cannot be read any further.").arg(m_name, line) + QLatin1Char(' ') +
                exportAgain()};
}

Error WordPressReader::noExport() const
{
    return {Error::Kind::Unusable,
            Words::tr("%1 is no WordPress export, as line %2 shows.").arg(m_name).arg(m_xml->line()) +
                QLatin1Char(' ') + exportAgain()};
}

bool isWordPressExport(QByteArrayView beginning)
{
    constexpr qsizetype enough = 8192;
    XmlTally tally;
    const QByteArray text = XmlCharacters(tally).take(beginning.first(std::min(enough, beginning.size())), true);
    if (!QByteArrayView(text).sliced(skipXmlBlanks(text, 0)).startsWith('<'))
        return false;
    const qsizetype root = text.indexOf("<rss");
    return root >= 0 &&
           (text.indexOf("wordpress.org/export/", root) >= 0 || text.indexOf("<wp:wxr_version", root) >= 0);
}

} // namespace intake
