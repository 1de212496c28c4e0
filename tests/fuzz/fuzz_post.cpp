// The reader of posts: whatever comes, it becomes Markdown that is tidy and renders to nothing active. And what writes
// the lines of it: the bytes are words, and some of them the styles, breaks, code and links between; rendered, the
// words come out as they went in.
#include "input.h"

#include "intake/html_scan.h"
#include "intake/markdown_line.h"
#include "intake/post_text.h"
#include "markdown/renderer.h"

namespace {

constexpr qsizetype longestLine = 2000;

QByteArray rendered(const QString &text)
{
    markdown::Options options;
    options.smart = false;
    options.attachments = {QStringLiteral("1")};
    return markdown::toHtmlUtf8(text.toUtf8(), options);
}

bool isUnparsed(const QByteArray &html)
{
    return html.startsWith("<pre>") && !html.startsWith("<pre><code");
}

void readPost(const QString &content)
{
    intake::PostReading reading;
    reading.site = QStringLiteral("https://a.example");
    reading.picture = [](const intake::PostPicture &picture) {
        return picture.alternative.size() % 2 == 0 ? QStringLiteral("attachment:1") : QString();
    };
    const QString text = intake::postText(content, reading).markdown;
    fuzz::require(text.isEmpty() || (text.endsWith(u'\n') && !text.endsWith(QLatin1String("\n\n"))));
    fuzz::require(!text.startsWith(u'\n') && !text.contains(QChar(0)) && !text.contains(u'\r'));
    const QByteArray html = rendered(text);
    fuzz::require(isUnparsed(html) || (!html.contains("<!-- raw HTML omitted -->") && !html.contains("href=\"\"")));
    fuzz::require(!html.contains("=\"javascript:") && !html.contains("<script"));
}

// What is seen of a word, without spaces.
QString seen(QString words)
{
    words.removeIf([](QChar c) {
        const char16_t code = c.unicode();
        return c.isSpace() || c.category() == QChar::Other_Control || code >= 0xFFFC || code == 0x00AD ||
               code == 0x034F || code == 0x180E || code == 0x200B || code == 0x2060 || code == 0xFEFF;
    });
    return words;
}

void writeLine(const QString &script)
{
    intake::MarkdownLine line;
    QString words;
    char style = 0;
    bool isLinked = false;
    for (qsizetype at = 0; at < qMin(script.size(), longestLine);) {
        const char16_t code = script.at(at).unicode();
        qsizetype end = at + 1;
        while (end < script.size() && script.at(end).unicode() > 8)
            ++end;
        const qsizetype begin = code > 8 ? at : at + 1;
        const QString letters = script.sliced(begin, end - begin);
        at = end;
        if (code == 1 || code == 2) {
            style = char(style ^ char(code));
        } else if (code == 3) {
            line.breakLine();
        } else if (code == 4) {
            line.addPicture(letters, QStringLiteral("attachment:1"), style);
            continue;
        } else if (code == 5) {
            line.addCode(letters, style);
            words.append(letters);
            continue;
        } else if (code == 6 && !isLinked) {
            line.openLink(QString(QLatin1Char('/') + letters));
            isLinked = true;
        } else if (code == 7 && isLinked) {
            line.closeLink();
            isLinked = false;
        }
        line.addWords(letters, style);
        words.append(letters);
    }
    if (isLinked)
        line.closeLink();
    const QByteArray html = rendered(line.take(intake::MarkdownPlace::Paragraph));
    fuzz::require(isUnparsed(html) || seen(intake::stripTags(html)) == seen(words));
}

} // namespace

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QString text = QString::fromUtf8(fuzz::bytes(data, size));
    readPost(text);
    writeLine(text);
    return 0;
}
