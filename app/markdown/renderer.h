// Markdown (CommonMark 0.30) to what readers see: HTML or plain text. The preview, the pages, the feeds and the
// command line all come here, so that they show the same. Pure functions, any thread.
//
// Both dialects are safe to publish: no raw HTML, no scripts, nothing that is fetched from another host. A text that
// was made to be slow (markdown/limits.h says which) is not parsed: it comes out escaped, inside <pre>.
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

namespace markdown {

enum class Dialect {
    // Written at the desk. Raw HTML is left out, with a comment in its place. A link keeps its address if that is
    // http, https, mailto or relative, or a known attachment, else it is emptied. An image from elsewhere becomes its
    // alternative text.
    Answer,
    // Written by strangers in mail programs, with hard line ends and indents. Raw HTML is shown as it was typed.
    // Headings, underlined lines and indented lines are paragraphs, images are their alternative text, and a link is
    // its text unless it is http, https or mailto; but known attachments are images and links here too.
    Letter,
};

struct Options {
    Dialect dialect = Dialect::Answer;
    bool smart = true;            // curly quotes, dashes for -- and ---, an ellipsis for ...
    int headingShift = 0;         // added to the level of every heading of an answer; the result stays in 1 to 6
    bool sourcePositions = false; // data-sourcepos="line:column-line:column" on the blocks of an answer
    QStringList attachments = {}; // what "attachment:" may name, in links and images of either dialect
};

[[nodiscard]] QString toHtml(const QString &text, const Options &options = {});

// The same without conversions, for bulk work. Bytes that are not UTF-8 come out as U+FFFD.
[[nodiscard]] QByteArray toHtmlUtf8(const QByteArray &utf8, const Options &options = {});

// The words alone: blocks apart by an empty line, items of a tight list one a line behind "•" or their number, lines
// of a paragraph joined by spaces. Of `options`, dialect and smart are used.
[[nodiscard]] QString toPlainText(const QString &text, const Options &options = {});

} // namespace markdown
