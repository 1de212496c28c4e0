// Palette: the colours of the program by role, in light and dark. One table; it follows the desktop's style at run
// time, and a high-contrast desktop wins over it. Everything that paints asks color() with the palette of its widget,
// so that nothing has to be told when the style changes. The window's thread.
#pragma once

#include <QColor>
#include <QObject>
#include <QPalette>

#include <optional>

namespace ui {

enum class Role { Ground, Sheet, LetterSheet, Text, SecondaryText, Accent, Line, Blocker, Warning, Fine };
enum class Style { Light, Dark, HighContrast };

// From the table; invalid for Style::HighContrast, which has no colours of its own.
[[nodiscard]] QColor tableColor(Role role, Style style);
// The colour of a role where `palette` holds: one made by paletteFor(), or else the desktop's own, taken as high
// contrast.
[[nodiscard]] QColor color(Role role, const QPalette &palette);

// The style that the desktop's own palette stands for.
[[nodiscard]] Style styleOf(const QPalette &desktop);
// The program's palette for a style; for high contrast the desktop's.
[[nodiscard]] QPalette paletteFor(Style style, const QPalette &desktop);
// The contrast of two colours by WCAG 2.2: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);

// Gives the application its palette and renews it when the desktop's style changes.
class PaletteFollower final : public QObject
{
    Q_OBJECT

public:
    explicit PaletteFollower(QObject *parent = nullptr);

    // Holds one style whatever the desktop says, or follows it again.
    void hold(std::optional<Style> style);

    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void apply();

    std::optional<Style> m_held;
    bool m_applying = false;
};

} // namespace ui
