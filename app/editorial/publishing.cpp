#include "editorial/publishing.h"

#include "desk/rules.h"
#include "editorial/enclosing.h"
#include "editorial/masthead.h"
#include "editorial/tags.h"
#include "editorial/writing.h"
#include "site/exporter.h"
#include "site/preview.h"
#include "storage/desk_file.h"
#include "storage/index_store.h"
#include "storage/publication_store.h"
#include "storage/redirect_store.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>
#include <optional>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::publishing)
};

// What an edition was chosen from, and what was kept out of it.
struct Chosen {
    site::Edition edition;
    QHash<desk::ArticleId, QByteArray> checked; // digest of what was checked, by article
    QList<desk::Finding> blocked;
    QList<desk::Finding> warnings;

    void take(const QList<desk::Finding> &findings)
    {
        for (const desk::Finding &finding : findings) {
            const bool isBlocker = finding.severity == desk::Finding::Severity::Blocker;
            (isBlocker ? blocked : warnings).append(finding);
            if (isBlocker)
                checked.remove(finding.article);
        }
    }
};

// What lists say of a letter does not name attachments, only what they show.
QString withoutAttachments(QString excerpt)
{
    static const QRegularExpression mark(QStringLiteral("!?\\[([^\\]]*)\\]\\(attachment:[^)\\s]*\\)?"));
    return excerpt.contains(QLatin1String("attachment:")) ? excerpt.replace(mark, QStringLiteral("\\1")) : excerpt;
}

site::ArticleHead siteHead(const storage::ArticleHead &head, const desk::Masthead &masthead,
                           const QList<desk::AttachmentId> &enclosed)
{
    desk::Article article;
    article.slug = head.slug;
    article.path = head.path;
    article.publishOn = head.publishOn;
    return {head.id,
            head.title,
            sitePath(article, masthead),
            head.summary,
            withoutAttachments(head.letterExcerpt),
            head.publishOn.isValid() ? head.publishOn.toTimeZone(zoneOf(masthead)) : QDateTime(),
            head.author,
            head.tags,
            head.letters,
            head.digest,
            enclosed};
}

// Over all that a check of the article looks at; an article that went out with this digest need not be checked again.
QByteArray checkDigest(const storage::ArticleHead &head, const desk::Masthead &masthead)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const QString &part : {head.title, head.slug, head.summary, masthead.letterWords}) {
        hash.addData(part.toUtf8());
        hash.addData(QByteArrayView("\0", 1));
    }
    hash.addData(QByteArray::number(head.tags.size()));
    hash.addData(head.digest);
    return hash.result();
}

// The picture as it may go out; drawings are made of words and numbers of their own and go out as they are.
base::Result<site::Picture> publicPicture(const desk::AssetId &id, const PictureFile &file)
{
    if (file.mediaType == drawingType)
        return site::Picture{id, file.name, file.content};
    auto copy = publicCopy(file.content, file.mediaType);
    if (!copy)
        return copy.error();
    return site::Picture{id, QLatin1String("picture.") + copy->suffix, std::move(copy->content)};
}

// The pictures of the authors; one that cannot go out is left out, with a warning.
base::Result<QList<site::Picture>> pictures(Desk &desk, const desk::Masthead &masthead, QList<desk::Finding> &warnings)
{
    QList<site::Picture> list;
    for (const desk::Author &author : masthead.authors) {
        if (author.picture.isNull())
            continue;
        const auto file = picture(desk, author.picture);
        if (!file)
            return file.error();
        if (auto shown = publicPicture(author.picture, *file))
            list.append(std::move(*shown));
        else
            warnings.append({desk::Finding::Severity::Warning,
                             QStringLiteral("author-picture"),
                             {},
                             Words::tr("author"),
                             author.name,
                             shown.error().message});
    }
    return list;
}

// The edition without its articles.
base::Result<site::Edition> emptyEdition(Desk &desk, QList<desk::Finding> &warnings)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    const auto tree = tags(desk);
    if (!tree)
        return tree.error();
    const auto index = desk.file().index().index();
    if (!index)
        return index.error();
    const auto shown = pictures(desk, *head, warnings);
    if (!shown)
        return shown.error();
    const auto redirects = desk.file().redirects().redirects();
    if (!redirects)
        return redirects.error();
    site::Edition edition{*head, {}, {}, tree->tags, *index, *shown, {}, copying};
    for (const storage::Redirect &redirect : *redirects)
        edition.redirects.append({redirect.path, redirect.article});
    return edition;
}

base::Result<QHash<desk::ArticleId, QByteArray>> checkedBefore(Desk &desk, const QString &folder)
{
    const auto publications = desk.file().publications().publications(folder);
    if (!publications)
        return publications.error();
    QHash<desk::ArticleId, QByteArray> digests;
    for (const storage::Publication &publication : *publications)
        digests.insert(publication.article, publication.digest);
    return digests;
}

// Approved, dated at or before `asOf`, free of blockers.
base::Result<Chosen> choose(Desk &desk, const QString &folder, const QDateTime &asOf, base::Progress &progress)
{
    QList<desk::Finding> warnings;
    auto edition = emptyEdition(desk, warnings);
    if (!edition)
        return edition.error();
    const auto heads = desk.file().articles().heads(desk::ArticleStage::Approved);
    if (!heads)
        return heads.error();
    const auto before = checkedBefore(desk, folder);
    if (!before)
        return before.error();

    Chosen chosen{std::move(*edition), {}, {}, {}};
    const desk::Masthead &masthead = chosen.edition.masthead;
    chosen.edition.asOf = asOf;
    chosen.warnings = desk::mastheadFindings(masthead) + warnings;
    QList<storage::ArticleHead> due;
    QList<storage::ArticleHead> unchecked;
    for (const storage::ArticleHead &head : *heads) {
        if (head.publishOn.isValid() && head.publishOn > asOf)
            continue;
        due.append(head);
        chosen.checked.insert(head.id, checkDigest(head, masthead));
        if (before->value(head.id) != chosen.checked.value(head.id))
            unchecked.append(head);
    }
    const auto findings = articleChecks(desk, unchecked, masthead, progress);
    if (!findings)
        return findings.error();
    for (const QList<desk::Finding> &found : *findings)
        chosen.take(found);
    const auto enclosed = enclosures(desk, desk::ArticleStage::Approved);
    if (!enclosed)
        return enclosed.error();
    for (const storage::ArticleHead &head : std::as_const(due)) {
        if (chosen.checked.contains(head.id))
            chosen.edition.articles.append(siteHead(head, masthead, enclosed->value(head.id)));
    }
    return chosen;
}

site::Texts textsOf(const QList<storage::PrintedAnswer> &pieces)
{
    site::Texts texts;
    for (const storage::PrintedAnswer &piece : pieces)
        texts.pieces.append({piece.letter, piece.letterText, piece.signature, piece.place, piece.text});
    return texts;
}

base::Result<QList<site::Texts>> texts(Desk &desk, const QList<desk::ArticleId> &ids)
{
    const auto printed = desk.file().articles().printed(ids);
    if (!printed)
        return printed.error();
    QList<site::Texts> all;
    for (const QList<storage::PrintedAnswer> &pieces : *printed)
        all.append(textsOf(pieces));
    return all;
}

site::Loaders loaders(Desk &desk)
{
    return {[&desk](const QList<desk::ArticleId> &ids) { return texts(desk, ids); },
            [&desk](const desk::AttachmentId &id) {
                return enclosure(desk, id);
            }};
}

PageChange::Kind kindOf(site::Change::Kind kind)
{
    switch (kind) {
    case site::Change::Kind::Changed:
        return PageChange::Kind::Changed;
    case site::Change::Kind::Removed:
        return PageChange::Kind::Removed;
    case site::Change::Kind::Blocked:
        return PageChange::Kind::Blocked;
    case site::Change::Kind::Added:
    case site::Change::Kind::Unchanged:
        break;
    }
    return PageChange::Kind::Added;
}

ExportReport reportOf(const site::Outcome &outcome, const Chosen &chosen)
{
    ExportReport report;
    report.blocked = chosen.blocked;
    report.warnings = chosen.warnings;
    for (const desk::Finding &finding : outcome.findings)
        (finding.severity == desk::Finding::Severity::Blocker ? report.blocked : report.warnings).append(finding);
    for (const site::Change &change : outcome.changes) {
        if (change.kind == site::Change::Kind::Unchanged)
            ++report.unchanged;
        else
            report.pages.append({kindOf(change.kind), change.path, change.reason, change.article});
    }
    return report;
}

base::Result<void> recordPublications(Desk &desk, const QString &folder, const site::Outcome &outcome,
                                      const Chosen &chosen)
{
    QList<storage::Publication> publications;
    for (const site::PublishedArticle &published : outcome.articles)
        publications.append({published.article, published.path, chosen.checked.value(published.article)});
    desk.noteChange(Area::Articles | Area::Publications);
    return desk.file().publications().record(folder, publications, desk.clock().now());
}

base::Result<storage::ArticleHead> headOf(Desk &desk, const desk::ArticleId &id)
{
    const auto article = desk.file().articles().article(id);
    if (!article)
        return article.error();
    const auto heads = desk.file().articles().heads(article->stage);
    if (!heads)
        return heads.error();
    const auto own = std::ranges::find(*heads, id, &storage::ArticleHead::id);
    if (own == heads->end())
        return base::Error{base::Error::Kind::NotFound, Words::tr("The article is not on this desk.")};
    return *own;
}

// What is approved and due, checked or not, without what it encloses: for the surroundings of one page.
base::Result<site::Edition> editionOfNow(Desk &desk)
{
    QList<desk::Finding> warnings;
    auto edition = emptyEdition(desk, warnings);
    if (!edition)
        return edition.error();
    const auto approved = desk.file().articles().heads(desk::ArticleStage::Approved);
    if (!approved)
        return approved.error();
    edition->asOf = desk.clock().now();
    for (const storage::ArticleHead &head : *approved) {
        if (head.publishOn.isValid() && head.publishOn <= edition->asOf)
            edition->articles.append(siteHead(head, edition->masthead, {}));
    }
    return edition;
}

} // namespace

base::Result<ExportReport> exportSite(Desk &desk, const ExportRequest &request, base::Progress &progress)
{
    QElapsedTimer timer;
    timer.start();
    if (request.site.trimmed().isEmpty())
        return base::Error{base::Error::Kind::Unusable, Words::tr("No folder is chosen for the site. Choose one.")};
    const QString folder = QDir::cleanPath(QDir(request.site).absolutePath());
    const QDateTime asOf = request.asOf.isValid() ? request.asOf.toUTC() : desk.clock().now();
    // What is checked is what is printed, whatever is typed meanwhile.
    auto reading = std::make_optional<storage::Reading>(desk.file());
    const auto chosen = choose(desk, folder, asOf, progress);
    if (!chosen)
        return chosen.error();
    const auto theme = site::Theme::load(request.theme, chosen->edition.masthead.language);
    if (!theme)
        return theme.error();
    const auto mode = request.dryRun ? site::Mode::DryRun : site::Mode::Write;
    const auto outcome = site::exportSite(chosen->edition, *theme, folder, loaders(desk), mode, progress);
    reading.reset();
    if (!outcome)
        return outcome.error();
    if (!request.dryRun) {
        if (const auto recorded = recordPublications(desk, folder, *outcome, *chosen); !recorded)
            return recorded.error();
    }
    ExportReport report = reportOf(*outcome, *chosen);
    report.seconds = static_cast<double>(timer.nsecsElapsed()) / 1e9;
    return report;
}

base::Result<QByteArray> articlePage(Desk &desk, const desk::ArticleId &id)
{
    const auto own = headOf(desk, id);
    if (!own)
        return own.error();
    const auto edition = editionOfNow(desk);
    if (!edition)
        return edition.error();
    const auto theme = site::Theme::load({}, edition->masthead.language);
    if (!theme)
        return theme.error();
    const auto pieces = desk.file().articles().printed({id});
    if (!pieces)
        return pieces.error();
    const auto enclosed = enclosures(desk, pieces->first());
    if (!enclosed)
        return enclosed.error();
    return site::renderArticle(*edition, siteHead(*own, edition->masthead, *enclosed), textsOf(pieces->first()), *theme,
                               loaders(desk).enclosure);
}

QString answerHtml(const QString &markdown, const QList<site::EnclosedFile> &files)
{
    return site::answerHtml(markdown, files);
}

QString letterHtml(const QString &text, const QList<site::EnclosedFile> &files)
{
    return site::letterHtml(text, files);
}

base::Result<QStringList> sites(Desk &desk)
{
    return desk.file().publications().sites();
}

base::Result<QString> lastSite(Desk &desk)
{
    const auto known = sites(desk);
    if (!known)
        return known.error();
    return known->value(0);
}

} // namespace editorial
