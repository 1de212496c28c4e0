#include "intake/xml_repair.h"

#include "intake/export_elements.h"
#include "intake/html_entities.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <optional>

namespace intake {

namespace {

constexpr qsizetype longestReference = 40;

// What to write for the reference that an "&" begins, or seems to.
struct Reference {
    qsizetype length = 0; // with what it begins with; 0: it depends on what follows
    QByteArray written;
    std::optional<XmlRepair::Kind> repair;
};

Reference readReference(QByteArrayView text, bool isWhole)
{
    const qsizetype most = std::min(longestReference, text.size());
    qsizetype end = 1;
    while (end < most && (std::isalnum(static_cast<unsigned char>(text[end])) != 0 || (text[end] == '#' && end == 1)))
        ++end;
    if (end == text.size() && !isWhole && end < longestReference)
        return {};
    const QByteArrayView name = text.sliced(1, end - 1);
    if (end == most || text[end] != ';' || name.isEmpty() || name == "#")
        return {1, "&amp;", XmlRepair::Kind::Ampersand};
    for (const char *known : {"amp", "lt", "gt", "quot", "apos"}) {
        if (name == known)
            return {end + 1, text.first(end + 1).toByteArray(), std::nullopt};
    }
    const bool isNumber = isNumericReference(name);
    const char32_t code = isNumber ? numericReference(name) : htmlEntity(name);
    if (code == 0 && isNumber)
        return {end + 1, {}, XmlRepair::Kind::ControlCharacter};
    if (code == 0)
        return {1, "&amp;", XmlRepair::Kind::Ampersand};
    const bool isHexadecimal = name.startsWith("#x");
    const uint inXml = name.sliced(isHexadecimal ? 2 : 1).toByteArray().toUInt(nullptr, isHexadecimal ? 16 : 10);
    return {end + 1, "&#" + QByteArray::number(uint(code)) + ';',
            inXml == code ? std::nullopt : std::optional(XmlRepair::Kind::Entity)};
}

struct Tag {
    qsizetype length = 0; // 0: its end is not there
    int attributes = 0;
};

Tag readTag(QByteArrayView text)
{
    char quote = 0;
    int attributes = 0;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (quote != 0) {
            quote = c == quote ? char(0) : quote;
        } else if (c == '"' || c == '\'') {
            quote = c;
            ++attributes;
        } else if (c == '>') {
            return {at + 1, attributes};
        }
    }
    return {};
}

QByteArrayView nameOfTag(QByteArrayView tag)
{
    qsizetype end = 1;
    while (end < tag.size() && !isXmlBlank(tag[end]) && tag[end] != '/' && tag[end] != '>')
        ++end;
    return tag.sliced(1, end - 1);
}

} // namespace

QByteArray XmlRepairer::mend(QByteArrayView piece, bool isLast)
{
    m_line += std::count(m_text.cbegin() + m_counted, m_text.cbegin() + m_at, '\n');
    m_text.remove(0, m_at);
    m_base += m_at;
    m_at = m_counted = 0;
    m_text.append(m_characters.take(piece, isLast));
    m_isLast = isLast;
    m_mended.clear();
    m_mended.reserve(m_text.size());
    while (m_at < m_text.size() && step()) {
    }
    return m_mended;
}

bool XmlRepairer::step()
{
    switch (m_state) {
    case State::Beginning:
        return takeBeginning();
    case State::Text:
        return takeText();
    case State::Section:
        return takeSection();
    case State::Comment:
        return leaveOutPast("-->");
    case State::Instruction:
        return leaveOutPast("?>");
    case State::DocumentType:
        return takeDocumentType();
    case State::Broken:
        break;
    }
    return false;
}

bool XmlRepairer::takeBeginning()
{
    if (!isWithinReach(reach))
        return false;
    m_state = State::Text;
    const QByteArrayView text = QByteArrayView(m_text).first(std::min(m_text.size(), reach));
    const QByteArrayView visible = text.sliced(skipXmlBlanks(text, 0));
    for (const char *known : {"<?xml", "<!--", "<!DOCTYPE", "<rss"}) {
        if (visible.startsWith(known))
            return true;
    }
    const qsizetype declaration = text.indexOf("<?xml");
    leaveOut(std::max<qsizetype>(0, declaration >= 0 ? declaration : text.indexOf("<rss")));
    return true;
}

bool XmlRepairer::takeText()
{
    qsizetype end = m_at;
    while (end < m_text.size() && m_text.at(end) != '<' && m_text.at(end) != '&' && m_text.at(end) != ']')
        ++end;
    copy(end);
    if (end == m_text.size())
        return false;
    if (m_text.at(end) == '&')
        return takeReference();
    if (m_text.at(end) == '<')
        return takeMarkup();
    if (!isWithinReach(sectionEnd.size()))
        return false;
    if (rest(m_at).startsWith(sectionEnd)) {
        note(XmlRepair::Kind::CData);
        put("]]&gt;", sectionEnd.size());
    } else {
        copy(m_at + 1);
    }
    return true;
}

bool XmlRepairer::takeReference()
{
    const Reference reference = readReference(rest(m_at), m_isLast);
    if (reference.length == 0)
        return false;
    if (reference.repair)
        note(*reference.repair);
    put(reference.written, reference.length);
    return true;
}

bool XmlRepairer::takeMarkup()
{
    if (!isWithinReach(sectionStart.size()))
        return false;
    const QByteArrayView text = rest(m_at);
    if (text.startsWith(sectionStart))
        return takeSectionStart();
    if (text.startsWith("<!--"))
        m_state = State::Comment;
    else if (text.startsWith("<?"))
        m_state = State::Instruction;
    else if (text.startsWith("<!DOCTYPE"))
        m_state = State::DocumentType;
    else
        return takeTag();
    m_at += m_state == State::Comment ? 4 : 2;
    return true;
}

bool XmlRepairer::takeTag()
{
    const QByteArrayView text = rest(m_at).first(std::min(reach, m_text.size() - m_at));
    const Tag tag = readTag(text);
    if (tag.length == 0 && !isWithinReach(reach))
        return false;
    if (tag.length == 0 && m_isLast && text.size() < reach) {
        m_at = m_text.size(); // the file ends here
        return false;
    }
    if (tag.length == 0 || tag.attributes > mostAttributes) {
        put("< ", 1);
        m_state = State::Broken;
        return false;
    }
    emitTag(text.first(tag.length));
    return true;
}

void XmlRepairer::emitTag(QByteArrayView tag)
{
    noteOwner(tag);
    for (qsizetype ampersand = tag.indexOf('&'); ampersand >= 0; ampersand = tag.indexOf('&')) {
        put(tag.first(ampersand), ampersand);
        const Reference reference = readReference(tag.sliced(ampersand), true);
        if (reference.repair)
            note(*reference.repair);
        put(reference.written, reference.length);
        tag = tag.sliced(ampersand + reference.length);
    }
    put(tag, tag.size());
    m_run = 0;
}

void XmlRepairer::noteOwner(QByteArrayView tag)
{
    const QByteArrayView name = nameOfTag(tag);
    const bool begins = !tag.startsWith("</") && !tag.endsWith("/>") && name.size() <= longestName;
    m_ownerEnd = begins ? "</" + name.toByteArray() : QByteArray();
}

bool XmlRepairer::takeDocumentType()
{
    qsizetype at = m_at;
    for (; at < m_text.size() && m_state == State::DocumentType; ++at) {
        const char c = m_text.at(at);
        if (m_quote != 0)
            m_quote = c == m_quote ? char(0) : m_quote;
        else if (c == '"' || c == '\'')
            m_quote = c;
        else if (c == '[' || c == ']')
            m_inSubset = c == '[';
        else if (c == '>' && !m_inSubset)
            m_state = State::Text;
    }
    leaveOut(at);
    return true;
}

bool XmlRepairer::leaveOutPast(QByteArrayView mark)
{
    const qsizetype at = rest(m_at).indexOf(mark);
    if (at < 0) {
        leaveOut(std::max(m_at, m_text.size() - mark.size() + 1));
        return false;
    }
    leaveOut(m_at + at + mark.size());
    m_state = State::Text;
    return true;
}

// Gives text on as it is. A long one is parted, so that nobody has to hold it whole.
void XmlRepairer::copy(qsizetype to)
{
    m_mended.append(QByteArrayView(m_text).sliced(m_at, to - m_at));
    m_run += to - m_at;
    m_at = to;
    if (m_run >= reach) {
        m_mended.append(m_state == State::Section ? "]]><![CDATA[" : "<!---->");
        m_run = 0;
    }
}

void XmlRepairer::put(QByteArrayView bytes, qsizetype insteadOf)
{
    m_mended.append(bytes);
    m_run += bytes.size();
    m_at += insteadOf;
}

// The line ends of what is left out stay, so that lines keep their numbers.
void XmlRepairer::leaveOut(qsizetype to)
{
    m_mended.append(std::count(m_text.cbegin() + m_at, m_text.cbegin() + to, '\n'), '\n');
    m_at = to;
}

void XmlRepairer::note(XmlRepair::Kind kind)
{
    m_line += std::count(m_text.cbegin() + m_counted, m_text.cbegin() + m_at, '\n');
    m_counted = m_at;
    m_tally.note(kind, m_line);
}

qsizetype XmlRepairer::find(XmlSearch &search, qsizetype from)
{
    const qsizetype to = std::min(m_text.size(), m_at + reach);
    return from < to ? search.find(m_text, m_base, from, to) : -1;
}

} // namespace intake
