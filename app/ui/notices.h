// Notices: what the program has to tell, in one line below the room: it never takes the focus. News goes by itself,
// warnings and errors stay until somebody has read them. The window owns one Notices and shows it in a NoticeStrip;
// rooms reach it through their Workplace. Lives in the window's thread.
#pragma once

#include "base/result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>

namespace ui {

struct Notice {
    enum class Severity { News, Warning, Error };
    Severity severity = Severity::News;
    QString text;                 // translated; no letter text, no names or addresses
    QString button = {};          // a verb; empty: no button
    QPointer<QObject> owner = {}; // `pressed` is called only while it lives
    std::function<void()> pressed = {};
};

class Notices final : public QObject
{
    Q_OBJECT

public:
    using QObject::QObject;

    // Gives the number of the notice, for withdraw().
    int show(const Notice &notice);
    int news(const QString &text) { return show({Notice::Severity::News, text}); }
    int warning(const QString &text) { return show({Notice::Severity::Warning, text}); }
    int error(const base::Error &error) { return show({Notice::Severity::Error, error.message}); }
    // Takes away what is no longer so. Nothing happens if it is gone already.
    void withdraw(int number);

Q_SIGNALS:
    void shown(int number, const ui::Notice &notice);
    void withdrawn(int number);

private:
    int m_last = 0;
};

} // namespace ui
