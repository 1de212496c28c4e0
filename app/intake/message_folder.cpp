#include "intake/message_folder.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>

#include <algorithm>
#include <tuple>
#include <vector>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::message_folder)
};

const QString parts[] = {QStringLiteral("new"), QStringLiteral("cur")}; // "tmp" holds what is still being delivered

// The part of a name that never changes: before the flags, which follow a colon, or where the file system has none, one
// of the marks that servers use instead.
QStringView uniqueName(QStringView name)
{
    for (const QChar mark : {u':', u';', u'!', u'\xF022'}) {
        const qsizetype flags = name.lastIndexOf(QString(mark + QLatin1String("2,")));
        if (flags > 0)
            return name.first(flags);
    }
    return name;
}

// Seconds since 1970, with which names begin; 0 where they do not.
qint64 deliveryTime(QStringView name)
{
    return name.first(std::max<qsizetype>(name.indexOf(u'.'), 0)).toLongLong();
}

bool isMessageName(const QString &name)
{
    return name.endsWith(QLatin1String(".eml"), Qt::CaseInsensitive);
}

void listMaildir(const QString &folder, MessageFolder &found)
{
    struct Delivered {
        qint64 time;
        QString name;
        QString file;
    };
    std::vector<Delivered> messages;
    for (const QString &part : parts) {
        QDirIterator files(folder + QLatin1Char('/') + part, QDir::Files | QDir::NoSymLinks);
        while (files.hasNext()) {
            files.next();
            const QString name = files.fileName();
            found.bytes += files.fileInfo().size();
            messages.push_back({deliveryTime(name), name, part + QLatin1Char('/') + name});
        }
    }
    std::sort(messages.begin(), messages.end(), [](const Delivered &a, const Delivered &b) {
        return std::tie(a.time, a.name, a.file) < std::tie(b.time, b.name, b.file);
    });
    found.files.reserve(static_cast<qsizetype>(messages.size()));
    for (const Delivered &message : messages)
        found.files.append(message.file);
    QDirIterator folders(folder, QDir::Dirs | QDir::Hidden | QDir::NoDotAndDotDot | QDir::NoSymLinks);
    while (folders.hasNext()) {
        const QString path = folders.next();
        if (isMaildir(path))
            found.nested.append(folders.fileName());
    }
    found.nested.sort();
}

void listPlain(const QString &folder, MessageFolder &found)
{
    const QDir top(QDir(folder).absolutePath());
    QDirIterator files(top.path(), QDir::Files | QDir::NoSymLinks, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString path = files.next();
        if (!isMessageName(path)) {
            ++found.others;
            continue;
        }
        found.bytes += files.fileInfo().size();
        found.files.append(top.relativeFilePath(path));
    }
    found.files.sort();
}

} // namespace

bool isMaildir(const QString &folder)
{
    return std::all_of(std::begin(parts), std::end(parts),
                       [&folder](const QString &part) { return QFileInfo(folder + QLatin1Char('/') + part).isDir(); });
}

base::Result<MessageFolder> listMessages(const QString &folder)
{
    const QFileInfo info(folder);
    const QString shown = QDir::toNativeSeparators(folder);
    if (!info.isDir())
        return base::Error{base::Error::Kind::NotFound, Words::tr("There is no folder %1. Check its name.").arg(shown)};
    if (!info.isReadable() || !info.isExecutable())
        return base::Error{base::Error::Kind::Io,
                           Words::tr("The folder %1 cannot be read. Allow reading it, and try again.").arg(shown)};
    MessageFolder found;
    found.isMaildir = isMaildir(folder);
    if (found.isMaildir)
        listMaildir(folder, found);
    else
        listPlain(folder, found);
    return found;
}

QString findAgain(const QString &folder, const QString &file)
{
    if (QFileInfo::exists(folder + QLatin1Char('/') + file))
        return file;
    const QString unique = uniqueName(QStringView(file).sliced(file.lastIndexOf(QLatin1Char('/')) + 1)).toString();
    for (const QString &part : parts) {
        QDirIterator files(folder + QLatin1Char('/') + part, QDir::Files | QDir::NoSymLinks);
        while (files.hasNext()) {
            files.next();
            if (uniqueName(files.fileName()) == unique)
                return part + QLatin1Char('/') + files.fileName();
        }
    }
    return {};
}

} // namespace intake
