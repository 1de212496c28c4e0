// HtmlPage: a page as the HTML parser sees it, parsed within bounds of memory and time. Owns the parser's tree. One
// thread.
#pragma once

#include <QByteArray>

#include <memory>

struct GumboInternalNode;

namespace intake {

class HtmlPage
{
public:
    struct Arena;

    // `html` is UTF-8 without NULs; it has to stay as long as the page.
    explicit HtmlPage(const QByteArray &html);
    ~HtmlPage();
    HtmlPage(const HtmlPage &) = delete;
    HtmlPage &operator=(const HtmlPage &) = delete;

    // The topmost element; null if the page took more memory or time to parse than a letter may.
    [[nodiscard]] const GumboInternalNode *root() const { return m_root; }

private:
    std::unique_ptr<Arena> m_arena;
    const GumboInternalNode *m_root = nullptr;
};

} // namespace intake
