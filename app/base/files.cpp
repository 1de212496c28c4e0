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

// The length of the well-formed UTF-8 sequence at the beginning of `rest` (Unicode 15, table 3-7); 0 if there is none.
qsizetype sequenceLength(QByteArrayView rest)
{
    const auto byte = [&](qsizetype at) {
        return at < rest.size() ? static_cast<unsigned char>(rest[at]) : 0U;
    };
    const unsigned first = byte(0);
    if (first < 0x80)
        return 1;
    if (first < 0xc2 || first > 0xf4)
        return 0;
    const qsizetype length = first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
    const unsigned lowest = first == 0xe0 ? 0xa0 : first == 0xf0 ? 0x90 : 0x80;
    const unsigned highest = first == 0xed ? 0x9f : first == 0xf4 ? 0x8f : 0xbf;
    if (byte(1) < lowest || byte(1) > highest)
        return 0;
    for (qsizetype at = 2; at < length; ++at) {
        if ((byte(at) & 0xc0) != 0x80)
            return 0;
    }
    return length;
}

// Where the first byte stands that is not part of well-formed UTF-8; -1 if there is none.
qsizetype firstInvalidUtf8(QByteArrayView bytes)
{
    if (QUtf8StringView(bytes.data(), bytes.size()).isValidUtf8())
        return -1;
    qsizetype at = 0;
    while (at < bytes.size()) {
        const qsizetype length = sequenceLength(bytes.sliced(at));
        if (length == 0)
            return at;
        at += length;
    }
    return -1;
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
