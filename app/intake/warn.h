// Warn: adds a warning to those of a letter, once however often it is found. Pure function, any thread.
#pragma once

#include <QStringList>

namespace intake {

inline void warn(QStringList &warnings, const QString &warning)
{
    if (!warnings.contains(warning))
        warnings.append(warning);
}

} // namespace intake
