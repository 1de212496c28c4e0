#include "cli/text_source.h"

#include "base/files.h"
#include "base/text.h"

#include <QCoreApplication>
#include <QFile>
#include <QStringDecoder>

#include <cstdio>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::text_source)
};

constexpr qint64 largestText = 8'000'000;

base::Result<QString> readStandardInput()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return base::Error{base::Error::Kind::Io,
                           Words::tr("Standard input cannot be read: %1.").arg(input.errorString())};
    const QByteArray bytes = input.read(largestText + 1);
    if (bytes.size() > largestText)
        return base::Error{
            base::Error::Kind::Unusable,
            Words::tr("Standard input holds more than %1 MB. Choose a smaller text.").arg(largestText / 1'000'000)};
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("Standard input is not UTF-8 text. Convert it to UTF-8 and try again.")};
    return text;
}

} // namespace

base::Result<QString> readText(const QString &file)
{
    const auto text = file == QLatin1String("-") ? readStandardInput() : base::readTextFile(file, largestText);
    if (!text)
        return text.error();
    return base::withUnixLineEnds(*text);
}

} // namespace cli
