// The part of XmlRepairer that tells where sections (CDATA) end.
#include "intake/export_elements.h"
#include "intake/xml_repair.h"

#include <algorithm>

namespace intake {

namespace {

constexpr QByteArrayView keptSectionEnd("]]]]><![CDATA[>"); // as WordPress writes one that is text
constexpr QByteArrayView splitSectionEnd("]]><![CDATA[>");  // the later part of that
constexpr qsizetype longestBlank = 64;                      // in a tag that ends an element

} // namespace

bool XmlRepairer::takeSectionStart()
{
    if (!isWithinReach(reach))
        return false;
    put(sectionStart, sectionStart.size());
    m_run = 0;
    m_state = State::Section;
    m_isUnwrapped = isWrapped();
    if (m_isUnwrapped) {
        note(XmlRepair::Kind::CData);
        m_at += sectionStart.size();
    }
    return true;
}

// Whether the section begins once more at once, and ends once more where it ends first.
bool XmlRepairer::isWrapped()
{
    if (m_ownerEnd.isEmpty() || !rest(m_at).startsWith(sectionStart))
        return false;
    const qsizetype end = find(m_sectionEnds, m_at);
    if (end < 0)
        return false;
    const QByteArrayView behind = rest(end + sectionEnd.size());
    return behind.sliced(skipXmlBlanks(behind, 0)).startsWith(sectionEnd);
}

bool XmlRepairer::takeSection()
{
    const char *const text = m_text.constData();
    const qsizetype size = m_text.size();
    const bool isOwned = !m_ownerEnd.isEmpty();
    qsizetype end = m_at;
    while (end < size && text[end] != ']' &&
           !(isOwned && text[end] == '<' && (end + 1 == size || text[end + 1] == '/')))
        ++end;
    copy(end);
    if (end == size)
        return false;
    if (text[end] == '<')
        return takeTagInSection();
    if (!isWithinReach(sectionEnd.size()))
        return false;
    if (rest(m_at).startsWith(sectionEnd))
        return takeSectionEnd();
    copy(m_at + 1);
    return true;
}

bool XmlRepairer::takeSectionEnd()
{
    const Verdict verdict = judgeSectionEnd();
    if (verdict == Verdict::Unknown)
        return false;
    if (verdict == Verdict::Ends) {
        put(sectionEnd, sectionEnd.size());
        m_run = 0;
        m_state = State::Text;
        return true;
    }
    if (!m_isUnwrapped)
        note(XmlRepair::Kind::CData);
    put(m_isUnwrapped ? QByteArrayView("") : keptSectionEnd, sectionEnd.size());
    m_isUnwrapped = false;
    return true;
}

XmlRepairer::Verdict XmlRepairer::judgeSectionEnd()
{
    const qsizetype begin = m_at + sectionEnd.size();
    if (m_ownerEnd.isEmpty())
        return Verdict::Ends;
    if (!isWithinReach(2 * longestName) || (find(m_tags, begin) < 0 && !isWithinReach(reach)))
        return Verdict::Unknown;
    const qsizetype tag = find(m_tags, begin);
    if (tag < 0)
        return m_isLast && m_text.size() - m_at < reach ? Verdict::Ends : Verdict::GoesOn;
    if (!m_isLast && m_text.size() - tag < 2 * longestName)
        return Verdict::Unknown;
    const bool isEmpty = skipXmlBlanks(m_text, begin) == tag;
    bool ends = isEmpty && startsExportTag(rest(tag));
    if (behindOwner(tag) >= 0)
        ends = !endsInSectionEnd(begin, tag);
    else if (rest(tag).startsWith(sectionStart))
        ends = isEmpty || find(m_sectionEnds, begin) < 0 || find(m_sectionEnds, begin) > tag;
    return ends ? Verdict::Ends : Verdict::GoesOn;
}

// Whether "]]>" is what stands last there, but for blanks.
bool XmlRepairer::endsInSectionEnd(qsizetype from, qsizetype to)
{
    if (m_blankTo != m_base + to) {
        qsizetype blank = to;
        while (blank > from && isXmlBlank(m_text.at(blank - 1)))
            --blank;
        m_blankTo = m_base + to;
        m_blankFrom = m_base + blank;
    }
    const qsizetype end = m_blankFrom - m_base;
    return end - from >= sectionEnd.size() && rest(end - sectionEnd.size()).startsWith(sectionEnd);
}

bool XmlRepairer::takeTagInSection()
{
    if (!isWithinReach(m_ownerEnd.size()))
        return false;
    if (!rest(m_at).startsWith(m_ownerEnd)) {
        copy(m_at + 1);
        return true;
    }
    if (!isWithinReach(reach))
        return false;
    const qsizetype behind = behindOwner(m_at);
    if (behind < 0 || !isLeftOpen(behind)) {
        copy(m_at + 1);
        return true;
    }
    note(XmlRepair::Kind::CData);
    put(sectionEnd, 0);
    m_state = State::Text;
    return true;
}

// Where the tag is over that ends the element; -1 where another one stands there.
qsizetype XmlRepairer::behindOwner(qsizetype at) const
{
    const QByteArrayView text = rest(at);
    if (!text.startsWith(m_ownerEnd))
        return -1;
    const qsizetype name = m_ownerEnd.size();
    const QByteArrayView blanks = text.sliced(name, std::min(longestBlank, text.size() - name));
    const qsizetype end = skipXmlBlanks(blanks, 0);
    return end < blanks.size() && blanks[end] == '>' ? at + name + end + 1 : -1;
}

// Whether the section was never ended in the element that ends here. A post may as well show an export to its readers;
// then the sections in it end as WordPress writes the end of one that is text, or it holds none.
bool XmlRepairer::isLeftOpen(qsizetype behindTag)
{
    const qsizetype next = skipXmlBlanks(m_text, behindTag);
    if (!startsExportTag(rest(next)))
        return false;
    const qsizetype end = find(m_sectionEnds, m_at);
    if (end < 0)
        return true;
    const qsizetype start = find(m_sectionStarts, m_at);
    return start >= 0 && start < end && !rest(end).startsWith(splitSectionEnd);
}

} // namespace intake
