// The formats that have a clean copy, one function each. Private to this layer: others call cleanCopy(). Each keeps
// what it knows to be needed for showing and drops the rest, so that what nobody thought of is dropped as well. Pure
// functions, any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QSize>

#include <optional>

namespace privacy {

struct CleanPicture {
    QByteArray content;
    QSize size;
    int orientation = 1;
};

// Nothing where the bytes break the rules of their format.
using CleanedPicture = std::optional<CleanPicture>;

// JPEG (ITU-T T.81, EXIF 2.32): application segments are dropped except for the density, the colours of Adobe and the
// colour profile; comments, thumbnails and what stands behind the picture too.
[[nodiscard]] CleanedPicture cleanJpeg(QByteArrayView bytes);

// PNG (W3C, third edition, animations included): only the chunks that say how the pixels look are kept.
[[nodiscard]] CleanedPicture cleanPng(QByteArrayView bytes);

// GIF (87a, 89a): frames, their timing and looping are kept.
[[nodiscard]] CleanedPicture cleanGif(QByteArrayView bytes);

// WebP (Google's container specification): frames, transparency and the colour profile are kept.
[[nodiscard]] CleanedPicture cleanWebp(QByteArrayView bytes);

// PDF (ISO 32000-1): pages and what they show are kept, with links to the web; the rest of the document is not. Fails
// where it is damaged, locked, or holds pictures that cannot be cleaned.
[[nodiscard]] base::Result<QByteArray> cleanPdf(const QByteArray &bytes);

} // namespace privacy
