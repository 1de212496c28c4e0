// NoticeStrip: the line below the room that shows notices, the worst first. Takes no focus by itself. The window's
// thread.
#pragma once

#include "ui/notices.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QToolButton;

namespace ui {

class NoticeStrip final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int newsMs = 8000;

    explicit NoticeStrip(Notices &notices, QWidget *parent = nullptr);

    [[nodiscard]] int count() const { return static_cast<int>(m_waiting.size()); }
    [[nodiscard]] QString text() const;

private:
    struct Waiting {
        int number;
        Notice notice;
    };

    void add(int number, const Notice &notice);
    void remove(int number);
    void showFirst();
    void press();

    QList<Waiting> m_waiting; // the one that shows first
    QLabel *m_icon;
    QLabel *m_text;
    QToolButton *m_button;
    QToolButton *m_close;
    QTimer m_news;
};

} // namespace ui
