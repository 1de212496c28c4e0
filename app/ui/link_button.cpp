#include "ui/link_button.h"

#include "ui/icons.h"

#include <QEnterEvent>
#include <QStyleOptionFocusRect>
#include <QStylePainter>

#include <algorithm>

namespace ui {

namespace {

constexpr int edge = 2;
constexpr int gap = 6;
constexpr int leastCharacters = 12;

} // namespace

LinkButton::LinkButton(const QString &iconName, const QString &text, QWidget *parent)
    : QPushButton(ui::icon(iconName, Role::SecondaryText), text, parent)
{
    setFlat(true);
    setAccessibleName(text);
    setCursor(Qt::PointingHandCursor);
    setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
}

int LinkButton::iconSide() const
{
    return icon().isNull() ? 0 : fontMetrics().height() * 4 / 5;
}

int LinkButton::textLeft() const
{
    return icon().isNull() ? edge : edge + iconSide() + gap;
}

QSize LinkButton::sizeFor(int textWidth) const
{
    return {textLeft() + textWidth + edge, fontMetrics().height() + 2 * edge};
}

QSize LinkButton::sizeHint() const
{
    return sizeFor(fontMetrics().horizontalAdvance(text()) + 1);
}

QSize LinkButton::minimumSizeHint() const
{
    return sizeFor(
        std::min(fontMetrics().horizontalAdvance(text()) + 1, fontMetrics().averageCharWidth() * leastCharacters));
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    const bool isPointedAt = underMouse() || hasFocus();
    QFont shown = font();
    shown.setUnderline(isPointedAt);
    painter.setFont(shown);
    painter.setPen(color(isPointedAt ? Role::Text : Role::SecondaryText, palette()));
    const QRect sign(edge, (height() - iconSide()) / 2, iconSide(), iconSide());
    icon().paint(&painter, QStyle::visualRect(layoutDirection(), rect(), sign));
    const QRect line = QStyle::visualRect(layoutDirection(), rect(), rect().adjusted(textLeft(), 0, -edge, 0));
    painter.drawText(line, Qt::AlignLeading | Qt::AlignVCenter | Qt::TextSingleLine,
                     fontMetrics().elidedText(text(), Qt::ElideMiddle, line.width()));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
    }
}

void LinkButton::enterEvent(QEnterEvent *event)
{
    QPushButton::enterEvent(event);
    update();
}

void LinkButton::leaveEvent(QEvent *event)
{
    QPushButton::leaveEvent(event);
    update();
}

} // namespace ui
