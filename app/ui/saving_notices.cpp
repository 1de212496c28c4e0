#include "ui/saving_notices.h"

#include "ui/plural_count.h"

#include <QLocale>

namespace ui {

SavingNotices::SavingNotices(Workplace &workplace, OpenArticles &articles, QObject *parent)
    : QObject(parent), m_workplace(workplace), m_articles(articles)
{
    connect(&articles, &OpenArticles::saveFailed, this, &SavingNotices::tellFailure);
    connect(&articles, &OpenArticles::savingChanged, this, &SavingNotices::withdrawFailure);
    connect(&articles, &OpenArticles::broughtBack, this, &SavingNotices::tellBroughtBack);
    connect(&articles.journal(), &JournalWriter::failed, this, &SavingNotices::tellJournalFailure);
    lookWhatWasLeft();
}

// One notice for all texts, however many saves fail.
void SavingNotices::tellFailure(const base::Error &error)
{
    if (m_failure != 0)
        m_workplace.notices.withdraw(m_failure);
    const QString text = tr("What you typed is still here, but it is not on the desk yet. %1").arg(error.message);
    m_failure = m_workplace.notices.show({Notice::Severity::Error, text, tr("Try again"), this, [this] {
                                              m_articles.retryAll();
                                          }});
}

void SavingNotices::withdrawFailure()
{
    if (m_failure != 0 && !m_articles.isFailing())
        m_workplace.notices.withdraw(std::exchange(m_failure, 0));
}

void SavingNotices::tellJournalFailure(const base::Error &error)
{
    m_workplace.notices.error(
        {error.kind, tr("What you type is saved on the desk, but not kept beside it as well. %1").arg(error.message)});
}

void SavingNotices::tellBroughtBack(const QDateTime &typed)
{
    const QString when = QLocale().toString(typed.toLocalTime(), QLocale::ShortFormat);
    m_workplace.notices.warning(
        tr("Postbag ended before what you typed here until %1 was on the desk. It is in the text "
           "again; Ctrl+Z takes it away.")
            .arg(when));
}

// A program that ended just after a save left in the journal what the desk has.
void SavingNotices::lookWhatWasLeft()
{
    if (m_articles.journal().left().isEmpty())
        return;
    m_workplace.session.run(
        this,
        [left = m_articles.journal().left()](editorial::Desk &desk) {
            QStringList saved;
            for (const JournalEntry &entry : left) {
                if (isOnDesk(desk, entry))
                    saved.append(entry.text);
            }
            return saved;
        },
        [this](const QStringList &saved) {
            for (const QString &text : saved) {
                if (m_articles.journal().take(text))
                    m_articles.journal().drop(text);
            }
            tellWhatWasLeft();
        });
}

// Articles that are not opened tell of themselves when they are.
void SavingNotices::tellWhatWasLeft()
{
    const QVector<JournalEntry> &left = m_articles.journal().left();
    if (left.isEmpty())
        return;
    const QString text =
        tr("Postbag ended before %Ln text(s) that you typed were on the desk.", nullptr, pluralCount(left.size()));
    m_workplace.notices.show(
        {Notice::Severity::Warning, text, tr("Bring back"), this, [this, article = left.last().article] {
             Q_EMIT articleWanted(article);
         }});
}

} // namespace ui
