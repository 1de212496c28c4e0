#include "storage/indexing.h"

#include "storage/connection.h"

#include <span>

namespace storage {

namespace {

using base::Result;

constexpr const char *deferrals[] = {
    "INSERT OR IGNORE INTO unindexed (kind, above) SELECT 'letters', ifnull(max(number), 0) FROM letters",
    "INSERT OR IGNORE INTO unindexed (kind, above) SELECT 'articles', ifnull(max(number), 0) FROM articles",
    "INSERT OR IGNORE INTO unindexed (kind, above) SELECT 'answers', ifnull(max(number), 0) FROM answers",
};

constexpr const char *additions[] = {
    ("INSERT INTO letters_fts (rowid, subject, original, edited, signature, place) SELECT number, subject, original, "
     "edited, signature, place FROM letters WHERE number > (SELECT above FROM unindexed WHERE kind = 'letters')"),
    ("INSERT INTO articles_fts (rowid, title, summary) SELECT number, title, summary FROM articles WHERE number > "
     "(SELECT above FROM unindexed WHERE kind = 'articles')"),
    ("INSERT INTO answers_fts (rowid, text) SELECT number, text FROM answers WHERE number > (SELECT above FROM "
     "unindexed WHERE kind = 'answers')"),
    "DELETE FROM unindexed",
};

Result<void> executeAll(Connection &connection, std::span<const char *const> statements)
{
    for (const char *statement : statements) {
        const Result<qint64> done = connection.execute(QString::fromLatin1(statement));
        if (!done)
            return done.error();
    }
    return {};
}

} // namespace

Result<void> deferIndexing(Connection &connection)
{
    return executeAll(connection, deferrals);
}

Result<void> indexAdded(Connection &connection)
{
    return executeAll(connection, additions);
}

} // namespace storage
