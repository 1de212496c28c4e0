// Enclosing: the pictures and papers that came with letters and go out with the articles that answer them. A text shows
// one as "![what it shows](attachment:ID)" or links it as "[its words](attachment:ID)"; it must have come with one of
// the letters that the same article prints. What goes out is the public copy (public_copy.h), under a name of its own.
#pragma once

#include "editorial/desk.h"
#include "editorial/public_copy.h"
#include "privacy/correspondent.h"
#include "storage/article_store.h"

#include "desk/finding.h"

namespace editorial {

// The attachments that the texts of one article show or link, without doubles.
[[nodiscard]] base::Result<QList<desk::AttachmentId>> enclosures(Desk &desk,
                                                                 const QList<storage::PrintedAnswer> &pieces);
// The same for all articles of the stage that have any.
[[nodiscard]] base::Result<QHash<desk::ArticleId, QList<desk::AttachmentId>>> enclosures(Desk &desk,
                                                                                         desk::ArticleStage stage);
// Its public copy. Fails, with what to do, where there is none.
[[nodiscard]] base::Result<site::Enclosure> enclosure(Desk &desk, const desk::AttachmentId &id);
// The same for one that came with one of these letters; NotFound for any other.
[[nodiscard]] base::Result<site::Enclosure> enclosure(Desk &desk, const desk::AttachmentId &id,
                                                      const QList<desk::LetterId> &letters);
// What a text seems to show or link, without doubles; fast enough for a text that is being typed.
[[nodiscard]] QList<desk::AttachmentId> mentionedAttachments(const QString &text);

// What is wrong with what the article shows and links: no public copy, a paper shown as a picture, a name of a writer
// in a text; and, as warnings, pictures without a description and papers that nobody has read through.
[[nodiscard]] base::Result<QList<desk::Finding>> enclosureFindings(Desk &desk, const desk::ArticleId &article,
                                                                   const QList<storage::PrintedAnswer> &pieces,
                                                                   const QList<privacy::Correspondent> &writers);

// Whether the attachment goes out as a picture, which can be shown, or as a paper, which can be linked. Fails, with
// what to do, where it cannot go out.
[[nodiscard]] base::Result<bool> goesOutAsPicture(Desk &desk, const desk::AttachmentId &id);
// The Markdown that shows the picture, with its description, or links the paper by these words.
[[nodiscard]] QString enclosureMark(const desk::AttachmentId &id, bool isPicture, const QString &words);

} // namespace editorial
