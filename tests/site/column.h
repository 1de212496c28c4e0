// An invented column for the tests of the site: six articles, one with two letters, a small tree of tags, an index.
#pragma once

#include "base/progress.h"
#include "base/text.h"
#include "site/exporter.h"
#include "site/preview.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QHash>

namespace column {

inline QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

inline desk::TagId tag(const QByteArray &name)
{
    return desk::TagId::fromName(text("tag " + name));
}

inline desk::ArticleId article(const QByteArray &slug)
{
    return desk::ArticleId::fromName(text("article " + slug));
}

inline QDateTime day(int number, int offset = 3600)
{
    return QDateTime(QDate(2026, 3, 1).addDays(number), QTime(9, 0), Qt::OffsetFromUTC, offset);
}

// What goes onto the site, with the texts that belong to it.
struct Column {
    site::Edition edition;
    QHash<desk::ArticleId, site::Texts> texts;
    int loads = 0; // how often texts were asked for
    QHash<desk::AttachmentId, site::Enclosure> enclosures;
    int enclosureLoads = 0;

    site::ArticleHead &head(const QByteArray &slug)
    {
        return *std::find_if(edition.articles.begin(), edition.articles.end(),
                             [&slug](const site::ArticleHead &one) { return one.id == article(slug); });
    }

    // Brings digest and excerpt in line with the texts, as the desk file does.
    void settle(const QByteArray &slug)
    {
        site::ArticleHead &changed = head(slug);
        QString all;
        changed.letters.clear();
        for (const site::Piece &piece : texts.value(changed.id).pieces) {
            all += piece.letterText + piece.signature + piece.place + piece.answerText + QChar(0);
            changed.letters.append(piece.letter);
        }
        changed.digest = base::sha256(all.toUtf8()).toLatin1();
        changed.excerpt = base::excerpt(texts.value(changed.id).pieces.first().letterText, 160);
    }

    void add(const QByteArray &slug, const QByteArray &title, int publishedOn, const QList<desk::TagId> &tags,
             const QList<site::Piece> &pieces)
    {
        site::ArticleHead added;
        added.id = article(slug);
        added.title = text(title);
        added.path = text("letters/" + slug + ".html");
        added.published = day(publishedOn);
        added.tags = tags;
        edition.articles.prepend(added);
        texts.insert(added.id, {pieces});
        settle(slug);
    }

    void withdraw(const QByteArray &slug)
    {
        edition.articles.removeIf([&slug](const site::ArticleHead &one) { return one.id == article(slug); });
    }

    site::LoadTexts loader()
    {
        return [this](const QList<desk::ArticleId> &ids) -> base::Result<QList<site::Texts>> {
            loads += ids.size();
            QList<site::Texts> found;
            for (const desk::ArticleId &id : ids)
                found.append(texts.value(id));
            return found;
        };
    }

    site::LoadEnclosure enclosureLoader()
    {
        return [this](const desk::AttachmentId &id) -> base::Result<site::Enclosure> {
            ++enclosureLoads;
            if (!enclosures.contains(id))
                return base::Error{base::Error::Kind::NotFound, QStringLiteral("There is no such attachment.")};
            return enclosures.value(id);
        };
    }

    base::Result<site::Outcome> exportTo(const QString &folder, site::Mode mode = site::Mode::Write)
    {
        base::NoProgress progress;
        return exportTo(folder, mode, progress);
    }

    base::Result<site::Outcome> exportTo(const QString &folder, site::Mode mode, base::Progress &progress)
    {
        const base::Result<site::Theme> theme = site::Theme::load({}, edition.masthead.language);
        if (!theme)
            return theme.error();
        return site::exportSite(edition, *theme, folder, {loader(), enclosureLoader()}, mode, progress);
    }
};

inline site::Piece piece(const QByteArray &name, const QByteArray &letter, const QByteArray &signature,
                         const QByteArray &answer)
{
    return {desk::LetterId::fromName(text(name)), text(letter), text(signature), {}, text(answer)};
}

inline void addArticles(Column &made)
{
    made.add("the-borrowed-car", "The borrowed car", 1, {tag("siblings"), tag("money")},
             {piece("car", "My sister has my car.\n\nShe says \"soon\".", "Torn in Truro",
                    "Dear Torn,\n\nask *once*, then [look here](letters/late-thanks.html).")});
    made.add("late-thanks", "A letter of thanks, ten years late", 2, {tag("manners")},
             {piece("thanks", "Is ten years too late?", "Inky Fingers", "# No\n\nIt is early.")});
    made.add("aunt-and-piano", "An aunt and a piano", 3, {tag("family"), tag("manners")},
             {piece("piano", "My aunt plays at six.", "Wide Awake", "Buy felt.")});
    made.add("two-kitchens", "Two letters about one kitchen", 4, {tag("family")},
             {piece("kitchen-1", "He salts everything.", "Parched", "Hide it."),
              piece("kitchen-2", "She hides the salt.", "Bland", "Ask for it.")});
    made.add("quiet-office", "The quiet office", 5, {tag("work")},
             {piece("office", "Nobody says good morning.", "Early Bird", "Say it twice.")});
    made.add(
        "eclair", "Éclairs at every meeting", 6, {},
        {piece("eclair", "They are eaten before I come.", "Crumbs", "Come early. See the [index](/qa-index.html).")});
}

inline void addIndex(Column &made)
{
    const auto heading = [&made](const char *name, const char *parent) {
        const desk::HeadingId above = parent ? desk::HeadingId::fromName(text(parent)) : desk::HeadingId();
        made.edition.index.headings.append({desk::HeadingId::fromName(text(name)), above, text(name), {}});
    };
    const auto entry = [&made](const QByteArray &name, const QByteArray &slug, const char *line) {
        const desk::ArticleId id = article(slug);
        made.edition.index.entries.append({desk::EntryId::fromName(text(line)), desk::HeadingId::fromName(text(name)),
                                           id, made.texts.value(id).pieces.last().letter, text(line)});
    };
    heading("cars", nullptr);
    heading("lent to sisters", "cars");
    heading("salt", nullptr);
    heading("seasoning", nullptr);
    heading("nobody", nullptr);
    entry("lent to sisters", "the-borrowed-car", "How do I get it back?");
    entry("salt", "two-kitchens", "She hides it");
    made.edition.index.references.append({desk::HeadingId::fromName(text("seasoning")),
                                          desk::HeadingId::fromName(text("salt")), desk::IndexReference::Kind::See});
}

inline Column sample()
{
    Column made;
    desk::Masthead &masthead = made.edition.masthead;
    masthead = desk::newMasthead(text("Ask Juniper"), text("en-GB"), text("Europe/London"));
    masthead.letterLabel = text("DEAR JUNIPER");
    masthead.answerLabel = text("JUNIPER ANSWERS");
    masthead.introduction =
        text("Write in complete confidence to [Juniper](mailto:juniper@askjuniper.example), or read "
             "[all questions](qa-index.html).");
    masthead.callToAction = text("Join the [forum](https://forum.askjuniper.example).");
    masthead.baseUrl = text("https://askjuniper.example/column");
    desk::Author author;
    author.id = desk::AuthorId::fromName(text("Juniper"));
    author.name = text("Juniper Lathe");
    author.bio = text("Juniper Lathe mends chairs.");
    author.picture = desk::AssetId::fromName(text("picture"));
    author.pictureAlt = text("A woman on a chair");
    masthead.authors = {author};
    made.edition.pictures = {
        {author.picture, text("juniper.svg"),
         "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\"><path d=\"M1 1h2v2z\"/></svg>"}};
    const auto addTag = [&made](const char *name, const char *parent) {
        desk::Tag one;
        one.id = tag(name);
        one.name = text(name);
        one.slug = text(name);
        one.parent = parent ? tag(parent) : desk::TagId();
        one.description = text(QByteArray("All about *") + name + "*.");
        made.edition.tags.append(one);
    };
    addTag("family", nullptr);
    addTag("siblings", "family");
    addTag("money", nullptr);
    addTag("manners", nullptr);
    addTag("work", nullptr);
    addTag("unused", nullptr);
    addArticles(made);
    addIndex(made);
    return made;
}

// Where temporary folders are made: in memory if possible, so that no test waits for a disk that others keep busy.
inline QString scratch()
{
    const QString memory = text("/dev/shm");
    return (QFileInfo(memory).isWritable() ? memory : QDir::tempPath()) + text("/postbag-site-XXXXXX");
}

// Every file below the folder by its path, hidden ones too.
inline QMap<QString, QByteArray> files(const QString &folder)
{
    QMap<QString, QByteArray> found;
    QDirIterator all(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        if (file.open(QIODevice::ReadOnly))
            found.insert(QDir(folder).relativeFilePath(file.fileName()), file.readAll());
    }
    return found;
}

inline QByteArray read(const QString &folder, const QByteArray &file)
{
    QFile opened(QDir(folder).filePath(text(file)));
    return opened.open(QIODevice::ReadOnly) ? opened.readAll() : QByteArray();
}

inline void write(const QString &folder, const QByteArray &file, const QByteArray &content)
{
    const QString path = QDir(folder).filePath(text(file));
    QDir().mkpath(QFileInfo(path).path());
    QFile opened(path);
    if (opened.open(QIODevice::WriteOnly))
        opened.write(content);
}

inline QStringList paths(const site::Outcome &outcome, site::Change::Kind kind)
{
    QStringList found;
    for (const site::Change &change : outcome.changes) {
        if (change.kind == kind)
            found.append(change.path);
    }
    return found;
}

} // namespace column
