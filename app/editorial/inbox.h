// Inbox: the letters and where they stand.
#pragma once

#include "editorial/desk.h"
#include "storage/article_store.h"
#include "storage/letter_store.h"

namespace editorial {

using storage::LetterOrder;
using storage::LetterQuery;

// A row of the inbox with the name that the desk shows for the writer: the signature, or else the desk name.
struct LetterItem {
    desk::LetterRow row;
    QString shownName;
};

struct LetterView {
    desk::Letter letter;
    QString deskName;
    QList<desk::Attachment> attachments;
    desk::ArticleId article; // that answers it; null: none
};

// Who wrote: shown to a person who asks for it, never exported, printed or logged otherwise.
struct Writer {
    QString name;
    QString address;
    QByteArray headers;
    QByteArray raw;
};

// The places at the left of the window, with their counts.
struct Places {
    QHash<desk::LetterStage, storage::StageCount> letters;
    storage::ArticleCounts articles;
    qint64 needAttention = 0; // letters, whatever their stage
    qint64 posts = 0;         // of archives, that wait for a decision
};

[[nodiscard]] base::Result<Places> places(Desk &desk);
[[nodiscard]] base::Result<QList<LetterItem>> letters(Desk &desk, const LetterQuery &query);
// Without limit and offset; counted up to `most`.
[[nodiscard]] base::Result<qint64> letterCount(Desk &desk, const LetterQuery &query, qint64 most);
[[nodiscard]] base::Result<LetterView> letter(Desk &desk, const desk::LetterId &id);
// The letter that a person names by its number or id; Kind::NotFound with a message otherwise.
[[nodiscard]] base::Result<desk::LetterId> letterNamed(Desk &desk, const QString &numberOrId);
[[nodiscard]] base::Result<Writer> writer(Desk &desk, const desk::LetterId &id);
[[nodiscard]] base::Result<QByteArray> attachmentContent(Desk &desk, const desk::AttachmentId &id);
// What a text among the attachments says, its character set guessed; its first million characters.
[[nodiscard]] base::Result<QString> attachmentText(Desk &desk, const desk::AttachmentId &id);

// `heldUntil` counts with LetterStage::Held only, and must lie after today.
[[nodiscard]] base::Result<Change> moveLetters(Desk &desk, const QList<desk::LetterId> &ids, desk::LetterStage stage,
                                               const QDate &heldUntil = {});
[[nodiscard]] base::Result<Change> markUnread(Desk &desk, const QList<desk::LetterId> &ids, bool unread);
// Adds and removes tags without touching the others; names that are no tag yet become one.
[[nodiscard]] base::Result<Change> tagLetters(Desk &desk, const QList<desk::LetterId> &ids, const QStringList &add,
                                              const QStringList &remove);

// What a person edited of a letter. `version` is that of the letter when it was read or last saved.
struct LetterEdit {
    desk::LetterId id;
    qint64 version = 0;
    QString subject;
    QString edited;
    QString signature;
    QString place;
};

// Saves at once; what is replaced is kept as a revision, see revising.h. Gives the new version. Kind::Conflict if
// somebody else saved in between; their text is then a revision too, so that saving over it loses nothing.
[[nodiscard]] base::Result<qint64> saveLetter(Desk &desk, const LetterEdit &edit);

} // namespace editorial
