#include "desk/finding.h"

#include <algorithm>

namespace desk {

QString name(Finding::Severity severity)
{
    return severity == Finding::Severity::Blocker ? QStringLiteral("blocker") : QStringLiteral("warning");
}

bool hasBlocker(const QList<Finding> &findings)
{
    return std::ranges::any_of(findings,
                               [](const Finding &finding) { return finding.severity == Finding::Severity::Blocker; });
}

} // namespace desk
