#include "intake/imap_folder_name.h"

#include <QtEndian>

#include <optional>

namespace intake {

namespace {

bool isPlain(QChar character)
{
    return character >= QLatin1Char(' ') && character <= QLatin1Char('~');
}

// UTF-16 as BASE64 with "," for "/" and without padding.
QByteArray shifted(QStringView run)
{
    QByteArray units(run.size() * 2, Qt::Uninitialized);
    qToBigEndian<char16_t>(run.utf16(), run.size(), units.data());
    return '&' + units.toBase64(QByteArray::OmitTrailingEquals).replace('/', ',') + '-';
}

// Nothing where it is not what shifted() makes.
std::optional<QString> unshifted(const QByteArray &run)
{
    const auto decoded =
        QByteArray::fromBase64Encoding(QByteArray(run).replace(',', '/'), QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty() || decoded.decoded.size() % 2 != 0)
        return std::nullopt;
    QString text(decoded.decoded.size() / 2, Qt::Uninitialized);
    qFromBigEndian<char16_t>(decoded.decoded.constData(), text.size(), text.data());
    return text;
}

std::optional<QString> decoded(const QByteArray &bytes)
{
    QString name;
    for (qsizetype at = 0; at < bytes.size(); ++at) {
        const char byte = bytes.at(at);
        if (static_cast<unsigned char>(byte) >= 0x80)
            return std::nullopt;
        if (byte != '&') {
            name += QLatin1Char(byte);
            continue;
        }
        const qsizetype end = bytes.indexOf('-', at);
        if (end < 0)
            return std::nullopt;
        const auto run = end == at + 1 ? QStringLiteral("&") : unshifted(bytes.sliced(at + 1, end - at - 1));
        if (!run)
            return std::nullopt;
        name += *run;
        at = end;
    }
    return name;
}

} // namespace

QByteArray encodeFolderName(const QString &name)
{
    QByteArray bytes;
    for (qsizetype at = 0; at < name.size();) {
        if (isPlain(name.at(at))) {
            bytes += name.at(at) == QLatin1Char('&') ? QByteArray("&-") : QByteArray(1, name.at(at).toLatin1());
            ++at;
            continue;
        }
        const qsizetype begin = at;
        while (at < name.size() && !isPlain(name.at(at)))
            ++at;
        bytes += shifted(QStringView(name).sliced(begin, at - begin));
    }
    return bytes;
}

QString decodeFolderName(const QByteArray &bytes)
{
    return decoded(bytes).value_or(QString::fromUtf8(bytes));
}

} // namespace intake
