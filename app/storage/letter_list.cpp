#include "storage/letter_list.h"

#include "storage/search.h"

namespace storage {

namespace {

// With a search, letters come in the order of their numbers, which is how the search index gives them: the first page
// takes as long as its rows, however many there are.
enum class Walk { Letters, Matches };

Walk walkOf(const LetterQuery &query)
{
    const bool byNumber = query.order == LetterOrder::Newest || query.order == LetterOrder::Oldest;
    return !query.search.trimmed().isEmpty() && byNumber ? Walk::Matches : Walk::Letters;
}

// The numbers of the letters that the search matches.
Statement matches(const QString &search)
{
    Statement statement{QStringLiteral("SELECT rowid AS number FROM letters_fts WHERE letters_fts MATCH ?"),
                        {searchExpression(search)}};
    if (const std::optional<qint64> number = searchedNumber(search)) {
        statement.sql += QLatin1String(" UNION SELECT number FROM letters WHERE number = ?");
        statement.values.append(*number);
    }
    return statement;
}

constexpr QLatin1String needingAttention("SELECT letter FROM letter_notices WHERE attention = 1");

Statement withTag(const desk::TagId &tag)
{
    return taggedIn(QLatin1String("letter_tags"), QLatin1String("letter"), tag);
}

// FROM and WHERE, over the index of the matches.
Statement walkMatches(const LetterQuery &query)
{
    const Statement found = matches(query.search);
    Conditions conditions;
    if (query.stage)
        conditions.add(QStringLiteral("EXISTS (SELECT 1 FROM letters AS staged INDEXED BY letters_by_stage_number "
                                      "WHERE staged.stage = ? AND staged.number = letters.number)"),
                       {desk::name(*query.stage)});
    if (query.needsAttention)
        conditions.add(QLatin1String("number IN (") + needingAttention + QLatin1Char(')'), {});
    if (!query.tag.isNull()) {
        const Statement tagged = withTag(query.tag);
        conditions.add(QLatin1String("number IN (") + tagged.sql + QLatin1Char(')'), tagged.values);
    }
    return {QLatin1String("FROM (") + found.sql + QLatin1String(") AS letters") + conditions.sql(),
            found.values + conditions.values()};
}

// FROM and WHERE, over an index of the letters.
Statement walkLetters(const LetterQuery &query)
{
    Conditions conditions;
    if (query.stage)
        conditions.add(QStringLiteral("stage = ?"), {desk::name(*query.stage)});
    if (query.needsAttention)
        conditions.add(QLatin1String("number IN (") + needingAttention + QLatin1Char(')'), {});
    if (!query.tag.isNull()) {
        const Statement tagged = withTag(query.tag);
        conditions.add(QLatin1String("+number IN (") + tagged.sql + QLatin1Char(')'), tagged.values);
    }
    if (!query.search.trimmed().isEmpty()) {
        const Statement found = matches(query.search);
        conditions.add(QLatin1String("+number IN (") + found.sql + QLatin1Char(')'), found.values);
    }
    return {QLatin1String("FROM letters") + conditions.sql(), conditions.values()};
}

Statement walk(const LetterQuery &query)
{
    return walkOf(query) == Walk::Matches ? walkMatches(query) : walkLetters(query);
}

} // namespace

bool findsNothing(const LetterQuery &query)
{
    return !query.search.trimmed().isEmpty() && searchTerms(query.search).isEmpty();
}

QString orderOf(const LetterQuery &query)
{
    const bool matched = walkOf(query) == Walk::Matches;
    switch (query.order) {
    case LetterOrder::Newest:
        return matched ? QStringLiteral(" ORDER BY letters.number DESC")
                       : QStringLiteral(" ORDER BY letters.received DESC, letters.number DESC");
    case LetterOrder::Oldest:
        return matched ? QStringLiteral(" ORDER BY letters.number")
                       : QStringLiteral(" ORDER BY letters.received, letters.number");
    case LetterOrder::Longest:
        return QStringLiteral(" ORDER BY letters.words DESC, letters.number DESC");
    case LetterOrder::Shortest:
        return QStringLiteral(" ORDER BY letters.words, letters.number");
    }
    return {};
}

Statement pageOf(const LetterQuery &query)
{
    Statement statement = walk(query);
    statement.sql =
        QLatin1String("SELECT letters.number ") + statement.sql + orderOf(query) + QLatin1String(" LIMIT ? OFFSET ?");
    statement.values << query.limit << query.offset;
    return statement;
}

Statement countOf(const LetterQuery &query, qint64 most)
{
    const bool isSearch = !query.search.trimmed().isEmpty();
    if (!isSearch && query.tag.isNull() && !query.needsAttention) {
        Conditions conditions;
        if (query.stage)
            conditions.add(QStringLiteral("stage = ?"), {desk::name(*query.stage)});
        return {QLatin1String("SELECT min(ifnull(sum(total), 0), ?) FROM letter_counts") + conditions.sql(),
                QVariantList{most} + conditions.values()};
    }
    Statement statement = isSearch ? walkMatches(query) : walkLetters(query);
    statement.sql = QLatin1String("SELECT count(*) FROM (SELECT 1 ") + statement.sql + QLatin1String(" LIMIT ?)");
    statement.values << most;
    return statement;
}

} // namespace storage
