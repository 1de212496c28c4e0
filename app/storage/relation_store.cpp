#include "storage/relation_store.h"

#include "desk/likeness.h"
#include "storage/connection.h"
#include "storage/database_error.h"
#include "storage/likeness_search.h"

#include <QSet>

#include <algorithm>

namespace storage {

namespace {

using base::Result;
using desk::LetterId;

const QString &relatedColumns()
{
    static const QString columns = QStringLiteral("letters.id, letters.number, letters.subject, letters.received, "
                                                  "articles.id, articles.title, articles.slug, articles.publish_on, "
                                                  "articles.published");
    return columns;
}

// Behind the letters: the answers, and the articles that readers know or will know.
const QString &answeredBy()
{
    static const QString joins =
        QStringLiteral(" LEFT JOIN answers ON answers.letter = letters.number LEFT JOIN articles ON articles.number = "
                       "answers.article AND articles.stage <> 'withdrawn' AND (articles.published <> '' OR "
                       "(articles.stage = 'approved' AND articles.publish_on <> ''))");
    return joins;
}

RelatedRow rowOf(const Row &row)
{
    RelatedRow related;
    related.letter = row.id<LetterId>(0);
    related.number = row.number(1);
    related.subject = row.text(2);
    related.received = row.moment(3);
    related.article = row.id<desk::ArticleId>(4);
    related.title = row.text(5);
    related.slug = row.text(6);
    related.answered = row.text(7).isEmpty() ? row.moment(8) : row.moment(7);
    return related;
}

// Of the letter as it came and as it is printed, whichever is more like the text.
double likenessOf(const desk::Wording &wording, const Row &row, int original, int edited)
{
    const double came = desk::likeness(wording, desk::Wording(row.text(original)));
    return row.isNull(edited) ? came : std::max(came, desk::likeness(wording, desk::Wording(row.text(edited))));
}

bool isMoreLike(const RelatedRow &one, const RelatedRow &other)
{
    if (one.likeness != other.likeness)
        return one.likeness > other.likeness;
    if (one.article.isNull() != other.article.isNull())
        return other.article.isNull();
    return one.number > other.number;
}

// The best ones, sorted, each article once.
QList<RelatedRow> best(QList<RelatedRow> rows)
{
    std::ranges::sort(rows, isMoreLike);
    QList<RelatedRow> kept;
    QSet<desk::ArticleId> articles;
    for (const RelatedRow &row : std::as_const(rows)) {
        if (kept.size() == RelationStore::mostAlike)
            break;
        if (!row.article.isNull() && articles.contains(row.article))
            continue;
        articles.insert(row.article);
        kept.append(row);
    }
    return kept;
}

} // namespace

RelationStore::RelationStore(Connection &connection) : m_connection(connection) {}

Result<std::optional<RelatedRow>> RelationStore::earlier(const LetterId &letter)
{
    return m_connection.first(QLatin1String("SELECT ") + relatedColumns() + QLatin1String(" FROM letters") +
                                  answeredBy() +
                                  QLatin1String(" WHERE letters.number = (SELECT follows FROM letters WHERE id = ?)"),
                              {letter.toString()}, rowOf);
}

Result<QList<RelatedRow>> RelationStore::sequels(const LetterId &letter)
{
    QList<RelatedRow> rows;
    const Result<void> read = m_connection.each(
        QLatin1String("SELECT ") + relatedColumns() + QLatin1String(" FROM letters") + answeredBy() +
            QLatin1String(" WHERE letters.follows = (SELECT number FROM letters WHERE id = ?) ORDER BY letters.number "
                          "LIMIT ?"),
        {letter.toString(), mostSequels}, [&rows](const Row &row) { rows.append(rowOf(row)); });
    if (!read)
        return read.error();
    return rows;
}

Result<QList<RelatedRow>> RelationStore::alike(const QString &text, const LetterId &besides)
{
    const desk::Wording wording(text);
    if (wording.words() == 0)
        return QList<RelatedRow>();
    const Snapshot snapshot(m_connection);
    const Result<QVariant> own = m_connection.reference("letters", besides);
    if (!own)
        return own.error();
    const auto likely = likelyLetters(m_connection, text, own->toLongLong());
    if (!likely)
        return likely.error();
    QList<RelatedRow> rows;
    const Result<void> read = m_connection.each(
        QLatin1String("SELECT ") + relatedColumns() +
            QLatin1String(", letters.original, letters.edited FROM json_each(?) AS listed JOIN letters ON "
                          "letters.number = listed.value") +
            answeredBy() +
            QLatin1String(" WHERE answers.article IS NULL OR answers.article <> ifnull((SELECT article FROM answers "
                          "WHERE letter = ?), 0)"),
        {numberList(*likely), own->toLongLong()}, [&](const Row &row) {
            const double likeness = likenessOf(wording, row, 9, 10);
            if (likeness < desk::leastLikeness)
                return;
            rows.append(rowOf(row));
            rows.last().likeness = likeness;
        });
    if (!read)
        return read.error();
    return best(std::move(rows));
}

Result<bool> RelationStore::leadsTo(const LetterId &letter, const LetterId &earlier)
{
    const Result<qint64> found = m_connection.number(
        QStringLiteral("WITH RECURSIVE way (number) AS (SELECT number FROM letters WHERE id = ? UNION SELECT "
                       "letters.follows FROM way JOIN letters ON letters.number = way.number WHERE letters.follows IS "
                       "NOT NULL) SELECT EXISTS (SELECT 1 FROM way WHERE number = (SELECT number FROM letters WHERE id "
                       "= ?))"),
        {letter.toString(), earlier.toString()});
    if (!found)
        return found.error();
    return *found != 0;
}

Result<void> RelationStore::setFollows(const LetterId &letter, const LetterId &earlier)
{
    Step step(m_connection);
    const Result<QVariant> follows = m_connection.reference("letters", earlier);
    if (!follows)
        return follows.error();
    const Result<qint64> changed = m_connection.execute(QStringLiteral("UPDATE letters SET follows = ? WHERE id = ?"),
                                                        {*follows, letter.toString()});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return missingRow();
    return step.commit();
}

} // namespace storage
