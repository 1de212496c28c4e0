#include "editorial/archive_history.h"

#include "desk/remark.h"
#include "editorial/archive_column_rows.h"
#include "editorial/archive_field.h"
#include "storage/desk_file.h"
#include "storage/revision_store.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace editorial {

namespace {

using base::Result;
using desk::Remark;
using desk::Revision;
using desk::TextKind;
using Key = QLatin1String;

constexpr qint64 readAtOnce = 200;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_history)
};

const std::array revisionFields{
    needed<Revision, &Revision::id>(Key("id")),
    plain<Revision, &Revision::reason>(Key("reason")),
    ifAny<Revision, &Revision::created>(Key("created")),
    needed<Revision, &Revision::text>(Key("text")),
};

const std::array remarkFields{
    needed<Remark, &Remark::id>(Key("id")),          plain<Remark, &Remark::quote>(Key("quote")),
    needed<Remark, &Remark::text>(Key("text")),      plain<Remark, &Remark::author>(Key("author")),
    ifAny<Remark, &Remark::created>(Key("created")), plain<Remark, &Remark::resolved>(Key("resolved")),
};

// What is kept of a text: its folder, its fields, and how it goes out of the desk file and into it.
template <typename Record>
struct Kind {
    QLatin1String folder;
    std::span<const ArchiveField<Record>> fields;
    Result<QList<Record>> (*records)(storage::DeskFile &file, const storage::TextKey &text);
    Result<void> (*add)(storage::DeskFile &file, const Record &record);
};

// The oldest first, as they came.
Result<QList<Revision>> revisionsOf(storage::DeskFile &file, const storage::TextKey &text)
{
    auto revisions = file.revisions().revisions(text.kind, text.owner);
    if (revisions)
        std::ranges::reverse(*revisions);
    return revisions;
}

const Kind<Revision> revisionKind{Key("revisions"), revisionFields, revisionsOf,
                                  [](storage::DeskFile &file, const Revision &revision) {
                                      return file.revisions().keep(revision);
                                  }};

const Kind<Remark> remarkKind{Key("remarks"), remarkFields,
                              [](storage::DeskFile &file, const storage::TextKey &text) {
                                  return file.revisions().remarks(text.kind, text.owner);
                              },
                              [](storage::DeskFile &file, const Remark &remark) {
                                  return file.revisions().addRemark(remark);
                              }};

const QString suffix = QStringLiteral(".json");

QString fileName(QLatin1String folder, const storage::TextKey &text)
{
    const QLatin1String kind(text.kind == TextKind::EditedLetter ? "letter" : "answer");
    return QStringLiteral("%1/%2-%3.json").arg(folder, kind, text.owner.toString(QUuid::WithoutBraces));
}

// The text that the file belongs to; a null owner where its name names none.
storage::TextKey textOf(const QString &name)
{
    static const QRegularExpression form(QStringLiteral("^(letter|answer)-([0-9a-f-]{36})$"));
    const auto match = form.match(name);
    return {match.captured(1) == QLatin1String("letter") ? TextKind::EditedLetter : TextKind::Answer,
            QUuid::fromString(match.captured(2))};
}

template <typename Record>
Result<qint64> archive(storage::DeskFile &file, NewArchiveFolder &folder, const storage::TextKey &text,
                       const Kind<Record> &kind)
{
    const auto records = kind.records(file, text);
    if (!records)
        return records.error();
    QJsonArray rows;
    for (const Record &record : *records)
        rows.append(objectOf(record, kind.fields));
    if (rows.isEmpty())
        return 0;
    const auto written = folder.write(fileName(kind.folder, text), QJsonDocument(rows).toJson());
    return written ? Result<qint64>(records->size()) : written.error();
}

Result<QJsonArray> rowsIn(const QString &name, const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return archiveFault(name, static_cast<int>(bytes.first(fault.offset).count('\n')) + 1,
                            Words::tr("This is no JSON: %1.").arg(fault.errorString()));
    if (!document.isArray())
        return archiveFault(name, 1, Words::tr("This is no JSON array."));
    return document.array();
}

template <typename Record>
Result<qint64> restoreFile(storage::DeskFile &file, ArchiveFolder &folder, const QString &stem,
                           const Kind<Record> &kind)
{
    const QString name = kind.folder % QLatin1Char('/') % stem % suffix;
    const storage::TextKey text = textOf(stem);
    if (text.owner.isNull())
        return archiveFault(name, 0,
                            Words::tr("The name must say whose text it is: letter-ID.json or answer-ID.json."));
    const auto bytes = folder.read(name, largestArchivePage);
    if (!bytes)
        return bytes.error();
    const auto rows = rowsIn(name, *bytes);
    if (!rows)
        return rows.error();
    qint64 count = 0;
    for (const QJsonValue row : *rows) {
        auto record = fromJson(kind.fields, row.toObject(), Words::tr("%1, row %2").arg(name).arg(++count));
        if (!record)
            return record.error();
        record->kind = text.kind;
        record->owner = text.owner;
        if (const auto added = kind.add(file, *record); !added)
            return inArchiveFile(name, added.error());
    }
    return count;
}

Result<void> going(base::Progress &progress, qint64 done, qint64 total, const QString &what)
{
    if (progress.isCancelled())
        return base::Error{base::Error::Kind::Cancelled, Words::tr("The revisions were left.")};
    progress.report(done, total, what);
    return {};
}

template <typename Record>
Result<qint64> restoreKind(storage::DeskFile &file, ArchiveFolder &folder, base::Progress &progress,
                           const Kind<Record> &kind)
{
    const QStringList names = folder.names(kind.folder, suffix);
    storage::Transaction transaction(file);
    qint64 count = 0;
    qint64 done = 0;
    for (const QString &name : names) {
        if (const auto on = going(progress, done++, names.size(), Words::tr("Restoring revisions")); !on)
            return on.error();
        const auto restored = restoreFile(file, folder, name, kind);
        if (!restored)
            return restored;
        count += *restored;
    }
    const auto committed = transaction.commit();
    return committed ? Result<qint64>(count) : committed.error();
}

// Of one text.
Result<qint64> archiveText(storage::DeskFile &file, NewArchiveFolder &folder, const storage::TextKey &text)
{
    if (text.owner.isNull())
        return base::Error{base::Error::Kind::Damaged,
                           Words::tr("A revision on the desk belongs to no text. Restore the desk from a backup.")};
    const auto revisions = archive(file, folder, text, revisionKind);
    if (!revisions)
        return revisions;
    const auto remarks = archive(file, folder, text, remarkKind);
    return remarks ? Result<qint64>(*revisions + *remarks) : remarks;
}

} // namespace

Result<qint64> archiveHistory(storage::DeskFile &file, NewArchiveFolder &folder, base::Progress &progress)
{
    qint64 count = 0;
    std::optional<storage::TextKey> last;
    for (;;) {
        const auto page = file.revisions().page(last, readAtOnce);
        if (!page)
            return page.error();
        for (const storage::TextKey &text : *page) {
            if (const auto on = going(progress, count, 0, Words::tr("Archiving revisions")); !on)
                return on.error();
            const auto archived = archiveText(file, folder, text);
            if (!archived)
                return archived;
            count += *archived;
        }
        if (page->size() < readAtOnce)
            return count;
        last = page->last();
    }
}

Result<qint64> restoreHistory(storage::DeskFile &file, ArchiveFolder &folder, base::Progress &progress)
{
    const auto revisions = restoreKind(file, folder, progress, revisionKind);
    if (!revisions)
        return revisions;
    const auto remarks = restoreKind(file, folder, progress, remarkKind);
    return remarks ? Result<qint64>(*revisions + *remarks) : remarks;
}

} // namespace editorial
