// Posts that wait, of an open archive. See archive_records.h.
#include "editorial/archive_file_field.h"
#include "editorial/archive_records.h"
#include "editorial/archive_shown.h"
#include "site/address.h"

#include <QCoreApplication>

#include <array>

namespace editorial {

namespace {

using desk::Post;
using Record = ArchivedPost;
using Field = ArchiveField<Record>;
using Key = QLatin1String;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_post)
};

const QString postSection = QStringLiteral("post");

template <auto Member>
Field ofPost(Key key)
{
    return ifAny<Record, &Record::post, Member>(key);
}

// An address within the site.
template <auto Member>
bool takeAddress(Record &record, const QJsonValue &value)
{
    return take(record.post.*Member, value) && site::fileOf(record.post.*Member).has_value();
}

template <auto Member>
Field address(Key key)
{
    return {key, [](const Record &record) { return unlessEmpty(record.post.*Member); }, takeAddress<Member>};
}

bool takeStage(Record &record, const QJsonValue &value)
{
    const auto named = desk::articleStageNamed(value.toString());
    record.post.stage = named.value_or(record.post.stage);
    return named.has_value();
}

const std::array fields{
    plain<Record, &Record::post, &Post::title>(Key("title")),
    Field{Key("date"), [](const Record &record) { return shownMoment(record.post.date, record.zone); },
          takeAt<Record, &Record::post, &Post::date>},
    ofPost<&Post::slug>(Key("slug")),
    ofPost<&Post::topics>(Key("tags")),
    ofPost<&Post::summary>(Key("description")),
    constant<Record, true>(Key("draft")),
    constant<Record, false>(Key("published")),
    constant<Record, false>(Key("render_with_liquid")),
    Field{Key("postbag_stage"), [](const Record &record) { return QJsonValue(desk::name(record.post.stage)); },
          takeStage, true},
    address<&Post::path>(Key("postbag_path")),
    address<&Post::redirect>(Key("postbag_redirect")),
    ofPost<&Post::author>(Key("postbag_author_name")),
    ofPost<&Post::picture>(Key("postbag_picture")),
    filesField<Record>(),
};

} // namespace

QByteArray pageOf(const ArchivedPost &post)
{
    const QString head = frontMatterOf<ArchivedPost>(post, fields).text();
    return QString(head + QLatin1Char('\n') + sectionLines(postSection, post.post.text)).toUtf8();
}

base::Result<ArchivedPost> postIn(const QString &file, const QByteArray &bytes)
{
    const auto page = ArchivePage::read(file, bytes);
    if (!page)
        return page.error();
    ArchivedPost post;
    if (const auto read = readFields<ArchivedPost>(post, fields, file, page->head); !read)
        return read.error();
    const ArchiveSection *text = page->section(postSection);
    if (!text)
        return archiveFault(file, 0,
                            Words::tr("The text of the post is missing: a line “%1”, and the text below it.")
                                .arg(QLatin1String("<!-- postbag:post -->")));
    post.post.text = text->text;
    return post;
}

} // namespace editorial
