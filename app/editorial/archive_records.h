// The letters, articles and posts that wait of an open archive: what a file of it holds of each, and how the file is
// made of that and read again. Values, any thread.
#pragma once

#include "editorial/archive_column.h"
#include "editorial/archive_page.h"
#include "storage/article_store.h"

#include "desk/letter.h"
#include "desk/post.h"

#include <QMap>
#include <QTimeZone>

#include <optional>

namespace editorial {

struct ArchivedFile {
    desk::AttachmentId id;
    QString name; // as it came
    QString mediaType;
    QString file; // of the archive
};

struct ArchivedLetter {
    desk::Letter letter; // without `follows` and tags
    qint64 follows = 0;  // a number; 0: none
    QStringList tags;    // names
    QStringList references;
    std::optional<desk::Forwarding> forwarding;
    QList<ArchivedFile> files;
    bool isPrinted = false;            // in an article, where its edited text stands then
    QTimeZone zone = QTimeZone::utc(); // in which moments are shown
    int tagsLine = 0;                  // of the file
};

// A letter and its answer in an article.
struct ArchivedPiece {
    qint64 letter = 0; // number
    QString text;      // edited
    QString signature; // only shown
    QString place;     // only shown
    desk::AnswerId answer;
    QString answerText;
    int line = 0; // of the file, where the letter begins
};

struct ArchivedArticle {
    storage::StoredArticle stored; // without tags and answers
    QStringList tags;              // names
    QList<ArchivedPiece> pieces;
    QStringList redirects;             // addresses within the site that lead to it
    QMap<QString, QString> enclosures; // by id: the address of what the texts show or link
    QString address;                   // within the site; only shown
    bool goesOut = false;              // only shown
    QString letterLabel;               // only shown
    QString answerLabel;               // only shown
    QTimeZone zone = QTimeZone::utc();
    int tagsLine = 0; // of the file
};

// A post that waits for a decision.
struct ArchivedPost {
    desk::Post post; // without its guid
    QList<ArchivedFile> files;
    QTimeZone zone = QTimeZone::utc();
};

[[nodiscard]] QByteArray pageOf(const ArchivedLetter &letter);
[[nodiscard]] QByteArray pageOf(const ArchivedArticle &article);
[[nodiscard]] QByteArray pageOf(const ArchivedPost &post);

// Fail with archiveFault(). The letter has its number from the name of the file, its edited text is the original where
// the file has none.
[[nodiscard]] base::Result<ArchivedLetter> letterIn(const QString &file, qint64 number, const QByteArray &bytes);
[[nodiscard]] base::Result<ArchivedArticle> articleIn(const QString &file, const QByteArray &bytes);
[[nodiscard]] base::Result<ArchivedPost> postIn(const QString &file, const QByteArray &bytes);

} // namespace editorial
