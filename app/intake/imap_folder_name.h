// The names of folders on a mail server: modified UTF-7 (RFC 3501, 5.1.3). Pure functions, any thread.
#pragma once

#include <QByteArray>
#include <QString>

namespace intake {

// ASCII without control characters, whatever the name.
[[nodiscard]] QByteArray encodeFolderName(const QString &name);

// The reverse. Bytes that are no modified UTF-7 are taken for UTF-8, as some servers send it.
[[nodiscard]] QString decodeFolderName(const QByteArray &bytes);

} // namespace intake
