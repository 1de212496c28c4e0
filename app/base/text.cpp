#include "base/text.h"

#include <QCryptographicHash>

#include <QTimeZone>

#include <utility>

namespace base {

QString withUnixLineEnds(QString text)
{
    if (!text.contains(QLatin1Char('\r')))
        return text;
    return text.replace(QLatin1String("\r\n"), QLatin1String("\n")).replace(QLatin1Char('\r'), QLatin1Char('\n'));
}

qsizetype wordCount(QStringView text)
{
    qsizetype words = 0;
    bool counted = false;
    for (const QChar c : text) {
        if (c.isSpace())
            counted = false;
        else if (!counted && (c.isLetterOrNumber() || c.isSurrogate())) {
            counted = true;
            ++words;
        }
    }
    return words;
}

QString excerpt(QStringView text, qsizetype characters)
{
    QString line;
    line.reserve(characters + 2);
    bool spaced = false;
    for (qsizetype at = 0; at < text.size() && line.size() <= characters; ++at) {
        if (text[at].isSpace()) {
            spaced = !line.isEmpty();
            continue;
        }
        if (std::exchange(spaced, false))
            line += QLatin1Char(' ');
        line += text[at];
    }
    if (line.size() <= characters)
        return line;
    qsizetype end = line.lastIndexOf(QLatin1Char(' '), characters - 1);
    if (end < characters / 2) {
        end = characters - 1;
        if (line.at(end).isLowSurrogate())
            --end;
    }
    return QString(line.first(end) + QChar(0x2026));
}

QString sha256(QByteArrayView bytes)
{
    return QString::fromLatin1(QCryptographicHash::hash(bytes.toByteArray(), QCryptographicHash::Sha256).toHex());
}

QString toIso(const QDateTime &moment)
{
    return moment.isValid() ? moment.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime fromIso(const QString &text)
{
    return QDateTime::fromString(text, Qt::ISODateWithMs).toUTC();
}

} // namespace base
