#include "storage/search.h"

#include <QRegularExpression>

namespace storage {

namespace {

constexpr qsizetype mostTerms = 32;
constexpr qsizetype longestTerm = 100;

// One typed word without what could end the quoted string: quotes, control characters and broken surrogates.
QString quotable(const QString &word)
{
    QString plain;
    bool hasWord = false;
    for (const char32_t c : word.toUcs4()) {
        const bool isUnsafe =
            c == U'"' || c == QChar::ReplacementCharacter || QChar::category(c) == QChar::Other_Control;
        plain.append(isUnsafe ? QStringLiteral(" ") : QString::fromUcs4(&c, 1));
        hasWord = hasWord || QChar::isLetterOrNumber(c);
        if (plain.size() >= longestTerm)
            break;
    }
    return hasWord ? plain : QString();
}

} // namespace

QStringList searchTerms(const QString &typed)
{
    static const QRegularExpression space(QStringLiteral("\\s+"));
    QStringList terms;
    for (const QString &word : typed.split(space, Qt::SkipEmptyParts)) {
        const QString plain = quotable(word);
        if (!plain.isEmpty())
            terms.append(QLatin1Char('"') + plain + QLatin1String("\"*"));
        if (terms.size() == mostTerms)
            break;
    }
    return terms;
}

QString searchExpression(const QString &typed)
{
    return searchTerms(typed).join(QLatin1String(" AND "));
}

std::optional<qint64> searchedNumber(const QString &typed)
{
    static const QRegularExpression form(QStringLiteral("^#?([0-9]{1,18})$"));
    const QRegularExpressionMatch match = form.match(typed.trimmed());
    if (!match.hasMatch())
        return std::nullopt;
    return match.captured(1).toLongLong();
}

} // namespace storage
