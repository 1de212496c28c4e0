#include "base/files.h"

#include "base/text.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QSaveFile>
#include <QStringDecoder>

namespace base {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(base::files)
};

// Where the first byte stands that is not part of well-formed UTF-8 (Unicode 15, table 3-7); -1 if there is none.
qsizetype firstInvalidUtf8(const QByteArray &bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString all = decoder(bytes);
    if (!decoder.hasError())
        return -1;
    qsizetype low = 0;
    qsizetype high = bytes.size();
    while (low < high) {
        const qsizetype middle = low + (high - low) / 2;
        QStringDecoder part(QStringDecoder::Utf8);
        const QString decoded = part(QByteArrayView(bytes).first(middle + 1));
        if (part.hasError())
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace

Result<QByteArray> readFile(const QString &path, qint64 limit)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.exists() ? Error::Kind::Io : Error::Kind::NotFound,
                     Words::tr("%1 cannot be read: %2. Check the name and that you may read it.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    if (file.size() > limit)
        return Error{Error::Kind::Unusable, Words::tr("%1 is larger than %2 MB. Choose a smaller file.")
                                                .arg(QDir::toNativeSeparators(path))
                                                .arg(limit / 1'000'000)};
    QByteArray bytes = file.readAll();
    if (file.error() != QFileDevice::NoError)
        return Error{
            Error::Kind::Io,
            Words::tr("%1 could not be read to its end: %2.").arg(QDir::toNativeSeparators(path), file.errorString())};
    return bytes;
}

Result<QString> readTextFile(const QString &path, qint64 limit)
{
    const Result<QByteArray> bytes = readFile(path, limit);
    if (!bytes)
        return bytes.error();
    const std::optional<QStringConverter::Encoding> marked = QStringConverter::encodingForData(*bytes);
    if (!marked || *marked == QStringConverter::Utf8) {
        if (const qsizetype at = firstInvalidUtf8(*bytes); at >= 0)
            return Error{Error::Kind::Unusable,
                         Words::tr("%1 is not UTF-8 text (byte %2). Save it as UTF-8 and try again.")
                             .arg(QDir::toNativeSeparators(path))
                             .arg(at)};
    }
    QStringDecoder decoder(marked.value_or(QStringConverter::Utf8));
    return QString(decoder(*bytes));
}

Result<void> writeFile(const QString &path, const QByteArray &bytes)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size() || !file.commit())
        return Error{Error::Kind::Io,
                     Words::tr("%1 could not be written: %2. Free some space or choose another folder.")
                         .arg(QDir::toNativeSeparators(path), file.errorString())};
    return {};
}

} // namespace base
