#include "command_line.h"

#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>
#include <QProcess>
#include <QProcessEnvironment>

Called CommandLine::call(const QStringList &words, const QByteArray &input)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("XDG_DATA_HOME"), path(QStringLiteral("data")));
    environment.insert(QStringLiteral("XDG_CONFIG_HOME"), path(QStringLiteral("config")));
    environment.remove(QStringLiteral("DISPLAY"));
    environment.remove(QStringLiteral("QT_QPA_PLATFORM"));

    QProcess process;
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_folder.path());
    process.start(QStringLiteral(POSTBAG_CLI), words);
    process.write(input);
    process.closeWriteChannel();
    const bool isOver = process.waitForFinished(60'000) && process.exitStatus() == QProcess::NormalExit;
    Called called{
        isOver ? process.exitCode() : -1, process.readAllStandardOutput(), process.readAllStandardError(), {}};
    called.json = QJsonDocument::fromJson(called.out).object();
    m_said += called.out + called.err;
    return called;
}

Called CommandLine::callJson(const QStringList &words, const QByteArray &input)
{
    Called called = call(words + QStringList{QStringLiteral("--json")}, input);
    QJsonParseError error;
    if (!QJsonDocument::fromJson(called.out, &error).isObject() || error.error != QJsonParseError::NoError)
        called.status = -1;
    return called;
}

QString CommandLine::write(const QString &name, const QByteArray &content) const
{
    QDir(m_folder.path()).mkpath(QFileInfo(path(name)).path());
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(name));
    return path(name);
}

QByteArray CommandLine::read(const QString &name) const
{
    QFile file(path(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QStringList CommandLine::filesBelow(const QString &name) const
{
    const QDir folder(path(name));
    QStringList names;
    QDirIterator files(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext())
        names.append(folder.relativeFilePath(files.next()));
    names.sort();
    return names;
}
