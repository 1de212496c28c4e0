// MessageFolder: the messages that lie in a folder, one a file: a Maildir (as in maildir(5), with the suffixes of
// Dovecot and Courier), or a folder of .eml files with the folders in it. Files are only ever read; none is moved from
// "new" to "cur". Pure but for reading the folder, any thread.
#pragma once

#include "base/result.h"

#include <QStringList>

namespace intake {

struct MessageFolder {
    bool isMaildir = false;
    QStringList files;  // of messages, relative to the folder: by time of delivery in a Maildir, else by name
    qint64 bytes = 0;   // of these files together
    qint64 others = 0;  // files that are no messages as far as their names tell
    QStringList nested; // Maildirs within the Maildir, which are folders of their own; relative
};

// Whether it is a folder that holds "cur" and "new".
[[nodiscard]] bool isMaildir(const QString &folder);

// Fails where the folder cannot be read (Kind::NotFound, Kind::Io). Links to other folders are not followed.
[[nodiscard]] base::Result<MessageFolder> listMessages(const QString &folder);

// Where a file of a Maildir lies now, since a mail program may have moved it or changed its flags after it was listed:
// the path that was given, another one, or empty where the message is gone. Relative to the folder.
[[nodiscard]] QString findAgain(const QString &folder, const QString &file);

} // namespace intake
