// Attribution: the line or lines that a mail program puts above what it quotes: "On 4 March 2014 at 10:15, Wilma
// wrote:", in the languages of MailWords. Pure function, any thread.
#pragma once

#include "intake/text_lines.h"

#include <optional>

namespace intake {

struct Attribution {
    // How sure it is that a program wrote it. People quote as well: "On Tuesday my husband wrote:".
    enum class Certainty {
        Name,    // "Wilma Tansley wrote:"
        Dated,   // with a day and a name
        Certain, // with an address, or a day and a time
    };

    qsizetype first = 0; // line
    Certainty certainty = Certainty::Name;
    bool hasAddress = false;
};

// The attribution that ends with line `last`. It is wrapped over four lines at most.
[[nodiscard]] std::optional<Attribution> attributionEndingAt(const QList<TextLine> &lines, qsizetype last);

} // namespace intake
