#include "intake/shortcode_tag.h"

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype longestTag = 2000;
constexpr qsizetype longestName = 40;

// Shortcodes of WordPress and of plugins that are known without their attributes.
constexpr const char *knownNames[] = {
    "audio",      "caption",     "contact-form", "contact-form-7", "contact-field", "embed",
    "formidable", "gallery",     "gravityform",  "mc4wp_form",     "ninja_form",    "playlist",
    "soundcloud", "toc",         "video",        "vimeo",          "wp_caption",    "wpforms",
    "youtube",    "dailymotion", "googlemaps",   "slideshow",      "subscribe2",    "jetpack_subscription_form",
};

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isNameCharacter(char c)
{
    return isLetter(c) || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

bool isBlank(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

bool isKnown(QByteArrayView name)
{
    return std::any_of(std::begin(knownNames), std::end(knownNames), [name](const char *one) { return name == one; });
}

// Reads the attributes of one tag, from behind its name to behind its "]".
class Attributes
{
public:
    Attributes(QByteArrayView content, qsizetype at) : m_content(content), m_at(at) {}

    // False where no tag ends.
    bool read(ShortcodeTag &tag)
    {
        bool isQuoted = false;
        bool isKeyed = false;
        bool isBare = false;
        for (;;) {
            while (!isEnd() && isBlank(current()))
                ++m_at;
            if (isEnd() || current() == '[' || current() == '<')
                return false;
            if (current() == ']')
                break;
            if (current() == '/' && m_at + 1 < m_content.size() && m_content.at(m_at + 1) == ']') {
                tag.isSure = true;
                ++m_at;
                break;
            }
            ShortcodeAttribute attribute;
            if (!readOne(attribute, isQuoted))
                return false;
            (attribute.key.isEmpty() ? isBare : isKeyed) = true;
            tag.attributes.append(attribute);
        }
        tag.end = m_at + 1;
        tag.isSure = tag.isSure || isKnown(tag.name) || (isKeyed && (isQuoted || !isBare));
        return true;
    }

private:
    [[nodiscard]] bool isEnd() const { return m_at >= m_content.size(); }
    [[nodiscard]] char current() const { return m_content.at(m_at); }

    bool readOne(ShortcodeAttribute &attribute, bool &isQuoted)
    {
        const qsizetype begin = m_at;
        while (!isEnd() && isNameCharacter(current()))
            ++m_at;
        if (m_at > begin && !isEnd() && current() == '=') {
            attribute.key = m_content.sliced(begin, m_at - begin).toByteArray().toLower();
            ++m_at;
            isQuoted = isQuoted || (!isEnd() && (current() == '"' || current() == '\''));
        } else {
            m_at = begin;
        }
        return readValue(attribute.value);
    }

    bool readValue(QByteArray &value)
    {
        if (!isEnd() && (current() == '"' || current() == '\'')) {
            const qsizetype end = m_content.indexOf(current(), m_at + 1);
            if (end < 0)
                return false;
            value = m_content.sliced(m_at + 1, end - m_at - 1).toByteArray();
            m_at = end + 1;
            return true;
        }
        const qsizetype begin = m_at;
        while (!isEnd() && !isBlank(current()) && current() != ']' && current() != '[' && current() != '<')
            ++m_at;
        value = m_content.sliced(begin, m_at - begin).toByteArray();
        return true;
    }

    QByteArrayView m_content;
    qsizetype m_at;
};

} // namespace

QByteArray ShortcodeTag::value(const char *key) const
{
    const auto found = std::find_if(attributes.cbegin(), attributes.cend(),
                                    [key](const ShortcodeAttribute &one) { return one.key == key; });
    return found == attributes.cend() ? QByteArray() : found->value;
}

std::optional<ShortcodeTag> shortcodeTagAt(QByteArrayView content, qsizetype begin)
{
    const QByteArrayView view = content.first(qMin(content.size(), begin + longestTag));
    ShortcodeTag tag;
    tag.begin = begin;
    tag.isClosing = begin + 1 < view.size() && view.at(begin + 1) == '/';
    const qsizetype first = begin + (tag.isClosing ? 2 : 1);
    if (first >= view.size() || !isLetter(view.at(first)))
        return std::nullopt;
    qsizetype at = first;
    while (at < view.size() && isNameCharacter(view.at(at)))
        ++at;
    if (at >= view.size() || at - first > longestName)
        return std::nullopt;
    tag.name = view.sliced(first, at - first).toByteArray();
    const char behind = view.at(at);
    const bool isOldForm = behind == '=' && isKnown(tag.name); // "[youtube=ADDRESS]"
    if (behind != ']' && behind != '/' && !isBlank(behind) && !isOldForm)
        return std::nullopt;
    if (!Attributes(view, isOldForm ? at + 1 : at).read(tag))
        return std::nullopt;
    return tag;
}

} // namespace intake
