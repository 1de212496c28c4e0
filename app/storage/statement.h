// Statement: SQL with its values, and the parts that the lists of letters and of articles have in common. Internal to
// this layer. Values, any thread.
#pragma once

#include "desk/id.h"

#include <QVariantList>

namespace storage {

struct Statement {
    QString sql;
    QVariantList values;
};

// The conditions of a WHERE; all must hold.
class Conditions
{
public:
    void add(const QString &sql, const QVariantList &values)
    {
        m_sql += (m_sql.isEmpty() ? QLatin1String(" WHERE ") : QLatin1String(" AND ")) + sql;
        m_values += values;
    }
    // Starts with " WHERE "; empty without conditions.
    [[nodiscard]] QString sql() const { return m_sql; }
    [[nodiscard]] QVariantList values() const { return m_values; }

private:
    QString m_sql;
    QVariantList m_values;
};

// The numbers in `column` of the link table whose tag is this one or below it.
[[nodiscard]] inline Statement taggedIn(QLatin1String table, QLatin1String column, const desk::TagId &tag)
{
    return {
        QStringLiteral("WITH RECURSIVE tree (number) AS (SELECT number FROM tags WHERE id = ? UNION SELECT tags.number "
                       "FROM tags JOIN tree ON tags.parent = tree.number) SELECT %1 FROM %2 WHERE tag IN tree")
            .arg(column, table),
        {tag.toString()}};
}

} // namespace storage
