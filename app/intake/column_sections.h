// ColumnSections: the blocks of a post by the labels among them, before they become letters and answers. Values and
// pure functions, any thread.
#pragma once

#include "intake/markdown_blocks.h"

#include "desk/column_label.h"

#include <QHash>
#include <QSet>
#include <QString>

namespace intake {

// The labels of a column, ready for looking them up.
class LabelTable
{
public:
    explicit LabelTable(const QList<desk::ColumnLabel> &labels);

    // The label that a head as written, `phrase` when folded, is: itself or, if `mayBeAnyName`, "dear …". Null: none.
    [[nodiscard]] const desk::ColumnLabel *find(QStringView written, const QString &phrase, bool mayBeAnyName) const;

    // False if no label begins like this or has so many words; quick.
    [[nodiscard]] bool mayHold(QStringView written) const;

    [[nodiscard]] bool hasAnswers() const { return m_hasAnswers; } // other than "dear …"

    // The first words of letters' labels of several words, and of "dear …".
    [[nodiscard]] const QSet<QString> &salutations() const { return m_salutations; }

private:
    QHash<QString, desk::ColumnLabel> m_labels;
    QList<desk::ColumnLabel> m_anyNames;
    QSet<QString> m_salutations;
    QString m_firstLetters;
    qsizetype m_mostWords = 0;
    bool m_hasAnswers = false;
};

// What stands behind one label, up to the next.
struct ColumnSection {
    desk::ColumnLabel label; // as it was found in the table
    QString shown;           // as written; empty for a salutation, which stays in the text
    QChar quote;             // the mark of speech that the label stands in; null: none
    int depth = 0;           // of quotation, of the label
    QList<MarkdownBlock> blocks;
};

struct ColumnSections {
    QList<MarkdownBlock> before; // the first label
    QList<ColumnSection> sections;
    bool hasQuotedLabel = false; // that was left in its text, since the first one stands in no quotation
};

// Paragraphs before the first label with a key in `noLabels` are not looked at.
[[nodiscard]] ColumnSections sectionsOf(const QList<MarkdownBlock> &blocks, const LabelTable &labels,
                                        const QSet<QString> &noLabels);

} // namespace intake
