// Folder: the only way to the files of a site. Every step goes down from the opened folder one part at a time and
// follows no symbolic link below it, so nothing outside is reached, even if somebody moves things about meanwhile.
// Paths must be isFilePath() or names of this layer's own. Each thread has one of its own: see clone().
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <utility>

namespace site {

// An open file descriptor, closed at the end.
class Descriptor
{
public:
    explicit Descriptor(int number = -1) : m_number(number) {}
    ~Descriptor() { reset(); }
    Descriptor(Descriptor &&other) noexcept : m_number(std::exchange(other.m_number, -1)) {}
    Descriptor &operator=(Descriptor &&other) noexcept
    {
        if (this != &other) {
            reset();
            m_number = std::exchange(other.m_number, -1);
        }
        return *this;
    }

    [[nodiscard]] int number() const { return m_number; }
    [[nodiscard]] bool isOpen() const { return m_number >= 0; }
    void reset();

private:
    int m_number = -1;
};

class Folder
{
public:
    // Opens the folder. Kind::NotFound where there is none.
    [[nodiscard]] static base::Result<Folder> open(const QString &path);
    // Opens it and makes it, with the folders above it, where there is none.
    [[nodiscard]] static base::Result<Folder> make(const QString &path);
    // A folder that is not there yet: every file in it is missing, and none can be made.
    [[nodiscard]] static Folder absent(const QString &path) { return Folder(Descriptor(), path); }
    [[nodiscard]] base::Result<Folder> clone() const;

    // Takes the folder for one export until every clone is gone; false if another holds it.
    [[nodiscard]] bool lock();

    enum class State {
        Missing,
        File,
        Other, // a folder, a link or a device, or below something that is no folder of the site
    };
    struct Standing {
        State state = State::Missing;
        qint64 size = 0;
    };
    [[nodiscard]] Standing standing(const QString &file);

    // The bytes of a regular file; fails for anything else and for more than `limit` bytes.
    [[nodiscard]] base::Result<QByteArray> read(const QString &file, qint64 limit);
    // Makes a new file; fails where there is one.
    [[nodiscard]] base::Result<void> create(const QString &file, QByteArrayView bytes);
    // Moves a file to a place that is free, or over the file that is there.
    enum class Over { Nothing, File };
    [[nodiscard]] base::Result<void> move(const QString &from, const QString &to, Over over);
    // Swaps two files in one step; false, and nothing done, where the file system cannot.
    [[nodiscard]] bool exchange(const QString &one, const QString &other);
    [[nodiscard]] base::Result<void> remove(const QString &file);

    // The folders that the file lies in, where they are missing.
    [[nodiscard]] base::Result<void> makeParents(const QString &file);
    // Whether files can be made and replaced in the folder that the file lies in, or will lie in.
    [[nodiscard]] bool mayWriteBeside(const QString &file);
    // Removes the folders that the file lay in, as far as they are empty.
    void removeEmptyParents(const QString &file);
    // Removes a folder of plain files with them; fails where it holds folders. No folder of that name: done.
    [[nodiscard]] base::Result<void> removeFlatFolder(const QString &name);

    // Waits until everything written so far is on the disk.
    [[nodiscard]] base::Result<void> sync();

    [[nodiscard]] QString path() const { return m_path; }

private:
    Folder(Descriptor top, QString path) : m_top(std::move(top)), m_path(std::move(path)) {}

    // renameat2(2) from one place in the folder to another; 0, or the error.
    [[nodiscard]] int rename(const QString &from, const QString &to, unsigned flags);
    // The folder that the file lies in; below zero, with errno, where it cannot be reached. Stays open while at most
    // one other is asked for.
    int parentOf(const QByteArray &file);
    void forgetParents();
    [[nodiscard]] base::Error failure(const QString &file, int number) const;

    Descriptor m_top;
    QString m_path;
    struct Parent {
        QByteArray path;
        Descriptor opened;
    };
    std::array<Parent, 2> m_parents; // the folders last used, the last one first
};

} // namespace site
