#include "ui/icons.h"

#include <QFile>
#include <QGuiApplication>
#include <QIconEngine>
#include <QPainter>
#include <QPixmapCache>
#include <QSvgRenderer>

namespace ui {

namespace {

// Draws one icon file in the colour that its role has at the moment of drawing.
class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(const QString &name, Role role) : m_name(name), m_role(role) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const qreal scale = painter->device()->devicePixelRatioF();
        QPixmap drawn = draw(rect.size() * scale, colorFor(mode));
        drawn.setDevicePixelRatio(scale);
        painter->drawPixmap(rect, drawn);
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override { return draw(size, colorFor(mode)); }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal) override
    {
        return draw(size, colorFor(mode));
    }

    QIconEngine *clone() const override { return new LineIconEngine(m_name, m_role); }
    QString key() const override { return QStringLiteral("postbag-line"); }

private:
    QColor colorFor(QIcon::Mode mode) const
    {
        const QPalette palette = QGuiApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (mode == QIcon::Selected)
            return palette.color(QPalette::Active, QPalette::HighlightedText);
        return color(m_role, palette);
    }

    QPixmap draw(const QSize &size, const QColor &ink) const
    {
        const QString key =
            QStringLiteral("postbag-icon/%1/%2x%3/%4").arg(m_name).arg(size.width()).arg(size.height()).arg(ink.rgba());
        QPixmap drawn;
        if (QPixmapCache::find(key, &drawn))
            return drawn;
        QFile file(QStringLiteral(":/icons/%1.svg").arg(m_name));
        if (!file.open(QIODevice::ReadOnly))
            return {};
        QSvgRenderer renderer(file.readAll().replace("currentColor", ink.name().toLatin1()));
        drawn = QPixmap(size);
        drawn.fill(Qt::transparent);
        QPainter painter(&drawn);
        renderer.setAspectRatioMode(Qt::KeepAspectRatio);
        renderer.render(&painter, QRectF(QPointF(), QSizeF(size)));
        QPixmapCache::insert(key, drawn);
        return drawn;
    }

    QString m_name;
    Role m_role;
};

} // namespace

QIcon icon(const QString &name, Role role)
{
    return name.isEmpty() ? QIcon() : QIcon(new LineIconEngine(name, role));
}

} // namespace ui
