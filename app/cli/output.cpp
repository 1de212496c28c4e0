#include "cli/output.h"

#include <QJsonDocument>

#include <cstdio>

#include <unistd.h>

namespace cli {

namespace {

bool isCommand(QChar c)
{
    const bool isBidiOverride =
        (c >= QChar(0x202A) && c <= QChar(0x202E)) || (c >= QChar(0x2066) && c <= QChar(0x2069));
    return (c.category() == QChar::Other_Control && c != QLatin1Char('\n') && c != QLatin1Char('\t')) || isBidiOverride;
}

QByteArray harmless(QString text)
{
    for (QChar &c : text) {
        if (isCommand(c))
            c = QChar(QChar::ReplacementCharacter);
    }
    return text.toUtf8();
}

void write(std::FILE *file, const QByteArray &bytes)
{
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), file);
    std::fflush(file);
}

void writeLines(std::FILE *file, QByteArray bytes)
{
    if (bytes.isEmpty())
        return;
    if (!bytes.endsWith('\n'))
        bytes.append('\n');
    write(file, bytes);
}

} // namespace

void Output::result(const QJsonObject &json, const QString &text) const
{
    if (m_asJson)
        write(stdout, QJsonDocument(json).toJson(QJsonDocument::Indented));
    else
        writeLines(stdout, harmless(text));
}

void Output::document(const QJsonObject &json, const QByteArray &bytes) const
{
    if (m_asJson)
        write(stdout, QJsonDocument(json).toJson(QJsonDocument::Indented));
    else
        write(stdout, bytes);
}

void Output::foreign(const QJsonObject &json, const QByteArray &bytes) const
{
    if (isatty(STDOUT_FILENO) != 0)
        result(json, QString::fromUtf8(bytes));
    else
        document(json, bytes);
}

void Output::message(const QString &text) const
{
    writeLines(stderr, harmless(text));
}

} // namespace cli
