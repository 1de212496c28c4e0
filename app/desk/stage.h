// Stages: where a letter stands on the desk, and where an article stands on its way out. Two states, never mixed;
// whether an article was published stands beside its stage, not in it.
#pragma once

#include <QString>

#include <optional>
#include <span>

namespace desk {

enum class LetterStage { New, Shortlisted, Answering, Answered, Held, Declined, NotALetter };
enum class ArticleStage { Draft, InReview, Approved, Withdrawn };

// All stages, in the order in which people meet them.
[[nodiscard]] std::span<const LetterStage> letterStages();
[[nodiscard]] std::span<const ArticleStage> articleStages();

// The name in the desk file, on the command line and in JSON: "new", "not a letter", "in review". Never translated.
[[nodiscard]] QString name(LetterStage stage);
[[nodiscard]] QString name(ArticleStage stage);

// The stage of that name; "-" and "_" count as spaces, capitals as small letters.
[[nodiscard]] std::optional<LetterStage> letterStageNamed(const QString &name);
[[nodiscard]] std::optional<ArticleStage> articleStageNamed(const QString &name);

// The word for people, translated: "Shortlist", "In review".
[[nodiscard]] QString title(LetterStage stage);
[[nodiscard]] QString title(ArticleStage stage);

} // namespace desk
