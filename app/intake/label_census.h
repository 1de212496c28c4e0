// LabelCensus: the labels of a column as its own posts show them: words that stand at the beginning of paragraphs, set
// apart, in post after post. They are proposed to a person, who confirms them. Values, any thread.
#pragma once

#include "desk/column_label.h"

#include <QHash>
#include <QList>

namespace intake {

struct LabelProposal {
    desk::ColumnLabel label;
    QString shown; // as it is most often written, without marks of Markdown: "DEAR HAZEL:"
    qint64 count = 0;
    qint64 posts = 0;
};

class LabelCensus
{
public:
    // Counts the beginnings of the paragraphs of one more post, in bounded memory.
    void add(const QString &markdown);
    [[nodiscard]] qint64 posts() const { return m_posts; }
    // What recurs in at least two posts, and in one of a hundred, the most frequent first. An answer's salutation that
    // has another name each time is one label, see desk::anyName.
    [[nodiscard]] QList<LabelProposal> proposals() const;

private:
    struct Candidate {
        QHash<QString, qint64> spellings;
        qint64 count = 0;
        qint64 posts = 0;
        qint64 lastPost = 0;
        qint64 first = 0; // posts in which it stood before any other label
    };

    void note(const QString &phrase, const QString &shown, bool isFirst);
    void prune();
    [[nodiscard]] LabelProposal proposal(const QString &phrase, const Candidate &candidate) const;

    QHash<QString, Candidate> m_candidates;
    qint64 m_posts = 0;
};

} // namespace intake
