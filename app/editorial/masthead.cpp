#include "editorial/masthead.h"

#include "base/files.h"
#include "editorial/public_copy.h"
#include "storage/desk_file.h"
#include "storage/masthead_store.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <array>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::masthead)
};

constexpr qint64 largestPicture = 8'000'000;

// The author's text fields by their keys.
struct AuthorField {
    QLatin1String key;
    QString desk::Author::*member;
};

const std::array authorFields{
    AuthorField{authorName, &desk::Author::name},
    AuthorField{authorBio, &desk::Author::bio},
    AuthorField{authorPictureAlt, &desk::Author::pictureAlt},
};

const AuthorField *authorField(const QString &key)
{
    for (const AuthorField &field : authorFields) {
        if (field.key == key)
            return &field;
    }
    return nullptr;
}

desk::Author newAuthor(const desk::AuthorId &id)
{
    desk::Author author;
    author.id = id;
    return author;
}

desk::Author &firstAuthor(desk::Masthead &masthead)
{
    if (masthead.authors.isEmpty())
        masthead.authors.append(newAuthor(desk::AuthorId::create()));
    return masthead.authors.first();
}

base::Error noSuchKey(const QString &key)
{
    return base::Error{base::Error::Kind::NotFound,
                       Words::tr("There is no field “%1” in the masthead. The fields are: %2.")
                           .arg(key, mastheadKeys().join(QLatin1String(", ")))};
}

// Writes fields and first author over what is stored, whatever versions those have: for undo and redo.
base::Result<void> put(Desk &desk, desk::Masthead masthead)
{
    storage::Transaction transaction(desk.file());
    const auto now = desk.file().masthead().masthead();
    if (!now)
        return now.error();
    masthead.version = now->version;
    if (const auto saved = desk.file().masthead().save(masthead); !saved)
        return saved.error();
    if (!masthead.authors.isEmpty()) {
        desk::Author author = masthead.authors.first();
        author.version = now->authors.isEmpty() ? 0 : now->authors.first().version;
        if (const auto saved = desk.file().masthead().saveAuthor(author); !saved)
            return saved.error();
    }
    desk.noteChange(Area::Masthead);
    return transaction.commit();
}

base::Result<Change> replaceMasthead(Desk &desk, const desk::Masthead &before, const desk::Masthead &after)
{
    if (const auto done = put(desk, after); !done)
        return done.error();
    desk::Masthead earlier = before;
    if (earlier.authors.isEmpty() && !after.authors.isEmpty())
        earlier.authors.append(newAuthor(after.authors.first().id));
    return Change{Words::tr("Change the masthead"), [earlier](Desk &on) { return put(on, earlier); },
                  [after](Desk &on) {
                      return put(on, after);
                  }};
}

// Media types by the first bytes of the file (each format's own specification).
struct Signature {
    QByteArrayView start;
    const char *mediaType;
};

QString pictureType(const QByteArray &content)
{
    static const std::array signatures{
        Signature{QByteArrayView("\x89PNG\r\n\x1a\n", 8), "image/png"},
        Signature{QByteArrayView("\xff\xd8\xff", 3), "image/jpeg"},
        Signature{QByteArrayView("GIF8", 4), "image/gif"},
    };
    for (const Signature &signature : signatures) {
        if (content.startsWith(signature.start))
            return QLatin1String(signature.mediaType);
    }
    if (content.startsWith("RIFF") && content.mid(8, 4) == "WEBP")
        return QStringLiteral("image/webp");
    if (content.left(1024).contains("<svg"))
        return drawingType;
    return {};
}

} // namespace

base::Result<desk::Masthead> masthead(Desk &desk)
{
    return desk.file().masthead().masthead();
}

QTimeZone zoneOf(const desk::Masthead &masthead)
{
    const QTimeZone zone(masthead.timeZone.toLatin1());
    return zone.isValid() ? zone : QTimeZone::utc();
}

QStringList mastheadKeys()
{
    QStringList keys;
    for (const desk::MastheadField &field : desk::mastheadFields())
        keys.append(field.key);
    keys.append({authorName, authorBio, authorPicture, authorPictureAlt});
    return keys;
}

base::Result<QString> mastheadValue(Desk &desk, const QString &key)
{
    auto head = masthead(desk);
    if (!head)
        return head.error();
    if (const desk::MastheadField *field = desk::mastheadField(key))
        return (*head).*(field->member);
    if (const AuthorField *field = authorField(key))
        return firstAuthor(*head).*(field->member);
    if (key != authorPicture)
        return noSuchKey(key);
    const desk::AssetId shown = firstAuthor(*head).picture;
    if (shown.isNull())
        return QString();
    const auto file = picture(desk, shown);
    if (!file)
        return file.error();
    return file->name;
}

base::Result<Change> setMastheadValue(Desk &desk, const QString &key, const QString &value)
{
    if (key == authorPicture)
        return setAuthorPicture(desk, value);
    const auto before = masthead(desk);
    if (!before)
        return before.error();
    desk::Masthead after = *before;
    if (const desk::MastheadField *field = desk::mastheadField(key)) {
        const auto accepted = field->accept(value);
        if (!accepted)
            return accepted.error();
        after.*(field->member) = *accepted;
    } else if (const AuthorField *author = authorField(key)) {
        firstAuthor(after).*(author->member) = value.trimmed();
    } else {
        return noSuchKey(key);
    }
    return replaceMasthead(desk, *before, after);
}

base::Result<Change> saveMasthead(Desk &desk, const desk::Masthead &wanted)
{
    const auto before = masthead(desk);
    if (!before)
        return before.error();
    if (before->version != wanted.version)
        return base::Error{
            base::Error::Kind::Conflict,
            Words::tr("The masthead was changed in the meantime. Close this, look at it, and try again.")};
    desk::Masthead after = wanted;
    for (const desk::MastheadField &field : desk::mastheadFields()) {
        const auto accepted = field.accept(wanted.*(field.member));
        if (!accepted)
            return accepted.error();
        after.*(field.member) = *accepted;
    }
    return replaceMasthead(desk, *before, after);
}

base::Result<Change> setAuthorPicture(Desk &desk, const QString &file)
{
    const auto content = base::readFile(file, largestPicture);
    if (!content)
        return content.error();
    const QString type = pictureType(*content);
    if (type.isEmpty())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("%1 is no picture that can be used. Choose a PNG, JPEG, WebP, GIF or SVG file.")
                               .arg(QDir::toNativeSeparators(file))};
    if (type != drawingType) {
        if (const auto copy = publicCopy(*content, type); !copy)
            return copy.error();
    }
    return setAuthorPicture(desk, {QFileInfo(file).fileName(), type, *content});
}

base::Result<Change> setAuthorPicture(Desk &desk, const PictureFile &file)
{
    const storage::Asset asset{desk::AssetId::create(), file.name, file.mediaType, file.content};
    const auto before = masthead(desk);
    if (!before)
        return before.error();
    if (const auto added = desk.file().assets().add(asset); !added)
        return added.error();
    desk::Masthead after = *before;
    firstAuthor(after).picture = asset.id;
    return replaceMasthead(desk, *before, after);
}

base::Result<PictureFile> picture(Desk &desk, const desk::AssetId &id)
{
    auto asset = desk.file().assets().asset(id);
    if (!asset)
        return asset.error();
    return PictureFile{asset->name, asset->mediaType, std::move(asset->content)};
}

} // namespace editorial
