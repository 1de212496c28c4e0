#include "ui/text_search.h"

#include <QCoreApplication>
#include <QTextCursor>
#include <QTextDocument>

#include <algorithm>

namespace ui {

namespace {

// Steps of matching at one place of the text, after which a pattern is given up: some take years (PCRE2's own limit is
// ten million, which is seconds).
constexpr auto limit = "(*LIMIT_MATCH=100000)";

base::Error unusable(const QString &message)
{
    return {base::Error::Kind::Unusable, message};
}

// One sign of words that are searched for.
QString patternOf(QChar sign)
{
    switch (sign.unicode()) {
    case u'\'':
    case u'\u2018':
    case u'\u2019':
        return QStringLiteral("['\u2018\u2019]");
    case u'"':
    case u'\u201c':
    case u'\u201d':
        return QStringLiteral("[\"\u201c\u201d]");
    case u' ':
    case u'\u00a0':
    case u'\u202f':
        return QStringLiteral("[ \u00a0\u202f]");
    default:
        return sign.isSurrogate() ? QString(sign) : QRegularExpression::escape(QString(sign));
    }
}

QString patternOf(const TextSearch &search)
{
    QString pattern;
    if (search.isPattern) {
        pattern = search.words;
    } else {
        for (const QChar sign : search.words)
            pattern += patternOf(sign);
    }
    if (search.wholeWords)
        pattern =
            QLatin1String("(?<![\\p{L}\\p{M}\\p{N}_])(?:") + pattern + QLatin1String(")(?![\\p{L}\\p{M}\\p{N}_])");
    return pattern;
}

QString filled(const QString &with, const QRegularExpressionMatch &match)
{
    QString text;
    for (qsizetype at = 0; at < with.size(); ++at) {
        const QChar sign = with.at(at);
        if (sign != QLatin1Char('\\') || at + 1 == with.size()) {
            text += sign;
            continue;
        }
        const QChar next = with.at(++at);
        if (next.isDigit())
            text += match.captured(next.digitValue());
        else if (next == QLatin1Char('n'))
            text += QLatin1Char('\n');
        else if (next == QLatin1Char('t'))
            text += QLatin1Char('\t');
        else
            text += next;
    }
    return text;
}

} // namespace

base::Result<QRegularExpression> compiled(const TextSearch &search)
{
    QRegularExpression::PatternOptions options =
        QRegularExpression::UseUnicodePropertiesOption | QRegularExpression::MultilineOption;
    options.setFlag(QRegularExpression::CaseInsensitiveOption, !search.matchCase);
    // As it was written, so that the place of a mistake is that of the person's pattern.
    const QRegularExpression written(search.isPattern ? search.words : QString(), options);
    if (!written.isValid()) {
        return unusable(QCoreApplication::translate("ui::text_search", "The pattern ends in a mistake at sign %1: %2.")
                            .arg(written.patternErrorOffset())
                            .arg(written.errorString()));
    }
    QRegularExpression pattern(QLatin1String(limit) + patternOf(search), options);
    pattern.optimize();
    return pattern;
}

base::Result<QVector<TextMatch>> matchesIn(const QString &text, const TextSearch &search, const QString &with)
{
    if (search.words.isEmpty())
        return QVector<TextMatch>();
    const auto pattern = compiled(search);
    if (!pattern)
        return pattern.error();
    QVector<TextMatch> found;
    QRegularExpression::MatchOptions options;
    for (qsizetype at = 0; at <= text.size();) {
        const QRegularExpressionMatch match = pattern->match(text, at, QRegularExpression::NormalMatch, options);
        if (!match.isValid())
            return unusable(QCoreApplication::translate("ui::text_search",
                                                        "This pattern takes too long in this text. Make it simpler."));
        if (!match.hasMatch())
            break;
        at = match.capturedEnd();
        if (match.capturedLength() > 0) {
            found.append({int(match.capturedStart()), int(match.capturedLength()),
                          search.isPattern ? filled(with, match) : with});
        } else {
            at += at < text.size() && text.at(at).isHighSurrogate() ? 2 : 1;
        }
        options = QRegularExpression::DontCheckSubjectStringMatchOption; // that was done once
    }
    return found;
}

QString plainText(const QTextDocument &document)
{
    QString text = document.toRawText();
    text.replace(QChar::ParagraphSeparator, QLatin1Char('\n'));
    return text;
}

void replaceAll(QTextDocument &document, const QVector<TextMatch> &matches)
{
    QTextCursor cursor(&document);
    cursor.beginEditBlock();
    std::for_each(matches.rbegin(), matches.rend(), [&cursor](const TextMatch &match) {
        cursor.setPosition(match.start);
        cursor.setPosition(match.start + match.length, QTextCursor::KeepAnchor);
        cursor.insertText(match.replacement);
    });
    cursor.endEditBlock();
}

} // namespace ui
