// Commit: moves what was staged into place, file by file, and takes away what is no longer wanted. What is replaced or
// taken away is kept in the staging folder until all is done; if a step fails or the work is cancelled, every step is
// taken back.
#pragma once

#include "base/progress.h"
#include "base/result.h"
#include "site/folder.h"

#include <QList>

namespace site {

class Commit
{
public:
    explicit Commit(Folder &folder) : m_folder(folder) {}

    void add(const QString &file, const QString &staged) { m_steps.append({Kind::Add, file, staged}); }
    void replace(const QString &file, const QString &staged) { m_steps.append({Kind::Replace, file, staged}); }
    void remove(const QString &file) { m_steps.append({Kind::Remove, file, {}}); }
    [[nodiscard]] bool isEmpty() const { return m_steps.isEmpty(); }

    // Takes the steps in their order. On failure the files are as they were.
    [[nodiscard]] base::Result<void> run(base::Progress &progress);

private:
    enum class Kind { Add, Replace, Remove };
    struct Step {
        Kind kind;
        QString file;
        QString staged;
        bool isExchanged = false; // what was replaced lies where the new file was staged
    };

    [[nodiscard]] base::Result<void> mayRun();
    [[nodiscard]] base::Result<void> take(qsizetype step);
    void takeBack(qsizetype steps);
    [[nodiscard]] static QString keptName(qsizetype step);

    Folder &m_folder;
    QList<Step> m_steps;
};

} // namespace site
