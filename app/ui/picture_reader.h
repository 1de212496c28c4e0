// Picture reader: draws a picture that a stranger sent, within bounds of pixels and memory. Only the formats that hold
// nothing but pixels, known by their first bytes: no drawings, which could hold scripts and addresses. Pure functions,
// any thread; long enough for large pictures to be kept off the window's.
#pragma once

#include <QByteArray>
#include <QImage>

namespace ui {

struct ReadPicture {
    QImage image; // upright; null: it is damaged, too large, or of no such format
    QSize whole;  // upright, in pixels, before it was made smaller
};

// JPEG, PNG, GIF (its first frame), BMP, and WebP where Qt has its plugin. The picture keeps its shape and is made
// smaller where it does not fit into `within`. JPEG may have 120 million pixels, the others 40 million, which Qt's own
// bound of 256 MB for a picture in memory takes.
[[nodiscard]] ReadPicture readPicture(const QByteArray &bytes, const QSize &within);

} // namespace ui
