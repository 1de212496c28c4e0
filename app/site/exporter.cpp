#include "site/exporter.h"

#include "site/commit.h"
#include "site/digest.h"
#include "site/inventory.h"
#include "site/making.h"
#include "site/pages.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::exporter)
};

desk::Finding finding(desk::Finding::Severity severity, const QString &check, const desk::ArticleId &article,
                      const QString &file, const QString &message)
{
    return {severity, check, article, file, {}, message};
}

// One export, from what lies in the folder to what shall lie there.
class Run
{
public:
    Run(const Edition &edition, const Theme &theme, Folder &folder, Inventory inventory, Enclosures &enclosures,
        Mode mode)
        : m_folder(folder)
        , m_old(std::move(inventory.manifest))
        , m_mode(mode)
        , m_enclosures(enclosures)
        , m_outline(edition, m_outcome.findings)
        , m_index(m_outline)
        , m_pages(pagesOf(m_outline, m_index, theme, enclosures))
        , m_files(filesOf(m_pages))
        , m_frame(m_outline, theme, m_files)
        , m_theme(theme)
        , m_commit(folder)
    {
        m_new.setFrame(Frame::digest(m_outline, theme).toHex());
        for (const QString &path : inventory.refused)
            warnOfManifest(path);
        m_isManifestStale = !inventory.refused.isEmpty();
    }

    [[nodiscard]] base::Result<Outcome> run(const LoadTexts &loadTexts, base::Progress &progress);

private:
    [[nodiscard]] static QSet<QString> filesOf(const QList<Page> &pages);
    void warnOfManifest(const QString &path);
    [[nodiscard]] QList<Job> jobs();
    void settle(const Job &job, const Made &made);
    void block(const Page &page, const QString &check, const QString &message);
    void record(const QString &file, Change::Kind kind, const desk::ArticleId &article);
    [[nodiscard]] base::Result<void> removeUnwanted();
    void checkLinks();
    [[nodiscard]] base::Result<void> commit(base::Progress &progress);
    [[nodiscard]] Outcome outcome();
    [[nodiscard]] desk::ArticleId articleOf(const Page &page) const;
    [[nodiscard]] QString reasonFor(const Page &page) const;

    Folder &m_folder;
    Manifest m_old;
    Manifest m_new;
    Mode m_mode;
    bool m_isManifestStale = false;
    Outcome m_outcome;
    Enclosures &m_enclosures;
    Outline m_outline;
    QaIndex m_index;
    QList<Page> m_pages;
    QSet<QString> m_files;
    Frame m_frame;
    const Theme &m_theme;
    Commit m_commit;
};

QSet<QString> Run::filesOf(const QList<Page> &pages)
{
    QSet<QString> files;
    for (const Page &page : pages)
        files.insert(page.file);
    return files;
}

void Run::warnOfManifest(const QString &path)
{
    m_outcome.findings.append(finding(desk::Finding::Severity::Warning, QStringLiteral("manifest"), {}, path,
                                      Words::tr("The list of what was published names this file, which no export "
                                                "writes. It is left alone.")));
}

desk::ArticleId Run::articleOf(const Page &page) const
{
    return page.kind == Page::Kind::Article ? m_outline.articles().at(page.subject).head->id : desk::ArticleId();
}

QString Run::reasonFor(const Page &page) const
{
    if (page.kind != Page::Kind::Asset && page.kind != Page::Kind::Enclosure && m_old.frame() != m_new.frame())
        return Words::tr("the masthead or the theme has changed");
    if (page.kind == Page::Kind::Article)
        return Words::tr("its texts, topics or neighbours have changed");
    return Words::tr("what it lists has changed");
}

void Run::record(const QString &file, Change::Kind kind, const desk::ArticleId &article)
{
    m_outcome.changes.append({file, kind, {}, article});
}

// The place is kept as it is; what the manifest said of it stays.
void Run::block(const Page &page, const QString &check, const QString &message)
{
    record(page.file, Change::Kind::Blocked, articleOf(page));
    m_outcome.findings.append(finding(desk::Finding::Severity::Blocker, check, articleOf(page), page.file, message));
    if (const Manifest::Entry *const old = m_old.entry(page.file))
        m_new.insert(page.file, *old);
}

// Settles the pages that need not be made; the others are the jobs.
QList<Job> Run::jobs()
{
    QList<Job> jobs;
    for (const Page &page : std::as_const(m_pages)) {
        const Manifest::Entry *const old = m_old.entry(page.file);
        const Folder::Standing standing = m_folder.standing(page.file);
        const bool isThere = standing.state == Folder::State::File;
        const QString refusal = page.kind == Page::Kind::Article
                                    ? m_enclosures.refusal(*m_outline.articles().at(page.subject).head)
                                    : QString();
        if (!refusal.isEmpty()) {
            block(page, QStringLiteral("attachment"), refusal);
        } else if (standing.state == Folder::State::Other) {
            block(page, QStringLiteral("foreign-file"),
                  Words::tr("A folder or a link stands in the way of %1. Move it away, and export again.")
                      .arg(page.file));
        } else if (old && isThere && old->key == page.key && old->size == standing.size) {
            record(page.file, Change::Kind::Unchanged, articleOf(page));
            m_new.insert(page.file, *old);
        } else {
            jobs.append({&page, QStringLiteral("%1/%2").arg(stagingFolder).arg(jobs.size()), old, standing});
        }
    }
    return jobs;
}

void Run::settle(const Job &job, const Made &made)
{
    const Page &page = *job.page;
    switch (made.verdict) {
    case Made::Verdict::Foreign:
        return block(page, QStringLiteral("foreign-file"),
                     Words::tr("%1 is in the folder already and was not written by an export. Move it away, and export "
                               "again.")
                         .arg(page.file));
    case Made::Verdict::ChangedByHand:
        return block(page, QStringLiteral("hand-changed"),
                     Words::tr("%1 was changed by hand since it was published. Move it away to have it written again.")
                         .arg(page.file));
    case Made::Verdict::Added:
        record(page.file, Change::Kind::Added, articleOf(page));
        if (m_mode == Mode::Write)
            m_commit.add(page.file, job.staged);
        break;
    case Made::Verdict::Changed:
        record(page.file, Change::Kind::Changed, articleOf(page));
        m_outcome.changes.last().reason = reasonFor(page);
        if (m_mode == Mode::Write)
            m_commit.replace(page.file, job.staged);
        break;
    case Made::Verdict::Unchanged:
        record(page.file, Change::Kind::Unchanged, articleOf(page));
        break;
    }
    m_new.insert(page.file, made.entry);
}

base::Result<void> Run::removeUnwanted()
{
    for (const QString &file : m_old.paths()) {
        const Folder::Standing standing = m_folder.standing(file);
        if (m_files.contains(file) || standing.state == Folder::State::Missing)
            continue;
        const Manifest::Entry &old = *m_old.entry(file);
        bool isOurs = standing.state == Folder::State::File && standing.size == old.size;
        if (isOurs) {
            const base::Result<QByteArray> content = m_folder.read(file, standing.size);
            if (!content)
                return content.error();
            isOurs = contentDigest(*content) == old.digest;
        }
        record(file, isOurs ? Change::Kind::Removed : Change::Kind::Blocked, {});
        if (isOurs) {
            if (m_mode == Mode::Write)
                m_commit.remove(file);
            continue;
        }
        m_new.insert(file, old);
        m_outcome.findings.append(
            finding(desk::Finding::Severity::Blocker, QStringLiteral("hand-changed"), {}, file,
                    Words::tr("%1 no longer belongs to the site, but was changed by hand since it "
                              "was published, so it is still there. Move it away or delete it.")
                        .arg(file)));
    }
    return {};
}

// Links that people wrote, on every page of the site: also on pages that did not change, whose target may have gone.
void Run::checkLinks()
{
    for (const Page &page : std::as_const(m_pages)) {
        const Manifest::Entry *const entry = m_new.entry(page.file);
        for (const QString &link : entry ? entry->links : QStringList()) {
            const bool isGoing = m_old.entry(link) && !m_new.entry(link);
            if (m_files.contains(link) || (!isGoing && m_folder.standing(link).state == Folder::State::File))
                continue;
            m_outcome.findings.append(
                finding(desk::Finding::Severity::Warning, QStringLiteral("link"), articleOf(page), page.file,
                        Words::tr("A link leads to %1, which is not on the site. Mend it, or take it out.").arg(link)));
        }
    }
}

base::Result<void> Run::commit(base::Progress &progress)
{
    const QByteArray json = m_new.toJson();
    if (const base::Result<void> made = m_folder.makeParents(stagedManifest); !made)
        return made;
    if (const base::Result<void> staged = m_folder.create(stagedManifest, json); !staged)
        return staged;
    if (const base::Result<void> synced = m_folder.sync(); !synced)
        return synced;
    if (const base::Result<void> moved = m_commit.run(progress); !moved)
        return moved;
    return m_folder.move(stagedManifest, manifestName, Folder::Over::File);
}

Outcome Run::outcome()
{
    std::sort(m_outcome.changes.begin(), m_outcome.changes.end(),
              [](const Change &a, const Change &b) { return a.path < b.path; });
    std::stable_sort(m_outcome.findings.begin(), m_outcome.findings.end(),
                     [](const desk::Finding &a, const desk::Finding &b) {
                         return a.severity != b.severity ? a.severity < b.severity : a.where < b.where;
                     });
    for (const Outline::Article &article : m_outline.articles()) {
        if (m_new.entry(article.file))
            m_outcome.articles.append({article.head->id, article.head->path});
    }
    return std::move(m_outcome);
}

base::Result<Outcome> Run::run(const LoadTexts &loadTexts, base::Progress &progress)
{
    const QList<Job> toMake = jobs();
    if (m_mode == Mode::Write && !toMake.isEmpty()) {
        if (const base::Result<void> made = m_folder.makeParents(stagedManifest); !made)
            return made.error();
    }
    Making making(m_outline, m_index, m_frame, m_theme, m_enclosures, m_folder, m_mode);
    const base::Result<QList<Made>> made = making.make(toMake, loadTexts, progress);
    if (!made)
        return made.error();
    for (qsizetype at = 0; at < toMake.size(); ++at)
        settle(toMake.at(at), made->at(at));
    if (const base::Result<void> removed = removeUnwanted(); !removed)
        return removed.error();
    checkLinks();
    const bool hasNews = !m_commit.isEmpty() || m_isManifestStale || !(m_new == m_old);
    if (m_mode == Mode::Write && hasNews) {
        if (const base::Result<void> committed = commit(progress); !committed)
            return committed.error();
    }
    return outcome();
}

base::Result<Folder> openFolder(const QString &path, Mode mode)
{
    base::Result<Folder> folder = mode == Mode::Write ? Folder::make(path) : Folder::open(path);
    if (!folder && mode == Mode::DryRun && folder.error().kind == base::Error::Kind::NotFound)
        return Folder::absent(path);
    return folder;
}

} // namespace

base::Result<Outcome> exportSite(const Edition &edition, const Theme &theme, const QString &path, const Loaders &load,
                                 Mode mode, base::Progress &progress)
{
    base::Result<Folder> folder = openFolder(path, mode);
    if (!folder)
        return folder.error();
    if (!folder->lock())
        return base::Error{base::Error::Kind::Conflict,
                           Words::tr("Another export is writing to %1. Wait until it is done, and try again.")
                               .arg(QDir::toNativeSeparators(path))};
    const base::Result<Inventory> inventory = takeInventory(*folder);
    if (!inventory)
        return inventory.error();
    Enclosures enclosures(edition, load.enclosure);
    if (const base::Result<void> placed = enclosures.place(inventory->manifest, progress); !placed)
        return placed.error();
    if (mode == Mode::DryRun)
        return Run(edition, theme, *folder, *inventory, enclosures, mode).run(load.texts, progress);

    if (const base::Result<void> cleared = clearInterrupted(*folder, *inventory); !cleared)
        return cleared.error();
    base::Result<Outcome> outcome =
        Run(edition, theme, *folder, *inventory, enclosures, mode).run(load.texts, progress);
    if (const base::Result<void> cleared = folder->removeFlatFolder(stagingFolder); outcome && !cleared)
        return cleared.error();
    return outcome;
}

} // namespace site
