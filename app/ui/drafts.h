// Drafts: what the writing room edits of an article, of a letter and of an answer, and how a draft gets onto a desk
// that somebody else may have changed in the meantime: field by field, so that only a field that both changed is a
// conflict. Values and functions for the desk's thread; nothing here knows a window.
#pragma once

#include "editorial/inbox.h"
#include "editorial/writing.h"

namespace ui {

struct HeadDraft {
    QString title; // simplified
    QString slug;  // empty: made from the title at the next save
    QString summary;
    QDateTime publishOn; // UTC; invalid: no date

    friend bool operator==(const HeadDraft &, const HeadDraft &) = default;
};

struct LetterDraft {
    QString edited;
    QString signature;
    QString place;
    QString subject;

    friend bool operator==(const LetterDraft &, const LetterDraft &) = default;
};

struct AnswerDraft {
    QString text;

    friend bool operator==(const AnswerDraft &, const AnswerDraft &) = default;
};

// A draft as the desk holds it.
template <typename Draft>
struct Kept {
    Draft draft;
    qint64 version = 0;
};

// Two drafts that come from the same `base` as one. Where both changed a field, `mine` stands and `clash` is set.
template <typename Draft>
struct Joined {
    Draft draft;
    bool clash = false;
};
[[nodiscard]] Joined<HeadDraft> join(const HeadDraft &base, const HeadDraft &mine, const HeadDraft &theirs);
[[nodiscard]] Joined<LetterDraft> join(const LetterDraft &base, const LetterDraft &mine, const LetterDraft &theirs);
[[nodiscard]] Joined<AnswerDraft> join(const AnswerDraft &base, const AnswerDraft &mine, const AnswerDraft &theirs);

[[nodiscard]] Kept<HeadDraft> headOf(const desk::Article &article);
[[nodiscard]] Kept<LetterDraft> letterOf(const desk::Letter &letter);
[[nodiscard]] Kept<AnswerDraft> answerOf(const desk::Answer &answer);

// Whether the desk has this draft; its address may have been made there.
[[nodiscard]] bool isOnDesk(const HeadDraft &draft, const HeadDraft &stored);
[[nodiscard]] bool isOnDesk(const LetterDraft &draft, const LetterDraft &stored);
[[nodiscard]] bool isOnDesk(const AnswerDraft &draft, const AnswerDraft &stored);

// Where a draft is kept, by keys.
struct HeadSpot {
    desk::ArticleId article;
};
struct LetterSpot {
    desk::LetterId letter;
};
struct AnswerSpot {
    desk::ArticleId article;
    desk::AnswerId answer;
    desk::LetterId letter;
};

[[nodiscard]] base::Result<Kept<HeadDraft>> readDraft(editorial::Desk &desk, const HeadSpot &place);
[[nodiscard]] base::Result<Kept<LetterDraft>> readDraft(editorial::Desk &desk, const LetterSpot &place);
[[nodiscard]] base::Result<Kept<AnswerDraft>> readDraft(editorial::Desk &desk, const AnswerSpot &place);

// Saves the draft over this version; Kind::Conflict if the desk has another one.
[[nodiscard]] base::Result<Kept<HeadDraft>> writeDraft(editorial::Desk &desk, const HeadSpot &place,
                                                       const HeadDraft &draft, qint64 version);
[[nodiscard]] base::Result<Kept<LetterDraft>> writeDraft(editorial::Desk &desk, const LetterSpot &place,
                                                         const LetterDraft &draft, qint64 version);
[[nodiscard]] base::Result<Kept<AnswerDraft>> writeDraft(editorial::Desk &desk, const AnswerSpot &place,
                                                         const AnswerDraft &draft, qint64 version);

// Saves the draft that was made from `base`, together with what others changed since; Kind::Conflict where both changed
// the same field.
template <typename Place, typename Draft>
[[nodiscard]] base::Result<Kept<Draft>> saveDraft(editorial::Desk &desk, const Place &place, const Kept<Draft> &base,
                                                  const Draft &mine)
{
    auto written = writeDraft(desk, place, mine, base.version);
    if (written || written.error().kind != base::Error::Kind::Conflict)
        return written;
    const auto theirs = readDraft(desk, place);
    if (!theirs)
        return theirs.error();
    const Joined<Draft> joined = join(base.draft, mine, theirs->draft);
    if (joined.clash)
        return written.error();
    return writeDraft(desk, place, joined.draft, theirs->version);
}

} // namespace ui
