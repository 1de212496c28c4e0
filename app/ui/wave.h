// The wavy line under misspelled words, for those who paint text of a QTextLayout.
#pragma once

class QPainter;
class QTextLayout;

namespace ui {

// Under the characters from `begin` up to `end` of the layout, in the painter's pen and in document coordinates.
void drawWave(QPainter &painter, const QTextLayout &layout, int begin, int end);

} // namespace ui
