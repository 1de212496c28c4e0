// What goes wrong with a mail server, in words that say what to do. Of what the server says itself only a line is told,
// and never one that holds the password. Pure functions, any thread.
#pragma once

#include "base/result.h"
#include "intake/imap_response.h"
#include "intake/imap_server.h"

#include <QStringList>

namespace intake {

[[nodiscard]] base::Error cancelled();
// The connection.
[[nodiscard]] base::Error mute(const ImapServer &server); // not a word from the first
[[nodiscard]] base::Error silent(const ImapServer &server);
[[nodiscard]] base::Error cutOff(const ImapServer &server);
[[nodiscard]] base::Error closedBy(const ImapServer &server, const QString &farewell);
[[nodiscard]] base::Error notUnderstood(const ImapServer &server);
[[nodiscard]] base::Error noTls(const ImapServer &server);
// Signing in.
[[nodiscard]] base::Error noPasswordsTaken(const ImapServer &server);
[[nodiscard]] base::Error signInRefused(const ImapServer &server, const ImapResponse &response);
// Folders and what is done in them.
[[nodiscard]] base::Error folderRefused(const ImapServer &server, const QString &folder, const ImapResponse &response,
                                        const QStringList &existing);
[[nodiscard]] base::Error refusedBy(const ImapServer &server, const ImapResponse &response);
[[nodiscard]] base::Error changeRefused(const ImapServer &server, const QString &moveTo, const ImapResponse &response);
[[nodiscard]] base::Error onlyReadable(const QString &folder);

} // namespace intake
