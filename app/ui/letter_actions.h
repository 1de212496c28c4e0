// LetterActions: carries the actions of the list of letters out on what is chosen there. Belongs to the workbench. The
// window's thread.
#pragma once

#include "ui/letter_list_presenter.h"

#include <QObject>

namespace ui {

class ListPane;
class ReadingRoom;

class LetterActions final : public QObject
{
    Q_OBJECT

public:
    // All of these must outlive it.
    LetterActions(Workplace &workplace, LetterListPresenter &presenter, ListPane &pane, ReadingRoom &reading,
                  QObject *parent);

    // Whether the list shows letters, so that these actions make sense.
    [[nodiscard]] bool isActive() const;
    // Says anew what can be done.
    void refresh();

Q_SIGNALS:
    void answerWanted(const desk::LetterId &id);

private:
    [[nodiscard]] QList<desk::LetterId> chosen() const;
    void connectStages();
    void connectReading();
    void answer();
    void hold();
    void tag();
    void follow();
    void unfollow();
    void toggleUnread();
    void seeTo();
    void readOn();
    void showMenu(const QPoint &at);

    Workplace &m_workplace;
    LetterListPresenter &m_presenter;
    ListPane &m_pane;
    ReadingRoom &m_reading;
};

} // namespace ui
