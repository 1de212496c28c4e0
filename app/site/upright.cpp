#include "site/upright.h"

#include <QBuffer>
#include <QColorSpace>
#include <QImageReader>
#include <QImageWriter>
#include <QTransform>

namespace site {

namespace {

// As QImageReader does by itself, which forgets the colours on the way.
QImage turned(const QImage &picture, QImageIOHandler::Transformations how)
{
    QImage upright = picture.mirrored(how.testFlag(QImageIOHandler::TransformationMirror),
                                      how.testFlag(QImageIOHandler::TransformationFlip));
    if (how.testFlag(QImageIOHandler::TransformationRotate90))
        upright = upright.transformed(QTransform().rotate(90));
    upright.setColorSpace(picture.colorSpace());
    return upright;
}

} // namespace

QByteArray upright(const QByteArray &jpeg)
{
    constexpr int quality = 92; // of 100: no loss that can be seen
    QBuffer source;
    source.setData(jpeg);
    QImageReader reader(&source, "jpeg");
    reader.setAutoDetectImageFormat(false);
    const QImage picture = source.open(QIODevice::ReadOnly) ? reader.read() : QImage();
    QByteArray written;
    QBuffer sink(&written);
    QImageWriter writer(&sink, "jpeg");
    writer.setQuality(quality);
    if (picture.isNull() || !sink.open(QIODevice::WriteOnly) || !writer.write(turned(picture, reader.transformation())))
        return {};
    return written;
}

} // namespace site
