#include "editorial/sample_desk.h"

#include "base/files.h"
#include "base/text.h"
#include "desk/fingerprint.h"
#include "desk/paths.h"
#include "editorial/masthead.h"
#include "privacy/correspondent.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/index_store.h"
#include "storage/letter_store.h"
#include "storage/revision_store.h"
#include "storage/tag_store.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace editorial {

namespace {

constexpr qint64 largestText = 1'000'000;

QString resource(const QString &name)
{
    return QLatin1String(":/postbag/sample/") + name;
}

QString text(const QJsonValue &value)
{
    return value.toString();
}

// Fills one desk; keeps the ids by the names that the files use.
class Filling
{
public:
    explicit Filling(Desk &desk) : m_desk(desk) {}

    base::Result<void> fill(const QJsonObject &column);

private:
    using Step = base::Result<void> (Filling::*)(const QJsonObject &);

    base::Result<void> each(const QJsonArray &rows, Step step);
    base::Result<void> addMasthead(const QJsonObject &fields);
    base::Result<void> addTag(const QJsonObject &row);
    base::Result<void> addLetter(const QJsonObject &row);
    base::Result<void> addWriter(const QJsonObject &row, const desk::CorrespondentId &id);
    base::Result<void> addArticle(const QJsonObject &row);
    base::Result<void> addRemark(const QJsonObject &row);
    base::Result<void> addIndexEntry(const QJsonObject &row);
    base::Result<void> addIndexReference(const QJsonObject &row);
    base::Result<desk::HeadingId> heading(const QString &name, const desk::HeadingId &parent);

    base::Result<QString> read(const QString &name) { return base::readTextFile(resource(name), largestText); }
    QList<desk::TagId> tagsOf(const QJsonObject &row) const;

    Desk &m_desk;
    QHash<QString, desk::TagId> m_tags;
    QHash<QString, desk::LetterId> m_letters;
    QHash<QString, desk::Article> m_articles;
    QHash<QString, desk::HeadingId> m_headings;
};

base::Result<void> Filling::fill(const QJsonObject &column)
{
    if (const auto done = addMasthead(column.value(u"masthead").toObject()); !done)
        return done.error();
    const QJsonObject index = column.value(u"index").toObject();
    const std::pair<QJsonArray, Step> steps[] = {
        {column.value(u"tags").toArray(), &Filling::addTag},
        {column.value(u"letters").toArray(), &Filling::addLetter},
        {column.value(u"articles").toArray(), &Filling::addArticle},
        {column.value(u"remarks").toArray(), &Filling::addRemark},
        {index.value(u"entries").toArray(), &Filling::addIndexEntry},
        {index.value(u"references").toArray(), &Filling::addIndexReference},
    };
    for (const auto &[rows, step] : steps) {
        if (const auto done = each(rows, step); !done)
            return done.error();
    }
    return {};
}

base::Result<void> Filling::each(const QJsonArray &rows, Step step)
{
    for (const QJsonValue row : rows) {
        if (const auto done = (this->*step)(row.toObject()); !done)
            return done.error();
    }
    return {};
}

base::Result<void> Filling::addMasthead(const QJsonObject &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field) {
        if (field.key() == authorPicture) {
            const auto content = base::readFile(resource(text(*field)), largestText);
            if (!content)
                return content.error();
            const auto set = setAuthorPicture(m_desk, {text(*field), QStringLiteral("image/svg+xml"), *content});
            if (!set)
                return set.error();
        } else if (const auto set = setMastheadValue(m_desk, field.key(), text(*field)); !set) {
            return set.error();
        }
    }
    return {};
}

base::Result<void> Filling::addTag(const QJsonObject &row)
{
    desk::Tag tag;
    tag.name = text(row.value(u"name"));
    tag.id = desk::TagId::fromName(QLatin1String("tag/") + tag.name);
    tag.slug = desk::slugFor(tag.name);
    tag.parent = m_tags.value(text(row.value(u"parent")));
    tag.description = text(row.value(u"description"));
    for (const QJsonValue synonym : row.value(u"synonyms").toArray())
        tag.synonyms.append(text(synonym));
    m_tags.insert(tag.name, tag.id);
    if (const auto added = m_desk.file().tags().add(tag); !added)
        return added.error();
    return {};
}

base::Result<void> Filling::addWriter(const QJsonObject &row, const desk::CorrespondentId &id)
{
    const QJsonObject sender = row.value(u"sender").toObject();
    const auto sealed = m_desk.vault().seal({id, text(sender.value(u"name")), text(sender.value(u"address")), {}, {}});
    if (!sealed)
        return sealed.error();
    return m_desk.file().correspondents().add(*sealed);
}

base::Result<void> Filling::addLetter(const QJsonObject &row)
{
    const QString key = text(row.value(u"id"));
    const auto original = read(text(row.value(u"text")));
    if (!original)
        return original.error();
    const bool isEdited = row.contains(u"edited");
    const auto edited = isEdited ? read(text(row.value(u"edited"))) : *original;
    if (!edited)
        return edited.error();
    desk::Letter letter;
    letter.id = desk::LetterId::fromName(QLatin1String("letter/") + key);
    letter.correspondent = desk::CorrespondentId::fromName(QLatin1String("correspondent/") + key);
    letter.subject = text(row.value(u"subject"));
    letter.original = original->trimmed();
    letter.edited = edited->trimmed();
    letter.signature = text(row.value(u"signature"));
    letter.place = text(row.value(u"place"));
    letter.stage = desk::letterStageNamed(text(row.value(u"stage"))).value_or(desk::LetterStage::New);
    letter.heldUntil = QDate::fromString(text(row.value(u"heldUntil")), Qt::ISODate);
    letter.unread = row.value(u"unread").toBool();
    letter.channel = text(row.value(u"channel"));
    letter.received = base::fromIso(text(row.value(u"received")));
    letter.fingerprint = desk::fingerprint(letter.original);
    letter.tags = tagsOf(row);
    m_letters.insert(key, letter.id);
    if (const auto added = addWriter(row, letter.correspondent); !added)
        return added.error();
    if (const auto added = m_desk.file().letters().add(letter); !added)
        return added.error();
    return {};
}

base::Result<void> Filling::addArticle(const QJsonObject &row)
{
    const QString key = text(row.value(u"id"));
    desk::Article article;
    article.id = desk::ArticleId::fromName(QLatin1String("article/") + key);
    article.title = text(row.value(u"title"));
    article.slug = text(row.value(u"slug"));
    article.stage = desk::articleStageNamed(text(row.value(u"stage"))).value_or(desk::ArticleStage::Draft);
    article.publishOn = base::fromIso(text(row.value(u"publishOn")));
    if (row.value(u"published").toBool())
        article.published = article.publishOn;
    article.summary = text(row.value(u"summary"));
    article.tags = tagsOf(row);
    for (const QJsonValue value : row.value(u"answers").toArray()) {
        const QJsonObject answer = value.toObject();
        const QString letter = text(answer.value(u"letter"));
        const auto markdown = read(text(answer.value(u"text")));
        if (!markdown)
            return markdown.error();
        article.answers.append({desk::AnswerId::fromName(QLatin1String("answer/") + letter), m_letters.value(letter),
                                markdown->trimmed()});
    }
    m_articles.insert(key, article);
    if (const auto added = m_desk.file().articles().add(article); !added)
        return added.error();
    return {};
}

base::Result<void> Filling::addRemark(const QJsonObject &row)
{
    const desk::Article article = m_articles.value(text(row.value(u"article")));
    const qsizetype answer = row.value(u"answer").toInteger();
    if (answer >= article.answers.size())
        return base::Error{base::Error::Kind::Damaged, {}, QStringLiteral("sample: a remark on no answer")};
    desk::Remark remark;
    remark.owner = QUuid(article.answers.at(answer).id.toString());
    remark.quote = text(row.value(u"quote"));
    remark.text = text(row.value(u"text"));
    remark.id = desk::RemarkId::fromName(QLatin1String("remark/") + remark.quote);
    remark.author = QStringLiteral("Editor");
    remark.created =
        article.publishOn.isValid() ? article.publishOn : base::fromIso(QStringLiteral("2026-06-01T09:00:00Z"));
    return m_desk.file().revisions().addRemark(remark);
}

base::Result<desk::HeadingId> Filling::heading(const QString &name, const desk::HeadingId &parent)
{
    const QString key = parent.toString() + QLatin1Char('/') + name;
    if (const auto known = m_headings.constFind(key); known != m_headings.constEnd())
        return *known;
    const desk::HeadingId id = desk::HeadingId::fromName(QLatin1String("heading/") + key);
    m_headings.insert(key, id);
    if (const auto added = m_desk.file().index().addHeading({id, parent, name, {}}); !added)
        return added.error();
    return id;
}

base::Result<void> Filling::addIndexEntry(const QJsonObject &row)
{
    auto at = heading(text(row.value(u"heading")), {});
    if (at && !text(row.value(u"sub")).isEmpty())
        at = heading(text(row.value(u"sub")), *at);
    if (!at)
        return at.error();
    const QString article = text(row.value(u"article"));
    const QString line = text(row.value(u"text"));
    const auto id = desk::EntryId::fromName(QLatin1String("entry/") + at->toString() + article + line);
    return m_desk.file().index().addEntry({id, *at, m_articles.value(article).id, {}, line});
}

base::Result<void> Filling::addIndexReference(const QJsonObject &row)
{
    const auto from = heading(text(row.value(u"from")), {});
    const auto to = heading(text(row.value(u"to")), {});
    if (!from || !to)
        return from ? to.error() : from.error();
    const bool isSee = text(row.value(u"kind")) == QLatin1String("see");
    return m_desk.file().index().addReference(
        {*from, *to, isSee ? desk::IndexReference::Kind::See : desk::IndexReference::Kind::SeeAlso});
}

QList<desk::TagId> Filling::tagsOf(const QJsonObject &row) const
{
    QList<desk::TagId> tags;
    for (const QJsonValue name : row.value(u"tags").toArray())
        tags.append(m_tags.value(text(name)));
    return tags;
}

} // namespace

base::Result<void> fillWithSample(Desk &desk)
{
    const auto bytes = base::readFile(resource(QStringLiteral("column.json")), largestText);
    if (!bytes)
        return bytes.error();
    storage::Transaction transaction(desk.file());
    if (const auto filled = Filling(desk).fill(QJsonDocument::fromJson(*bytes).object()); !filled)
        return filled.error();
    desk.noteChange(Area::Letters | Area::Articles | Area::Tags | Area::Masthead | Area::Index);
    return transaction.commit();
}

} // namespace editorial
