#include "ui/palette.h"

#include <QApplication>
#include <QEvent>

#include <array>
#include <cmath>

namespace ui {

namespace {

struct RoleRow {
    Role role;
    QRgb light;
    QRgb dark;
};

constexpr std::array table{
    RoleRow{Role::Ground, 0xFFF4F1EC, 0xFF1E1D1B},        RoleRow{Role::Sheet, 0xFFFFFFFF, 0xFF272624},
    RoleRow{Role::LetterSheet, 0xFFFBF8F1, 0xFF2C2A26},   RoleRow{Role::Text, 0xFF1F1D1A, 0xFFEDEAE4},
    RoleRow{Role::SecondaryText, 0xFF5E5850, 0xFFB5AEA3}, RoleRow{Role::Accent, 0xFF7A2E3A, 0xFFE39AA6},
    RoleRow{Role::Line, 0xFFDDD7CC, 0xFF3D3A35},          RoleRow{Role::Blocker, 0xFFA3221B, 0xFFFF9A8F},
    RoleRow{Role::Warning, 0xFF8A5A00, 0xFFF2C063},       RoleRow{Role::Fine, 0xFF2D6A3E, 0xFF8FD3A2},
};

// Black on white and white on black are what no desktop takes for its usual style.
constexpr double highContrast = 20.5;

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

Style styleMadeBy(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Active, QPalette::Window);
    for (const Style style : {Style::Light, Style::Dark}) {
        if (window == tableColor(Role::Ground, style))
            return style;
    }
    return Style::HighContrast;
}

QColor desktopColor(Role role, const QPalette &palette)
{
    switch (role) {
    case Role::Ground:
        return palette.color(QPalette::Window);
    case Role::Sheet:
    case Role::LetterSheet:
        return palette.color(QPalette::Base);
    default:
        return palette.color(QPalette::WindowText);
    }
}

QColor mixed(const QColor &a, const QColor &b, float share)
{
    const auto mix = [share](float from, float to) {
        return from + (to - from) * share;
    };
    return QColor::fromRgbF(mix(a.redF(), b.redF()), mix(a.greenF(), b.greenF()), mix(a.blueF(), b.blueF()));
}

void setTexts(QPalette &palette, Style style)
{
    const QColor text = tableColor(Role::Text, style);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(role, text);
    palette.setColor(QPalette::BrightText, tableColor(Role::Blocker, style));
    palette.setColor(QPalette::PlaceholderText, tableColor(Role::SecondaryText, style));
    palette.setColor(QPalette::ToolTipText, text);

    const QColor faint = mixed(tableColor(Role::SecondaryText, style), tableColor(Role::Ground, style), 0.35F);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, faint);
}

void setGrounds(QPalette &palette, Style style)
{
    const QColor ground = tableColor(Role::Ground, style);
    const QColor sheet = tableColor(Role::Sheet, style);
    const QColor line = tableColor(Role::Line, style);
    palette.setColor(QPalette::Window, ground);
    palette.setColor(QPalette::Base, sheet);
    palette.setColor(QPalette::AlternateBase, tableColor(Role::LetterSheet, style));
    palette.setColor(QPalette::Button, style == Style::Light ? mixed(ground, sheet, 0.5F) : mixed(ground, line, 0.6F));
    palette.setColor(QPalette::ToolTipBase, tableColor(Role::LetterSheet, style));
    palette.setColor(QPalette::Light, mixed(ground, sheet, 0.8F));
    palette.setColor(QPalette::Midlight, mixed(ground, line, 0.5F));
    palette.setColor(QPalette::Mid, line);
    palette.setColor(QPalette::Dark, mixed(line, tableColor(Role::SecondaryText, style), 0.4F));
    palette.setColor(QPalette::Shadow, QColor(Qt::black));
}

} // namespace

QColor tableColor(Role role, Style style)
{
    if (style == Style::HighContrast)
        return {};
    const RoleRow &row = table.at(static_cast<std::size_t>(role));
    return QColor::fromRgb(style == Style::Light ? row.light : row.dark);
}

QColor color(Role role, const QPalette &palette)
{
    const Style style = styleMadeBy(palette);
    return style == Style::HighContrast ? desktopColor(role, palette) : tableColor(role, style);
}

double contrast(const QColor &a, const QColor &b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

Style styleOf(const QPalette &desktop)
{
    const QColor ground = desktop.color(QPalette::Active, QPalette::Window);
    const QColor text = desktop.color(QPalette::Active, QPalette::WindowText);
    if (contrast(ground, text) >= highContrast)
        return Style::HighContrast;
    return ground.lightnessF() < text.lightnessF() ? Style::Dark : Style::Light;
}

QPalette paletteFor(Style style, const QPalette &desktop)
{
    if (style == Style::HighContrast)
        return desktop;
    QPalette palette = desktop;
    setGrounds(palette, style);
    setTexts(palette, style);
    palette.setColor(QPalette::Highlight, tableColor(Role::Accent, style));
    palette.setColor(QPalette::HighlightedText, tableColor(Role::Sheet, style));
    palette.setColor(QPalette::Link, tableColor(Role::Accent, style));
    palette.setColor(QPalette::LinkVisited, tableColor(Role::Accent, style));
    return palette;
}

PaletteFollower::PaletteFollower(QObject *parent) : QObject(parent)
{
    qApp->installEventFilter(this);
    apply();
}

void PaletteFollower::hold(std::optional<Style> style)
{
    m_held = style;
    apply();
}

bool PaletteFollower::eventFilter(QObject *watched, QEvent *event)
{
    const bool theme = event->type() == QEvent::ThemeChange && watched->isWindowType();
    const bool application = event->type() == QEvent::ApplicationPaletteChange && watched == qApp;
    if (theme || application)
        apply();
    return QObject::eventFilter(watched, event);
}

void PaletteFollower::apply()
{
    if (m_applying)
        return;
    m_applying = true;
    QApplication::setPalette(QPalette());
    const QPalette desktop = QApplication::palette();
    QApplication::setPalette(paletteFor(m_held.value_or(styleOf(desktop)), desktop));
    m_applying = false;
}

} // namespace ui
