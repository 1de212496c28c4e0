#include "intake/post_shortcodes.h"

#include "intake/html_tags.h"
#include "intake/shortcode_tag.h"

#include <QHash>

#include <algorithm>
#include <iterator>
#include <vector>

namespace intake {

namespace {

// What becomes of a tag.
enum class Use { Text, Literal, Shortcode };

struct Tag {
    ShortcodeTag tag;
    Use use = Use::Text;
    qsizetype partner = -1; // the tag that closes it, or that it closes
};

struct Media {
    const char *name;
    const char *element;
    const char *idPrefix; // of the address that an id stands for; empty: there are none
};

constexpr Media mediaNames[] = {
    {"embed", "iframe", ""},
    {"youtube", "iframe", "https://www.youtube.com/watch?v="},
    {"vimeo", "iframe", "https://vimeo.com/"},
    {"dailymotion", "iframe", "https://www.dailymotion.com/video/"},
    {"soundcloud", "iframe", ""},
    {"googlemaps", "iframe", ""},
    {"video", "video", ""},
    {"audio", "audio", ""},
};

const Media *mediaOf(const QByteArray &name)
{
    const auto *found = std::find_if(std::begin(mediaNames), std::end(mediaNames),
                                     [&name](const Media &one) { return name == one.name; });
    return found == std::end(mediaNames) ? nullptr : found;
}

bool isCaption(const QByteArray &name)
{
    return name == "caption" || name == "wp_caption";
}

// The tags of shortcodes outside of HTML's own tags, and outside of code.
class Collector
{
public:
    explicit Collector(QByteArrayView content) : m_content(content) {}

    std::vector<Tag> tags()
    {
        HtmlTagScanner scanner(m_content);
        QByteArray within; // the element whose content is no text
        qsizetype begin = 0;
        for (HtmlTag html; scanner.next(html);) {
            if (html.begin < begin)
                continue;
            collect(begin, html.begin, within.isEmpty());
            begin = qMax(html.end, m_end);
            if (within.isEmpty() && !html.isClosing &&
                isOneOf(html.name, {"pre", "code", "script", "style", "textarea"}))
                within = html.name;
            else if (html.isClosing && html.name == within)
                within.clear();
        }
        collect(begin, m_content.size(), within.isEmpty());
        pair();
        return std::move(m_tags);
    }

private:
    [[nodiscard]] bool isAt(qsizetype at, char c) const
    {
        return at >= 0 && at < m_content.size() && m_content.at(at) == c;
    }

    void collect(qsizetype begin, qsizetype end, bool isText)
    {
        const auto next = [&](qsizetype from) {
            return from < end ? m_content.first(end).indexOf('[', from) : -1;
        };
        for (qsizetype at = next(begin); at >= 0; at = next(m_end)) {
            m_end = at + 1;
            auto tag = shortcodeTagAt(m_content, at);
            if (!tag)
                continue;
            m_end = tag->end;
            const bool isDoubled = isAt(at - 1, '[') && isAt(tag->end, ']');
            if (isText || (isDoubled && tag->isSure))
                m_tags.push_back({std::move(*tag)});
        }
    }

    void pair()
    {
        QHash<QByteArray, QList<qsizetype>> open;
        for (size_t i = 0; i < m_tags.size(); ++i) {
            Tag &one = m_tags[i];
            const bool isDoubled = isAt(one.tag.begin - 1, '[') && isAt(one.tag.end, ']');
            if (one.tag.isClosing) {
                QList<qsizetype> &before = open[one.tag.name];
                if (!before.isEmpty())
                    join(size_t(before.takeLast()), i);
                else if (one.tag.isSure)
                    one.use = Use::Shortcode;
                continue;
            }
            if (one.tag.isSure)
                one.use = isDoubled ? Use::Literal : Use::Shortcode;
            if (one.use != Use::Literal)
                open[one.tag.name].append(qsizetype(i));
        }
    }

    void join(size_t first, size_t last)
    {
        Tag &opening = m_tags[first];
        Tag &closing = m_tags[last];
        const bool isDoubled = isAt(opening.tag.begin - 1, '[') && isAt(closing.tag.end, ']');
        opening.use = closing.use = isDoubled ? Use::Literal : Use::Shortcode;
        opening.partner = qsizetype(last);
        closing.partner = qsizetype(first);
    }

    QByteArrayView m_content;
    qsizetype m_end = 0; // behind the last tag
    std::vector<Tag> m_tags;
};

class Replacer
{
public:
    Replacer(const QByteArray &content, PostLosses &losses)
        : m_content(content), m_tags(Collector(content).tags()), m_losses(losses)
    {}

    QByteArray result()
    {
        if (m_tags.empty())
            return m_content;
        m_out.reserve(m_content.size());
        for (size_t i = 0; i < m_tags.size(); ++i) {
            const Tag &one = m_tags[i];
            if (one.tag.begin < m_copied)
                continue;
            if (one.use == Use::Literal)
                writeLiteral(one);
            else if (one.use == Use::Shortcode)
                replace(i);
        }
        copyTo(m_content.size());
        return m_out;
    }

private:
    void copyTo(qsizetype end)
    {
        m_out.append(QByteArrayView(m_content).sliced(m_copied, end - m_copied));
        m_copied = end;
    }

    // Without the second brackets outside of it.
    void writeLiteral(const Tag &one)
    {
        const bool isPaired = one.partner >= 0;
        if (!one.tag.isClosing) {
            copyTo(one.tag.begin - 1);
            m_copied = one.tag.begin;
        }
        copyTo(one.tag.end);
        if (one.tag.isClosing || !isPaired)
            ++m_copied;
    }

    void replace(size_t i)
    {
        const Tag &one = m_tags[i];
        copyTo(one.tag.begin);
        m_copied = one.tag.end;
        const QByteArray name =
            one.tag.isClosing && one.partner >= 0 ? m_tags[size_t(one.partner)].tag.name : one.tag.name;
        const bool isPairOfCaption = isCaption(name) && one.partner >= 0;
        if (one.tag.isClosing) {
            if (isPairOfCaption)
                closeCaption(m_tags[size_t(one.partner)].tag);
            return;
        }
        if (isPairOfCaption)
            openCaption(i);
        else if (name == "gallery")
            m_losses.add(Loss::Gallery);
        else if (const Media *media = mediaOf(name); !media || !writeMedia(*media, one))
            m_losses.addShortcode(QString::fromLatin1(name));
    }

    // Behind the picture, or the link around it, the words of the caption begin.
    void openCaption(size_t i)
    {
        const qsizetype begin = m_tags[i].tag.end;
        const qsizetype end = m_tags[i + 1].tag.begin;
        const QByteArrayView body = QByteArrayView(m_content).sliced(begin, end - begin);
        HtmlTagScanner scanner(body);
        qsizetype behind = 0;
        HtmlTag html;
        for (int count = 0; count < 4 && scanner.next(html); ++count) {
            const bool hasPicture = behind > 0;
            if (html.name == "img" || (hasPicture && html.isClosing && html.name == "a"))
                behind = html.end;
            else if (hasPicture || html.name != "a")
                break;
        }
        m_out.append("<figure>");
        copyTo(begin + behind);
        m_out.append("<figcaption>");
    }

    void closeCaption(const ShortcodeTag &opening)
    {
        m_out.append(opening.value("caption")).append("</figcaption></figure>");
    }

    // False where it names no address.
    bool writeMedia(const Media &media, const Tag &one)
    {
        QByteArray address = addressIn(media, one.tag);
        if (address.isEmpty() && one.partner >= 0) {
            const qsizetype end = m_tags[size_t(one.partner)].tag.begin;
            const QByteArrayView body = QByteArrayView(m_content).sliced(one.tag.end, end - one.tag.end).trimmed();
            address = addressOf(media, body.size() <= longestAddress ? body.toByteArray() : QByteArray());
            if (address.isEmpty()) // a link, for one
                return one.tag.name == "embed";
            m_copied = end;
        }
        if (address.isEmpty())
            return false;
        address.replace('"', "&quot;").replace('<', "&lt;").replace('>', "&gt;");
        m_out.append('<').append(media.element).append(" src=\"").append(address).append("\"></");
        m_out.append(media.element).append('>');
        return true;
    }

    static QByteArray addressIn(const Media &media, const ShortcodeTag &tag)
    {
        for (const ShortcodeAttribute &attribute : tag.attributes) {
            const QByteArray address = addressOf(media, attribute.value);
            const bool isIdOnly = !address.isEmpty() && address != attribute.value;
            const bool mayBeId = attribute.key.isEmpty() || attribute.key == "id" || attribute.key == "v";
            if (!address.isEmpty() && attribute.key != "poster" && (!isIdOnly || mayBeId))
                return address;
        }
        return {};
    }

    // The address that the value is or, as an id, stands for; else empty.
    static QByteArray addressOf(const Media &media, const QByteArray &value)
    {
        const bool hasBlank = std::any_of(value.cbegin(), value.cend(), [](char c) { return c >= 0 && c <= ' '; });
        if (hasBlank || value.isEmpty() || value.contains('<'))
            return {};
        const QByteArray start = value.left(8).toLower();
        if (start.startsWith("http://") || start.startsWith("https://") || start.startsWith("//"))
            return value;
        const bool isId = value.size() <= 20 && std::all_of(value.cbegin(), value.cend(), [](char c) {
                              return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                                     c == '-' || c == '_';
                          });
        return isId && *media.idPrefix != '\0' ? QByteArray(media.idPrefix + value) : QByteArray();
    }

    static constexpr qsizetype longestAddress = 2000;

    const QByteArray &m_content;
    std::vector<Tag> m_tags;
    PostLosses &m_losses;
    QByteArray m_out;
    qsizetype m_copied = 0; // of the content
};

} // namespace

QByteArray withoutShortcodes(const QByteArray &content, PostLosses &losses)
{
    return content.contains('[') ? Replacer(content, losses).result() : content;
}

} // namespace intake
