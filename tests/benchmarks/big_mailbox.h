// Mail for the benchmarks: ordinary messages of invented people and words, the same each time. A third comes as text
// and HTML, others in base64, quoted-printable, Latin-1 or flowed lines, some with a small picture; of 2 to 5 kB.
#pragma once

#include <QByteArray>
#include <QString>

namespace benchmarks {

// The message with this number.
[[nodiscard]] QByteArray mail(int number);

// Both write messages 0 to `count` - 1 and give their bytes; they end the program where that fails. The Maildir is made
// at `folder`.
qint64 writeMailbox(const QString &path, int count);
qint64 writeMaildir(const QString &folder, int count);

} // namespace benchmarks
