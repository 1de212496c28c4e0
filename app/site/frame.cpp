#include "site/frame.h"

#include "site/address.h"
#include "site/body.h"
#include "site/digest.h"

#include <QRegularExpression>

namespace site {

namespace {

// The long date of the language, without the day of the week.
QString dateFormatOf(const QLocale &locale)
{
    static const QRegularExpression weekday(QStringLiteral("(^dddd,? ?)|(,? ?dddd$)"));
    QString format = locale.dateFormat(QLocale::LongFormat);
    format.remove(weekday);
    return format.contains(QLatin1String("dddd")) ? QStringLiteral("d MMMM yyyy") : format.trimmed();
}

QString assetName(const QString &name, const QByteArray &content, const QString &ending)
{
    return QStringLiteral("assets/%1-%2.%3").arg(name, QString::fromLatin1(contentDigest(content).first(12)), ending);
}

} // namespace

QString Frame::styleFile(const Theme &theme)
{
    return assetName(QStringLiteral("style"), theme.styleSheet(), QStringLiteral("css"));
}

QString Frame::scriptFile(const Theme &theme)
{
    return assetName(QStringLiteral("script"), theme.script(), QStringLiteral("js"));
}

QByteArray Frame::digest(const Outline &outline, const Theme &theme)
{
    const desk::Masthead &masthead = outline.masthead();
    Digest digest;
    digest.add(theme.digest());
    for (const QString &text : {masthead.name, masthead.letterLabel, masthead.answerLabel, masthead.introduction,
                                masthead.callToAction, masthead.baseUrl, masthead.language})
        digest.add(text);
    for (const desk::Author &author : masthead.authors) {
        const Outline::Picture *const picture = outline.picture(author.picture);
        digest.add(author.name).add(author.bio).add(author.pictureAlt).add(picture ? picture->file : QString());
    }
    return digest.result();
}

Frame::Frame(const Outline &outline, const Theme &theme, const QSet<QString> &files)
    : m_outline(outline), m_locale(outline.masthead().language), m_dateFormat(dateFormatOf(m_locale))
{
    for (const QString &file : files) {
        if (const QByteArray way = wayUp(file); !m_shared.contains(way))
            m_shared.emplace(way, sharedFor(way, theme));
    }
}

Frame::Shared Frame::sharedFor(const QByteArray &way, const Theme &theme) const
{
    const desk::Masthead &masthead = m_outline.masthead();
    Shared shared;
    Values &values = shared.values;
    put(values, "language", masthead.language);
    put(values, "rightToLeft", Values(m_locale.textDirection() == Qt::RightToLeft));
    put(values, "siteName", masthead.name);
    put(values, "homeLink", QByteArray(way + encoded(frontFile)));
    put(values, "indexLink", QByteArray(way + encoded(indexFile)));
    put(values, "searchLink", QByteArray(way + encoded(searchFile)));
    put(values, "searchListLink", QByteArray(way + encoded(searchListFile)));
    put(values, "styleLink", QByteArray(way + encoded(styleFile(theme))));
    put(values, "scriptLink", QByteArray(way + encoded(scriptFile(theme))));
    putIfAny(values, "feedLink", m_outline.hasBaseUrl() ? QByteArray(way + encoded(feedFile)) : QByteArray());
    putIfAny(values, "introduction", withLinks(answerBody(masthead.introduction), way));
    putIfAny(values, "callToAction", withLinks(answerBody(masthead.callToAction), way));
    for (const desk::Author &author : masthead.authors)
        shared.authors.push_back(authorValues(author, way));
    return shared;
}

Values Frame::authorValues(const desk::Author &author, const QByteArray &way) const
{
    const Outline::Picture *const picture = m_outline.picture(author.picture);
    Values values;
    put(values, "name", author.name);
    putIfAny(values, "bio", withLinks(answerBody(author.bio), way));
    putIfAny(values, "picture", picture ? QByteArray(way + encoded(picture->file)) : QByteArray());
    put(values, "pictureAlt", author.pictureAlt);
    return values;
}

} // namespace site
