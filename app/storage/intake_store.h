// IntakeStore: what the desk keeps of how a letter came: which earlier mail it answers, and who seems to have passed it
// on. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/letter.h"

#include <QStringList>

#include <optional>

namespace storage {

class Connection;

class IntakeStore
{
public:
    explicit IntakeStore(Connection &connection);

    // The message keys of the earlier mail that the letter answers, the nearest last.
    [[nodiscard]] base::Result<void> addReferences(const desk::LetterId &letter, const QStringList &messageKeys);
    [[nodiscard]] base::Result<QStringList> references(const desk::LetterId &letter);
    // The letter that the nearest of these keys names, as far as they are on the desk.
    [[nodiscard]] base::Result<std::optional<desk::LetterId>> referenced(const QStringList &messageKeys);
    // Lets those letters follow `letter` that answer it by its message key, came before it, and follow none. Gives how
    // many. The row versions stay: nobody edits this.
    [[nodiscard]] base::Result<qint64> linkFollowers(const desk::LetterId &letter, const QString &messageKey);

    [[nodiscard]] base::Result<void> addForwarding(const desk::LetterId &letter, const desk::Forwarding &forwarding);
    [[nodiscard]] base::Result<std::optional<desk::Forwarding>> forwarding(const desk::LetterId &letter);
    // The correspondent of the letter changes with whose letter it is.
    [[nodiscard]] base::Result<void> decideForwarding(const desk::LetterId &letter,
                                                      desk::Forwarding::Decision decision);

private:
    [[nodiscard]] base::Result<void> swapCorrespondents(const desk::LetterId &letter);

    Connection &m_connection;
};

} // namespace storage
