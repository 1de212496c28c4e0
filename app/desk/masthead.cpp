#include "desk/masthead.h"

#include "desk/paths.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <array>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::masthead)
};

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

base::Result<QString> acceptLine(const QString &text)
{
    return text.simplified();
}

base::Result<QString> acceptText(const QString &text)
{
    return text.trimmed();
}

base::Result<QString> acceptName(const QString &text)
{
    if (text.simplified().isEmpty())
        return unusable(Words::tr("The column needs a name."));
    return text.simplified();
}

base::Result<QString> acceptBaseUrl(const QString &text)
{
    QString trimmed = text.trimmed();
    while (trimmed.endsWith(QLatin1Char('/')))
        trimmed.chop(1);
    const QUrl url(trimmed, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
    const bool bare = !url.hasQuery() && !url.hasFragment() && url.userInfo().isEmpty();
    if (!text.trimmed().isEmpty() && (!url.isValid() || !web || url.host().isEmpty() || !bare))
        return unusable(
            Words::tr("“%1” is no web address. Write it as https://example.org or https://example.org/column.")
                .arg(text));
    return trimmed;
}

base::Result<QString> acceptLanguage(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[A-Za-z]{2,3}([-_][A-Za-z0-9]{2,8})*$"));
    const QString trimmed = text.trimmed();
    if (!form.match(trimmed).hasMatch())
        return unusable(Words::tr("“%1” is no language tag. Write it as en-GB, fr or de-AT.").arg(text));
    return QString(trimmed).replace(QLatin1Char('_'), QLatin1Char('-'));
}

// QTimeZone by itself takes any bare word for a POSIX rule, and nothing for the zone of this machine. The list of names
// lacks those that are only links ("Etc/UTC"), so these pass by their slash.
base::Result<QString> acceptTimeZone(const QString &text)
{
    const QString trimmed = text.trimmed();
    const QByteArray zone = trimmed.toUtf8();
    const bool isNamed = QTimeZone::isTimeZoneIdAvailable(zone) || zone.contains('/');
    if (!isNamed || !QTimeZone(zone).isValid())
        return unusable(Words::tr("“%1” is no time zone. Write it as Europe/London or UTC.").arg(text));
    return trimmed;
}

base::Result<QString> acceptCount(const QString &text)
{
    bool isNumber = false;
    const int count = text.trimmed().toInt(&isNumber);
    if (!text.trimmed().isEmpty() && (!isNumber || count <= 0))
        return unusable(Words::tr("“%1” is no number of words. Write a whole number above 0, or nothing.").arg(text));
    return text.trimmed();
}

const std::array fields{
    MastheadField{QLatin1String("column.name"), QT_TRANSLATE_NOOP("desk::masthead", "Name of the column"),
                  &Masthead::name, acceptName},
    MastheadField{QLatin1String("column.letter-label"), QT_TRANSLATE_NOOP("desk::masthead", "Label of letters"),
                  &Masthead::letterLabel, acceptLine},
    MastheadField{QLatin1String("column.answer-label"), QT_TRANSLATE_NOOP("desk::masthead", "Label of answers"),
                  &Masthead::answerLabel, acceptLine},
    MastheadField{QLatin1String("column.introduction"), QT_TRANSLATE_NOOP("desk::masthead", "Introduction"),
                  &Masthead::introduction, acceptText},
    MastheadField{QLatin1String("column.call-to-action"), QT_TRANSLATE_NOOP("desk::masthead", "Call to action"),
                  &Masthead::callToAction, acceptText},
    MastheadField{QLatin1String("column.base-url"), QT_TRANSLATE_NOOP("desk::masthead", "Address of the site"),
                  &Masthead::baseUrl, acceptBaseUrl},
    MastheadField{QLatin1String("column.language"), QT_TRANSLATE_NOOP("desk::masthead", "Language"),
                  &Masthead::language, acceptLanguage},
    MastheadField{QLatin1String("column.time-zone"), QT_TRANSLATE_NOOP("desk::masthead", "Time zone"),
                  &Masthead::timeZone, acceptTimeZone},
    MastheadField{QLatin1String("column.article-path"), QT_TRANSLATE_NOOP("desk::masthead", "Address of articles"),
                  &Masthead::articlePath, acceptPathPattern},
    MastheadField{QLatin1String("column.letter-words"), QT_TRANSLATE_NOOP("desk::masthead", "Most words of a letter"),
                  &Masthead::letterWords, acceptCount},
};

} // namespace

Masthead newMasthead(const QString &name, const QString &language, const QString &timeZone)
{
    Masthead masthead;
    masthead.name = name;
    masthead.letterLabel = QStringLiteral("LETTER");
    masthead.answerLabel = QStringLiteral("ANSWER");
    masthead.language = language;
    masthead.timeZone = timeZone;
    masthead.articlePath = QStringLiteral("letters/{slug}.html");
    return masthead;
}

std::span<const MastheadField> mastheadFields()
{
    return fields;
}

const MastheadField *mastheadField(const QString &key)
{
    for (const MastheadField &field : fields) {
        if (field.key == key)
            return &field;
    }
    return nullptr;
}

} // namespace desk
