#include "site/making.h"

#include "site/digest.h"
#include "site/redirect_page.h"
#include "site/sitemap.h"

#include <QCoreApplication>
#include <QThread>

#include <algorithm>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::making)
};

constexpr qsizetype pagesAtOnce = 128;    // whose texts are held
constexpr qsizetype enclosuresAtOnce = 4; // whose contents are held
constexpr int mostThreads = 4;

base::Error cancelled()
{
    return base::Error{base::Error::Kind::Cancelled, Words::tr("Cancelled. The site is as it was.")};
}

} // namespace

Making::Making(const Outline &outline, const QaIndex &index, const Frame &frame, const Theme &theme,
               Enclosures &enclosures, Folder &folder, Mode mode)
    : m_outline(outline)
    , m_index(index)
    , m_frame(frame)
    , m_theme(theme)
    , m_enclosures(enclosures)
    , m_folder(folder)
    , m_mode(mode)
{
    m_pool.setMaxThreadCount(qBound(1, QThread::idealThreadCount(), mostThreads));
}

Making::~Making()
{
    m_pool.waitForDone();
}

base::Result<void> Making::openBenches(const Theme &theme)
{
    while (qsizetype(m_benches.size()) < m_pool.maxThreadCount()) {
        base::Result<Folder> folder = m_folder.clone();
        if (!folder)
            return folder.error();
        m_benches.push_back({Renderer(m_outline, m_index, m_frame, theme), std::move(*folder)});
    }
    return {};
}

base::Result<QList<Made>> Making::make(const QList<Job> &jobs, const LoadTexts &loadTexts, base::Progress &progress)
{
    if (const base::Result<void> opened = openBenches(m_theme); !opened)
        return opened.error();
    m_jobs = jobs;
    m_made = QList<Made>(jobs.size());
    QSet<qsizetype> inFeeds;
    for (const Job &job : jobs) {
        if (job.page->kind == Page::Kind::Feed || job.page->kind == Page::Kind::TopicFeed) {
            for (const qsizetype article : feedArticles(m_outline, *job.page))
                inFeeds.insert(article);
        }
    }

    QList<Task> enclosures;
    QList<Task> pages;
    QList<Task> feeds; // once all their entries are there
    for (qsizetype job = 0; job < jobs.size(); ++job) {
        const Page &page = *jobs.at(job).page;
        const bool isFeed = page.kind == Page::Kind::Feed || page.kind == Page::Kind::TopicFeed;
        const qsizetype article = page.kind == Page::Kind::Article ? page.subject : -1;
        const bool isEnclosure = page.kind == Page::Kind::Enclosure;
        (isFeed ? feeds : isEnclosure ? enclosures : pages).append({job, article, inFeeds.remove(article)});
    }
    QList<qsizetype> others = inFeeds.values();
    std::sort(others.begin(), others.end());
    for (const qsizetype article : std::as_const(others))
        pages.append({-1, article, true});

    m_done = 0;
    m_total = enclosures.size() + pages.size() + feeds.size();
    if (const base::Result<void> worked = work(enclosures, enclosuresAtOnce, loadTexts, progress); !worked)
        return worked.error();
    for (const QList<Task> &plan : {pages, feeds}) {
        if (const base::Result<void> worked = work(plan, pagesAtOnce, loadTexts, progress); !worked)
            return worked.error();
    }
    return m_made;
}

base::Result<void> Making::work(const QList<Task> &plan, qsizetype chunk, const LoadTexts &loadTexts,
                                base::Progress &progress)
{
    base::Result<Tasks> current = load(plan.mid(0, chunk), loadTexts);
    for (qsizetype from = 0; from < plan.size(); from += chunk) {
        if (!current)
            return current.error();
        if (progress.isCancelled())
            return cancelled();
        progress.report(m_done, m_total, Words::tr("Making pages"));
        start(*current);
        base::Result<Tasks> next = load(plan.mid(from + chunk, chunk), loadTexts);
        m_pool.waitForDone();
        if (const base::Result<void> collected = collect(*current); !collected)
            return collected;
        current = std::move(next);
    }
    return {};
}

base::Result<Making::Tasks> Making::load(const QList<Task> &plan, const LoadTexts &loadTexts) const
{
    Tasks tasks(plan.begin(), plan.end());
    QList<desk::ArticleId> wanted;
    for (const Task &task : tasks) {
        if (task.article >= 0)
            wanted.append(m_outline.articles().at(task.article).head->id);
    }
    if (!wanted.isEmpty()) {
        base::Result<QList<Texts>> texts = loadTexts(wanted);
        if (!texts)
            return texts.error();
        qsizetype next = 0;
        for (Task &task : tasks) {
            if (task.article >= 0)
                task.texts = std::move((*texts)[next++]);
        }
    }
    if (const base::Result<void> loaded = loadEnclosures(tasks); !loaded)
        return loaded.error();
    return tasks;
}

base::Result<void> Making::loadEnclosures(Tasks &tasks) const
{
    for (Task &task : tasks) {
        if (task.article >= 0) {
            base::Result<QList<EnclosedFile>> files =
                m_enclosures.enclosedIn(*m_outline.articles().at(task.article).head);
            if (!files)
                return files.error();
            task.texts.files = std::move(*files);
        }
        const Page *const page = task.job < 0 ? nullptr : m_jobs.at(task.job).page;
        if (page && page->kind == Page::Kind::Enclosure) {
            base::Result<QByteArray> content = m_enclosures.content(m_enclosures.placed().at(page->subject));
            if (!content)
                return content.error();
            task.enclosed = std::move(*content);
        }
    }
    return {};
}

void Making::start(Tasks &tasks)
{
    const size_t step = m_benches.size();
    for (size_t number = 0; number < step; ++number) {
        m_pool.start([this, &tasks, number, step] {
            for (size_t at = number; at < tasks.size(); at += step)
                workOn(tasks[at], m_benches[number]);
        });
    }
}

void Making::workOn(Task &task, Bench &bench) const
{
    const Bodies bodies = bodiesOf(task.texts);
    if (task.isInFeed)
        task.entry = feedEntry(m_outline, task.article, bodies);
    if (task.job >= 0) {
        const Job &job = m_jobs.at(task.job);
        task.made = judge(job, render(task, bodies, bench), bench.folder);
    }
}

Rendered Making::render(const Task &task, const Bodies &bodies, Bench &bench) const
{
    const Job &job = m_jobs.at(task.job);
    switch (job.page->kind) {
    case Page::Kind::Asset:
        return {job.page->asset.toStdString(), {}};
    case Page::Kind::Enclosure:
        return {task.enclosed.toStdString(), {}};
    case Page::Kind::Article:
        return bench.renderer.article(job.page->subject, bodies);
    case Page::Kind::Feed:
    case Page::Kind::TopicFeed:
        return {feed(m_outline, *job.page, m_entries), {}};
    case Page::Kind::Redirect:
        return {redirectPage(m_outline, m_outline.redirects().at(job.page->subject)), {}};
    case Page::Kind::Sitemap:
        return {sitemap(m_outline, m_index, job.page->subject), {}};
    default:
        return {bench.renderer.page(*job.page), {}};
    }
}

base::Result<Made> Making::judge(const Job &job, const Rendered &rendered, Folder &folder) const
{
    using Verdict = Made::Verdict;
    const QByteArrayView content(rendered.content.data(), qsizetype(rendered.content.size()));
    Made made;
    made.entry = {contentDigest(content), job.page->key, content.size(), rendered.links};
    made.verdict = Verdict::Added;
    if (job.standing.state == Folder::State::File) {
        QByteArray onDisk;
        if (job.standing.size == content.size() || (job.old && job.standing.size == job.old->size)) {
            const base::Result<QByteArray> found = folder.read(job.page->file, job.standing.size);
            if (!found)
                return found.error();
            onDisk = contentDigest(*found);
        }
        if (onDisk == made.entry.digest)
            made.verdict = Verdict::Unchanged;
        else if (job.old)
            made.verdict = onDisk == job.old->digest ? Verdict::Changed : Verdict::ChangedByHand;
        else
            made.verdict = Verdict::Foreign;
    }
    const bool isStaged = made.verdict == Verdict::Added || made.verdict == Verdict::Changed;
    if (m_mode == Mode::Write && isStaged) {
        if (const base::Result<void> staged = folder.create(job.staged, content); !staged)
            return staged.error();
    }
    return made;
}

base::Result<void> Making::collect(Tasks &tasks)
{
    for (Task &task : tasks) {
        ++m_done;
        if (task.isInFeed)
            m_entries.insert(task.article, task.entry);
        if (!task.made)
            continue;
        if (!*task.made)
            return task.made->error();
        m_made[task.job] = std::move(**task.made);
    }
    return {};
}

} // namespace site
