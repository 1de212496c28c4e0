#include "ui/column_button.h"

#include "ui/icons.h"

#include <QMenu>
#include <QStyleOptionToolButton>
#include <QStylePainter>

namespace ui {

namespace {

constexpr double larger = 1.15;
constexpr int margin = 6;

} // namespace

ColumnButton::ColumnButton(QWidget *parent) : QToolButton(parent)
{
    QFont name = font();
    name.setPointSizeF(name.pointSizeF() * larger);
    name.setBold(true);
    setFont(name);
    setAutoRaise(true);
    setFocusPolicy(Qt::TabFocus);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

void ColumnButton::setName(const QString &name)
{
    m_name = name;
    setToolTip(name);
    update();
}

void ColumnButton::setDeskMenu(QMenu *menu)
{
    connect(this, &QToolButton::clicked, menu, [this, menu] { menu->popup(mapToGlobal(rect().bottomLeft())); });
}

QSize ColumnButton::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(m_name) + fontMetrics().height() * 2, fontMetrics().height() * 7 / 4};
}

void ColumnButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionToolButton option;
    initStyleOption(&option);
    option.text.clear();
    painter.drawComplexControl(QStyle::CC_ToolButton, option);

    const int size = fontMetrics().height() * 3 / 4;
    const int room = width() - 3 * margin - size;
    const QString shown = fontMetrics().elidedText(m_name, Qt::ElideRight, room);
    const QRect text(margin, 0, fontMetrics().horizontalAdvance(shown) + 1, height());
    painter.setPen(color(Role::Text, palette()));
    painter.drawText(text, Qt::AlignLeading | Qt::AlignVCenter, shown);
    const QRect arrow(text.right() + margin, (height() - size) / 2 + 1, size, size);
    ui::icon(QStringLiteral("chevron-down"), Role::SecondaryText).paint(&painter, arrow);
}

} // namespace ui
