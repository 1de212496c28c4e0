#include "spelling/dictionaries.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QStandardPaths>

#include <algorithm>
#include <map>

namespace spelling {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(spelling::dictionaries)
};

QString withHyphens(QString name)
{
    return name.replace(u'_', u'-');
}

QString language(const QString &tag)
{
    return tag.section(u'-', 0, 0);
}

bool isSameTag(const QString &one, const QString &other)
{
    return one.compare(other, Qt::CaseInsensitive) == 0;
}

// The region whose spelling a tag without a dictionary of its own is nearest to. English outside North America is
// closer to that of Britain.
QString mainTag(const QString &tag)
{
    const QString name = language(tag);
    if (isSameTag(name, QStringLiteral("en")) && tag.contains(u'-'))
        return QStringLiteral("en-GB");
    const QLocale locale(name);
    return locale.language() == QLocale::C ? name : withHyphens(locale.name());
}

// How well `found` serves `wanted`; 0: not at all.
int fitness(const QString &wanted, const QString &found)
{
    if (isSameTag(found, wanted))
        return 5;
    if (found.startsWith(wanted + u'-', Qt::CaseInsensitive) && wanted.contains(u'-'))
        return 4;
    if (!isSameTag(language(found), language(wanted)))
        return 0;
    if (isSameTag(found, language(wanted)))
        return 3;
    return isSameTag(found, mainTag(wanted)) ? 2 : 1;
}

QString missing(const QString &tag)
{
    const QLocale locale(tag);
    const QString name = locale.language() == QLocale::C ? tag : QLocale::languageToString(locale.language());
    return Words::tr("There is no spelling dictionary for %1. Install one, for example the package hunspell-%2.")
        .arg(name, withHyphens(tag).toLower());
}

} // namespace

QStringList dictionaryFolders()
{
    QStringList folders;
    for (const QString &place : QStandardPaths::standardLocations(QStandardPaths::GenericDataLocation))
        folders.append(QDir(place).filePath(QStringLiteral("hunspell")));
    folders << QStringLiteral("/usr/share/hunspell") << QStringLiteral("/usr/share/myspell/dicts")
            << QStringLiteral("/usr/share/myspell");
    folders.removeDuplicates();
    return folders;
}

QVector<Dictionary> findDictionaries(const QStringList &folders)
{
    std::map<QString, Dictionary> found;
    for (const QString &path : folders) {
        const QDir folder(path);
        const QStringList files = folder.entryList({QStringLiteral("*.dic")}, QDir::Files | QDir::Readable);
        for (const QString &file : files) {
            const QString name = file.chopped(4);
            const QString affix = folder.filePath(name + QStringLiteral(".aff"));
            if (!QFile::exists(affix))
                continue;
            const QString tag = withHyphens(name);
            found.try_emplace(tag, Dictionary{tag, affix, folder.filePath(file)});
        }
    }
    QVector<Dictionary> dictionaries;
    for (const auto &[tag, dictionary] : found)
        dictionaries.append(dictionary);
    return dictionaries;
}

base::Result<Dictionary> dictionaryFor(const QString &tag, const QVector<Dictionary> &dictionaries)
{
    const QString wanted = withHyphens(tag.trimmed());
    const auto best =
        std::max_element(dictionaries.begin(), dictionaries.end(), [&](const Dictionary &one, const Dictionary &other) {
            return fitness(wanted, one.tag) < fitness(wanted, other.tag);
        });
    if (wanted.isEmpty() || best == dictionaries.end() || fitness(wanted, best->tag) == 0)
        return base::Error{base::Error::Kind::NotFound, missing(wanted)};
    return *best;
}

} // namespace spelling
