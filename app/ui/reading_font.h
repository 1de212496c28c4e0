// The face that letters and answers are read and written in: the person's own, or the serif that comes with the
// program. The window's thread.
#pragma once

#include "editorial/settings.h"

#include <QFont>

namespace ui {

// Makes the bundled serif known to the program; once, before the first window.
void addBundledFonts();

// At least 12 points, scaled by the person's zoom.
[[nodiscard]] QFont readingFont(const editorial::Settings &settings);

// The width of a line of about 66 characters in that font, in pixels.
[[nodiscard]] int readingMeasure(const QFont &font);

// Line height as a share of the font's own, in percent: what QTextBlockFormat::ProportionalHeight takes for lines one
// and a half times as high as the letters.
[[nodiscard]] int readingLineHeight(const QFont &font);

} // namespace ui
