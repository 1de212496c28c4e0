// The Hunspell dictionaries of this machine: pairs of NAME.aff and NAME.dic in the folders where systems and people
// put them. Reads folders only. Any thread.
#pragma once

#include "base/result.h"

#include <QString>
#include <QStringList>
#include <QVector>

namespace spelling {

struct Dictionary {
    QString tag; // BCP 47, from the file name: en_GB is "en-GB"
    QString affPath;
    QString dicPath;
};

// Where dictionaries may be, first the person's own: XDG_DATA_HOME and XDG_DATA_DIRS with "hunspell" behind, then the
// usual system folders. They need not exist.
[[nodiscard]] QStringList dictionaryFolders();

// All pairs in the folders, sorted by tag; of two with the same tag the one of the earlier folder.
[[nodiscard]] QVector<Dictionary> findDictionaries(const QStringList &folders = dictionaryFolders());

// The best of `dictionaries` for a language: the same tag (case and "_" do not matter), else a longer one, else the
// language alone, else its main region, else any region. Fails with NotFound and what to install.
[[nodiscard]] base::Result<Dictionary> dictionaryFor(const QString &tag, const QVector<Dictionary> &dictionaries);

} // namespace spelling
