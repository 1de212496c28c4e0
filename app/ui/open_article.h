// OpenArticle: one article while the writing room has it open: its texts with their documents, what stands above them,
// and what of it is not on the desk yet. It stays in memory for a while after another one is shown, so that undo, caret
// and scroll place come back. Lives in the window's thread; knows no widget; owned by OpenArticles.
#pragma once

#include "ui/article_part.h"
#include "ui/open_text.h"
#include "ui/spelling_marks.h"

#include <QFont>

#include <memory>
#include <vector>

namespace ui {

class Speller;

// How texts are laid out when they are opened.
struct TextDress {
    QFont font;
    int lineHeight = 150; // percent of the font's own
};

// A letter of the article with its answer.
class OpenPair final : public QObject
{
    Q_OBJECT

public:
    OpenPair(const PartHome &home, const desk::Answer &answer, const editorial::LetterView &letter,
             const TextDress &dress, Speller &speller);

    [[nodiscard]] desk::AnswerId answerId() const { return m_answerId; }
    [[nodiscard]] desk::LetterId letterId() const { return m_letterId; }
    [[nodiscard]] qint64 number() const { return m_number; }

    OpenText original; // read only
    OpenText edited;
    OpenText answer;
    SpellingMarks editedMarks;
    SpellingMarks answerMarks;

    [[nodiscard]] QString signature() const { return m_signature; }
    [[nodiscard]] QString place() const { return m_place; }
    void setSignature(const QString &signature);
    void setPlace(const QString &place);

    [[nodiscard]] ArticlePart &letterPart() { return m_letterPart; }
    [[nodiscard]] ArticlePart &answerPart() { return m_answerPart; }
    void refresh(const desk::Answer &answer, const desk::Letter &letter);
    // As DraftPart::bringBack, of both texts: when the newer one was typed.
    std::optional<QDateTime> bringBack();

Q_SIGNALS:
    // The desk gave another signature or place.
    void fieldsChanged();

private:
    [[nodiscard]] LetterDraft letterDraft() const;
    void showLetter(const LetterDraft &draft);

    desk::AnswerId m_answerId;
    desk::LetterId m_letterId;
    qint64 m_number;
    QString m_signature;
    QString m_place;
    QString m_subject;
    DraftPart<LetterSpot, LetterDraft> m_letterPart;
    DraftPart<AnswerSpot, AnswerDraft> m_answerPart;
};

class OpenArticle final : public QObject
{
    Q_OBJECT

public:
    OpenArticle(editorial::Session &session, JournalWriter &journal, const editorial::ArticleView &view,
                TextDress dress, Speller &speller);

    [[nodiscard]] desk::ArticleId id() const { return m_article.id; }
    // As the desk had it when it was last read; its texts and what stands above them may be older than here.
    [[nodiscard]] const desk::Article &stored() const { return m_article; }
    [[nodiscard]] const HeadDraft &head() const { return m_head; }
    void setTitle(const QString &title);
    void setSlug(const QString &slug); // empty: made from the title again
    void setPublishOn(const QDateTime &moment);

    [[nodiscard]] const std::vector<std::unique_ptr<OpenPair>> &pairs() const { return m_pairs; }
    // -1 where the letter is not of this article.
    [[nodiscard]] int indexOf(const desk::LetterId &letter) const;

    void refresh(const editorial::ArticleView &view);
    // Brings back what an earlier run of the program typed here and could not save: when the newest of it was typed.
    std::optional<QDateTime> bringBack();
    [[nodiscard]] bool isUnsaved() const;
    void saveNow();
    void flush(TextSaver::Done then);
    [[nodiscard]] ArticlePart *firstInConflict() const;
    [[nodiscard]] bool isFailing() const;

Q_SIGNALS:
    // Something but the texts is not as it was: from the desk, or by a save.
    void changed();
    void pairsChanged();
    // A save failed, worked again, or met a conflict.
    void savingChanged();
    void saveFailed(const base::Error &error);

private:
    [[nodiscard]] HeadDraft headDraft() const;
    void watch(ArticlePart &part);
    void addPairs(const editorial::ArticleView &view);
    void dropRefusedSlug(const base::Error &error);

    PartHome m_home;
    TextDress m_dress;
    Speller &m_speller;
    desk::Article m_article;
    HeadDraft m_head;          // its slug is what is shown; see m_slugFollows
    bool m_slugFollows = true; // the slug is made from the title
    DraftPart<HeadSpot, HeadDraft> m_headPart;
    std::vector<std::unique_ptr<OpenPair>> m_pairs;
    std::vector<ArticlePart *> m_parts; // all of them
};

} // namespace ui
