#include "cli/archive_commands.h"

#include "cli/invocation.h"
#include "cli/password_source.h"
#include "editorial/restoring.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>

namespace cli {

namespace {

using base::Result;
using editorial::ArchiveReport;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::archive_commands)
};

constexpr QLatin1String withCorrespondents("with-correspondents");
constexpr QLatin1String withoutCorrespondents("without-correspondents");

QJsonObject json(const ArchiveReport &report)
{
    return {
        {QStringLiteral("articles"), report.articles},
        {QStringLiteral("letters"), report.letters},
        {QStringLiteral("revisions"), report.revisions},
        {QStringLiteral("files"), report.files},
        {QStringLiteral("correspondents"), report.correspondents ? QJsonValue(*report.correspondents) : QJsonValue()},
        {QStringLiteral("seconds"), report.seconds}};
}

QString counts(const ArchiveReport &report)
{
    return Words::tr("articles: %1, letters: %2, revisions and remarks: %3, files: %4, correspondents: %5")
        .arg(report.articles)
        .arg(report.letters)
        .arg(report.revisions)
        .arg(report.files)
        .arg(report.correspondents ? QString::number(*report.correspondents) : Words::tr("left out"));
}

// Where the result lies, under this name in JSON.
void tell(const Invocation &invocation, const QString &name, const QString &path, const QString &text,
          const ArchiveReport &report)
{
    QJsonObject object = json(report);
    object.insert(name, QFileInfo(path).absoluteFilePath());
    invocation.output().result(object, text.arg(QDir::toNativeSeparators(path), counts(report)));
}

} // namespace

Result<Status> archiveToFolder(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    editorial::ArchiveRequest request{invocation.argument(1)};
    if (invocation.has(withCorrespondents)) {
        const auto passphrase = newPassphrase(Words::tr("Passphrase for the correspondents: "));
        if (!passphrase)
            return passphrase.error();
        request.passphrase = *passphrase;
    }
    const auto report = editorial::archiveDesk(**desk, request, invocation.progress());
    if (!report)
        return invocation.unreachable(report.error());
    tell(invocation, QStringLiteral("folder"), request.folder, Words::tr("Archived to %1 (%2)."), *report);
    return Status::Done;
}

Result<Status> restoreFromFolder(Invocation &invocation)
{
    editorial::RestoreRequest request{invocation.argument(0), invocation.argument(1)};
    if (editorial::holdsCorrespondents(request.folder) && !invocation.has(withoutCorrespondents)) {
        const auto passphrase = passphraseGiven(Words::tr("Passphrase of the correspondents: "));
        if (!passphrase)
            return passphrase.error();
        request.passphrase = *passphrase;
    }
    const auto report = editorial::restoreDesk(request, invocation.progress());
    if (!report)
        return invocation.unreachable(report.error());
    tell(invocation, QStringLiteral("desk"), request.desk, Words::tr("Restored to %1 (%2)."), *report);
    return Status::Done;
}

} // namespace cli
