// CorrespondentStore: sealed correspondents in the desk file, in a table of their own. Belongs to a DeskFile.
#pragma once

#include "privacy/correspondent.h"

#include <QHash>

#include <optional>

namespace storage {

class Connection;

class CorrespondentStore
{
public:
    explicit CorrespondentStore(Connection &connection);

    // The secret of this desk, for the keys of writers.
    [[nodiscard]] base::Result<QByteArray> secret();

    [[nodiscard]] base::Result<void> add(const privacy::SealedCorrespondent &correspondent);
    // With `withMessage` false the message is left empty: names and addresses alone are small.
    [[nodiscard]] base::Result<privacy::SealedCorrespondent> correspondent(const desk::CorrespondentId &id,
                                                                           bool withMessage = true);
    // The latest letter of the writer with this key, if there is any.
    [[nodiscard]] base::Result<std::optional<desk::LetterId>> latestLetterBy(const QByteArray &writerKey);
    // Up to `limit` correspondents behind `after` in the order in which they came; null: the first ones.
    [[nodiscard]] base::Result<QList<desk::CorrespondentId>> page(const desk::CorrespondentId &after, qint64 limit);
    // Up to `limit` correspondents, without their messages, that have no writer's key yet.
    [[nodiscard]] base::Result<QList<privacy::SealedCorrespondent>> withoutKey(qint64 limit);
    [[nodiscard]] base::Result<void> setKey(const desk::CorrespondentId &id, const QByteArray &writerKey);

    // Those of these that are on the desk, without their messages.
    [[nodiscard]] base::Result<QHash<desk::CorrespondentId, privacy::SealedCorrespondent>>
    identities(const QList<desk::CorrespondentId> &ids);

private:
    Connection &m_connection;
};

} // namespace storage
