#include "ui/open_article.h"

#include "desk/paths.h"

#include <algorithm>

namespace ui {

namespace {

// Whether the slug is the one that the title makes, with or without a number behind it, and not yet known to readers.
bool isMadeFromTitle(const desk::Article &article)
{
    const QString made = desk::slugFor(article.title);
    if (article.published.isValid() || !article.slug.startsWith(made))
        return false;
    const QString rest = article.slug.mid(made.size());
    return rest.isEmpty() || (rest.startsWith(QLatin1Char('-')) && rest.mid(1).toInt() > 1);
}

// Calls `then` once, when all parts have answered: with the first failure, if there is one.
class Gathering
{
public:
    Gathering(qsizetype count, TextSaver::Done then) : m_missing(count), m_then(std::move(then)) {}

    void answer(const base::Result<void> &outcome)
    {
        if (!outcome && m_outcome)
            m_outcome = outcome;
        if (--m_missing == 0)
            m_then(m_outcome);
    }

private:
    qsizetype m_missing;
    TextSaver::Done m_then;
    base::Result<void> m_outcome;
};

} // namespace

OpenPair::OpenPair(const PartHome &home, const desk::Answer &answerRow, const editorial::LetterView &letter,
                   const TextDress &dress, Speller &speller)
    : original(letter.letter.original, dress.font, dress.lineHeight)
    , edited(letter.letter.edited, dress.font, dress.lineHeight)
    , answer(answerRow.text, dress.font, dress.lineHeight)
    , editedMarks(*edited.document(), speller)
    , answerMarks(*answer.document(), speller)
    , m_answerId(answerRow.id)
    , m_letterId(letter.letter.id)
    , m_number(letter.letter.number)
    , m_signature(letter.letter.signature)
    , m_place(letter.letter.place)
    , m_subject(letter.letter.subject)
    , m_letterPart(home, {m_letterId}, letterOf(letter.letter),
                   {[this] { return letterDraft(); },
                    [this](const LetterDraft &draft) {
                        showLetter(draft);
                    }})
    , m_answerPart(home, {home.article, m_answerId, m_letterId}, answerOf(answerRow),
                   {[this] { return AnswerDraft{answer.text()}; },
                    [this](const AnswerDraft &draft) {
                        answer.replace(draft.text);
                    }})
{
    connect(&edited, &OpenText::edited, this, [this] { m_letterPart.saver().touch(); });
    connect(&answer, &OpenText::edited, this, [this] { m_answerPart.saver().touch(); });
}

void OpenPair::setSignature(const QString &signature)
{
    m_signature = signature;
    m_letterPart.saver().touch();
}

void OpenPair::setPlace(const QString &place)
{
    m_place = place;
    m_letterPart.saver().touch();
}

void OpenPair::refresh(const desk::Answer &answerRow, const desk::Letter &letter)
{
    m_letterPart.refresh(letterOf(letter));
    m_answerPart.refresh(answerOf(answerRow));
}

std::optional<QDateTime> OpenPair::bringBack()
{
    // std::nullopt is less than any time.
    return std::max(m_letterPart.bringBack(), m_answerPart.bringBack());
}

LetterDraft OpenPair::letterDraft() const
{
    return {edited.text(), m_signature, m_place, m_subject};
}

void OpenPair::showLetter(const LetterDraft &draft)
{
    if (edited.text() != draft.edited)
        edited.replace(draft.edited);
    m_signature = draft.signature;
    m_place = draft.place;
    m_subject = draft.subject;
    Q_EMIT fieldsChanged();
}

OpenArticle::OpenArticle(editorial::Session &session, JournalWriter &journal, const editorial::ArticleView &view,
                         TextDress dress, Speller &speller)
    : m_home{session, journal, view.article.id}
    , m_dress(std::move(dress))
    , m_speller(speller)
    , m_article(view.article)
    , m_head(headOf(view.article).draft)
    , m_slugFollows(isMadeFromTitle(view.article))
    , m_headPart(m_home, {view.article.id}, headOf(view.article),
                 {[this] { return headDraft(); },
                  [this](const HeadDraft &draft) {
                      m_head = draft;
                      Q_EMIT changed();
                  }})
{
    watch(m_headPart);
    connect(&m_headPart.saver(), &TextSaver::failed, this, &OpenArticle::dropRefusedSlug);
    addPairs(view);
}

void OpenArticle::setTitle(const QString &title)
{
    m_head.title = title.simplified();
    m_headPart.saver().touch();
}

void OpenArticle::setSlug(const QString &slug)
{
    m_slugFollows = slug.isEmpty();
    m_head.slug = slug;
    m_headPart.saver().touch();
}

void OpenArticle::setPublishOn(const QDateTime &moment)
{
    m_head.publishOn = moment;
    m_headPart.saver().touch();
    Q_EMIT changed();
}

int OpenArticle::indexOf(const desk::LetterId &letter) const
{
    const auto found = std::find_if(m_pairs.begin(), m_pairs.end(),
                                    [&letter](const auto &pair) { return pair->letterId() == letter; });
    return found == m_pairs.end() ? -1 : static_cast<int>(found - m_pairs.begin());
}

void OpenArticle::refresh(const editorial::ArticleView &view)
{
    m_article = view.article;
    m_headPart.refresh(headOf(view.article));
    for (qsizetype i = 0; i < view.letters.size(); ++i) {
        const int known = indexOf(view.letters[i].letter.id);
        if (known >= 0)
            m_pairs[static_cast<std::size_t>(known)]->refresh(view.article.answers[i], view.letters[i].letter);
    }
    addPairs(view);
    Q_EMIT changed();
}

std::optional<QDateTime> OpenArticle::bringBack()
{
    std::optional<QDateTime> newest = m_headPart.bringBack();
    for (const auto &pair : m_pairs)
        newest = std::max(newest, pair->bringBack());
    return newest;
}

bool OpenArticle::isUnsaved() const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [](const ArticlePart *part) { return part->saver().isUnsaved() || part->saver().isSaving(); });
}

void OpenArticle::saveNow()
{
    for (ArticlePart *part : m_parts)
        part->saver().saveNow();
}

void OpenArticle::flush(TextSaver::Done then)
{
    const auto gathering = std::make_shared<Gathering>(static_cast<qsizetype>(m_parts.size()), std::move(then));
    for (ArticlePart *part : m_parts)
        part->saver().flush([gathering](const base::Result<void> &outcome) { gathering->answer(outcome); });
}

ArticlePart *OpenArticle::firstInConflict() const
{
    const auto found = std::find_if(m_parts.begin(), m_parts.end(),
                                    [](const ArticlePart *part) { return part->saver().isInConflict(); });
    return found == m_parts.end() ? nullptr : *found;
}

bool OpenArticle::isFailing() const
{
    return std::any_of(m_parts.begin(), m_parts.end(),
                       [](const ArticlePart *part) { return part->saver().isFailing(); });
}

HeadDraft OpenArticle::headDraft() const
{
    HeadDraft draft = m_head;
    const HeadDraft &kept = m_headPart.kept().draft;
    if (m_slugFollows)
        draft.slug = draft.title == kept.title && !draft.slug.isEmpty() ? kept.slug : QString();
    return draft;
}

void OpenArticle::watch(ArticlePart &part)
{
    m_parts.push_back(&part);
    connect(&part.saver(), &TextSaver::failed, this, &OpenArticle::saveFailed);
    connect(&part.saver(), &TextSaver::failed, this, &OpenArticle::savingChanged);
    connect(&part.saver(), &TextSaver::recovered, this, &OpenArticle::savingChanged);
    connect(&part.saver(), &TextSaver::conflicted, this, &OpenArticle::savingChanged);
    connect(&part.saver(), &TextSaver::saved, this, &OpenArticle::savingChanged);
    connect(&part.saver(), &TextSaver::settled, this, &OpenArticle::savingChanged);
}

void OpenArticle::addPairs(const editorial::ArticleView &view)
{
    const std::size_t before = m_pairs.size();
    for (qsizetype i = 0; i < view.letters.size(); ++i) {
        if (indexOf(view.letters[i].letter.id) >= 0)
            continue;
        m_pairs.push_back(
            std::make_unique<OpenPair>(m_home, view.article.answers[i], view.letters[i], m_dress, m_speller));
        watch(m_pairs.back()->letterPart());
        watch(m_pairs.back()->answerPart());
    }
    if (m_pairs.size() != before)
        Q_EMIT pairsChanged();
}

// An address that cannot be had must not keep the title from being saved.
void OpenArticle::dropRefusedSlug(const base::Error &error)
{
    if (error.kind != base::Error::Kind::Unusable || m_head.slug == m_headPart.kept().draft.slug)
        return;
    m_head.slug = m_headPart.kept().draft.slug;
    m_headPart.saver().saveNow();
    Q_EMIT changed();
}

} // namespace ui
