// The page of the preview: the letter and its answer as readers will see them, in the very HTML that is published, and
// the style it is shown in. Pure functions; only the style asks the palette.
#pragma once

#include <QImage>
#include <QPalette>
#include <QString>

class QFont;

namespace ui {

// What came with a letter and goes out with the article.
struct PreviewFile {
    QString id;     // "attachment:ID" in the texts
    QImage picture; // from the copy that goes out; null: a paper
    QSize size;     // that the picture is shown in, in pixels

    friend bool operator==(const PreviewFile &a, const PreviewFile &b)
    {
        return a.id == b.id && a.picture.cacheKey() == b.picture.cacheKey();
    }
};

struct PreviewText {
    QString letterLabel;
    QString letter; // as edited
    QString signature;
    QString place;
    QString answerLabel;
    QString answer;                // Markdown
    QList<PreviewFile> files = {}; // that the texts may show or link

    friend bool operator==(const PreviewText &, const PreviewText &) = default;
};

// The files that it shows and links keep their address.
[[nodiscard]] QString previewHtml(const PreviewText &text);
// "attachment:ID"
[[nodiscard]] QString attachmentAddress(const QString &id);
// For QTextDocument::setDefaultStyleSheet.
[[nodiscard]] QString previewStyle(const QPalette &palette, const QFont &font, int lineHeight);

// The place in the document of previewHtml() where the answer begins is marked by an anchor of this name.
inline constexpr QLatin1String answerAnchor("answer");

} // namespace ui
