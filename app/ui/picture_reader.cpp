#include "ui/picture_reader.h"

#include <QBuffer>
#include <QImageReader>

#include <array>

namespace ui {

namespace {

struct PictureFormat {
    QByteArrayView start;
    const char *name; // in Qt
    qint64 mostPixels;
};

constexpr qint64 most = 40'000'000;
constexpr qint64 mostOfJpeg = 120'000'000; // is made smaller while it is read

constexpr std::array formats{
    PictureFormat{QByteArrayView("\xff\xd8\xff", 3), "jpeg", mostOfJpeg},
    PictureFormat{QByteArrayView("\x89PNG\r\n\x1a\n", 8), "png", most},
    PictureFormat{QByteArrayView("GIF8", 4), "gif", most},
    PictureFormat{QByteArrayView("RIFF", 4), "webp", most},
    PictureFormat{QByteArrayView("BM", 2), "bmp", most},
};

} // namespace

ReadPicture readPicture(const QByteArray &bytes, const QSize &within)
{
    const auto *format = std::find_if(formats.begin(), formats.end(),
                                      [&bytes](const PictureFormat &each) { return bytes.startsWith(each.start); });
    if (format == formats.end())
        return {};
    QBuffer buffer;
    buffer.setData(bytes);
    QImageReader reader(&buffer, format->name);
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize stored = buffer.open(QIODevice::ReadOnly) ? reader.size() : QSize();
    if (stored.isEmpty() || qint64(stored.width()) * stored.height() > format->mostPixels)
        return {};
    const bool isTurned = reader.transformation().testFlag(QImageIOHandler::TransformationRotate90);
    const QSize bounds = isTurned ? within.transposed() : within;
    if (stored.width() > bounds.width() || stored.height() > bounds.height())
        reader.setScaledSize(stored.scaled(bounds, Qt::KeepAspectRatio).expandedTo({1, 1}));
    return {reader.read(), isTurned ? stored.transposed() : stored};
}

} // namespace ui
