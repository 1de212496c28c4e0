// RawText: the bytes of a message as a person may look at them: page by page, and as nothing but characters: what would
// be a command to a screen is shown as a sign. Pure functions, any thread.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace ui {

inline constexpr qsizetype rawPageSize = 64 * 1024; // bytes

struct RawPage {
    qsizetype begin = 0; // bytes
    qsizetype end = 0;
    QString text;
};

// At least one, counted from 0.
[[nodiscard]] qsizetype rawPageCount(QByteArrayView raw);
// The page as UTF-8, or, where it is none, byte for byte. No character is cut in two; a page that does not exist is
// empty.
[[nodiscard]] RawPage rawPage(QByteArrayView raw, qsizetype page);

} // namespace ui
