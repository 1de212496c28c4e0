#include "desk/paths.h"

#include "desk/transliteration.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::paths)
};

constexpr qsizetype longestSlug = 80; // of those made from titles
constexpr qsizetype longestAccepted = 160;

// "con", "aux", "com1", ...: names that no file of Windows can have, whatever stands behind the dot.
bool isReserved(const QString &slug)
{
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\.|$)"));
    return reserved.match(slug).hasMatch();
}

// Whether the part between two slashes is a plain name on every system: not hidden, not "..", not reserved.
bool isPlainName(const QString &segment)
{
    return !segment.isEmpty() && !segment.startsWith(QLatin1Char('.')) && !segment.endsWith(QLatin1Char('.')) &&
           !isReserved(segment);
}

QString withoutLeadingHyphens(const QString &segment)
{
    static const QRegularExpression leading(QStringLiteral("^[-_]+"));
    return QString(segment).remove(leading);
}

QString cut(const QString &slug)
{
    if (slug.size() <= longestSlug)
        return slug;
    const qsizetype end = slug.lastIndexOf(QLatin1Char('-'), longestSlug);
    return slug.first(end > longestSlug / 2 ? end : longestSlug);
}

} // namespace

QString slugFor(const QString &title)
{
    const QString plain = inBasicLetters(title).replace(QLatin1Char('&'), QLatin1String(" and "));

    QString slug;
    bool gap = false;
    for (const QChar c : plain) {
        const char16_t u = c.unicode();
        if ((u >= u'a' && u <= u'z') || (u >= u'0' && u <= u'9')) {
            if (gap && !slug.isEmpty())
                slug.append(QLatin1Char('-'));
            slug.append(c);
            gap = false;
        } else if (u != u'\'' && u != u'\u2019' && !c.isMark()) {
            gap = true;
        }
    }
    slug = cut(slug);
    if (slug.isEmpty())
        return QStringLiteral("letter");
    return isReserved(slug) ? QString(slug + QLatin1String("-letter")) : slug;
}

QString freeSlug(const QString &slug, const std::function<bool(const QString &)> &isTaken)
{
    QString candidate = slug;
    for (int number = 2; isTaken(candidate); ++number) {
        const QString suffix = QLatin1Char('-') + QString::number(number);
        QString stem = slug.first(qMin(slug.size(), longestAccepted - suffix.size()));
        while (stem.endsWith(QLatin1Char('-')))
            stem.chop(1);
        candidate = stem + suffix;
    }
    return candidate;
}

base::Result<QString> acceptSlug(const QString &slug)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    const QString lower = slug.trimmed().toLower();
    if (!form.match(lower).hasMatch() || lower.size() > longestAccepted || isReserved(lower))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” cannot stand in an address. Use small letters, digits and single hyphens; "
                                     "“%2” would do.")
                               .arg(slug, slugFor(slug))};
    return lower;
}

base::Result<QString> acceptPathPattern(const QString &pattern)
{
    static const QRegularExpression form(
        QStringLiteral("^([a-z0-9._/-]|\\{year\\}|\\{month\\}|\\{slug\\})+(\\.html|/)$"));
    const QString trimmed = pattern.trimmed();
    QStringList segments = trimmed.split(QLatin1Char('/'));
    if (segments.last().isEmpty())
        segments.removeLast();
    if (!form.match(trimmed).hasMatch() || !trimmed.contains(QLatin1String("{slug}")) ||
        !std::ranges::all_of(segments, isPlainName))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” is no pattern for addresses. It needs {slug}, may have {year} and {month}, "
                                     "and ends with .html or a slash, as in letters/{slug}.html.")
                               .arg(pattern)};
    return trimmed;
}

QString articlePath(const QString &pattern, const QString &slug, const QDate &date)
{
    static const QRegularExpression dated(QStringLiteral("[-_]?\\{(year|month)\\}"));
    const QString slugMark = QStringLiteral("{slug}");
    QString path = pattern;
    if (date.isValid()) {
        path.replace(QLatin1String("{year}"), QString::number(date.year()));
        path.replace(QLatin1String("{month}"), QStringLiteral("%1").arg(date.month(), 2, 10, QLatin1Char('0')));
    } else {
        QStringList kept;
        for (const QString &segment : pattern.split(QLatin1Char('/'))) {
            const QString bare = QString(segment).remove(dated);
            if (bare == segment)
                kept.append(segment);
            else if (segment.contains(slugMark))
                kept.append(withoutLeadingHyphens(bare));
        }
        path = kept.join(QLatin1Char('/'));
    }
    return path.replace(slugMark, slug);
}

} // namespace desk
