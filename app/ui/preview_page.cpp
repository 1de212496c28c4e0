#include "ui/preview_page.h"

#include "editorial/publishing.h"
#include "ui/palette.h"

#include <QFont>

namespace ui {

namespace {

QString labelHtml(const QString &label)
{
    return QLatin1String("<p class=\"label\">") + label.toHtmlEscaped() + QLatin1String(":</p>\n");
}

QString signatureHtml(const PreviewText &text)
{
    if (text.signature.isEmpty() && text.place.isEmpty())
        return {};
    const QString both = text.signature.isEmpty() || text.place.isEmpty()
                             ? QString(text.signature + text.place)
                             : QString(text.signature + QLatin1String(", ") + text.place);
    return QStringLiteral("<p class=\"signature\">— ") + both.toHtmlEscaped() + QLatin1String("</p>\n");
}

} // namespace

QString previewHtml(const PreviewText &text)
{
    QList<site::EnclosedFile> files;
    for (const PreviewFile &file : text.files)
        files.append({file.id, attachmentAddress(file.id), file.size});
    return labelHtml(text.letterLabel) + editorial::letterHtml(text.letter, files) + signatureHtml(text) +
           QLatin1String("<a name=\"answer\"></a>") + labelHtml(text.answerLabel) +
           editorial::answerHtml(text.answer, files);
}

QString attachmentAddress(const QString &id)
{
    return QLatin1String("attachment:") + id;
}

QString previewStyle(const QPalette &palette, const QFont &font, int lineHeight)
{
    const QString style =
        QStringLiteral("body, p, li, blockquote, h1, h2, h3, h4, h5, h6 { color: %1; line-height: %5%; }"
                       "p { margin-top: 0; margin-bottom: %6px; }"
                       "p.label { color: %2; font-family: '%7'; font-size: small; }"
                       "p.signature { font-style: italic; margin-bottom: %8px; }"
                       "a { color: %3; } blockquote { color: %2; }"
                       "code, pre { background-color: %4; }");
    const int space = qRound(font.pointSizeF() * 0.9);
    return style
        .arg(color(Role::Text, palette).name(), color(Role::SecondaryText, palette).name(),
             color(Role::Accent, palette).name(), color(Role::Ground, palette).name())
        .arg(lineHeight)
        .arg(space)
        .arg(QFont().family())
        .arg(space * 3);
}

} // namespace ui
