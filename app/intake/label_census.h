// LabelCensus: what the labels of a column seem to be, from reading many of its posts: phrases that recur at the
// beginnings of paragraphs and are written as labels are. A person sees the proposals and confirms those that are
// right. Owned by the reader of an archive, one thread at a time; its memory is bounded.
#pragma once

#include "desk/column_label.h"

#include <QHash>
#include <QList>
#include <QString>

namespace intake {

struct LabelProposal {
    desk::ColumnLabel label; // the part by the words, or by what comes first in the posts
    QString shown;           // as most often written, without marks: "DEAR HAZEL:"
    qint64 count = 0;        // how often; too low by a little for rare phrases of very many posts
    qint64 posts = 0;        // in how many posts
};

class LabelCensus
{
public:
    // One post, Markdown. Linear in its length.
    void add(const QString &markdown);

    [[nodiscard]] qint64 posts() const { return m_posts; }

    // What recurs in the posts so far, most frequent first, thirty at most. Capitals, bold type, a heading, a line of
    // its own or a usual word makes a label of a phrase that recurs in one post of a hundred; a colon alone, of one
    // that does in a fifth of them; all in two posts at least. Names that vary behind the same salutation, as in
    // answers, are one proposal that ends in desk::anyName.
    [[nodiscard]] QList<LabelProposal> proposals() const;

private:
    struct Form {
        QString shown;
        qint64 count = 0;
    };
    struct Phrase {
        QList<Form> forms; // a few
        qint64 count = 0;
        qint64 posts = 0;
        qint64 lastPost = 0;
        qint64 strong = 0; // written as labels are
        qint64 leads = 0;  // nothing before it in its post could begin a letter
        bool isGreeting = false;
    };
    // All phrases that begin with the same salutation.
    struct Greetings {
        qint64 count = 0;
        qint64 leads = 0;
        qint64 posts = 0;
        qint64 postsWithTwo = 0; // different ones
        qint64 lastPost = 0;
        qint64 lastPostWithTwo = 0;
        QString first; // of the last post
    };

    void addLine(QStringView text, qsizetype line);
    void note(const QString &phrase, const QString &shown, bool isStrong, bool leads);
    void noteGreeting(const QString &phrase, bool leads);
    [[nodiscard]] bool isOften(const Phrase &phrase) const;
    [[nodiscard]] QList<LabelProposal> variedGreetings() const;

    qint64 m_posts = 0;
    QHash<QString, Phrase> m_phrases;
    QHash<QString, Greetings> m_greetings; // by the salutation
    bool m_hasLabel = false;               // in this post, so far
    bool m_hasLetter = false;              // by a usual word or a salutation
    bool m_isBelowLetter = false;          // the line before is "Question:", where "Dear Hazel," may follow
};

} // namespace intake
