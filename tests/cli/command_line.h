// Command line: calls of the real postbag-cli in a temporary folder, for tests.
#pragma once

#include <QByteArray>
#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>
#include <QTemporaryDir>

// What one call came to.
struct Called {
    int status = -1; // -1: it did not start, crashed or did not end
    QByteArray out;
    QByteArray err;
    QJsonObject json; // of the standard output; empty unless it is one JSON object

    [[nodiscard]] QString text() const { return QString::fromUtf8(out); }
    [[nodiscard]] QString messages() const { return QString::fromUtf8(err); }
};

class CommandLine
{
public:
    // Calls with these words; `input` is the standard input. The working directory is the temporary folder.
    Called call(const QStringList &words, const QByteArray &input = {});
    // The same with --json. Fails (status -1) if the standard output is not one JSON document.
    Called callJson(const QStringList &words, const QByteArray &input = {});

    // The path of a file in the temporary folder.
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    // Writes that file; gives its path.
    QString write(const QString &name, const QByteArray &content) const;
    // The bytes of that file; empty if it cannot be read.
    [[nodiscard]] QByteArray read(const QString &name) const;
    // The names of all files below a folder of the temporary folder, sorted.
    [[nodiscard]] QStringList filesBelow(const QString &name) const;

    // Everything that all calls so far wrote to standard output and standard error.
    [[nodiscard]] QByteArray everythingSaid() const { return m_said; }
    void forgetSaid() { m_said.clear(); }

private:
    QTemporaryDir m_folder;
    QByteArray m_said;
};
