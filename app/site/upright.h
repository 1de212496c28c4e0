// Upright: a picture whose camera was held otherwise, turned once and for all, since the copy that is published no
// longer says how it was held. Pure function, any thread.
#pragma once

#include <QByteArray>

namespace site {

// The JPEG with its pixels turned by its EXIF orientation and compressed anew; its colours stay. Empty where it cannot
// be read or has more pixels than fit into Qt's bounds for pictures (256 MB).
[[nodiscard]] QByteArray upright(const QByteArray &jpeg);

} // namespace site
