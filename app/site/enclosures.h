// Enclosures: the pictures and papers that came with letters and that articles show: which file of the site each one
// is, and what that holds. The name follows from the attachment, which never changes, so what an earlier export wrote
// need not be looked into again. Contents are loaded when they are asked for, and not kept. For the thread of the
// export; refers to the edition, which must outlive it.
#pragma once

#include "base/progress.h"
#include "site/edition.h"
#include "site/manifest.h"

namespace site {

class Enclosures
{
public:
    struct Placed {
        desk::AttachmentId id;
        QString file; // "assets/letters/0123456789abcdef01234567.jpg"
        QByteArray key;
    };

    Enclosures(const Edition &edition, LoadEnclosure load);

    // Finds the file of each: from what an export wrote, or by loading it. What cannot go out is refused. Fails where
    // it cannot be loaded for another reason, or the progress is cancelled.
    [[nodiscard]] base::Result<void> place(const Manifest &written, base::Progress &progress);

    [[nodiscard]] const QList<Placed> &placed() const { return m_placed; }
    // Why the article cannot go out; empty: it can.
    [[nodiscard]] QString refusal(const ArticleHead &head) const;
    [[nodiscard]] QStringList filesOf(const ArticleHead &head) const;
    // As its page refers to them.
    [[nodiscard]] base::Result<QList<EnclosedFile>> enclosedIn(const ArticleHead &head);
    [[nodiscard]] base::Result<QByteArray> content(const Placed &placed) const;

private:
    [[nodiscard]] base::Result<void> placeOne(const desk::AttachmentId &id, const QHash<QString, QString> &written);

    const Edition &m_edition;
    LoadEnclosure m_load;
    QList<Placed> m_placed;
    QHash<desk::AttachmentId, qsizetype> m_places; // among m_placed
    QHash<desk::AttachmentId, QSize> m_sizes;      // as far as they are known
    QHash<desk::AttachmentId, QString> m_refusals;
};

} // namespace site
