// UnlabelledAnswer: where the answer begins in a letter that no label of an answer follows: at a salutation of whoever
// signed the letter, behind a rule, or where a quoted letter ends. Pure functions, any thread.
#pragma once

#include "intake/markdown_blocks.h"

#include <QSet>
#include <QString>

#include <optional>

namespace intake {

struct UnlabelledAnswer {
    enum class Sign { Salutation, Rule, EndOfQuotation };
    Sign sign = Sign::Salutation;
    qsizetype begin = 0; // the block with which it begins
    bool isPlain = true; // nothing else could be meant
};

// `letter` is what stands behind the label of a letter, which had `depth` marks of quotation; `salutations` are folded
// words such as "dear", beside those that are usual. None where there is no such sign. Linear in the length.
[[nodiscard]] std::optional<UnlabelledAnswer> answerWithin(const QList<MarkdownBlock> &letter, int depth,
                                                           const QSet<QString> &salutations);

} // namespace intake
