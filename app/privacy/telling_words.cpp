#include "privacy/common_words.h"
#include "privacy/leak.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace privacy {

namespace {

constexpr qsizetype shortestFamilyName = 3;
constexpr qsizetype shortestLocalPart = 4;

// Addresses of offices, not of people (RFC 2142, and what columns are written from).
constexpr std::array roles{
    "abuse",    "admin",      "contact", "editor",  "enquiries",  "family", "hello",   "help",         "home",
    "info",     "inquiry",    "letters", "mail",    "mailbox",    "me",     "news",    "newsletter",   "noreply",
    "office",   "post",       "reader",  "readers", "postmaster", "sales",  "support", "webmaster",    "anonymous",
    "no-reply", "donotreply", "anon",    "nobody",  "someone",    "email",  "private", "confidential", "advice",
};

// What stands behind a family name and is none.
constexpr std::array suffixes{"jr",  "sr",  "ii",  "iii", "iv", "phd", "md",
                              "esq", "mbe", "obe", "cbe", "ba", "ma",  "msc"};

template <typename Table>
bool holds(const Table &table, const QString &word)
{
    return std::ranges::any_of(table, [&word](const char *each) { return word == QLatin1String(each); });
}

bool isSuffix(QString word)
{
    return holds(suffixes, word.remove(QLatin1Char('.')));
}

// A display name in the order of speech: "Doe, Jane (home)" as "jane", "doe".
struct Name {
    QStringList words;
    QString family; // empty: none that tells
};

QStringList wordsOf(const QString &text)
{
    static const QRegularExpression quotes(QStringLiteral("[\"“”„«»<>]"));
    QStringList words = QString(text).remove(quotes).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    while (words.size() > 1 && isSuffix(words.last()))
        words.removeLast();
    return words;
}

Name nameOf(const QString &written)
{
    static const QRegularExpression asides(QStringLiteral("\\([^)]*\\)|\\[[^\\]]*\\]"));
    const QString plain = written.toCaseFolded().replace(asides, QStringLiteral(" ")).simplified();
    const qsizetype comma = plain.indexOf(QLatin1Char(','));
    QStringList before = wordsOf(plain.first(comma < 0 ? plain.size() : comma));
    QStringList after = comma < 0 ? QStringList() : wordsOf(plain.sliced(comma + 1).remove(QLatin1Char(',')));
    if (after.size() == 1 && isSuffix(after.first()))
        after.clear();

    Name name{after + before, {}};
    if (name.words.size() > 1 && !before.isEmpty() && before.last().size() >= shortestFamilyName)
        name.family = before.last();
    return name;
}

bool isDistinctive(const QString &localPart, const Name &name)
{
    return localPart.size() >= shortestLocalPart && !holds(roles, localPart) && !isCommonWord(localPart) &&
           !name.words.contains(localPart);
}

} // namespace

QStringList tellingWords(const Correspondent &correspondent)
{
    QStringList words;
    const Name name = nameOf(correspondent.name);
    const QString address = correspondent.address.trimmed().toCaseFolded();
    if (!address.isEmpty())
        words.append(address);
    const qsizetype at = address.lastIndexOf(QLatin1Char('@'));
    const QString localPart = at < 0 ? QString() : address.first(at);
    const QString untagged = localPart.section(QLatin1Char('+'), 0, 0);
    for (const QString &part : {localPart, untagged}) {
        if (isDistinctive(part, name))
            words.append(part);
    }
    const QString whole = name.words.join(QLatin1Char(' '));
    if (whole.size() > 1)
        words.append(whole);
    if (!name.family.isEmpty())
        words.append(name.family);
    words.removeDuplicates();
    return words;
}

} // namespace privacy
