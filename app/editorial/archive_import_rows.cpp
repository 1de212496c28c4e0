#include "editorial/archive_import_rows.h"

#include "editorial/archive_column_rows.h"
#include "editorial/archive_records.h"
#include "storage/desk_file.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

namespace editorial {

namespace {

using base::Error;
using base::Result;
using storage::StoredPost;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_imports)
};

Result<void> writePost(storage::DeskFile &file, NewArchiveFolder &folder, const QTimeZone &zone, const QString &name,
                       const StoredPost &stored)
{
    const auto post = desk::postFromJson(stored.content.toUtf8());
    if (!post)
        return post.error();
    const auto pictures = file.posts().pictures(stored.guid);
    if (!pictures)
        return pictures.error();
    ArchivedPost archived{*post, {}, zone};
    for (const storage::PostPicture &picture : *pictures) {
        const QString place = QLatin1String("attachments/") + safeFileName(picture.id.toString(), picture.name);
        if (const auto written = folder.write(place, picture.content); !written)
            return written;
        archived.files.append({picture.id, picture.name, picture.mediaType, place});
    }
    return folder.write(name, pageOf(archived));
}

Result<bool> isEdited(storage::DeskFile &file, const StoredPost &post)
{
    if (post.article.isNull())
        return false;
    const auto versions = file.posts().versions(post.article);
    return versions ? Result<bool>(*versions > post.versions) : versions.error();
}

Result<void> restorePage(ArchiveFolder &folder, const QString &name, StoredPost &stored,
                         QList<storage::PostPicture> &pictures)
{
    const auto bytes = folder.read(name, largestArchivePage);
    if (!bytes)
        return bytes.error();
    auto archived = postIn(name, *bytes);
    if (!archived)
        return archived.error();
    archived->post.guid = stored.guid;
    stored.content = QString::fromUtf8(QJsonDocument(desk::toJson(archived->post)).toJson(QJsonDocument::Compact));
    for (const ArchivedFile &picture : std::as_const(archived->files)) {
        const auto content = folder.read(picture.file, largestArchiveFile);
        if (!content)
            return content.error();
        pictures.append({picture.id, picture.name, picture.mediaType, *content});
    }
    return {};
}

// An article that was edited since its import has a version more than the desk keeps of it.
Result<qint64> versionsOf(storage::DeskFile &file, const ArchivedPostRow &row)
{
    if (row.stored.article.isNull())
        return 0;
    const auto versions = file.posts().versions(row.stored.article);
    return versions ? Result<qint64>(*versions - (row.isEdited ? 1 : 0)) : versions;
}

Result<void> restorePost(storage::DeskFile &file, ArchiveFolder &folder, const ArchivedPostRow &row)
{
    StoredPost stored = row.stored;
    const auto versions = versionsOf(file, row);
    if (!versions)
        return versions.error();
    stored.versions = *versions;
    QList<storage::PostPicture> pictures;
    if (!row.file.isEmpty()) {
        if (const auto read = restorePage(folder, row.file, stored, pictures); !read)
            return read;
    }
    if (const auto put = file.posts().put(row.batch, stored); !put)
        return put;
    for (const storage::PostPicture &picture : std::as_const(pictures)) {
        if (const auto added = file.posts().addPicture(stored.guid, picture); !added)
            return inArchiveFile(row.file, added.error());
    }
    return {};
}

Result<void> restoreImport(storage::DeskFile &file, const ArchivedImport &import)
{
    if (const auto added = file.posts().addBatch({import.id, import.source, import.site, import.imported}); !added)
        return added;
    for (const desk::TagId &tag : import.tags) {
        if (const auto noted = file.posts().noteTag(import.id, tag); !noted)
            return noted;
    }
    for (const desk::AuthorId &author : import.authors) {
        if (const auto noted = file.posts().noteAuthor(import.id, author); !noted)
            return noted;
    }
    return {};
}

} // namespace

Result<void> archiveImports(storage::DeskFile &file, NewArchiveFolder &folder, const QTimeZone &zone,
                            base::Progress &progress, ArchivedColumn &column)
{
    auto batches = file.posts().batches();
    if (!batches)
        return batches.error();
    std::ranges::reverse(*batches);
    for (const desk::PostBatch &batch : std::as_const(*batches)) {
        const auto tags = file.posts().madeTags(batch.id);
        if (!tags)
            return tags.error();
        const auto authors = file.posts().madeAuthors(batch.id);
        if (!authors)
            return authors.error();
        column.imports.append({batch.id, batch.source, batch.site, batch.imported, *tags, *authors});
        auto posts = file.posts().posts(batch.id);
        if (!posts)
            return posts.error();
        for (StoredPost &post : *posts) {
            if (progress.isCancelled())
                return Error{Error::Kind::Cancelled, Words::tr("The archive was not written.")};
            progress.report(column.posts.size(), 0, Words::tr("Archiving posts"));
            const auto edited = isEdited(file, post);
            if (!edited)
                return edited.error();
            ArchivedPostRow row{post, batch.id, *edited, {}};
            row.stored.content.clear();
            if (!post.content.isEmpty()) {
                row.file = QStringLiteral("posts/%1.md").arg(column.posts.size() + 1);
                if (const auto written = writePost(file, folder, zone, row.file, post); !written)
                    return written;
            }
            column.posts.append(row);
        }
    }
    return {};
}

Result<void> restoreImports(storage::DeskFile &file, const ArchivedColumn &column, ArchiveFolder &folder,
                            base::Progress &progress)
{
    storage::Transaction transaction(file);
    const auto imported = addEach(QLatin1String("imports"), column.imports,
                                  [&file](const ArchivedImport &import) { return restoreImport(file, import); });
    if (!imported)
        return imported;
    qint64 done = 0;
    const auto restored =
        addEach(QLatin1String("posts"), column.posts, [&](const ArchivedPostRow &row) -> Result<void> {
            if (progress.isCancelled())
                return Error{Error::Kind::Cancelled, Words::tr("The desk was not restored.")};
            progress.report(done++, column.posts.size(), Words::tr("Restoring posts"));
            return restorePost(file, folder, row);
        });
    return restored ? transaction.commit() : restored;
}

} // namespace editorial
