// JSON: the values of the desk under the names that scripts rely on (DESIGN: the command line). Dates are ISO 8601 in
// UTC, what is not there is null, stages have their names of the desk file. Pure functions, the main thread.
#pragma once

#include "editorial/arrival.h"
#include "editorial/importing.h"
#include "editorial/publishing.h"
#include "editorial/relations.h"
#include "editorial/tags.h"
#include "editorial/writing.h"

#include <QJsonArray>
#include <QJsonObject>

namespace cli {

// The names of the tags of a desk.
class TagNames
{
public:
    explicit TagNames(const QList<desk::Tag> &tags);
    [[nodiscard]] QStringList of(const QList<desk::TagId> &ids) const; // by name

private:
    QHash<desk::TagId, QString> m_names;
};

[[nodiscard]] base::Result<TagNames> tagNames(editorial::Desk &desk);

[[nodiscard]] QJsonObject toJson(const editorial::LetterItem &letter, const TagNames &tags);
[[nodiscard]] QJsonObject toJson(const editorial::LetterView &letter, const TagNames &tags);
[[nodiscard]] QJsonObject toJson(const editorial::Writer &writer); // not the raw message
// What is told of a letter besides, when it is shown alone: "forwarding", "folded".
[[nodiscard]] QJsonObject toJson(const editorial::Arrival &arrival);
// "followedBy"; "alike" with `likeness` per cent, where `article`, `title` and `slug` are null if no article answers
// it.
[[nodiscard]] QJsonObject toJson(const editorial::Related &related);
[[nodiscard]] QJsonObject toJson(const editorial::ArticleView &article, const TagNames &tags);
[[nodiscard]] QJsonObject toJson(const desk::Tag &tag, const desk::TagCounts &counts);
[[nodiscard]] QJsonArray toJson(const QList<desk::Finding> &findings);
[[nodiscard]] QJsonObject toJson(const editorial::ImportReport &report);
[[nodiscard]] QJsonObject toJson(const editorial::ExportReport &report);

} // namespace cli
