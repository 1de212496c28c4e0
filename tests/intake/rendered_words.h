// What readers see of Markdown once it is rendered as an answer is, for tests that compare it with what was meant.
#pragma once

#include "intake/html_scan.h"
#include "markdown/renderer.h"

#include <QRegularExpression>

namespace rendered {

// Nothing but words and marks, in their order.
inline QString compact(QString words)
{
    words.removeIf([](QChar c) { return c.isSpace(); });
    return words;
}

// As compact(), with quotation marks, dashes and ellipses in the plainest form, since smart punctuation changes them.
inline QString plain(const QString &words)
{
    static const QRegularExpression dashes(QStringLiteral("[-\u2013\u2014]+"));
    return compact(words)
        .replace(u'\u2018', u'\'')
        .replace(u'\u2019', u'\'')
        .replace(u'\u201C', u'"')
        .replace(u'\u201D', u'"')
        .replace(QChar(0x2026), QLatin1String("..."))
        .replace(dashes, QStringLiteral("-"));
}

inline QByteArray html(const QString &text, bool smart = true)
{
    markdown::Options options;
    options.smart = smart;
    options.attachments = {QStringLiteral("1"), QStringLiteral("2")};
    return markdown::toHtmlUtf8(text.toUtf8(), options);
}

inline QString words(const QString &text, bool smart = true)
{
    return compact(intake::stripTags(html(text, smart)));
}

} // namespace rendered
