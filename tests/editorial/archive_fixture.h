// A desk that has one of everything, and its way into an open archive and back, for tests.
#pragma once

#include "desk_fixture.h"
#include "desk_tables.h"
#include "editorial/archiving.h"
#include "editorial/masthead.h"
#include "editorial/publishing.h"
#include "editorial/restoring.h"
#include "editorial/sample_desk.h"
#include "editorial/sheets.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/index_store.h"
#include "storage/intake_store.h"
#include "storage/letter_store.h"
#include "storage/masthead_store.h"
#include "storage/post_store.h"
#include "storage/redirect_store.h"
#include "storage/relation_store.h"
#include "storage/revision_store.h"
#include "storage/tag_store.h"

#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>

using Files = QMap<QString, QByteArray>;

// Every file below a folder by its path.
inline Files filesBelow(const QString &folder)
{
    Files files;
    QDirIterator walk(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        QFile file(walk.next());
        if (!file.open(QIODevice::ReadOnly))
            qFatal("cannot read %s", qPrintable(file.fileName()));
        files.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return files;
}

// What differs between two folders; empty: nothing.
inline QString difference(const Files &a, const Files &b)
{
    if (a.keys() != b.keys())
        return QLatin1String("files: ") + a.keys().join(u' ') + QLatin1String("\nand ") + b.keys().join(u' ');
    for (auto file = a.begin(); file != a.end(); ++file) {
        if (b.value(file.key()) != file.value())
            return file.key() + QLatin1String(": ") + QString::fromUtf8(file.value().left(3000)) +
                   QLatin1String("\nand ") + QString::fromUtf8(b.value(file.key()).left(3000));
    }
    return {};
}

class ArchiveFixture : public DeskFixture
{
public:
    [[nodiscard]] QString in(const QString &name) const { return folder.filePath(name); }
    [[nodiscard]] QString archiveFolder() const { return in(QStringLiteral("archive")); }
    [[nodiscard]] QString restoredPath() const { return in(QStringLiteral("restored.postbag")); }

    base::Result<editorial::ArchiveReport> archive(const std::optional<QString> &passphrase = {})
    {
        base::NoProgress progress;
        return editorial::archiveDesk(*desk, {archiveFolder(), passphrase, {1, 8192}}, progress);
    }

    base::Result<editorial::ArchiveReport> restore(const std::optional<QString> &passphrase = {}) const
    {
        base::NoProgress progress;
        return editorial::restoreDesk({archiveFolder(), restoredPath(), passphrase}, progress);
    }

    // Changes a file of the archive.
    void replaceIn(const QString &name, const QByteArray &before, const QByteArray &after) const
    {
        const QString path = archiveFolder() + QLatin1Char('/') + name;
        QByteArray bytes = filesBelow(archiveFolder()).value(name);
        if (!bytes.contains(before))
            qFatal("%s has no %s", qPrintable(name), before.constData());
        bytes.replace(bytes.indexOf(before), before.size(), after);
        writeFile(QStringLiteral("archive/") + name, bytes);
    }

    // The site of a desk as of the clock's time.
    Files siteOf(editorial::Desk &from, const QString &name) const
    {
        base::NoProgress progress;
        const auto report = editorial::exportSite(from, {in(name), {}, {}, false}, progress);
        if (!report)
            qFatal("%s", qPrintable(report.error().message));
        return filesBelow(in(name));
    }

    // What must be alike on both desks: everything but what belongs to one file or to one computer.
    [[nodiscard]] QMap<QString, QStringList> tables(const QString &path) const
    {
        return desk_tables::of(
            path,
            {{QStringLiteral("vault_secret"), QStringLiteral("mail_accounts"), QStringLiteral("mail_due"),
              QStringLiteral("sites"), QStringLiteral("publications"), QStringLiteral("sqlite_sequence"),
              QStringLiteral("sqlite_stat1"), QStringLiteral("correspondents")},
             {QStringLiteral("version"), QStringLiteral("assets.number"), QStringLiteral("authors.number"),
              QStringLiteral("attachments.number"), QStringLiteral("answers.number"), QStringLiteral("tags.number"),
              QStringLiteral("index_headings.number"), QStringLiteral("index_entries.number"),
              QStringLiteral("remarks.number"), QStringLiteral("revisions.number"), QStringLiteral("sheet_maps.number"),
              QStringLiteral("posts.versions"), QStringLiteral("post_pictures.number")}});
    }

    // A letter with all that a letter can have, a second one that it follows, though that came later, and what else the
    // sample lacks.
    void addEverything()
    {
        const auto must = [](const auto &result) {
            if (!result)
                qFatal("%s", qPrintable(result.error().message));
        };
        storage::DeskFile &file = desk->file();
        const desk::LetterId later = letter("The hedge", "It grew.");
        desk::Letter full;
        full.id = desk::LetterId::fromName(QStringLiteral("full"));
        full.correspondent = desk::CorrespondentId::fromName(QStringLiteral("nobody"));
        full.subject = QStringLiteral("{{ A }} \"hedge\": {% b %}\u2028 #1");
        full.original = QStringLiteral("On Monday\r\n> it said\r\n\n<b>hedge</b>\n<!-- /postbag -->\n\n");
        full.edited = QStringLiteral("\n\nIt {{< said >}} &lt;so>\n---\n");
        full.signature = QStringLiteral("— “Hedged” *in*");
        full.place = QStringLiteral("Łódź <1>");
        full.stage = desk::LetterStage::Held;
        full.heldUntil = QDate(2031, 2, 3);
        full.channel = QStringLiteral("sheet");
        full.received = QDateTime(QDate(1899, 12, 31), QTime(23, 59, 59, 7), Qt::UTC);
        full.fingerprint = QStringLiteral("00ff");
        full.messageKey = QStringLiteral("abcdef");
        full.consent = desk::Consent::Refused;
        full.needsAttention = true;
        full.notice = QStringLiteral("It has\ntwo lines.");
        must(file.letters().add(full));
        must(file.letters().addAttachment(full.id,
                                          {desk::AttachmentId::fromName(QStringLiteral("a")),
                                           QStringLiteral("../\u202egpj.exe"), QStringLiteral("image/png"), 0},
                                          QByteArray("\0\xff\r\n", 4)));
        must(file.letters().addAttachment(
            full.id, {desk::AttachmentId::fromName(QStringLiteral("b")), QString(), QString(), 0}, QByteArray()));
        must(file.intake().addReferences(full.id, {QStringLiteral("k1"), QStringLiteral("k2")}));
        must(file.intake().addForwarding(full.id, {desk::Forwarding::Decision::Kept,
                                                   desk::CorrespondentId::fromName(QStringLiteral("other")),
                                                   QStringLiteral("Fwd: it"), QStringLiteral("as \"it\" came\n")}));
        must(file.relations().setFollows(full.id, later));
        must(editorial::tagLetters(*desk, {full.id}, {QStringLiteral("Hedges: ÄÖ")}, {}));

        const desk::AssetId picture = desk::AssetId::fromName(QStringLiteral("second picture"));
        must(file.assets().add({picture, QStringLiteral("a b.PNG"), QStringLiteral("image/png"), "png"}));
        const desk::AuthorId author = desk::AuthorId::fromName(QStringLiteral("second"));
        must(file.masthead().saveAuthor(
            {author, QStringLiteral("Ivo"), QStringLiteral("*Ivo*"), picture, QStringLiteral("Ivo"), 0}));

        storage::StoredArticle stored;
        stored.article.id = desk::ArticleId::fromName(QStringLiteral("old"));
        stored.article.title = QStringLiteral("The old: hedge");
        stored.article.slug = QStringLiteral("the-old-hedge");
        stored.article.path = QStringLiteral("2009/04/old_Hedge.php.html");
        stored.article.stage = desk::ArticleStage::Withdrawn;
        stored.article.publishOn = QDateTime(QDate(2009, 4, 1), QTime(10, 0, 0, 250), Qt::UTC);
        stored.article.published = QDateTime(QDate(2009, 4, 2), QTime(0, 0), Qt::UTC);
        stored.article.summary = QStringLiteral("What: \"grew\".");
        stored.article.author = author;
        const desk::AnswerId answer = desk::AnswerId::fromName(QStringLiteral("old answer"));
        stored.article.answers = {{answer, full.id, QStringLiteral("Cut it.\n\n<!-- postbag:answer x -->\n"), 0}};
        stored.number = 400;
        stored.created = QDateTime(QDate(2009, 3, 1), QTime(1, 2, 3, 4), Qt::UTC);
        stored.modified = QDateTime(QDate(2010, 3, 1), QTime(1, 2, 3, 4), Qt::UTC);
        must(file.articles().restore(stored));
        desk::Article unnamed;
        unnamed.id = desk::ArticleId::fromName(QStringLiteral("unnamed"));
        unnamed.answers = {{desk::AnswerId::fromName(QStringLiteral("unnamed answer")), later, QString(), 0}};
        must(file.articles().add(unnamed));

        const desk::HeadingId above = desk::HeadingId::fromName(QStringLiteral("above"));
        const desk::HeadingId below = desk::HeadingId::fromName(QStringLiteral("below"));
        must(file.index().addHeading({above, {}, QStringLiteral("Hedges"), QStringLiteral("hedge")}));
        must(file.index().addHeading({below, above, QStringLiteral("old ones"), {}}));
        must(file.index().addEntry({desk::EntryId::fromName(QStringLiteral("e")), below, stored.article.id, full.id,
                                    QStringLiteral("It grew")}));
        must(file.index().addReference({above, below, desk::IndexReference::Kind::SeeAlso}));

        const QDateTime at(QDate(2026, 5, 1), QTime(8, 0, 0, 9), Qt::UTC);
        for (const char *text : {"one", "", "two\r\n", "one"})
            must(file.revisions().keep({desk::RevisionId::create(), desk::TextKind::Answer, QUuid(answer.toString()),
                                        QString::fromLatin1(text), QStringLiteral("before editing"), at}));
        must(file.revisions().keep({desk::RevisionId::create(), desk::TextKind::EditedLetter, QUuid(full.id.toString()),
                                    QStringLiteral("\u0001"), QString(), at}));
        must(file.revisions().addRemark({desk::RemarkId::create(), desk::TextKind::EditedLetter,
                                         QUuid(full.id.toString()), QStringLiteral("It"), QStringLiteral("Who?"),
                                         QStringLiteral("Ed"), at, true}));

        addImports(stored.article.id, author);

        desk::SheetMap map;
        map.columns.insert(desk::SheetRole::Letter, {{QStringLiteral("What?"), 0}, {QString(), 3}});
        map.yes = QStringList{QStringLiteral("Print")};
        map.writing.delimiter = ';';
        must(editorial::keepSheetMap(*desk, map, QStringLiteral("The form")));
        must(file.letters().raiseHighestNumber(900));
    }

    // Two imports: one whose article was edited since, with a post that wants a decision on that, and one with a post
    // that waits.
    void addImports(const desk::ArticleId &edited, const desk::AuthorId &author)
    {
        const auto must = [](const auto &result) {
            if (!result)
                qFatal("%s", qPrintable(result.error().message));
        };
        using storage::PostState;
        storage::DeskFile &file = desk->file();
        storage::PostStore &posts = file.posts();
        const desk::PostBatchId first = desk::PostBatchId::fromName(QStringLiteral("first"));
        const desk::PostBatchId second = desk::PostBatchId::fromName(QStringLiteral("second"));
        const QDateTime at(QDate(2026, 4, 1), QTime(8, 0, 0, 7), Qt::UTC);
        must(posts.addBatch({first, QStringLiteral("old.xml"), QStringLiteral("https://old.example"), at}));
        must(posts.addBatch({second, QStringLiteral("a.xml, b.xml"), QString(), at}));
        const auto tags = file.tags().tags();
        must(tags);
        must(posts.noteTag(first, tags->first().id));
        must(posts.noteAuthor(second, author));
        desk::Post post;
        post.guid = QStringLiteral("https://old.example/?p=1&x=\"2\"");
        post.title = QStringLiteral("The “old”: hedge");
        post.slug = QStringLiteral("the-old-hedge");
        post.path = QStringLiteral("2009/04/hedge/");
        post.stage = desk::ArticleStage::Approved;
        post.date = QDateTime(QDate(2009, 4, 1), QTime(10, 0, 0, 1), Qt::UTC);
        post.author = QStringLiteral("Ivo");
        post.topics = QStringList{QStringLiteral("Hedges: ÄÖ"), QStringLiteral("new")};
        post.summary = QStringLiteral("What: \"grew\".");
        post.text = QStringLiteral("Dear Ivo,\n\n<b>it</b> {{< grew >}}\n\n<!-- /postbag -->\n");
        const auto content = [](const desk::Post &waiting) {
            return QString::fromUtf8(QJsonDocument(desk::toJson(waiting)).toJson(QJsonDocument::Compact));
        };
        const auto versions = posts.versions(edited);
        must(versions);
        must(posts.put(first, {post.guid, PostState::Conflict, edited, QByteArray("\0\xff", 2), *versions - 1,
                               post.title, post.date, content(post)}));
        post.guid = QStringLiteral("2");
        post.path.clear();
        post.redirect = QStringLiteral("2009/05/hedge.php");
        post.stage = desk::ArticleStage::Draft;
        post.date = {};
        const desk::AttachmentId picture = desk::AttachmentId::fromName(QStringLiteral("of a post"));
        post.picture = QStringLiteral("![a](attachment:%1)").arg(picture.toString());
        must(posts.put(second, {post.guid, PostState::Waiting, {}, "s", 0, post.title, post.date, content(post)}));
        must(posts.addPicture(post.guid, {picture, QStringLiteral("A b.JPG"), QStringLiteral("image/jpeg"), "jpeg"}));
        must(posts.put(second,
                       {QStringLiteral("3"), PostState::Dropped, {}, QByteArray(), 0, QString(), {}, QString()}));
        must(posts.setLabels({{desk::ColumnLabel::Part::Letter, QStringLiteral("dear ivo")},
                              {desk::ColumnLabel::Part::Answer, QStringLiteral("ivo answers")}}));
        must(file.redirects().put({QStringLiteral("2009/04/hedge/"), edited}));
        must(file.redirects().put({QStringLiteral("hedge.html"), edited}));
    }
};
