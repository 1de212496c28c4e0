// Arrival: how a letter came and what there is to say of it: whether somebody has to look at it, and why; who passed it
// on; what of it is folded; the message as it came. And what a person makes of that.
#pragma once

#include "editorial/folded.h"

#include <optional>

namespace editorial {

// A letter that somebody passed on, by the names that the desk shows; never the real ones.
struct PassedOn {
    desk::Forwarding::Decision decision = desk::Forwarding::Decision::Open;
    QString sender;
    QString writer;
};

struct Arrival {
    desk::LetterId letter;
    qint64 number = 0;
    desk::LetterStage stage = desk::LetterStage::New;
    bool needsAttention = false;
    QString notice; // as desk::Letter has it
    std::optional<PassedOn> passedOn;
    QList<FoldedPart> folded; // that the printed text is without
};

[[nodiscard]] base::Result<Arrival> arrival(Desk &desk, const desk::LetterId &id);

// The message as it came, headers and all: it tells who wrote. Empty where the letter was typed at the desk.
[[nodiscard]] base::Result<QByteArray> rawMessage(Desk &desk, const desk::LetterId &id);

// Somebody has seen to these letters: those that need attention need it no longer. Their notices stay.
[[nodiscard]] base::Result<Change> seeTo(Desk &desk, const QList<desk::LetterId> &ids);

// The letter is what the writer wrote: subject, text and pen name become the writer's own, and who wrote is no longer
// who sent it. The earlier text is kept as a revision. Kind::Unusable where nobody passed the letter on.
[[nodiscard]] base::Result<Change> takeForwarding(Desk &desk, const desk::LetterId &id);
// The letter is as it was sent. What takeForwarding() put there goes again, unless it was edited since.
[[nodiscard]] base::Result<Change> keepForwarding(Desk &desk, const desk::LetterId &id);

} // namespace editorial
