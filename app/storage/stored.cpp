#include "storage/stored.h"

#include "base/text.h"

#include <QCryptographicHash>
#include <QTimeZone>

namespace storage {

namespace {

// The number that `count` digits from `at` on make; -1 if one is no digit.
int digits(QStringView text, qsizetype at, qsizetype count)
{
    int number = 0;
    for (const QChar c : text.mid(at, count)) {
        if (c < QLatin1Char('0') || c > QLatin1Char('9'))
            return -1;
        number = number * 10 + (c.unicode() - u'0');
    }
    return number;
}

} // namespace

QDateTime storedMoment(const QString &text)
{
    constexpr qsizetype length = 24; // 2026-11-22T21:08:44.000Z
    if (text.isEmpty())
        return {};
    if (text.size() == length && text.endsWith(QLatin1Char('Z'))) {
        const QDate day(digits(text, 0, 4), digits(text, 5, 2), digits(text, 8, 2));
        const QTime time(digits(text, 11, 2), digits(text, 14, 2), digits(text, 17, 2), digits(text, 20, 3));
        if (day.isValid() && time.isValid())
            return QDateTime(day, time, Qt::UTC);
    }
    return base::fromIso(text);
}

QByteArray digestOf(const QStringList &parts)
{
    constexpr qsizetype kept = 16;
    QByteArray bytes;
    for (const QString &part : parts) {
        const QByteArray utf8 = part.toUtf8();
        bytes.append(QByteArray::number(utf8.size())).append(':').append(utf8);
    }
    return QCryptographicHash::hash(bytes, QCryptographicHash::Blake2b_160).first(kept);
}

QString numberList(const QList<qint64> &numbers)
{
    QString list = QStringLiteral("[");
    for (const qint64 number : numbers) {
        if (list.size() > 1)
            list += QLatin1Char(',');
        list += QString::number(number);
    }
    return list + QLatin1Char(']');
}

desk::LetterStage storedLetterStage(const QString &name)
{
    for (const desk::LetterStage stage : desk::letterStages()) {
        if (desk::name(stage) == name)
            return stage;
    }
    return desk::LetterStage::New;
}

desk::ArticleStage storedArticleStage(const QString &name)
{
    for (const desk::ArticleStage stage : desk::articleStages()) {
        if (desk::name(stage) == name)
            return stage;
    }
    return desk::ArticleStage::Draft;
}

} // namespace storage
