// A number for texts that have a plural. Pure functions, any thread.
#pragma once

#include <QtGlobal>

#include <algorithm>
#include <limits>

namespace ui {

// As tr() takes it: the highest number that it can say stands for all above.
[[nodiscard]] inline int pluralCount(qint64 number)
{
    return static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
}

} // namespace ui
