// Clean copy: a picture or a paper without what it says of who made it, when, where and with what, and without whatever
// else travels inside unseen. It is the only form in which something that was sent in is published. Pixels and pages
// stay as they are, bit for bit. Pure functions, any thread; time and memory grow with the bytes alone.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QSize>

namespace privacy {

struct CleanCopy {
    QByteArray content;
    QString suffix; // "jpg": by what the bytes are, whatever the file was called
    QSize size;     // of a picture, as it lies in the file; empty for a paper
    int orientation =
        1; // EXIF 2.32, tag 0x0112, 1 to 8: how a picture has to be turned to stand upright; 1: not at all

    [[nodiscard]] bool isPicture() const { return !size.isEmpty(); }
};

// For JPEG, PNG, GIF and WebP pictures and PDF, which are known by their bytes, and for text that the sender declared
// to be plain (mediaType "text/plain"), which has nothing to lose. Fails with Kind::Unusable where there is no clean
// copy of such a file, and with Kind::Damaged where it is broken; the message says what to do.
[[nodiscard]] base::Result<CleanCopy> cleanCopy(const QByteArray &content, const QString &mediaType);

} // namespace privacy
