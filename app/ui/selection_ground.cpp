#include "ui/selection_ground.h"

#include "ui/palette.h"

#include <QPainter>
#include <QStyleOptionViewItem>

namespace ui {

namespace {

constexpr int barWidth = 3;
constexpr double toneShare = 0.55;
constexpr double hoverShare = 0.25;

} // namespace

void paintSelection(QPainter *painter, const QStyleOptionViewItem &option)
{
    const bool selected = option.state.testFlag(QStyle::State_Selected);
    const bool hovered = option.state.testFlag(QStyle::State_MouseOver);
    if (!selected && !hovered)
        return;
    QColor tone = color(Role::Line, option.palette);
    const bool ownColours = tone != color(Role::Text, option.palette);
    tone.setAlphaF(static_cast<float>(!ownColours ? hoverShare / 2 : selected ? toneShare : hoverShare));
    painter->fillRect(option.rect, tone);
    if (!selected)
        return;
    const bool focused = option.state.testFlag(QStyle::State_HasFocus) || option.state.testFlag(QStyle::State_Active);
    QRect bar = option.rect;
    bar.setWidth(barWidth);
    painter->fillRect(bar, color(focused ? Role::Accent : Role::SecondaryText, option.palette));
}

} // namespace ui
