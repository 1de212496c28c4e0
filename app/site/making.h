// Making: renders the pages that may have changed on a few threads, compares each with the file that lies in the
// folder, and stages what differs. Texts are loaded on the thread that calls, for the next pages while others are
// rendered.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "site/exporter.h"
#include "site/feed.h"
#include "site/folder.h"
#include "site/manifest.h"
#include "site/renderer.h"

#include <QThreadPool>

#include <memory>
#include <optional>
#include <vector>

namespace site {

// A page to make, and what lies at its place.
struct Job {
    const Page *page = nullptr;
    QString staged;                       // where its content goes if it differs
    const Manifest::Entry *old = nullptr; // null: the manifest does not name the file
    Folder::Standing standing;            // Missing or File
};

struct Made {
    enum class Verdict { Added, Changed, Unchanged, ChangedByHand, Foreign };
    Verdict verdict = Verdict::Unchanged;
    Manifest::Entry entry;
};

class Making
{
public:
    Making(const Outline &outline, const QaIndex &index, const Frame &frame, const Theme &theme, Enclosures &enclosures,
           Folder &folder, Mode mode);
    ~Making();
    Making(const Making &) = delete;
    Making &operator=(const Making &) = delete;

    // One result for each job, in their order.
    [[nodiscard]] base::Result<QList<Made>> make(const QList<Job> &jobs, const LoadTexts &loadTexts,
                                                 base::Progress &progress);

private:
    // What one thread works with.
    struct Bench {
        Renderer renderer;
        Folder folder;
    };
    struct Task {
        qsizetype job = -1;     // -1: only the entry for the feeds is wanted
        qsizetype article = -1; // whose texts are needed; -1: none
        bool isInFeed = false;
        Texts texts = {};
        QByteArray enclosed = {}; // of an enclosure
        QByteArray entry = {};
        std::optional<base::Result<Made>> made = {};
    };
    using Tasks = std::vector<Task>;

    [[nodiscard]] base::Result<void> openBenches(const Theme &theme);
    // With the texts and enclosures of `chunk` tasks in memory.
    [[nodiscard]] base::Result<void> work(const QList<Task> &plan, qsizetype chunk, const LoadTexts &loadTexts,
                                          base::Progress &progress);
    [[nodiscard]] base::Result<Tasks> load(const QList<Task> &plan, const LoadTexts &loadTexts) const;
    [[nodiscard]] base::Result<void> loadEnclosures(Tasks &tasks) const;
    void start(Tasks &tasks);
    [[nodiscard]] base::Result<void> collect(Tasks &tasks);
    void workOn(Task &task, Bench &bench) const;
    [[nodiscard]] Rendered render(const Task &task, const Bodies &bodies, Bench &bench) const;
    [[nodiscard]] base::Result<Made> judge(const Job &job, const Rendered &rendered, Folder &folder) const;

    const Outline &m_outline;
    const QaIndex &m_index;
    const Frame &m_frame;
    const Theme &m_theme;
    Enclosures &m_enclosures;
    Folder &m_folder;
    Mode m_mode;
    QThreadPool m_pool;
    std::vector<Bench> m_benches;
    QList<Job> m_jobs;
    QList<Made> m_made;
    QHash<qsizetype, QByteArray> m_entries; // of feeds
    qint64 m_done = 0;
    qint64 m_total = 0;
};

} // namespace site
