#include "ui/paper_style.h"

#include "ui/palette.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOptionSlider>

#include <algorithm>

namespace ui {

namespace {

constexpr int barExtent = 12;
constexpr int sliderMargin = 3;
constexpr int smallestSlider = 28;
constexpr int buttonAir = 4;

const QStyleOptionSlider *scrollBarIn(QStyle::ComplexControl control, const QStyleOptionComplex *option)
{
    return control == QStyle::CC_ScrollBar ? qstyleoption_cast<const QStyleOptionSlider *>(option) : nullptr;
}

QRect sliderRect(const QStyleOptionSlider &bar)
{
    const bool upright = bar.orientation == Qt::Vertical;
    const int length = upright ? bar.rect.height() : bar.rect.width();
    const qint64 range = static_cast<qint64>(bar.maximum) - bar.minimum;
    const qint64 whole = range + bar.pageStep;
    int slider = length;
    if (range > 0 && whole > 0)
        slider = std::clamp(static_cast<int>(static_cast<qint64>(length) * bar.pageStep / whole),
                            std::min(smallestSlider, length), length);
    const int at =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - slider, bar.upsideDown);
    return upright ? QRect(bar.rect.left(), bar.rect.top() + at, bar.rect.width(), slider)
                   : QRect(bar.rect.left() + at, bar.rect.top(), slider, bar.rect.height());
}

QRect partOf(const QStyleOptionSlider &bar, QStyle::SubControl part)
{
    const QRect slider = sliderRect(bar);
    const bool upright = bar.orientation == Qt::Vertical;
    QRect rect = bar.rect;
    switch (part) {
    case QStyle::SC_ScrollBarSlider:
        return slider;
    case QStyle::SC_ScrollBarGroove:
        return bar.rect;
    case QStyle::SC_ScrollBarSubPage:
        upright ? rect.setBottom(slider.top() - 1) : rect.setRight(slider.left() - 1);
        return rect;
    case QStyle::SC_ScrollBarAddPage:
        upright ? rect.setTop(slider.bottom() + 1) : rect.setLeft(slider.right() + 1);
        return rect;
    default:
        return {};
    }
}

} // namespace

// The style draws a button's text close to its icon: a space before the text sets them apart.
void PaperStyle::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                             const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel && !button->icon.isNull() && !button->text.isEmpty()) {
        QStyleOptionButton spaced(*button);
        spaced.text.prepend(u' ');
        QProxyStyle::drawControl(element, &spaced, painter, widget);
        return;
    }
    if (const auto *button = qstyleoption_cast<const QStyleOptionToolButton *>(option);
        button && element == CE_ToolButtonLabel && button->toolButtonStyle == Qt::ToolButtonTextBesideIcon) {
        QStyleOptionToolButton spaced(*button);
        spaced.text.prepend(u' ');
        QProxyStyle::drawControl(element, &spaced, painter, widget);
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

QSize PaperStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                   const QWidget *widget) const
{
    const QSize whole = QProxyStyle::sizeFromContents(type, option, size, widget);
    const auto *push = qstyleoption_cast<const QStyleOptionButton *>(option);
    const auto *tool = qstyleoption_cast<const QStyleOptionToolButton *>(option);
    const bool spaced = (type == CT_PushButton && push && !push->icon.isNull() && !push->text.isEmpty()) ||
                        (type == CT_ToolButton && tool && tool->toolButtonStyle == Qt::ToolButtonTextBesideIcon);
    return spaced ? whole + QSize(option->fontMetrics.horizontalAdvance(u' ') + buttonAir, 0) : whole;
}

void PaperStyle::useWhereFitting()
{
    const QString own = QStringLiteral("fusion");
    if (QApplication::style()->name().compare(own, Qt::CaseInsensitive) == 0)
        QApplication::setStyle(new PaperStyle(own));
}

int PaperStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    return metric == PM_ScrollBarExtent ? barExtent : QProxyStyle::pixelMetric(metric, option, widget);
}

int PaperStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                          QStyleHintReturn *returned) const
{
    if (hint == SH_ScrollBar_Transient || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

QRect PaperStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                 const QWidget *widget) const
{
    if (const QStyleOptionSlider *bar = scrollBarIn(control, option))
        return visualRect(bar->direction, bar->rect, partOf(*bar, part));
    return QProxyStyle::subControlRect(control, option, part, widget);
}

void PaperStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                    const QWidget *widget) const
{
    const QStyleOptionSlider *bar = scrollBarIn(control, option);
    if (!bar) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const QWidget *area = widget && widget->parentWidget() ? widget->parentWidget()->parentWidget() : nullptr;
    const QWidget *viewport = area ? area->findChild<QWidget *>(QStringLiteral("qt_scrollarea_viewport")) : nullptr;
    const QPalette &palette = viewport ? viewport->palette() : bar->palette;
    const bool opaque = !viewport || viewport->autoFillBackground();
    painter->fillRect(bar->rect, opaque ? palette.brush(viewport ? viewport->backgroundRole() : QPalette::Window)
                                        : bar->palette.brush(QPalette::Window));
    if (bar->maximum <= bar->minimum)
        return;
    const bool held = bar->state.testFlag(State_MouseOver) || bar->state.testFlag(State_Sunken);
    QColor tone = color(Role::SecondaryText, bar->palette);
    tone.setAlphaF(held ? 0.75F : 0.4F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(tone);
    const QRect slider = subControlRect(control, option, SC_ScrollBarSlider, widget);
    const QRect thin = slider.adjusted(sliderMargin, sliderMargin, -sliderMargin, -sliderMargin);
    painter->drawRoundedRect(thin, sliderMargin, sliderMargin);
    painter->restore();
}

} // namespace ui
