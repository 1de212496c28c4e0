// Settings: what the program remembers for the person at this computer, not for the desk. One table of keys, defaults
// and kinds; a file of its own in tests. Lives in the window's thread.
#pragma once

#include <QSettings>
#include <QVariant>

#include <memory>

namespace editorial {

enum class Setting {
    RecentDesks,      // QStringList, the latest first
    WindowGeometry,   // QByteArray
    WindowSplitter,   // QByteArray
    RoomSplitter,     // QByteArray
    PreviewPlace,     // "off", "letter", "right", "below"
    WritingFont,      // QString as of QFont::toString; empty: the serif that fits
    WritingZoom,      // int, percent
    SpellingOn,       // bool
    TypingAidsOn,     // bool
    PersonalWords,    // QString, path of the word list; empty: the place of the program
    JournalFolder,    // QString, for what is not on a desk yet; empty: the place of the program
    LastImportFolder, // QString
    ListOrder,        // int, LetterOrder
};

class Settings
{
public:
    // In the person's configuration; or in `file`, where it is given.
    explicit Settings(const QString &file = {});

    [[nodiscard]] QVariant value(Setting setting) const;
    void setValue(Setting setting, const QVariant &value);

    // Puts the desk first in RecentDesks, at most ten, each once.
    void noteRecentDesk(const QString &path);

private:
    std::unique_ptr<QSettings> m_store;
};

} // namespace editorial
