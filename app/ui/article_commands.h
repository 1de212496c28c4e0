// ArticleCommands: what the writing room does to the article as a whole: its stage, tags, date, and another letter.
// Stage and tags can be undone. Owned by the room; the window's thread.
#pragma once

#include "desk/stage.h"
#include "editorial/tags.h"
#include "ui/workplace.h"

#include <QTimeZone>

namespace ui {

class ArticleHead;
class OpenArticle;

class ArticleCommands final : public QObject
{
    Q_OBJECT

public:
    // Everything must outlive this; `room` is the parent, and what must be seen for the actions to count.
    ArticleCommands(Workplace &workplace, ArticleHead &head, QWidget *room);

    // Null: none.
    void setArticle(OpenArticle *article);
    void setTimeZone(const QTimeZone &zone) { m_zone = zone; }

Q_SIGNALS:
    // The article has another letter; it is to be read again, with this letter in sight.
    void letterAdded(const desk::LetterId &letter);

private:
    void connectActions();
    void move(desk::ArticleStage stage);
    void changeTags(const QStringList &add, const QStringList &remove);
    void readTags();
    void showTags();
    void chooseDate();
    void chooseLetter();
    void addLetter(const desk::LetterId &letter);

    Workplace &m_workplace;
    ArticleHead &m_head;
    QWidget *m_room;
    OpenArticle *m_article = nullptr;
    editorial::TagTree m_tags;
    QTimeZone m_zone;
};

} // namespace ui
