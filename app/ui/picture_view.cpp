#include "ui/picture_view.h"

#include <QGraphicsPixmapItem>

namespace ui {

PictureView::PictureView(QWidget *parent) : QGraphicsView(parent), m_scene(new QGraphicsScene(this))
{
    setScene(m_scene);
    setFrameShape(NoFrame);
    setBackgroundRole(QPalette::Window);
    setRenderHint(QPainter::SmoothPixmapTransform);
    setDragMode(ScrollHandDrag);
}

void PictureView::showPicture(const QImage &image)
{
    QPixmap picture = QPixmap::fromImage(image);
    picture.setDevicePixelRatio(devicePixelRatioF());
    m_size = picture.deviceIndependentSize();
    m_scene->clear();
    m_scene->addPixmap(picture)->setTransformationMode(Qt::SmoothTransformation);
    m_scene->setSceneRect(QRectF({}, m_size));
    arrange();
}

void PictureView::setFitted(bool isFitted)
{
    m_isFitted = isFitted;
    arrange();
}

void PictureView::arrange()
{
    resetTransform();
    const QSizeF room = maximumViewportSize();
    if (m_isFitted && (m_size.width() > room.width() || m_size.height() > room.height()))
        fitInView(sceneRect(), Qt::KeepAspectRatio);
}

void PictureView::resizeEvent(QResizeEvent *event)
{
    QGraphicsView::resizeEvent(event);
    arrange();
}

} // namespace ui
