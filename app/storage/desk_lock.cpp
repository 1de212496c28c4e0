#include "storage/database_error.h"
#include "storage/desk_file.h"
#include "storage/opening.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLockFile>

namespace storage {

namespace {

using base::Error;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::lock)
};

Error takenError(const QString &path, const QLockFile &file)
{
    qint64 process = 0;
    QString host;
    QString program;
    file.getLockInfo(&process, &host, &program);
    return {Error::Kind::Refused, Words::tr("Another Postbag has %1 open (process %2). Close the desk there first.")
                                      .arg(QDir::toNativeSeparators(path))
                                      .arg(process)};
}

// Two names of one desk are one lock.
QString lockPath(const QString &path)
{
    const QString real = QFileInfo(path).canonicalFilePath();
    return (real.isEmpty() ? path : real) + QLatin1String(".lock");
}

} // namespace

DeskLock::DeskLock(std::unique_ptr<QLockFile> file) : m_file(std::move(file)) {}

DeskLock::~DeskLock() = default;

base::Result<std::unique_ptr<DeskLock>> DeskLock::take(const QString &path)
{
    const QFileInfo folder(QFileInfo(path).absolutePath());
    if (!folder.isDir())
        return Error{
            Error::Kind::NotFound,
            Words::tr("There is no folder %1. Check the name.").arg(QDir::toNativeSeparators(folder.filePath()))};
    if (isReadOnly(folder.filePath()))
        return readOnlyError(path);
    auto file = std::make_unique<QLockFile>(lockPath(path));
    file->setStaleLockTime(0);
    if (file->tryLock(0))
        return std::unique_ptr<DeskLock>(new DeskLock(std::move(file)));
    if (file->error() == QLockFile::LockFailedError)
        return takenError(path, *file);
    if (file->error() == QLockFile::PermissionError)
        return readOnlyError(path);
    return Error{Error::Kind::Io,
                 Words::tr("%1 could not be locked. Check that its disk has space and is still connected.")
                     .arg(QDir::toNativeSeparators(path))};
}

} // namespace storage
