// PersonalWords: the words that a person told the program to accept, in a UTF-8 file with one word a line, sorted, so
// that it can be read, edited and kept under version control. A value of one thread; several programs may share the
// file, since every change reads it again first.
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>

namespace spelling {

class PersonalWords
{
public:
    // "personal-words.txt" in the folder for this program's files. The folder need not exist.
    [[nodiscard]] static QString defaultPath();

    // A missing file is an empty list. Fails if it cannot be read or is not UTF-8; then it is left as it is.
    [[nodiscard]] static base::Result<PersonalWords> load(const QString &path);

    [[nodiscard]] const QStringList &words() const { return m_words; }
    [[nodiscard]] bool contains(const QString &word) const;

    // Written at once. Fails as Unusable for what is no word (empty, with spaces, or longer than 100 characters), and
    // if the file cannot be read or written; then nothing changes.
    [[nodiscard]] base::Result<void> add(const QString &word);
    [[nodiscard]] base::Result<void> remove(const QString &word);

private:
    explicit PersonalWords(QString path, QStringList words);
    base::Result<void> write(QStringList words);

    QString m_path;
    QStringList m_words; // sorted, each once
};

} // namespace spelling
