// Rare: keeps a count of many things within bounds: what was seen least is forgotten. Pure function, any thread.
#pragma once

#include <QHash>
#include <QString>

#include <algorithm>
#include <vector>

namespace intake {

// Once more than `most` are known, leaves the half that was seen most. What is common in all that was read stays known
// from its first time on, or nearly so: what comes less often than once in `most` / 2 things may be counted too low.
template <typename Seen, typename Count>
void dropRare(QHash<QString, Seen> &known, qsizetype most, Count count)
{
    if (known.size() <= most)
        return;
    std::vector<qint64> counts;
    counts.reserve(std::size_t(known.size()));
    for (const Seen &seen : std::as_const(known))
        counts.push_back(count(seen));
    const auto middle = counts.begin() + std::ptrdiff_t(counts.size() / 2);
    std::nth_element(counts.begin(), middle, counts.end());
    const qint64 least = *middle;
    known.removeIf([&](auto it) { return count(it.value()) < least; });
    if (known.size() > most)
        known.removeIf([&](auto it) { return count(it.value()) == least; });
}

} // namespace intake
