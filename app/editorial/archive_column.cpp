#include "editorial/archive_column.h"

#include "desk/paths.h"
#include "editorial/archive_field.h"
#include "site/address.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <array>

namespace editorial {

namespace {

using base::Error;
using base::Result;
using desk::Author;
using desk::ColumnLabel;
using desk::IndexEntry;
using desk::IndexHeading;
using desk::IndexReference;
using desk::SheetMap;
using desk::Tag;
using storage::PostState;
using storage::StoredPost;
using Key = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_column)
};

constexpr QLatin1String formatKey("format");
constexpr QLatin1String versionKey("version");
constexpr QLatin1String mastheadKey("masthead");
constexpr QLatin1String highestKey("highestLetterNumber");
constexpr QLatin1String format("postbag-archive");
constexpr qint64 currentVersion = 1;

constexpr std::array parts{std::pair{ColumnLabel::Part::Letter, QLatin1String("letter")},
                           std::pair{ColumnLabel::Part::Answer, QLatin1String("answer")}};
constexpr std::array postStates{
    std::pair{PostState::Article, QLatin1String("article")}, std::pair{PostState::Waiting, QLatin1String("waiting")},
    std::pair{PostState::Conflict, QLatin1String("conflict")}, std::pair{PostState::Dropped, QLatin1String("dropped")}};

template <typename Record>
bool takeFile(Record &record, const QJsonValue &value)
{
    return take(record.file, value) && site::isFilePath(record.file);
}

bool takeSlug(Tag &record, const QJsonValue &value)
{
    const auto accepted = desk::acceptSlug(value.toString());
    record.slug = accepted.value_or(QString());
    return accepted && record.slug == value.toString();
}

QJsonValue kindOf(const IndexReference &record)
{
    return record.kind == IndexReference::Kind::See ? QStringLiteral("see") : QStringLiteral("see also");
}

bool takeKind(IndexReference &record, const QJsonValue &value)
{
    const bool isSee = value.toString() == QLatin1String("see");
    record.kind = isSee ? IndexReference::Kind::See : IndexReference::Kind::SeeAlso;
    return isSee || value.toString() == QLatin1String("see also");
}

QJsonValue mapOf(const SheetMap &record)
{
    return desk::toJson(record);
}

bool takeMap(SheetMap &record, const QJsonValue &value)
{
    const auto map = desk::sheetMapFromJson(QJsonDocument(value.toObject()).toJson());
    if (!map)
        return false;
    const SheetMap known = record;
    record = *map;
    record.id = known.id;
    record.name = known.name;
    return true;
}

const std::array authorFields{
    needed<Author, &Author::id>(Key("id")),
    plain<Author, &Author::name>(Key("name")),
    plain<Author, &Author::bio>(Key("bio")),
    ifAny<Author, &Author::picture>(Key("picture")),
    plain<Author, &Author::pictureAlt>(Key("pictureAlt")),
};

const std::array pictureFields{
    needed<ArchivedPicture, &ArchivedPicture::id>(Key("id")),
    plain<ArchivedPicture, &ArchivedPicture::name>(Key("name")),
    plain<ArchivedPicture, &ArchivedPicture::mediaType>(Key("type")),
    ArchiveField<ArchivedPicture>{Key("file"), [](const ArchivedPicture &record) { return jsonOf(record.file); },
                                  takeFile<ArchivedPicture>, true},
};

const std::array tagFields{
    needed<Tag, &Tag::id>(Key("id")),
    needed<Tag, &Tag::name>(Key("name")),
    ArchiveField<Tag>{Key("slug"), [](const Tag &record) { return jsonOf(record.slug); }, takeSlug, true},
    ifAny<Tag, &Tag::parent>(Key("parent")),
    ifAny<Tag, &Tag::description>(Key("description")),
    ifAny<Tag, &Tag::synonyms>(Key("synonyms")),
};

const std::array headingFields{
    needed<IndexHeading, &IndexHeading::id>(Key("id")),
    ifAny<IndexHeading, &IndexHeading::parent>(Key("parent")),
    needed<IndexHeading, &IndexHeading::text>(Key("text")),
    ifAny<IndexHeading, &IndexHeading::sortAs>(Key("sortAs")),
};

const std::array entryFields{
    needed<IndexEntry, &IndexEntry::id>(Key("id")),           needed<IndexEntry, &IndexEntry::heading>(Key("heading")),
    needed<IndexEntry, &IndexEntry::article>(Key("article")), ifAny<IndexEntry, &IndexEntry::letter>(Key("letter")),
    ifAny<IndexEntry, &IndexEntry::text>(Key("text")),
};

const std::array referenceFields{
    needed<IndexReference, &IndexReference::from>(Key("from")),
    needed<IndexReference, &IndexReference::to>(Key("to")),
    ArchiveField<IndexReference>{Key("kind"), kindOf, takeKind, true},
};

// The id and the name stand before the map, which keeps them.
const std::array sheetFields{
    needed<SheetMap, &SheetMap::id>(Key("id")),
    needed<SheetMap, &SheetMap::name>(Key("name")),
    ArchiveField<SheetMap>{Key("columns"), mapOf, takeMap, true},
};

const std::array labelFields{
    ArchiveField<ColumnLabel>{
        Key("part"), [](const ColumnLabel &record) { return nameIn(parts, record.part); },
        [](ColumnLabel &record, const QJsonValue &value) { return takeNamed(parts, record.part, value); }, true},
    needed<ColumnLabel, &ColumnLabel::phrase>(Key("phrase")),
};

const std::array importFields{
    needed<ArchivedImport, &ArchivedImport::id>(Key("id")),
    plain<ArchivedImport, &ArchivedImport::source>(Key("source")),
    ifAny<ArchivedImport, &ArchivedImport::site>(Key("site")),
    needed<ArchivedImport, &ArchivedImport::imported>(Key("imported")),
    ifAny<ArchivedImport, &ArchivedImport::tags>(Key("tags")),
    ifAny<ArchivedImport, &ArchivedImport::authors>(Key("authors")),
};

template <auto Member>
ArchiveField<ArchivedPostRow> ofPost(Key key)
{
    return ifAny<ArchivedPostRow, &ArchivedPostRow::stored, Member>(key);
}

const std::array postFields{
    needed<ArchivedPostRow, &ArchivedPostRow::stored, &StoredPost::guid>(Key("guid")),
    needed<ArchivedPostRow, &ArchivedPostRow::batch>(Key("import")),
    ArchiveField<ArchivedPostRow>{Key("state"),
                                  [](const ArchivedPostRow &record) { return nameIn(postStates, record.stored.state); },
                                  [](ArchivedPostRow &record, const QJsonValue &value) {
                                      return takeNamed(postStates, record.stored.state, value);
                                  },
                                  true},
    ofPost<&StoredPost::article>(Key("article")),
    ifAny<ArchivedPostRow, &ArchivedPostRow::isEdited>(Key("edited")),
    ofPost<&StoredPost::title>(Key("title")),
    ofPost<&StoredPost::date>(Key("date")),
    ofPost<&StoredPost::source>(Key("source")),
    ArchiveField<ArchivedPostRow>{Key("file"), [](const ArchivedPostRow &record) { return unlessEmpty(record.file); },
                                  takeFile<ArchivedPostRow>},
};

template <const auto &Fields, auto... Way>
QJsonArray rowsOf(const ArchivedColumn &column)
{
    QJsonArray rows;
    for (const auto &row : (column.*....*Way))
        rows.append(objectOf(row, spanOf(Fields)));
    return rows;
}

template <const auto &Fields, auto... Way>
Result<void> takeRows(ArchivedColumn &column, QLatin1String kind, const QJsonArray &rows)
{
    qsizetype number = 0;
    for (const QJsonValue row : rows) {
        ++number;
        const auto record = fromJson(spanOf(Fields), row.toObject(), archivedRow(kind, number));
        if (!record)
            return record.error();
        (column.*....*Way).append(*record);
    }
    return {};
}

// A list of the file: a kind of rows of the column.
struct Kind {
    QLatin1String key;
    QJsonArray (*written)(const ArchivedColumn &column);
    Result<void> (*read)(ArchivedColumn &column, QLatin1String kind, const QJsonArray &rows);
};

template <const auto &Fields, auto... Way>
constexpr Kind kind(QLatin1String key)
{
    return {key, rowsOf<Fields, Way...>, takeRows<Fields, Way...>};
}

const std::array kinds{
    kind<pictureFields, &ArchivedColumn::pictures>(Key("pictures")),
    kind<authorFields, &ArchivedColumn::masthead, &desk::Masthead::authors>(Key("authors")),
    kind<tagFields, &ArchivedColumn::tags>(Key("tags")),
    kind<headingFields, &ArchivedColumn::index, &desk::Index::headings>(Key("indexHeadings")),
    kind<entryFields, &ArchivedColumn::index, &desk::Index::entries>(Key("indexEntries")),
    kind<referenceFields, &ArchivedColumn::index, &desk::Index::references>(Key("indexReferences")),
    kind<sheetFields, &ArchivedColumn::sheetMaps>(Key("sheetMaps")),
    kind<labelFields, &ArchivedColumn::labels>(Key("columnLabels")),
    kind<importFields, &ArchivedColumn::imports>(Key("imports")),
    kind<postFields, &ArchivedColumn::posts>(Key("posts")),
};

// Puts each row behind the one that it hangs below, and leaves the order as it is otherwise. Tells the row that hangs
// below none of them or, in the end, below itself, or too deep; -1: there is none.
template <typename Row>
qsizetype parentsFirst(QList<Row> &rows)
{
    constexpr qsizetype deepest = 32;
    QHash<decltype(Row::id), qsizetype> places;
    for (qsizetype at = 0; at < rows.size(); ++at)
        places.insert(rows.at(at).id, at);
    QList<Row> ordered;
    QList<qsizetype> depths(rows.size(), 0); // 0: not yet in `ordered`
    for (qsizetype at = 0; at < rows.size(); ++at) {
        QList<qsizetype> way;
        qsizetype next = at;
        while (next >= 0 && depths.at(next) == 0 && way.size() <= deepest) {
            way.prepend(next);
            const auto parent = rows.at(next).parent;
            next = parent.isNull() ? -1 : places.value(parent, -2);
        }
        qsizetype depth = next >= 0 ? depths.at(next) : 0;
        if (next == -2 || way.size() + depth > deepest)
            return at;
        for (const qsizetype place : std::as_const(way)) {
            depths[place] = ++depth;
            ordered.append(rows.at(place));
        }
    }
    rows = ordered;
    return -1;
}

Result<void> order(ArchivedColumn &column)
{
    const std::pair<QLatin1String, qsizetype> wrong[] = {{Key("tags"), parentsFirst(column.tags)},
                                                         {Key("indexHeadings"), parentsFirst(column.index.headings)}};
    for (const auto &[key, row] : wrong) {
        if (row >= 0)
            return archiveFault(archivedRow(key, row + 1), 0,
                                Words::tr("What it hangs below is not among the others, or hangs below it."));
    }
    return {};
}

Result<void> takeMasthead(ArchivedColumn &column, const QJsonObject &values)
{
    for (auto each = values.begin(); each != values.end(); ++each) {
        const desk::MastheadField *field = desk::mastheadField(each.key());
        if (!field)
            return archiveFault(columnFileName, 0, Words::tr("The masthead has no field “%1”.").arg(each.key()));
        // What was never filled in may be empty.
        const auto accepted =
            each.value().toString().isEmpty() ? Result<QString>(QString()) : field->accept(each.value().toString());
        if (!accepted)
            return archiveFault(columnFileName + QLatin1String(", ") + each.key(), 0, accepted.error().message);
        column.masthead.*(field->member) = *accepted;
    }
    return {};
}

Result<QJsonObject> objectIn(const QByteArray &bytes)
{
    QJsonParseError fault;
    const QJsonDocument document = QJsonDocument::fromJson(bytes, &fault);
    if (fault.error != QJsonParseError::NoError)
        return archiveFault(columnFileName, static_cast<int>(bytes.first(fault.offset).count('\n')) + 1,
                            Words::tr("This is no JSON: %1.").arg(fault.errorString()));
    const QJsonObject object = document.object();
    if (object.value(formatKey) != format)
        return archiveFault(columnFileName, 0, Words::tr("This is no archive of a desk of Postbag."));
    const qint64 version = object.value(versionKey).toInteger();
    if (version > currentVersion)
        return Error{Error::Kind::Refused,
                     Words::tr("The archive was written by a newer Postbag (version %1 of its form). Install that "
                               "Postbag to restore it.")
                         .arg(version)};
    if (version < 1)
        return archiveFault(columnFileName, 0, ArchiveFieldWords::unusable(versionKey));
    return object;
}

} // namespace

QString archivedRow(QLatin1String list, qsizetype number)
{
    return Words::tr("%1, %2, row %3").arg(columnFileName, list).arg(number);
}

// Rows that hang nowhere stay where they are.
QByteArray columnFile(ArchivedColumn column)
{
    static_cast<void>(order(column));
    QJsonObject masthead;
    for (const desk::MastheadField &field : desk::mastheadFields())
        masthead.insert(field.key, column.masthead.*(field.member));
    QJsonObject object{
        {formatKey, format}, {versionKey, currentVersion}, {mastheadKey, masthead}, {highestKey, column.highestNumber}};
    for (const Kind &each : kinds)
        object.insert(each.key, each.written(column));
    return QJsonDocument(object).toJson();
}

Result<ArchivedColumn> columnIn(const QByteArray &bytes)
{
    const auto object = objectIn(bytes);
    if (!object)
        return object.error();
    ArchivedColumn column;
    if (const auto taken = takeMasthead(column, object->value(mastheadKey).toObject()); !taken)
        return taken.error();
    column.highestNumber = object->value(highestKey).toInteger();
    if (column.highestNumber > highestArchivedNumber)
        return archiveFault(columnFileName, 0, ArchiveFieldWords::unusable(highestKey));
    for (const Kind &each : kinds) {
        if (const auto taken = each.read(column, each.key, object->value(each.key).toArray()); !taken)
            return taken.error();
    }
    if (const auto ordered = order(column); !ordered)
        return ordered.error();
    return column;
}

} // namespace editorial
