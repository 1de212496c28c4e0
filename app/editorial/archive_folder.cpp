#include "editorial/archive_folder.h"

#include "editorial/archive_page.h"
#include "site/address.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

namespace editorial {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_folder)
};

QString shown(const QString &path)
{
    return QDir::toNativeSeparators(path);
}

// Whether the file, or a folder that leads to it from `top`, is a link: those lead out of the archive.
bool isLinked(const QString &top, const QString &name)
{
    QString path = top;
    for (const QString &part : name.split(QLatin1Char('/'))) {
        path += QLatin1Char('/') + part;
        if (QFileInfo(path).isSymLink())
            return true;
    }
    return false;
}

Error taken(const QString &path)
{
    return {Error::Kind::Unusable,
            Words::tr("There is something in %1 already. It was left as it is. Choose a new or an empty folder.")
                .arg(shown(path))};
}

} // namespace

QString safeFileName(const QString &id, const QString &name)
{
    static const QRegularExpression plain(QStringLiteral("\\.([A-Za-z0-9]{1,8})$"));
    const QString suffix = plain.match(name).captured(1).toLower();
    return suffix.isEmpty() ? id : QString(id % QLatin1Char('.') % suffix);
}

NewArchiveFolder::NewArchiveFolder(QString place, QString draft) : m_place(std::move(place)), m_draft(std::move(draft))
{}

Result<std::unique_ptr<NewArchiveFolder>> NewArchiveFolder::begin(const QString &path)
{
    const QFileInfo named(QDir::cleanPath(QFileInfo(path).absoluteFilePath()));
    const QString place = named.exists() ? named.canonicalFilePath() : named.absoluteFilePath();
    const QFileInfo info(place);
    if (info.isSymLink() ||
        (info.exists() && (!info.isDir() || !QDir(place).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::System |
                                                                 QDir::NoDotAndDotDot))))
        return taken(path);
    const QString draft = place + QLatin1Char('-') + QUuid::createUuid().toString(QUuid::Id128).left(8);
    if (!QFileInfo(info.absolutePath()).isDir() || !QDir().mkdir(draft))
        return Error{
            Error::Kind::Io,
            Words::tr("Nothing can be written to the folder %1. Choose another one.").arg(shown(info.absolutePath()))};
    return std::unique_ptr<NewArchiveFolder>(new NewArchiveFolder(place, draft));
}

NewArchiveFolder::~NewArchiveFolder()
{
    if (!m_draft.isEmpty())
        QDir(m_draft).removeRecursively();
}

Error NewArchiveFolder::unwritten(const QFile &file) const
{
    return {Error::Kind::Io,
            Words::tr("%1 of the archive could not be written: %2. Free some space or choose another folder.")
                .arg(shown(QDir(m_draft).relativeFilePath(file.fileName())), file.errorString())};
}

Result<std::unique_ptr<QFile>> NewArchiveFolder::open(const QString &name)
{
    const QString folder = name.section(QLatin1Char('/'), 0, -2);
    if (!folder.isEmpty() && !m_folders.contains(folder)) {
        QDir(m_draft).mkpath(folder); // else opening the file fails, and says why
        m_folders.insert(folder);
    }
    auto file = std::make_unique<QFile>(m_draft + QLatin1Char('/') + name);
    if (!file->open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return unwritten(*file);
    ++m_files;
    return file;
}

Result<void> NewArchiveFolder::write(const QString &name, const QByteArray &bytes)
{
    const auto file = open(name);
    if (!file)
        return file.error();
    if ((*file)->write(bytes) != bytes.size() || !(*file)->flush())
        return unwritten(**file);
    return {};
}

Result<void> NewArchiveFolder::finish()
{
    const bool wasThere = QFileInfo::exists(m_place);
    if (wasThere && !QDir().rmdir(m_place))
        return taken(m_place);
    if (!QDir().rename(m_draft, m_place)) {
        if (wasThere)
            QDir().mkdir(m_place);
        return Error{
            Error::Kind::Io,
            Words::tr("The archive could not be moved to its place, %1. Choose another folder.").arg(shown(m_place))};
    }
    m_draft.clear();
    return {};
}

Result<ArchiveFolder> ArchiveFolder::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isDir())
        return Error{Error::Kind::NotFound,
                     Words::tr("There is no folder %1. Check the name of the archive.").arg(shown(path))};
    return ArchiveFolder(QDir::cleanPath(info.absoluteFilePath()));
}

Result<std::unique_ptr<QFile>> ArchiveFolder::openFile(const QString &name)
{
    if (!site::isFilePath(name) || isLinked(m_path, name))
        return archiveFault(name, 0, Words::tr("This name leads out of the archive, so it was not read."));
    auto file = std::make_unique<QFile>(m_path + QLatin1Char('/') + name);
    if (!QFileInfo(file->fileName()).isFile())
        return archiveFault(name, 0, Words::tr("The file is missing. Take it from another copy of the archive."));
    if (!file->open(QIODevice::ReadOnly))
        return Error{Error::Kind::Io, Words::tr("%1 of the archive cannot be read: %2. Check that you may read it.")
                                          .arg(name, file->errorString())};
    ++m_files;
    return file;
}

Result<QByteArray> ArchiveFolder::read(const QString &name, qint64 limit)
{
    const auto file = openFile(name);
    if (!file)
        return file.error();
    if ((*file)->size() > limit)
        return archiveFault(name, 0, Words::tr("The file is larger than %1 MB.").arg(limit / (1024 * 1024)));
    const QByteArray bytes = (*file)->read(limit);
    if ((*file)->error() != QFileDevice::NoError)
        return Error{Error::Kind::Io, Words::tr("%1 of the archive cannot be read: %2. Check that you may read it.")
                                          .arg(name, (*file)->errorString())};
    return bytes;
}

bool ArchiveFolder::holds(const QString &name) const
{
    return QFileInfo(m_path + QLatin1Char('/') + name).isFile();
}

QStringList ArchiveFolder::names(const QString &folder, const QString &suffix) const
{
    QStringList names = QDir(m_path + QLatin1Char('/') + folder)
                            .entryList({QLatin1Char('*') + suffix}, QDir::Files | QDir::System, QDir::Unsorted);
    for (QString &name : names)
        name.chop(suffix.size());
    names.sort();
    return names;
}

} // namespace editorial
