// Table: lines of text in aligned columns, for a terminal. A value.
#pragma once

#include <QList>
#include <QStringList>

namespace cli {

class Table
{
public:
    // Columns whose place is in `right` (0-based) are aligned at their right side.
    explicit Table(QList<int> right = {}) : m_right(std::move(right)) {}

    void add(const QStringList &row) { m_rows.append(row); }
    [[nodiscard]] bool isEmpty() const { return m_rows.isEmpty(); }
    // Two spaces between columns, none at the end of a line. The last column is never padded.
    [[nodiscard]] QString text() const;

private:
    QList<int> m_right;
    QList<QStringList> m_rows;
};

} // namespace cli
