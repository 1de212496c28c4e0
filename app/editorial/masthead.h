// Masthead: the column itself, by field and as a whole, with the author and the author's picture.
#pragma once

#include "editorial/desk.h"

#include <QTimeZone>

namespace editorial {

// The keys beside those of desk::mastheadFields(): they belong to the first author.
inline constexpr QLatin1String authorName("author.name");
inline constexpr QLatin1String authorBio("author.bio");
inline constexpr QLatin1String authorPicture("author.picture"); // set: a file; get: its name
inline constexpr QLatin1String authorPictureAlt("author.picture-alt");

[[nodiscard]] base::Result<desk::Masthead> masthead(Desk &desk);
// Its time zone; UTC where this machine does not know it.
[[nodiscard]] QTimeZone zoneOf(const desk::Masthead &masthead);
[[nodiscard]] QStringList mastheadKeys();
[[nodiscard]] base::Result<QString> mastheadValue(Desk &desk, const QString &key);
[[nodiscard]] base::Result<Change> setMastheadValue(Desk &desk, const QString &key, const QString &value);
// Saves all fields and the first author's name, bio and description as one change. Kind::Conflict if another saved in
// between (masthead.version), Kind::Unusable for a value that cannot be used.
[[nodiscard]] base::Result<Change> saveMasthead(Desk &desk, const desk::Masthead &masthead);

inline constexpr QLatin1String drawingType("image/svg+xml");

struct PictureFile {
    QString name;
    QString mediaType;
    QByteArray content;
};

// Reads a picture (PNG, JPEG, WebP, GIF or SVG by its first bytes, at most 8 MB) into the desk as the first author's;
// all but drawings must have a public copy (public_copy.h), since that is what goes out.
[[nodiscard]] base::Result<Change> setAuthorPicture(Desk &desk, const QString &file);
[[nodiscard]] base::Result<Change> setAuthorPicture(Desk &desk, const PictureFile &file);
[[nodiscard]] base::Result<PictureFile> picture(Desk &desk, const desk::AssetId &id);

} // namespace editorial
