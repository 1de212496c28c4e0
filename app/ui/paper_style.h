// PaperStyle: Qt's own style with quieter scroll bars: no buttons, no frame, a thin slider. For desktops that bring no
// style of their own; a desktop's style is left as it is. The window's thread.
#pragma once

#include <QProxyStyle>

namespace ui {

class PaperStyle final : public QProxyStyle
{
    Q_OBJECT

public:
    // Takes the place of the application's style where that is Qt's own.
    static void useWhereFitting();

    int pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const override;
    QRect subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                         const QWidget *widget) const override;
    void drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                            const QWidget *widget) const override;
    void drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
                     const QWidget *widget) const override;
    QSize sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                           const QWidget *widget) const override;
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *returned) const override;

private:
    explicit PaperStyle(const QString &base) : QProxyStyle(base) {}
};

} // namespace ui
