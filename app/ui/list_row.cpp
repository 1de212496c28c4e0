#include "ui/list_row.h"

#include "ui/dates.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <limits>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::list_row)
};

QString wordsIn(qint64 words)
{
    return Words::tr("%Ln word(s)", nullptr,
                     static_cast<int>(std::min<qint64>(words, std::numeric_limits<int>::max())));
}

// Of the two dates that an article can have, the one that counts for its readers.
QString articleDate(const desk::ArticleRow &row, const QDate &today, const QLocale &locale)
{
    if (row.publishOn.isValid())
        return shortDate(row.publishOn, today, locale);
    return Words::tr("no date yet");
}

} // namespace

QString spoken(const ListRow &row)
{
    QStringList parts{row.name, row.subject, row.date, row.size, row.stage, row.notice};
    if (row.unread)
        parts.prepend(Words::tr("unread"));
    if (row.needsAttention)
        parts.prepend(Words::tr("needs attention"));
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString iconOf(desk::LetterStage stage)
{
    switch (stage) {
    case desk::LetterStage::New:
        return QStringLiteral("mail");
    case desk::LetterStage::Shortlisted:
        return QStringLiteral("star");
    case desk::LetterStage::Answering:
        return QStringLiteral("pen-line");
    case desk::LetterStage::Answered:
        return QStringLiteral("check");
    case desk::LetterStage::Held:
        return QStringLiteral("clock");
    case desk::LetterStage::Declined:
        return QStringLiteral("circle-slash");
    case desk::LetterStage::NotALetter:
        return QStringLiteral("mail-x");
    }
    return {};
}

QString iconOf(desk::ArticleStage stage)
{
    switch (stage) {
    case desk::ArticleStage::Draft:
        return QStringLiteral("file-pen");
    case desk::ArticleStage::InReview:
        return QStringLiteral("eye");
    case desk::ArticleStage::Approved:
        return QStringLiteral("circle-check");
    case desk::ArticleStage::Withdrawn:
        return QStringLiteral("eye-off");
    }
    return {};
}

ListRow letterRow(const editorial::LetterItem &item, const QDate &today, const QLocale &locale)
{
    const desk::LetterRow &letter = item.row;
    ListRow row;
    row.id = QUuid::fromString(letter.id.toString());
    row.name = item.shownName;
    row.date = letter.stage == desk::LetterStage::Held && letter.heldUntil.isValid()
                   ? Words::tr("until %1").arg(shortDay(letter.heldUntil, today, locale))
                   : shortDate(letter.received, today, locale);
    row.subject = letter.subject.isEmpty() ? Words::tr("(no subject)") : letter.subject;
    row.excerpt = letter.excerpt;
    row.size = wordsIn(letter.words);
    row.icon = iconOf(letter.stage);
    row.stage = desk::title(letter.stage);
    row.needsAttention = letter.needsAttention;
    if (letter.needsAttention || letter.stage == desk::LetterStage::NotALetter)
        row.notice = letter.notice;
    row.unread = letter.unread;
    row.letterStage = letter.stage;
    row.tags = letter.tags;
    return row;
}

ListRow articleRow(const desk::ArticleRow &article, const QDate &today, const QLocale &locale)
{
    ListRow row;
    row.id = QUuid::fromString(article.id.toString());
    row.name = article.title.isEmpty() ? Words::tr("(no title)") : article.title;
    row.date = articleDate(article, today, locale);
    row.subject = Words::tr("%n letter(s)", nullptr, static_cast<int>(article.letters.size()));
    row.excerpt = article.excerpt;
    row.size = wordsIn(article.words);
    row.icon = iconOf(article.stage);
    row.stage = desk::title(article.stage);
    if (article.published.isValid())
        row.subject = Words::tr("%1 · published %2").arg(row.subject, shortDate(article.published, today, locale));
    row.tags = article.tags;
    return row;
}

} // namespace ui
