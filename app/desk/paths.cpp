#include "desk/paths.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <array>

namespace desk {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(desk::paths)
};

constexpr qsizetype longestSlug = 80;

// Letters that Unicode does not take apart into a base letter and marks.
const std::array<std::pair<char16_t, QLatin1String>, 12> transliterations{{
    {u'\u00df', QLatin1String("ss")},
    {u'\u00e6', QLatin1String("ae")},
    {u'\u00f8', QLatin1String("o")},
    {u'\u0153', QLatin1String("oe")},
    {u'\u0142', QLatin1String("l")},
    {u'\u0111', QLatin1String("d")},
    {u'\u00f0', QLatin1String("d")},
    {u'\u00fe', QLatin1String("th")},
    {u'\u0131', QLatin1String("i")},
    {u'\u0127', QLatin1String("h")},
    {u'\u014b', QLatin1String("ng")},
    {u'&', QLatin1String(" and ")},
}};

// "con", "aux", "com1", ...: names that no file of Windows can have, whatever stands behind the dot.
bool isReserved(const QString &slug)
{
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])$"));
    return reserved.match(slug).hasMatch();
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
    QString plain = title.toLower();
    for (const auto &[letter, replacement] : transliterations)
        plain.replace(QChar(letter), QString(replacement));

    QString slug;
    bool gap = false;
    for (const QChar c : plain.normalized(QString::NormalizationForm_KD)) {
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
    for (int number = 2; isTaken(candidate); ++number)
        candidate = slug + QLatin1Char('-') + QString::number(number);
    return candidate;
}

base::Result<QString> acceptSlug(const QString &slug)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]+(-[a-z0-9]+)*$"));
    const QString lower = slug.trimmed().toLower();
    if (!form.match(lower).hasMatch() || lower.size() > 2 * longestSlug || isReserved(lower))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” cannot stand in an address. Use small letters, digits and single hyphens; "
                                     "“%2” would do.")
                               .arg(slug, slugFor(slug))};
    return lower;
}

base::Result<QString> acceptPathPattern(const QString &pattern)
{
    static const QRegularExpression form(
        QStringLiteral("^(?!/)(?!.*//)(?!.*\\.\\.)([a-z0-9._/-]|\\{year\\}|\\{month\\}|\\{slug\\})+(\\.html|/)$"));
    const QString trimmed = pattern.trimmed();
    if (!form.match(trimmed).hasMatch() || !trimmed.contains(QLatin1String("{slug}")))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” is no pattern for addresses. It needs {slug}, may have {year} and {month}, "
                                     "and ends with .html or a slash, as in letters/{slug}.html.")
                               .arg(pattern)};
    return trimmed;
}

QString articlePath(const QString &pattern, const QString &slug, const QDate &date)
{
    QString path = pattern;
    if (date.isValid()) {
        path.replace(QLatin1String("{year}"), QString::number(date.year()));
        path.replace(QLatin1String("{month}"), QStringLiteral("%1").arg(date.month(), 2, 10, QLatin1Char('0')));
    } else {
        path.remove(QLatin1String("{year}/")).remove(QLatin1String("{month}/"));
        path.remove(QLatin1String("{year}")).remove(QLatin1String("{month}"));
    }
    return path.replace(QLatin1String("{slug}"), slug);
}

} // namespace desk
