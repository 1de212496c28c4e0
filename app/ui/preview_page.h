// The page of the preview: the letter and its answer as readers will see them, in the very HTML that is published, and
// the style it is shown in. Pure functions; only the style asks the palette.
#pragma once

#include <QPalette>
#include <QString>

class QFont;

namespace ui {

struct PreviewText {
    QString letterLabel;
    QString letter; // as edited
    QString signature;
    QString place;
    QString answerLabel;
    QString answer; // Markdown

    friend bool operator==(const PreviewText &, const PreviewText &) = default;
};

[[nodiscard]] QString previewHtml(const PreviewText &text);
// For QTextDocument::setDefaultStyleSheet.
[[nodiscard]] QString previewStyle(const QPalette &palette, const QFont &font, int lineHeight);

// The place in the document of previewHtml() where the answer begins is marked by an anchor of this name.
inline constexpr QLatin1String answerAnchor("answer");

} // namespace ui
