// Dictionaries that the tests make themselves.
#pragma once

#include "spelling/dictionaries.h"

#include <QDir>
#include <QFile>

namespace tests {

inline bool write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

// NAME.aff and NAME.dic with those lines in `folder`.
inline spelling::Dictionary makeDictionary(const QString &folder, const QString &name, const QByteArray &affixes,
                                           const QByteArrayList &words)
{
    const QString base = QDir(folder).filePath(name);
    const QByteArray lines = QByteArray::number(words.size()) + '\n' + words.join('\n') + '\n';
    if (!write(base + QStringLiteral(".aff"), affixes) || !write(base + QStringLiteral(".dic"), lines))
        qFatal("The test's dictionary cannot be written");
    return {QString(name).replace(u'_', u'-'), base + QStringLiteral(".aff"), base + QStringLiteral(".dic")};
}

// A little English: right are "a the letter letters desk don't it's well being 'twas Maud".
inline spelling::Dictionary makeEnglish(const QString &folder, const QString &name = QStringLiteral("en_GB"))
{
    return makeDictionary(folder, name, "SET UTF-8\nTRY esianrtolcdugmphbyfvkwz'\nSFX S Y 1\nSFX S 0 s .\n",
                          {"a", "the", "letter/S", "desk", "don't", "it's", "well", "being", "'twas", "Maud"});
}

} // namespace tests
