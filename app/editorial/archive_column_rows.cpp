#include "editorial/archive_column_rows.h"

#include "editorial/archive_page.h"
#include "storage/desk_file.h"
#include "storage/index_store.h"
#include "storage/letter_store.h"
#include "storage/masthead_store.h"
#include "storage/sheet_map_store.h"
#include "storage/tag_store.h"

#include <QCoreApplication>

namespace editorial {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_column)
};

Result<QList<ArchivedPicture>> archivePictures(storage::DeskFile &file, NewArchiveFolder &folder)
{
    const auto ids = file.assets().ids();
    if (!ids)
        return ids.error();
    QList<ArchivedPicture> pictures;
    for (const desk::AssetId &id : *ids) {
        const auto asset = file.assets().asset(id);
        if (!asset)
            return asset.error();
        const QString name = QLatin1String("pictures/") + safeFileName(id.toString(), asset->name);
        if (const auto written = folder.write(name, asset->content); !written)
            return written.error();
        pictures.append({id, asset->name, asset->mediaType, name});
    }
    return pictures;
}

Result<void> restorePictures(storage::DeskFile &file, const QList<ArchivedPicture> &pictures, ArchiveFolder &folder)
{
    for (const ArchivedPicture &picture : pictures) {
        const auto content = folder.read(picture.file, largestArchiveFile);
        if (!content)
            return content.error();
        if (const auto added = file.assets().add({picture.id, picture.name, picture.mediaType, *content}); !added)
            return inArchiveFile(picture.file, added.error());
    }
    return {};
}

Result<void> restoreMasthead(storage::DeskFile &file, desk::Masthead masthead)
{
    const auto empty = file.masthead().masthead();
    if (!empty)
        return empty.error();
    masthead.version = empty->version;
    if (const auto saved = file.masthead().save(masthead); !saved)
        return saved.error();
    for (const desk::Author &author : std::as_const(masthead.authors)) {
        if (const auto saved = file.masthead().saveAuthor(author); !saved)
            return saved.error();
    }
    return {};
}

Result<void> restoreLists(storage::DeskFile &file, const ArchivedColumn &column)
{
    const Result<void> tags =
        addEach(QLatin1String("tags"), column.tags, [&file](const desk::Tag &tag) -> Result<void> {
            const auto added = file.tags().add(tag);
            return added ? Result<void>() : Result<void>(added.error());
        });
    if (!tags)
        return tags;
    const Result<void> maps =
        addEach(QLatin1String("sheetMaps"), column.sheetMaps, [&file](const desk::SheetMap &map) -> Result<void> {
            const auto saved = file.sheetMaps().save(map);
            return saved ? Result<void>() : Result<void>(saved.error());
        });
    return maps ? file.posts().setLabels(column.labels) : maps;
}

} // namespace

Error inArchiveFile(const QString &file, const Error &error)
{
    if (error.kind == Error::Kind::NotFound)
        return archiveFault(file, 0, Words::tr("It names something that is not in the archive."));
    const bool isOfFile = error.kind == Error::Kind::Unusable || error.kind == Error::Kind::Conflict;
    return isOfFile ? archiveFault(file, 0, error.message) : error;
}

Result<ArchivedColumn> readColumn(storage::DeskFile &file, NewArchiveFolder &folder)
{
    auto masthead = file.masthead().masthead();
    if (!masthead)
        return masthead.error();
    auto pictures = archivePictures(file, folder);
    if (!pictures)
        return pictures.error();
    auto tags = file.tags().tags();
    if (!tags)
        return tags.error();
    auto index = file.index().index();
    if (!index)
        return index.error();
    auto maps = file.sheetMaps().maps();
    if (!maps)
        return maps.error();
    const auto highest = file.letters().highestNumber();
    if (!highest)
        return highest.error();
    // A map of a newer Postbag, which comes without columns, is of no use here.
    maps->removeIf([](const desk::SheetMap &map) { return map.columns.isEmpty(); });
    auto labels = file.posts().labels();
    if (!labels)
        return labels.error();
    return ArchivedColumn{*std::move(masthead),
                          *std::move(pictures),
                          *std::move(tags),
                          *std::move(index),
                          *std::move(maps),
                          *std::move(labels),
                          {},
                          {},
                          *highest};
}

Result<void> restoreColumn(storage::DeskFile &file, const ArchivedColumn &column, ArchiveFolder &folder)
{
    storage::Transaction transaction(file);
    if (const auto restored = restorePictures(file, column.pictures, folder); !restored)
        return restored;
    if (const auto restored = restoreMasthead(file, column.masthead); !restored)
        return inArchiveFile(columnFileName, restored.error());
    if (const auto restored = restoreLists(file, column); !restored)
        return restored;
    return transaction.commit();
}

Result<void> restoreIndex(storage::DeskFile &file, const desk::Index &index)
{
    storage::Transaction transaction(file);
    storage::IndexStore &store = file.index();
    Result<void> done = addEach(QLatin1String("indexHeadings"), index.headings,
                                [&store](const desk::IndexHeading &heading) { return store.addHeading(heading); });
    if (done)
        done = addEach(QLatin1String("indexEntries"), index.entries,
                       [&store](const desk::IndexEntry &entry) { return store.addEntry(entry); });
    if (done)
        done = addEach(QLatin1String("indexReferences"), index.references,
                       [&store](const desk::IndexReference &reference) { return store.addReference(reference); });
    return done ? transaction.commit() : done;
}

} // namespace editorial
