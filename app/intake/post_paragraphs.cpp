#include "intake/post_paragraphs.h"

#include "intake/html_tags.h"

#include <algorithm>

namespace intake {

namespace {

bool isBlockName(const QByteArray &name)
{
    return isOneOf(name, {"address", "article", "aside",   "blockquote", "caption", "center",   "col",    "colgroup",
                          "dd",      "details", "div",     "dl",         "dt",      "fieldset", "figure", "figcaption",
                          "footer",  "form",    "h1",      "h2",         "h3",      "h4",       "h5",     "h6",
                          "header",  "hgroup",  "hr",      "legend",     "li",      "main",     "menu",   "nav",
                          "ol",      "p",       "section", "summary",    "table",   "tbody",    "td",     "tfoot",
                          "th",      "thead",   "tr",      "ul"});
}

// Blocks whose text is in no paragraph as long as it has no blank lines.
bool holdsText(const QByteArray &name)
{
    return isOneOf(name, {"caption", "dd", "dt", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6", "legend", "li", "p",
                          "summary", "td", "th"});
}

// Elements whose content is not touched.
bool isVerbatim(const QByteArray &name)
{
    return isOneOf(name, {"audio", "iframe", "math", "noscript", "object", "pre", "script", "select", "style", "svg",
                          "template", "textarea", "video", "xmp"});
}

class Paragraphs
{
public:
    explicit Paragraphs(QByteArrayView content) : m_content(content) {}

    QByteArray result()
    {
        m_out.reserve(m_content.size() + m_content.size() / 8);
        HtmlTagScanner scanner(m_content);
        qsizetype begin = 0;
        for (HtmlTag tag; scanner.next(tag);) {
            if (!m_verbatim.isEmpty()) {
                if (!tag.isClosing || tag.name != m_verbatim)
                    continue;
                addVerbatim(m_content.sliced(begin, tag.end - begin));
            } else {
                addText(m_content.sliced(begin, tag.begin - begin));
                if (!tag.isClosing && isVerbatim(tag.name)) {
                    m_verbatim = tag.name;
                    begin = tag.begin;
                    continue;
                }
                addTag(tag);
            }
            begin = tag.end;
        }
        if (m_verbatim.isEmpty())
            addText(m_content.sliced(begin));
        else
            addVerbatim(m_content.sliced(begin));
        endParagraph();
        return m_out;
    }

private:
    void addTag(const HtmlTag &tag)
    {
        const QByteArrayView whole = m_content.sliced(tag.begin, tag.end - tag.begin);
        if (tag.name.isEmpty())
            return;
        if (tag.name == "br") {
            addBreak(whole);
        } else if (isBlockName(tag.name)) {
            endBlock();
            m_out.append(whole);
            m_isBare = !tag.isClosing && holdsText(tag.name);
        } else if (tag.isClosing) {
            m_paragraph.append(whole);
        } else {
            beginWords();
            m_paragraph.append(whole);
        }
    }

    void addText(QByteArrayView text)
    {
        const char *at = text.begin();
        while (at != text.end()) {
            if (*at == '\n' || (m_lineEnds > 0 && (*at == ' ' || *at == '\t'))) {
                m_lineEnds += *at == '\n' ? 1 : 0;
                ++at;
                continue;
            }
            const char *end = std::find(at, text.end(), '\n');
            if (std::any_of(at, end, [](char c) { return c != ' ' && c != '\t'; }))
                beginWords();
            m_paragraph.append(at, end - at);
            at = end;
        }
    }

    // Into the paragraph, if it belongs there.
    void addVerbatim(QByteArrayView element)
    {
        if (m_verbatim == "pre" || m_verbatim == "xmp") {
            endBlock();
            m_out.append(element);
            m_isBare = false;
        } else {
            beginWords();
            m_paragraph.append(element);
        }
        m_verbatim.clear();
    }

    // A line end beside it means nothing more, a second one a paragraph.
    void addBreak(QByteArrayView tag)
    {
        const bool isSecond = m_isBehindBreak || m_lineEnds > 1;
        m_lineEnds = 0;
        if (isSecond)
            endParagraph();
        else
            m_paragraph.append(tag);
        m_isBehindBreak = !isSecond;
    }

    void beginWords()
    {
        if (m_lineEnds == 0 && !m_isBehindBreak)
            return;
        if (m_lineEnds > 1)
            endParagraph();
        else if (m_lineEnds == 1 && m_isBehindBreak)
            m_paragraph.append('\n');
        else if (m_lineEnds == 1 && !m_paragraph.isEmpty())
            m_paragraph.append("<br>\n");
        m_lineEnds = 0;
        m_isBehindBreak = false;
    }

    void endBlock()
    {
        endParagraph();
        m_lineEnds = 0;
        m_isBehindBreak = false;
    }

    void endParagraph()
    {
        const QByteArrayView words = QByteArrayView(m_paragraph).trimmed();
        if (!words.isEmpty() && m_isBare)
            m_out.append(words);
        else if (!words.isEmpty())
            m_out.append("<p>").append(words).append("</p>\n");
        m_isBare = m_isBare && words.isEmpty();
        m_paragraph.resize(0);
    }

    QByteArrayView m_content;
    QByteArray m_out;
    QByteArray m_paragraph;
    QByteArray m_verbatim;    // the name of the element that is not touched; empty: none is open
    qsizetype m_lineEnds = 0; // since the last words
    bool m_isBehindBreak = false;
    bool m_isBare = false; // the next paragraph is the text of the element itself
};

} // namespace

QByteArray withParagraphs(QByteArrayView content)
{
    return Paragraphs(content).result();
}

} // namespace intake
