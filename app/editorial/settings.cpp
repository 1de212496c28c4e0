#include "editorial/settings.h"

#include <QFileInfo>

#include <array>

namespace editorial {

namespace {

constexpr int mostRecentDesks = 10;

struct Row {
    Setting setting;
    QLatin1String key;
    QVariant fallback;
};

const Row &rowOf(Setting setting)
{
    static const std::array rows{
        Row{Setting::RecentDesks, QLatin1String("desks/recent"), QStringList()},
        Row{Setting::WindowGeometry, QLatin1String("window/geometry"), QByteArray()},
        Row{Setting::WindowSplitter, QLatin1String("window/splitter"), QByteArray()},
        Row{Setting::RoomSplitter, QLatin1String("writing/splitter"), QByteArray()},
        Row{Setting::PreviewPlace, QLatin1String("writing/preview"), QStringLiteral("off")},
        Row{Setting::WritingFont, QLatin1String("writing/font"), QString()},
        Row{Setting::WritingZoom, QLatin1String("writing/zoom"), 100},
        Row{Setting::SpellingOn, QLatin1String("writing/spelling"), true},
        Row{Setting::TypingAidsOn, QLatin1String("writing/typing-aids"), true},
        Row{Setting::PersonalWords, QLatin1String("writing/personal-words"), QString()},
        Row{Setting::JournalFolder, QLatin1String("writing/journal"), QString()},
        Row{Setting::LastImportFolder, QLatin1String("import/folder"), QString()},
        Row{Setting::ListOrder, QLatin1String("list/order"), 0},
    };
    return rows.at(static_cast<std::size_t>(setting));
}

} // namespace

Settings::Settings(const QString &file)
    : m_store(file.isEmpty() ? std::make_unique<QSettings>() : std::make_unique<QSettings>(file, QSettings::IniFormat))
{}

QVariant Settings::value(Setting setting) const
{
    const Row &row = rowOf(setting);
    return m_store->value(row.key, row.fallback);
}

void Settings::setValue(Setting setting, const QVariant &value)
{
    m_store->setValue(rowOf(setting).key, value);
}

void Settings::noteRecentDesk(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList recent = value(Setting::RecentDesks).toStringList();
    recent.removeAll(absolute);
    recent.prepend(absolute);
    setValue(Setting::RecentDesks, recent.mid(0, mostRecentDesks));
}

} // namespace editorial
