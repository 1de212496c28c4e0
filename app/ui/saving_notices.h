// SavingNotices: tells how what is typed gets onto the desk, where that is not as it should be: a save that failed, a
// journal that cannot be kept, words that an earlier run of the program left in the journal. Owned by the writing room,
// in the window's thread.
#pragma once

#include "ui/open_articles.h"
#include "ui/workplace.h"

namespace ui {

class SavingNotices final : public QObject
{
    Q_OBJECT

public:
    // Both must outlive this.
    SavingNotices(Workplace &workplace, OpenArticles &articles, QObject *parent = nullptr);

Q_SIGNALS:
    // An article into which the journal has something to bring back.
    void articleWanted(const desk::ArticleId &article);

private:
    void tellFailure(const base::Error &error);
    void withdrawFailure();
    void tellJournalFailure(const base::Error &error);
    void tellBroughtBack(const QDateTime &typed);
    void lookWhatWasLeft();
    void tellWhatWasLeft();

    Workplace &m_workplace;
    OpenArticles &m_articles;
    int m_failure = 0; // number of the notice
};

} // namespace ui
