// The folder of an open archive: NewArchiveFolder writes one beside its place and moves it there once it is whole;
// ArchiveFolder reads one, and nothing outside it. Names are relative, with "/". Each belongs to one thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QFile>
#include <QSet>
#include <QStringList>

#include <memory>

namespace editorial {

inline constexpr qint64 largestArchivePage = 256LL * 1024 * 1024; // bytes; of the Markdown and JSON files
inline constexpr qint64 largestArchiveFile = 512LL * 1024 * 1024; // bytes; of pictures and papers

// `id`, with the suffix of the file name behind it where that is a plain one: a name that is safe everywhere.
[[nodiscard]] QString safeFileName(const QString &id, const QString &name);

class NewArchiveFolder
{
public:
    // Fails with Kind::Unusable where there is something in the folder, or where it is a file, and with Kind::Io where
    // nothing can be written beside it.
    [[nodiscard]] static base::Result<std::unique_ptr<NewArchiveFolder>> begin(const QString &path);
    // Takes away what was written, unless it was moved to its place.
    ~NewArchiveFolder();
    NewArchiveFolder(const NewArchiveFolder &) = delete;
    NewArchiveFolder &operator=(const NewArchiveFolder &) = delete;

    // Fails where there is such a file already.
    [[nodiscard]] base::Result<void> write(const QString &name, const QByteArray &bytes);
    // The same, for a file that is written bit by bit.
    [[nodiscard]] base::Result<std::unique_ptr<QFile>> open(const QString &name);
    // Where writing it failed.
    [[nodiscard]] base::Error unwritten(const QFile &file) const;
    [[nodiscard]] qint64 files() const { return m_files; }
    [[nodiscard]] base::Result<void> finish();

private:
    NewArchiveFolder(QString place, QString draft);

    QString m_place;
    QString m_draft;
    QSet<QString> m_folders; // that were made in it
    qint64 m_files = 0;
};

class ArchiveFolder
{
public:
    [[nodiscard]] static base::Result<ArchiveFolder> open(const QString &path);

    // Fails for a name that leads out of the folder, for a link, and for a file that is missing or too large.
    [[nodiscard]] base::Result<QByteArray> read(const QString &name, qint64 limit);
    // The same, for a file that is read bit by bit.
    [[nodiscard]] base::Result<std::unique_ptr<QFile>> openFile(const QString &name);
    [[nodiscard]] qint64 files() const { return m_files; } // that were read
    [[nodiscard]] bool holds(const QString &name) const;
    // The files in one of its folders whose names end with `suffix`, without it, sorted.
    [[nodiscard]] QStringList names(const QString &folder, const QString &suffix) const;

private:
    explicit ArchiveFolder(QString path) : m_path(std::move(path)) {}

    QString m_path;
    qint64 m_files = 0;
};

} // namespace editorial
