// HtmlTags: the tags of a page one after another, as far as a look at its bytes tells, without a parser. Linear in time
// over a whole page. Values, any thread.
#pragma once

#include <QByteArray>

#include <initializer_list>

namespace intake {

struct HtmlTag {
    QByteArray name; // lower case, its first 20 characters; empty for comments and declarations
    bool isClosing = false;
    qsizetype begin = 0;
    qsizetype end = 0; // behind the ">"
};

[[nodiscard]] bool isOneOf(const QByteArray &name, std::initializer_list<const char *> names);

// Behind <script>, <style> and the like comes their closing tag next, whatever stands between.
class HtmlTagScanner
{
public:
    explicit HtmlTagScanner(QByteArrayView html) : m_html(html) {}

    // False when there are no more.
    [[nodiscard]] bool next(HtmlTag &tag);

private:
    bool read(qsizetype at, HtmlTag &tag);
    [[nodiscard]] qsizetype behind(char c, qsizetype from) const;
    [[nodiscard]] qsizetype endOfComment(qsizetype at) const;
    [[nodiscard]] qsizetype endOfTag(qsizetype from) const;
    void skipRawText(const HtmlTag &tag);

    QByteArrayView m_html;
    qsizetype m_position = 0;
};

} // namespace intake
