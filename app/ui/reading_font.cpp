#include "ui/reading_font.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontInfo>
#include <QFontMetricsF>

#include <algorithm>

namespace ui {

namespace {

constexpr double smallestPoints = 12;
constexpr double abovePlainText = 2; // reading text is larger than the program's own words
constexpr int measure = 66;
constexpr double lineHeight = 1.5;

QFont usualFont()
{
    QFont font(QStringLiteral("Gelasio"));
    font.setStyleHint(QFont::Serif);
    font.setPointSizeF(std::max(smallestPoints, QApplication::font().pointSizeF() + abovePlainText));
    return font;
}

} // namespace

void addBundledFonts()
{
    for (const char *style : {"Regular", "Italic", "Bold", "BoldItalic"})
        QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/Gelasio-%1.ttf").arg(QLatin1String(style)));
}

QFont readingFont(const editorial::Settings &settings)
{
    QFont font = usualFont();
    const QString own = settings.value(editorial::Setting::WritingFont).toString();
    if (!own.isEmpty())
        font.fromString(own);
    const int zoom = settings.value(editorial::Setting::WritingZoom).toInt();
    font.setPointSizeF(std::max(smallestPoints, font.pointSizeF()) * zoom / 100.0);
    return font;
}

int readingMeasure(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const QString sample = QStringLiteral("the quick brown fox jumps over the lazy dog ");
    return qRound(metrics.horizontalAdvance(sample) / static_cast<double>(sample.size()) * measure);
}

int readingLineHeight(const QFont &font)
{
    const QFontMetricsF metrics(font);
    const double pixels = font.pixelSize() > 0 ? font.pixelSize() : QFontInfo(font).pixelSize();
    return qRound(lineHeight * 100.0 * pixels / metrics.height());
}

} // namespace ui
