#include "storage/likeness_search.h"

#include "base/text.h"
#include "desk/likeness.h"
#include "storage/connection.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <iterator>

namespace storage {

namespace {

using base::Result;

constexpr qsizetype longestWord = 40; // longer ones are links and the like, which are rare, but tell nothing
constexpr qsizetype shortestClause = 4;
constexpr qsizetype clauseBeginning = 3;

constexpr qsizetype mostTerms = 256;
constexpr qsizetype termsAtOnce = 48;
constexpr qsizetype enoughTerms = 32;
constexpr qsizetype fewTerms = 8;
constexpr qint64 commonFrom = 500; // a word that is in more letters is not rare, and is not counted further
constexpr qint64 mostMatches = 5000;
constexpr qint64 mostLikely = 50;

constexpr qint64 mostWordsRead = 60'000; // of the letters of nearly one length, together
constexpr qint64 mostOfOneLength = 2000;

// A word of the text and in how many letters it is.
struct Term {
    QString expression;
    qint64 letters = 0;
};

// The index leaves combining accents out of a word; other marks end it.
bool isAccent(char32_t c)
{
    return c >= 0x0300 && c <= 0x036F;
}

QString expressionOf(const QString &word)
{
    const QList<uint> characters = word.toUcs4();
    if (characters.size() < shortestClause || !desk::isOfUnspacedScript(characters.first()))
        return QLatin1Char('"') + word + QLatin1Char('"');
    QString beginning;
    for (const char32_t c : characters.first(clauseBeginning))
        beginning += QString::fromUcs4(&c, 1);
    return QLatin1Char('"') + beginning + QLatin1String("\"*");
}

QString jsonOf(const QJsonArray &values)
{
    return QString::fromUtf8(QJsonDocument(values).toJson(QJsonDocument::Compact));
}

Result<void> countLetters(Connection &connection, const QStringList &expressions, qint64 besides, QList<Term> &rare)
{
    return connection.each(
        QStringLiteral("SELECT terms.value, (SELECT count(*) FROM (SELECT 1 FROM letters_fts WHERE letters_fts MATCH "
                       "terms.value AND rowid <> ? LIMIT ?)) FROM json_each(?) AS terms"),
        {besides, commonFrom + 1, jsonOf(QJsonArray::fromStringList(expressions))}, [&rare](const Row &row) {
            const qint64 letters = row.number(1);
            if (letters > 0 && letters <= commonFrom)
                rare.append({row.text(0), letters});
        });
}

// The rarest words first; together they are in a bounded number of letters.
Result<QList<Term>> rareTerms(Connection &connection, const QString &text, qint64 besides)
{
    const QStringList all = indexTerms(text);
    QList<Term> rare;
    for (qsizetype at = 0; at < all.size() && rare.size() < enoughTerms; at += termsAtOnce) {
        if (const Result<void> counted = countLetters(connection, all.mid(at, termsAtOnce), besides, rare); !counted)
            return counted.error();
    }
    std::ranges::stable_sort(rare, {}, &Term::letters);
    qint64 matches = 0;
    qsizetype kept = 0;
    while (kept < rare.size() && matches + rare.at(kept).letters <= mostMatches)
        matches += rare.at(kept++).letters;
    return rare.first(kept);
}

// A word weighs the more the fewer letters have it: K. Spärck Jones, "A statistical interpretation of term specificity"
// (1972).
Result<QList<qint64>> lettersWith(Connection &connection, const QList<Term> &terms, qint64 besides)
{
    const auto total = connection.number(QStringLiteral("SELECT ifnull(sum(total), 0) FROM letter_counts"));
    if (!total)
        return total.error();
    QJsonArray weighted;
    for (const Term &term : terms)
        weighted.append(
            QJsonArray{term.expression, std::log(static_cast<double>(*total + 1) / static_cast<double>(term.letters))});
    QList<qint64> numbers;
    const Result<void> read = connection.each(
        QStringLiteral("WITH terms (expression, weight) AS MATERIALIZED (SELECT json_extract(value, '$[0]'), "
                       "json_extract(value, '$[1]') FROM json_each(?)) SELECT letters_fts.rowid, sum(terms.weight) AS "
                       "weight FROM terms CROSS JOIN letters_fts WHERE letters_fts MATCH terms.expression AND "
                       "letters_fts.rowid <> ? GROUP BY letters_fts.rowid ORDER BY weight DESC, letters_fts.rowid DESC "
                       "LIMIT ?"),
        {jsonOf(weighted), besides, mostLikely}, [&numbers](const Row &row) { numbers.append(row.number(0)); });
    if (!read)
        return read.error();
    return numbers;
}

Result<QList<qint64>> lettersOfLength(Connection &connection, qint64 words, qint64 besides)
{
    const qint64 more = std::max<qint64>(3, words / 5);
    const qint64 most = std::min(mostOfOneLength, mostWordsRead / std::max<qint64>(1, words));
    QList<qint64> numbers;
    const Result<void> read = connection.each(
        QStringLiteral("SELECT number FROM letters INDEXED BY letters_by_words WHERE words BETWEEN ? AND ? AND number "
                       "<> ? ORDER BY number DESC LIMIT ?"),
        {words - more, words + more, besides, most}, [&numbers](const Row &row) { numbers.append(row.number(0)); });
    if (!read)
        return read.error();
    return numbers;
}

} // namespace

QStringList indexTerms(const QString &text)
{
    QSet<QString> words;
    QString word;
    const auto end = [&words, &word] {
        if (!word.isEmpty() && word.size() <= longestWord)
            words.insert(word);
        word.clear();
    };
    const QString read = text.first(std::min(text.size(), desk::Wording::mostCharacters)).toLower();
    for (const char32_t c : read.toUcs4()) {
        if (QChar::isLetterOrNumber(c) || isAccent(c))
            word += QString::fromUcs4(&c, 1);
        else
            end();
    }
    end();
    QStringList sorted(words.cbegin(), words.cend());
    std::ranges::sort(sorted, [](const QString &one, const QString &other) {
        return one.size() != other.size() ? one.size() > other.size() : one < other;
    });
    QStringList terms;
    for (const QString &each : std::as_const(sorted).first(std::min(sorted.size(), mostTerms)))
        terms.append(expressionOf(each));
    return terms;
}

Result<QList<qint64>> likelyLetters(Connection &connection, const QString &text, qint64 besides)
{
    const auto terms = rareTerms(connection, text, besides);
    if (!terms)
        return terms.error();
    auto numbers = lettersWith(connection, *terms, besides);
    const qint64 words = base::wordCount(text);
    if (!numbers || terms->size() >= fewTerms || words == 0)
        return numbers;
    const auto ofLength = lettersOfLength(connection, words, besides);
    if (!ofLength)
        return ofLength.error();
    const QSet<qint64> known(numbers->cbegin(), numbers->cend());
    std::ranges::copy_if(*ofLength, std::back_inserter(*numbers),
                         [&known](qint64 number) { return !known.contains(number); });
    return numbers;
}

} // namespace storage
