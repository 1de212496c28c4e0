// The lists of LetterStore: pages of the inbox, and how many letters there are.
#include "storage/connection.h"
#include "storage/letter_list.h"
#include "storage/letter_rows.h"
#include "storage/letter_store.h"

namespace storage {

using base::Result;
using desk::LetterId;
using desk::LetterRow;

namespace {

LetterRow rowOf(const Row &row)
{
    LetterRow letter;
    letter.id = row.id<LetterId>(0);
    letter.number = row.number(1);
    letter.correspondent = row.id<desk::CorrespondentId>(2);
    letter.subject = row.text(3);
    letter.signature = row.text(4);
    letter.stage = storedLetterStage(row.text(5));
    letter.heldUntil = row.day(6);
    letter.unread = row.flag(7);
    letter.received = row.moment(8);
    letter.words = row.number(9);
    letter.excerpt = row.text(10);
    letter.needsAttention = row.flag(11);
    letter.notice = row.text(12);
    return letter;
}

} // namespace

Result<QHash<qint64, QList<desk::TagId>>> letterTags(Connection &connection, const QList<qint64> &numbers)
{
    QHash<qint64, QList<desk::TagId>> tags;
    const Result<void> read = connection.each(
        QStringLiteral(
            "SELECT letter_tags.letter, tags.id FROM json_each(?) AS listed JOIN letter_tags ON "
            "letter_tags.letter = listed.value JOIN tags ON tags.number = letter_tags.tag ORDER BY tags.folded"),
        {numberList(numbers)}, [&tags](const Row &row) { tags[row.number(0)].append(row.id<desk::TagId>(1)); });
    if (!read)
        return read.error();
    return tags;
}

Result<QList<LetterRow>> LetterStore::rows(const LetterQuery &query)
{
    QList<LetterRow> rows;
    if (findsNothing(query))
        return rows;
    const Statement page = pageOf(query);
    QList<qint64> numbers;
    const Result<void> read = m_connection.each(
        QLatin1String(
            "SELECT id, letters.number, correspondent, subject, signature, stage, held_until, unread, received, "
            "words, excerpt, notices.attention, notices.text FROM (") +
            page.sql +
            QLatin1String(") AS page JOIN letters ON letters.number = page.number LEFT JOIN letter_notices AS notices "
                          "ON notices.letter = page.number") +
            orderOf(query),
        page.values, [&](const Row &row) {
            rows.append(rowOf(row));
            numbers.append(rows.constLast().number);
        });
    if (!read)
        return read.error();
    const auto tags = letterTags(m_connection, numbers);
    if (!tags)
        return tags.error();
    for (LetterRow &row : rows)
        row.tags = tags->value(row.number);
    return rows;
}

Result<qint64> LetterStore::count(const LetterQuery &query, qint64 most)
{
    if (findsNothing(query))
        return 0;
    const Statement statement = countOf(query, most);
    return m_connection.number(statement.sql, statement.values);
}

Result<QList<LetterId>> LetterStore::page(qint64 after, qint64 limit)
{
    QList<LetterId> ids;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT id FROM letters WHERE number > ? ORDER BY number LIMIT ?"),
                          {after, limit}, [&ids](const Row &row) { ids.append(row.id<LetterId>(0)); });
    if (!read)
        return read.error();
    return ids;
}

// SQLite's own table of the keys that were given (https://www.sqlite.org/autoinc.html).
Result<qint64> LetterStore::highestNumber()
{
    return m_connection.number(QStringLiteral("SELECT seq FROM sqlite_sequence WHERE name = 'letters'"));
}

Result<void> LetterStore::raiseHighestNumber(qint64 number)
{
    Step step(m_connection);
    const Result<qint64> raised = m_connection.execute(
        QStringLiteral("UPDATE sqlite_sequence SET seq = max(seq, ?) WHERE name = 'letters'"), {number});
    if (!raised)
        return raised.error();
    if (*raised == 0) {
        const Result<qint64> begun = m_connection.execute(
            QStringLiteral("INSERT INTO sqlite_sequence (name, seq) VALUES ('letters', ?)"), {number});
        if (!begun)
            return begun.error();
    }
    return step.commit();
}

Result<qint64> LetterStore::attentionCount()
{
    return m_connection.number(QStringLiteral("SELECT count(*) FROM letter_notices WHERE attention = 1"));
}

Result<QHash<desk::LetterStage, StageCount>> LetterStore::stageCounts()
{
    QHash<desk::LetterStage, StageCount> counts;
    const Result<void> read =
        m_connection.each(QStringLiteral("SELECT stage, total, unread FROM letter_counts"), {}, [&](const Row &row) {
            counts.insert(storedLetterStage(row.text(0)), {row.number(1), row.number(2)});
        });
    if (!read)
        return read.error();
    return counts;
}

} // namespace storage
