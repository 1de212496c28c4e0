// Common words: English words of everyday letters that are also names of people. Pure function, any thread.
#pragma once

#include <QStringView>

namespace privacy {

// Whether the lower-case word is so common that by itself it gives nobody away: "young", "may", "long".
[[nodiscard]] bool isCommonWord(QStringView word);

} // namespace privacy
