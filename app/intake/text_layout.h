// TextLayout: takes the words and block boundaries of a rich text one after another and lays them out as plain text:
// one line per paragraph, single blank lines between them, marks before quotations and list items. Values, any thread.
#pragma once

#include <QList>
#include <QString>

namespace intake {

class TextLayout
{
public:
    // White space is collapsed, across calls too; control characters go, here and in addPreformatted().
    void addWords(QStringView words);
    // Lines and spaces are kept.
    void addPreformatted(QStringView text);

    void breakLine();      // as <br>: what follows is on a new line, a second break leaves a blank one
    void startLine();      // what follows is on a line of its own
    void startParagraph(); // with a blank line before it
    void startCell();      // the next cell of a table's row

    // Lines until close() begin with `rest`, the first of them with `first`.
    void open(const QString &first, const QString &rest);
    void close();

    [[nodiscard]] bool isAtLineStart() const { return m_line.isEmpty(); }
    [[nodiscard]] QString result();

private:
    struct Prefix {
        QString first;
        QString rest;
        bool isUsed = false;
    };

    void flush();
    [[nodiscard]] QString blankPrefix() const;

    QString m_out;
    QString m_line;
    QList<Prefix> m_prefixes;
    qsizetype m_shallowest = 0; // fewest prefixes open since the last line
    bool m_spaceDue = false;
    bool m_blankDue = false;
};

} // namespace intake
