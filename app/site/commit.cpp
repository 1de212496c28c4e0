#include "site/commit.h"

#include "site/inventory.h"

#include <QCoreApplication>
#include <QDir>
#include <QSet>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::commit)
};

} // namespace

QString Commit::keptName(qsizetype step)
{
    return QStringLiteral("%1/old-%2").arg(stagingFolder).arg(step);
}

// Asked before the first step, so that a folder that may not be written to costs nothing.
base::Result<void> Commit::mayRun()
{
    QSet<QString> asked;
    for (const Step &step : m_steps) {
        const QString parent = step.file.section(QLatin1Char('/'), 0, -2);
        if (asked.contains(parent))
            continue;
        asked.insert(parent);
        if (!m_folder.mayWriteBeside(step.file))
            return base::Error{base::Error::Kind::Io,
                               Words::tr("The folder %1 is read-only. Allow writing and try again.")
                                   .arg(QDir::toNativeSeparators(QDir(m_folder.path()).filePath(parent)))};
    }
    return {};
}

base::Result<void> Commit::take(qsizetype number)
{
    Step &step = m_steps[number];
    switch (step.kind) {
    case Kind::Add:
        if (const base::Result<void> made = m_folder.makeParents(step.file); !made)
            return made;
        return m_folder.move(step.staged, step.file, Folder::Over::Nothing);
    case Kind::Replace:
        // Readers find one file or the other at any time, unless the file system cannot swap them.
        step.isExchanged = m_folder.exchange(step.staged, step.file);
        if (step.isExchanged)
            return {};
        if (const base::Result<void> kept = m_folder.move(step.file, keptName(number), Folder::Over::Nothing); !kept)
            return kept;
        return m_folder.move(step.staged, step.file, Folder::Over::Nothing);
    case Kind::Remove:
        return m_folder.move(step.file, keptName(number), Folder::Over::Nothing);
    }
    return {};
}

// What cannot be taken back stays as it is; the inventory of the next export makes sense of it.
void Commit::takeBack(qsizetype steps)
{
    for (qsizetype number = steps - 1; number >= 0; --number) {
        const Step &step = m_steps.at(number);
        if (step.isExchanged) {
            (void)m_folder.exchange(step.staged, step.file);
        } else if (step.kind != Kind::Add) {
            if (m_folder.standing(keptName(number)).state == Folder::State::File)
                (void)m_folder.move(keptName(number), step.file, Folder::Over::File).has_value();
        } else if (m_folder.standing(step.staged).state == Folder::State::Missing) {
            (void)m_folder.remove(step.file).has_value();
        }
        m_folder.removeEmptyParents(step.file);
    }
}

base::Result<void> Commit::run(base::Progress &progress)
{
    if (const base::Result<void> may = mayRun(); !may)
        return may;
    for (qsizetype number = 0; number < m_steps.size(); ++number) {
        if (number % 64 == 0)
            progress.report(number, m_steps.size(), Words::tr("Putting files into place"));
        base::Result<void> taken = take(number);
        if (taken && progress.isCancelled())
            taken = base::Error{base::Error::Kind::Cancelled, Words::tr("Cancelled. The site is as it was.")};
        if (!taken) {
            takeBack(number + 1);
            return taken;
        }
    }
    for (const Step &step : std::as_const(m_steps)) {
        if (step.kind == Kind::Remove)
            m_folder.removeEmptyParents(step.file);
    }
    return {};
}

} // namespace site
