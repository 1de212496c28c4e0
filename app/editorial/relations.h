// Relations: what a letter belongs to and what is like it: the letter it follows, those that follow it, letters that
// came twice, questions that an article already answers.
#pragma once

#include "editorial/desk.h"

#include <QList>

#include <optional>

namespace editorial {

struct RelatedLetter {
    desk::LetterId letter;
    qint64 number = 0;
    QString subject;
    desk::ArticleId article; // that answers it for readers, or will on its date; null: none
    QString title;
    QString slug;
    int year = 0;    // of the article in the desk's time zone; of the letter, where there is none
    int percent = 0; // how much of the words is the same, see desk::likeness(), rounded down; 0 where that is not asked

    bool operator==(const RelatedLetter &) const = default;
};

struct Related {
    std::optional<RelatedLetter> earlier; // that the letter follows
    QList<RelatedLetter> sequels;         // that follow the letter, in the order of their numbers
    QList<RelatedLetter> alike;           // the most alike first; answered letters by their article, each article once

    bool operator==(const Related &) const = default;
};

[[nodiscard]] base::Result<Related> related(Desk &desk, const desk::LetterId &id);
// What on the desk is like a text, as in Related.
[[nodiscard]] base::Result<QList<RelatedLetter>> alike(Desk &desk, const QString &text);

// Says that the letters follow an earlier one. Kind::Unusable where that would go in a circle.
[[nodiscard]] base::Result<Change> followLetter(Desk &desk, const QList<desk::LetterId> &ids,
                                                const desk::LetterId &earlier);
// Says that the letters follow none. Kind::Unusable where none of them does.
[[nodiscard]] base::Result<Change> unfollowLetters(Desk &desk, const QList<desk::LetterId> &ids);

} // namespace editorial
