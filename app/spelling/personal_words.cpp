#include "spelling/personal_words.h"

#include "base/files.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <algorithm>

namespace spelling {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(spelling::PersonalWords)
};

constexpr qint64 largestFile = 10'000'000;
constexpr qsizetype longestPersonalWord = 100;

bool isWord(const QString &word)
{
    return !word.isEmpty() && word.size() <= longestPersonalWord &&
           std::none_of(word.begin(), word.end(), [](QChar c) { return c.isSpace() || !c.isPrint(); });
}

QStringList sorted(QStringList words)
{
    words.sort();
    words.removeDuplicates();
    return words;
}

base::Result<QStringList> readWords(const QString &path)
{
    if (!QFileInfo::exists(path))
        return QStringList();
    const base::Result<QString> text = base::readTextFile(path, largestFile);
    if (!text)
        return text.error();
    QStringList words;
    const QStringList lines = base::withUnixLineEnds(*text).split(u'\n');
    for (const QString &line : lines) {
        if (const QString word = line.trimmed(); isWord(word))
            words.append(word);
    }
    return sorted(words);
}

} // namespace

PersonalWords::PersonalWords(QString path, QStringList words) : m_path(std::move(path)), m_words(std::move(words)) {}

QString PersonalWords::defaultPath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("personal-words.txt"));
}

base::Result<PersonalWords> PersonalWords::load(const QString &path)
{
    const base::Result<QStringList> words = readWords(path);
    if (!words)
        return words.error();
    return PersonalWords(path, *words);
}

bool PersonalWords::contains(const QString &word) const
{
    return std::binary_search(m_words.begin(), m_words.end(), word);
}

base::Result<void> PersonalWords::add(const QString &word)
{
    const QString added = word.trimmed();
    if (!isWord(added))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("Only a single word can be added to the dictionary. Select one word.")};
    base::Result<QStringList> words = readWords(m_path);
    if (!words)
        return words.error();
    return write(sorted(*words + QStringList(added)));
}

base::Result<void> PersonalWords::remove(const QString &word)
{
    base::Result<QStringList> words = readWords(m_path);
    if (!words)
        return words.error();
    words->removeAll(word.trimmed());
    return write(*words);
}

base::Result<void> PersonalWords::write(QStringList words)
{
    const QString folder = QFileInfo(m_path).absolutePath();
    if (!QDir().mkpath(folder))
        return base::Error{base::Error::Kind::Io,
                           Words::tr("The folder %1 could not be made, so the word was not kept. Check that you may "
                                     "write there.")
                               .arg(QDir::toNativeSeparators(folder))};
    const QString text = words.isEmpty() ? QString() : QString(words.join(u'\n') + u'\n');
    if (const base::Result<void> written = base::writeFile(m_path, text.toUtf8()); !written)
        return written.error();
    m_words = std::move(words);
    return {};
}

} // namespace spelling
