// RelationStore: how letters belong together: which follows which, and which are like a text. Belongs to a DeskFile and
// its thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace storage {

class Connection;

// A letter that belongs to another one, and the article that answers it for readers: one that was published, or is
// approved and has a date, and was not withdrawn.
struct RelatedRow {
    desk::LetterId letter;
    qint64 number = 0;
    QString subject;
    QDateTime received;
    desk::ArticleId article; // null: none
    QString title;
    QString slug;
    QDateTime answered; // the article's date
    double likeness = 0;
};

class RelationStore
{
public:
    static constexpr qsizetype mostAlike = 10;
    static constexpr qint64 mostSequels = 100;

    explicit RelationStore(Connection &connection);

    // The letter that this one follows, if any.
    [[nodiscard]] base::Result<std::optional<RelatedRow>> earlier(const desk::LetterId &letter);
    // The letters that follow this one, in the order of their numbers.
    [[nodiscard]] base::Result<QList<RelatedRow>> sequels(const desk::LetterId &letter);
    // The letters whose text, as it came or as it is printed, is like this one, the most like first; of several that
    // one article answers, one. Neither `besides`, which may be null, nor what else is in its article.
    [[nodiscard]] base::Result<QList<RelatedRow>> alike(const QString &text, const desk::LetterId &besides);
    // Whether the letter is this earlier one or follows it, be it by way of others.
    [[nodiscard]] base::Result<bool> leadsTo(const desk::LetterId &letter, const desk::LetterId &earlier);

    // Null: the letter follows none. The row version stays: no draft of a letter holds what it follows.
    [[nodiscard]] base::Result<void> setFollows(const desk::LetterId &letter, const desk::LetterId &earlier);

private:
    Connection &m_connection;
};

} // namespace storage
