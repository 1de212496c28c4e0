#include "site/folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::folder)
};

constexpr int folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

// The name of a file without the folders before it.
QByteArray nameOf(const QByteArray &file)
{
    return file.sliced(file.lastIndexOf('/') + 1);
}

bool writeAll(int descriptor, QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), size_t(bytes.size()));
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0)
            return false;
        bytes = bytes.sliced(written);
    }
    return true;
}

base::Error systemFailure(const QString &shown, int number)
{
    const QString detail = QString::fromLocal8Bit(std::strerror(number));
    if (number == ENOSPC || number == EDQUOT || number == EFBIG)
        return base::Error{base::Error::Kind::Io,
                           Words::tr("There is no room left to write %1. Free some space and try again; the site is as "
                                     "it was.")
                               .arg(shown),
                           detail};
    if (number == EACCES || number == EPERM || number == EROFS)
        return base::Error{
            base::Error::Kind::Io,
            Words::tr("%1 is read-only. Choose another folder, or allow writing and try again.").arg(shown), detail};
    return base::Error{
        base::Error::Kind::Io,
        Words::tr("%1 could not be read or written: %2. Check the folder and try again.").arg(shown, detail), detail};
}

} // namespace

void Descriptor::reset()
{
    if (m_number >= 0)
        ::close(m_number);
    m_number = -1;
}

base::Error Folder::failure(const QString &file, int number) const
{
    return systemFailure(QDir::toNativeSeparators(file.isEmpty() ? m_path : QDir(m_path).filePath(file)), number);
}

base::Result<Folder> Folder::open(const QString &path)
{
    Descriptor top(::open(QFile::encodeName(path).constData(), folderFlags));
    const int number = errno;
    if (top.isOpen())
        return Folder(std::move(top), path);
    const QString shown = QDir::toNativeSeparators(path);
    if (number == ENOENT)
        return base::Error{base::Error::Kind::NotFound, Words::tr("There is no folder %1. Check its name.").arg(shown)};
    if (number == ENOTDIR)
        return base::Error{base::Error::Kind::Io,
                           Words::tr("%1 is not a folder. Choose a folder for the site.").arg(shown)};
    return systemFailure(shown, number);
}

base::Result<Folder> Folder::make(const QString &path)
{
    errno = 0;
    if (!QDir().mkpath(path) && !QFile::exists(path))
        return base::Error{base::Error::Kind::Io,
                           Words::tr("The folder %1 could not be made. Choose another folder, or allow writing and try "
                                     "again.")
                               .arg(QDir::toNativeSeparators(path)),
                           QString::fromLocal8Bit(std::strerror(errno))};
    return open(path);
}

base::Result<Folder> Folder::clone() const
{
    if (!m_top.isOpen())
        return absent(m_path);
    Descriptor top(::fcntl(m_top.number(), F_DUPFD_CLOEXEC, 0));
    if (!top.isOpen())
        return failure({}, errno);
    return Folder(std::move(top), m_path);
}

bool Folder::lock()
{
    return !m_top.isOpen() || ::flock(m_top.number(), LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK;
}

int Folder::parentOf(const QByteArray &file)
{
    const qsizetype end = file.lastIndexOf('/');
    if (end < 0)
        return m_top.number();
    const QByteArray parent = file.first(end);
    if (m_parents[1].opened.isOpen() && m_parents[1].path == parent)
        std::swap(m_parents[0], m_parents[1]);
    if (m_parents[0].opened.isOpen() && m_parents[0].path == parent)
        return m_parents[0].opened.number();
    Descriptor at;
    const QList<QByteArray> parts = parent.split('/');
    for (const QByteArray &part : parts) {
        const int above = at.isOpen() ? at.number() : m_top.number();
        Descriptor next(::openat(above, part.constData(), folderFlags | O_NOFOLLOW));
        if (!next.isOpen())
            return -1;
        at = std::move(next);
    }
    m_parents[1] = std::exchange(m_parents[0], Parent{parent, std::move(at)});
    return m_parents[0].opened.number();
}

void Folder::forgetParents()
{
    m_parents = std::array<Parent, 2>();
}

Folder::Standing Folder::standing(const QString &file)
{
    if (!m_top.isOpen())
        return {};
    const QByteArray path = QFile::encodeName(file);
    struct stat found = {};
    const int parent = parentOf(path);
    if (parent < 0 || ::fstatat(parent, nameOf(path).constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return {errno == ENOENT ? State::Missing : State::Other, 0};
    return {S_ISREG(found.st_mode) ? State::File : State::Other, found.st_size};
}

base::Result<QByteArray> Folder::read(const QString &file, qint64 limit)
{
    const QByteArray path = QFile::encodeName(file);
    const int parent = parentOf(path);
    if (parent < 0)
        return failure(file, errno);
    const Descriptor opened(::openat(parent, nameOf(path).constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK));
    struct stat found = {};
    if (!opened.isOpen() || ::fstat(opened.number(), &found) != 0)
        return failure(file, errno);
    if (!S_ISREG(found.st_mode) || found.st_size > limit)
        return failure(file, EINVAL);

    QByteArray bytes(found.st_size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < bytes.size()) {
        const ssize_t got = ::read(opened.number(), bytes.data() + filled, size_t(bytes.size() - filled));
        if (got < 0 && errno != EINTR)
            return failure(file, errno);
        if (got == 0)
            break;
        filled += qMax<ssize_t>(got, 0);
    }
    bytes.truncate(filled);
    return bytes;
}

base::Result<void> Folder::create(const QString &file, QByteArrayView bytes)
{
    const QByteArray path = QFile::encodeName(file);
    const int parent = parentOf(path);
    if (parent < 0)
        return failure(file, errno);
    const Descriptor made(
        ::openat(parent, nameOf(path).constData(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0666));
    if (!made.isOpen() || !writeAll(made.number(), bytes))
        return failure(file, errno);
    return {};
}

int Folder::rename(const QString &from, const QString &to, unsigned flags)
{
    const QByteArray source = QFile::encodeName(from);
    const QByteArray target = QFile::encodeName(to);
    const int sourceParent = parentOf(source);
    if (sourceParent < 0)
        return errno;
    const int targetParent = parentOf(target);
    if (targetParent < 0)
        return errno;
    const QByteArray name = nameOf(target);
    return ::renameat2(sourceParent, nameOf(source).constData(), targetParent, name.constData(), flags) == 0 ? 0
                                                                                                             : errno;
}

base::Result<void> Folder::move(const QString &from, const QString &to, Over over)
{
    int number = rename(from, to, over == Over::Nothing ? RENAME_NOREPLACE : 0);
    if (number == EINVAL && over == Over::Nothing) // the file system cannot look and move in one step
        number = standing(to).state == State::Missing ? rename(from, to, 0) : EEXIST;
    if (number != 0)
        return failure(to, number);
    return {};
}

bool Folder::exchange(const QString &one, const QString &other)
{
    return rename(one, other, RENAME_EXCHANGE) == 0;
}

base::Result<void> Folder::remove(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    const int parent = parentOf(path);
    if (parent < 0 || ::unlinkat(parent, nameOf(path).constData(), 0) != 0)
        return failure(file, errno);
    return {};
}

base::Result<void> Folder::makeParents(const QString &file)
{
    const QByteArray path = QFile::encodeName(file);
    if (parentOf(path) >= 0)
        return {};
    for (qsizetype slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        const QByteArray parent = path.first(slash);
        const int above = parentOf(parent);
        if (above < 0 || (::mkdirat(above, nameOf(parent).constData(), 0777) != 0 && errno != EEXIST))
            return failure(file, errno);
    }
    return {};
}

bool Folder::mayWriteBeside(const QString &file)
{
    QByteArray path = QFile::encodeName(file);
    for (;;) {
        const int parent = parentOf(path);
        if (parent >= 0)
            return ::faccessat(parent, ".", W_OK | X_OK, AT_EACCESS) == 0;
        if (errno != ENOENT)
            return false;
        path.truncate(path.lastIndexOf('/'));
    }
}

void Folder::removeEmptyParents(const QString &file)
{
    QByteArray path = QFile::encodeName(file);
    for (qsizetype slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/')) {
        path.truncate(slash);
        const int above = parentOf(path);
        if (above < 0 || ::unlinkat(above, nameOf(path).constData(), AT_REMOVEDIR) != 0)
            return;
        forgetParents();
    }
}

base::Result<void> Folder::removeFlatFolder(const QString &name)
{
    const QByteArray path = QFile::encodeName(name);
    const int folder = ::openat(m_top.number(), path.constData(), folderFlags | O_NOFOLLOW);
    if (folder < 0 && errno == ENOENT)
        return {};
    DIR *const stream = folder < 0 ? nullptr : ::fdopendir(folder);
    if (!stream)
        return failure(name, errno);
    while (const dirent *const item = ::readdir(stream)) {
        if (std::strcmp(item->d_name, ".") != 0 && std::strcmp(item->d_name, "..") != 0)
            ::unlinkat(folder, item->d_name, 0);
    }
    ::closedir(stream);
    forgetParents();
    if (::unlinkat(m_top.number(), path.constData(), AT_REMOVEDIR) != 0)
        return failure(name, errno);
    return {};
}

base::Result<void> Folder::sync()
{
    if (::syncfs(m_top.number()) != 0)
        return failure({}, errno);
    return {};
}

} // namespace site
