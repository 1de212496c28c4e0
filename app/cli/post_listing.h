// What the commands about archives of past columns print and give as JSON. Pure functions, the main thread.
#pragma once

#include "editorial/post_decisions.h"
#include "editorial/post_survey.h"

#include <QJsonObject>

namespace cli {

[[nodiscard]] QJsonObject toJson(const editorial::PostSurvey &survey);
[[nodiscard]] QJsonObject toJson(const editorial::PostImportReport &report);
[[nodiscard]] QJsonObject toJson(const QList<editorial::UndecidedPost> &posts);
[[nodiscard]] QJsonObject toJson(const QList<desk::PostBatch> &batches);

[[nodiscard]] QString shown(const editorial::PostSurvey &survey);
[[nodiscard]] QString shown(const editorial::PostImportReport &report);
[[nodiscard]] QString listed(const QList<editorial::UndecidedPost> &posts);
[[nodiscard]] QString listed(const QList<desk::PostBatch> &batches);

} // namespace cli
