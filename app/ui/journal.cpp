#include "ui/journal.h"

#include "base/files.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QStandardPaths>

#include <algorithm>

namespace ui {

namespace {

constexpr qint64 largestEntry = 64LL * 1024 * 1024;
constexpr auto onlyMine = QFileDevice::ReadOwner | QFileDevice::WriteOwner;

QString digest(const QString &name)
{
    return QString::fromLatin1(QCryptographicHash::hash(name.toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

std::optional<JournalEntry> entryIn(const QString &path)
{
    const auto bytes = base::readFile(path, largestEntry);
    if (!bytes)
        return std::nullopt;
    const QJsonObject object = QJsonDocument::fromJson(*bytes).object();
    JournalEntry entry{object.value(QLatin1String("text")).toString(),
                       desk::ArticleId::fromString(object.value(QLatin1String("article")).toString()),
                       object.value(QLatin1String("typed")).toObject(),
                       QDateTime::fromString(object.value(QLatin1String("written")).toString(), Qt::ISODateWithMs)};
    if (entry.text.isEmpty() || entry.article.isNull() || entry.typed.isEmpty())
        return std::nullopt;
    return entry;
}

} // namespace

Journal::Journal(const QString &folder, const QString &deskPath)
    : m_folder(QDir(folder).filePath(digest(QFileInfo(deskPath).absoluteFilePath())))
{}

QString Journal::defaultFolder()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation))
        .filePath(QStringLiteral("journal"));
}

base::Result<void> Journal::keep(const JournalEntry &entry) const
{
    const QJsonObject object{{QStringLiteral("text"), entry.text},
                             {QStringLiteral("article"), entry.article.toString()},
                             {QStringLiteral("typed"), entry.typed},
                             {QStringLiteral("written"), entry.written.toUTC().toString(Qt::ISODateWithMs)}};
    if (!QDir().exists(m_folder) && QDir().mkpath(m_folder))
        QFile::setPermissions(m_folder, onlyMine | QFileDevice::ExeOwner);
    const QString path = fileOf(entry.text);
    const auto written = base::writeFile(path, QJsonDocument(object).toJson(QJsonDocument::Compact));
    if (written)
        QFile::setPermissions(path, onlyMine);
    return written;
}

void Journal::drop(const QString &text) const
{
    QFile::remove(fileOf(text));
    QDir().rmdir(m_folder); // if it is empty
}

QVector<JournalEntry> Journal::entries() const
{
    QVector<JournalEntry> found;
    const QFileInfoList files = QDir(m_folder).entryInfoList({QStringLiteral("*.json")}, QDir::Files, QDir::Name);
    for (const QFileInfo &file : files) {
        if (const auto entry = entryIn(file.absoluteFilePath()))
            found.append(*entry);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const JournalEntry &a, const JournalEntry &b) { return a.written < b.written; });
    return found;
}

QString Journal::fileOf(const QString &text) const
{
    return QDir(m_folder).filePath(digest(text) + QLatin1String(".json"));
}

} // namespace ui
