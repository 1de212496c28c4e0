// CorrespondentStore: sealed correspondents in the desk file, in a table of their own. Belongs to a DeskFile.
#pragma once

#include "privacy/correspondent.h"

#include <QHash>

namespace storage {

class Connection;

class CorrespondentStore
{
public:
    explicit CorrespondentStore(Connection &connection);

    [[nodiscard]] base::Result<void> add(const privacy::SealedCorrespondent &correspondent);
    // With `withMessage` false the message is left empty: names and addresses alone are small.
    [[nodiscard]] base::Result<privacy::SealedCorrespondent> correspondent(const desk::CorrespondentId &id,
                                                                           bool withMessage = true);
    // All of these, without their messages; Kind::NotFound where one is missing.
    [[nodiscard]] base::Result<QHash<desk::CorrespondentId, privacy::SealedCorrespondent>>
    identities(const QList<desk::CorrespondentId> &ids);

private:
    Connection &m_connection;
};

} // namespace storage
