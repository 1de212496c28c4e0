// Journal: what was typed and is not on the desk yet, in a folder on this computer's own disk, so that it outlives the
// program and a desk that cannot be written. One file for each text, replaced as a whole, readable by its owner alone,
// and removed once the desk has it. Values and files; any thread, one at a time.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QDateTime>
#include <QJsonObject>
#include <QString>
#include <QVector>

namespace ui {

struct JournalEntry {
    QString text; // names the text on its desk
    desk::ArticleId article;
    QJsonObject typed; // as whoever edits the text writes it
    QDateTime written; // UTC
};

class Journal
{
public:
    // The entries of the desk with this path, below `folder`, which is made when something is to be kept.
    Journal(const QString &folder, const QString &deskPath);
    // Beside the other files of the program.
    [[nodiscard]] static QString defaultFolder();

    [[nodiscard]] base::Result<void> keep(const JournalEntry &entry) const;
    void drop(const QString &text) const;
    // The oldest first. A file that is no entry is left where it is.
    [[nodiscard]] QVector<JournalEntry> entries() const;

private:
    [[nodiscard]] QString fileOf(const QString &text) const;

    QString m_folder;
};

} // namespace ui
