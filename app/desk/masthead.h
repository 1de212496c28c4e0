// Masthead: the column itself: its name, labels, introduction, call to action, authors, base address, language.
// Its single-line and text fields are rows of one table, so that the command line, the settings and the desk file know
// them by the same keys. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QList>
#include <QString>

#include <span>

namespace desk {

struct Author {
    AuthorId id;
    QString name;
    QString bio;        // Markdown
    AssetId picture;    // null: none
    QString pictureAlt; // what the picture shows
    qint64 version = 0;
};

struct Masthead {
    QString name;
    QString letterLabel;   // "DEAR HAZEL"
    QString answerLabel;   // "HAZEL ANSWERS"
    QString introduction;  // Markdown, the same on every page
    QString callToAction;  // Markdown
    QString baseUrl;       // "https://askhazel.example", without "/" at the end; empty: none yet
    QString language;      // BCP 47
    QString timeZone;      // IANA
    QString articlePath;   // pattern, see paths.h
    QString letterWords;   // the most words that a printed letter should have; empty: no limit
    QList<Author> authors; // the first is the columnist
    qint64 version = 0;    // of the fields, not of the authors
};

// A masthead that works at once: labels and path filled, no introduction, the time zone given.
[[nodiscard]] Masthead newMasthead(const QString &name, const QString &language, const QString &timeZone);

// One field: its key on the command line and in the desk file, its title for people (untranslated, context
// "desk::masthead"), its place in the value, and what must hold for it.
struct MastheadField {
    QLatin1String key;
    const char *title;
    QString Masthead::*member;
    base::Result<QString> (*accept)(const QString &text); // the text as it is kept, or why it cannot be used
};

[[nodiscard]] std::span<const MastheadField> mastheadFields();
// Null where no field has that key.
[[nodiscard]] const MastheadField *mastheadField(const QString &key);

} // namespace desk
