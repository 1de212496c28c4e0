#include "ui/wave.h"

#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>

namespace ui {

namespace {

constexpr double step = 2;   // half a wave
constexpr double height = 1; // from its middle
constexpr double below = 3;  // the baseline

void drawWaveBetween(QPainter &painter, double left, double right, double middle)
{
    QPolygonF wave;
    bool isUp = false;
    for (double x = left; x < right; x += step, isUp = !isUp)
        wave.append({x, middle + (isUp ? -height : height)});
    painter.drawPolyline(wave);
}

} // namespace

void drawWave(QPainter &painter, const QTextLayout &layout, int begin, int end)
{
    for (int i = 0; i < layout.lineCount(); ++i) {
        const QTextLine line = layout.lineAt(i);
        const int from = std::max(begin, line.textStart());
        const int to = std::min(end, line.textStart() + line.textLength());
        if (from >= to)
            continue;
        const QPointF origin = layout.position();
        drawWaveBetween(painter, origin.x() + line.cursorToX(from), origin.x() + line.cursorToX(to),
                        origin.y() + line.y() + line.ascent() + below);
    }
}

} // namespace ui
