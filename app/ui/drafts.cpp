#include "ui/drafts.h"

#include <QCoreApplication>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::drafts)
};

template <typename Field>
Field joinField(const Field &base, const Field &mine, const Field &theirs, bool &clash)
{
    if (mine == base || mine == theirs)
        return theirs;
    if (theirs != base)
        clash = true;
    return mine;
}

} // namespace

Joined<HeadDraft> join(const HeadDraft &base, const HeadDraft &mine, const HeadDraft &theirs)
{
    Joined<HeadDraft> joined;
    joined.draft.title = joinField(base.title, mine.title, theirs.title, joined.clash);
    joined.draft.slug = joinField(base.slug, mine.slug, theirs.slug, joined.clash);
    joined.draft.summary = joinField(base.summary, mine.summary, theirs.summary, joined.clash);
    joined.draft.publishOn = joinField(base.publishOn, mine.publishOn, theirs.publishOn, joined.clash);
    return joined;
}

Joined<LetterDraft> join(const LetterDraft &base, const LetterDraft &mine, const LetterDraft &theirs)
{
    Joined<LetterDraft> joined;
    joined.draft.edited = joinField(base.edited, mine.edited, theirs.edited, joined.clash);
    joined.draft.signature = joinField(base.signature, mine.signature, theirs.signature, joined.clash);
    joined.draft.place = joinField(base.place, mine.place, theirs.place, joined.clash);
    joined.draft.subject = joinField(base.subject, mine.subject, theirs.subject, joined.clash);
    return joined;
}

Joined<AnswerDraft> join(const AnswerDraft &base, const AnswerDraft &mine, const AnswerDraft &theirs)
{
    Joined<AnswerDraft> joined;
    joined.draft.text = joinField(base.text, mine.text, theirs.text, joined.clash);
    return joined;
}

bool isOnDesk(const HeadDraft &draft, const HeadDraft &stored)
{
    HeadDraft made = draft;
    if (made.slug.isEmpty())
        made.slug = stored.slug;
    return made == stored;
}

bool isOnDesk(const LetterDraft &draft, const LetterDraft &stored)
{
    return draft == stored;
}

bool isOnDesk(const AnswerDraft &draft, const AnswerDraft &stored)
{
    return draft == stored;
}

Kept<HeadDraft> headOf(const desk::Article &article)
{
    return {{article.title, article.slug, article.summary, article.publishOn}, article.version};
}

Kept<LetterDraft> letterOf(const desk::Letter &letter)
{
    return {{letter.edited, letter.signature, letter.place, letter.subject}, letter.version};
}

Kept<AnswerDraft> answerOf(const desk::Answer &answer)
{
    return {{answer.text}, answer.version};
}

base::Result<Kept<HeadDraft>> readDraft(editorial::Desk &desk, const HeadSpot &place)
{
    const auto view = editorial::article(desk, place.article);
    if (!view)
        return view.error();
    return headOf(view->article);
}

base::Result<Kept<LetterDraft>> readDraft(editorial::Desk &desk, const LetterSpot &place)
{
    const auto view = editorial::letter(desk, place.letter);
    if (!view)
        return view.error();
    return letterOf(view->letter);
}

base::Result<Kept<AnswerDraft>> readDraft(editorial::Desk &desk, const AnswerSpot &place)
{
    const auto view = editorial::article(desk, place.article);
    if (!view)
        return view.error();
    for (const desk::Answer &answer : view->article.answers) {
        if (answer.id == place.answer)
            return answerOf(answer);
    }
    return base::Error{base::Error::Kind::NotFound,
                       Words::tr("This answer is not on the desk any more. Copy your text before you close it.")};
}

base::Result<Kept<HeadDraft>> writeDraft(editorial::Desk &desk, const HeadSpot &place, const HeadDraft &draft,
                                         qint64 version)
{
    const auto saved =
        editorial::saveArticle(desk, {place.article, version, draft.title, draft.slug, draft.summary, draft.publishOn});
    if (!saved)
        return saved.error();
    HeadDraft kept = draft;
    kept.slug = saved->slug;
    return Kept<HeadDraft>{kept, saved->version};
}

base::Result<Kept<LetterDraft>> writeDraft(editorial::Desk &desk, const LetterSpot &place, const LetterDraft &draft,
                                           qint64 version)
{
    const auto saved =
        editorial::saveLetter(desk, {place.letter, version, draft.subject, draft.edited, draft.signature, draft.place});
    if (!saved)
        return saved.error();
    return Kept<LetterDraft>{draft, *saved};
}

base::Result<Kept<AnswerDraft>> writeDraft(editorial::Desk &desk, const AnswerSpot &place, const AnswerDraft &draft,
                                           qint64 version)
{
    const auto saved = editorial::saveAnswer(desk, place.article, {place.answer, place.letter, draft.text, version});
    if (!saved)
        return saved.error();
    return Kept<AnswerDraft>{draft, *saved};
}

} // namespace ui
