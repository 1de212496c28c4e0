// OpenArticles: the articles that the writing room has open, the one shown and those shown before it, so that their
// undo, caret and scroll places come back, and their saves go on. It reads them from the desk, follows what others
// change there, and keeps about ten. Lives in the window's thread; owned by the room.
#pragma once

#include "ui/open_article.h"

#include <QTimer>

namespace ui {

class OpenArticles final : public QObject
{
    Q_OBJECT

public:
    // All must outlive this. The journal is for the session's desk.
    OpenArticles(editorial::Session &session, Journal journal, Speller &speller, QObject *parent = nullptr);
    ~OpenArticles() override;

    void setDress(const TextDress &dress) { m_dress = dress; }
    // Answered by opened, or failed; only the newest request is.
    void open(const desk::ArticleId &id);
    void answer(const desk::LetterId &letter);
    // Makes it the one that is shown, which is kept whatever else is opened.
    void setShown(OpenArticle *article);

    void flush(TextSaver::Done then);
    void retryAll();
    [[nodiscard]] bool isFailing() const;
    [[nodiscard]] JournalWriter &journal() { return m_journal; }

Q_SIGNALS:
    // What was typed until then, in an article that is opened now, had not got onto the desk; it is in the text again.
    void broughtBack(const QDateTime &typed);
    void opened(ui::OpenArticle *article, const desk::LetterId &focus);
    void failed(const base::Error &error);
    void saveFailed(const base::Error &error);
    void savingChanged();

private:
    void read(const desk::ArticleId &id, const desk::LetterId &focus, int request);
    void take(const editorial::ArticleView &view, const desk::LetterId &focus, int request);
    void refreshShown();
    void forgetOldest();

    editorial::Session &m_session;
    JournalWriter m_journal;
    Speller &m_speller;
    TextDress m_dress;
    std::vector<std::unique_ptr<OpenArticle>> m_articles; // the one shown last is at the end
    OpenArticle *m_shown = nullptr;
    QTimer m_refresh;
    int m_request = 0;
};

} // namespace ui
