// Form: in which form letters lie in a file, told from its name and its first bytes. Pure function, any thread.
#pragma once

#include <QByteArrayView>
#include <QString>

namespace intake {

enum class Form { Message, Mailbox, Sheet, Text, WordPress };

// How many bytes of a file are enough to tell.
inline constexpr qsizetype formBytes = 8192;

// The content decides; the ending of the name where the content leaves it open: a message that was taken out of a
// mailbox still begins like one, and a text may begin like a message. Sheets are known by their name (.csv, .tsv,
// .tab); a file of another name has to look like one of letters.
[[nodiscard]] Form detectForm(const QString &fileName, QByteArrayView firstBytes);

} // namespace intake
