#include "ui/desk_openers.h"

#include "editorial/sample_desk.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTimeZone>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::desk_openers)
};

using Opened = base::Result<std::unique_ptr<editorial::Desk>>;

Opened makeSample(const QString &path, const base::Clock &clock)
{
    const QString folder = QFileInfo(path).absolutePath();
    if (!QDir().mkpath(folder))
        return base::Error{base::Error::Kind::Io,
                           Words::tr("The folder %1 for the sample cannot be made. Allow writing there and try again.")
                               .arg(QDir::toNativeSeparators(folder))};
    const auto masthead = desk::newMasthead(Words::tr("Sample"), QStringLiteral("en-GB"), QStringLiteral("UTC"));
    auto made = editorial::Desk::create(path, masthead, clock);
    if (!made)
        return made;
    if (const auto filled = editorial::fillWithSample(**made); !filled) {
        made = filled.error(); // closes the desk
        QFile::remove(path);
    }
    return made;
}

} // namespace

editorial::Session::Opener openerOf(const QString &path)
{
    return [path](const base::Clock &clock) {
        return editorial::Desk::open(path, clock);
    };
}

editorial::Session::Opener openerOfNew(const NewDesk &desk)
{
    const QString zone = QString::fromLatin1(QTimeZone::systemTimeZoneId());
    return [desk, zone](const base::Clock &clock) {
        return editorial::Desk::create(desk.path, desk::newMasthead(desk.column, desk.language, zone), clock);
    };
}

QString samplePath()
{
    return QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation))
        .filePath(QStringLiteral("sample.postbag"));
}

editorial::Session::Opener openerOfSample(const QString &path)
{
    return [path](const base::Clock &clock) {
        return QFileInfo::exists(path) ? editorial::Desk::open(path, clock) : makeSample(path, clock);
    };
}

} // namespace ui
