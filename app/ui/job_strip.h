// JobStrip: the running jobs, each with its bar, what it is at, and a way to cancel. The window's thread.
#pragma once

#include "editorial/session.h"

#include <QWidget>

namespace ui {

// "Checking · 4,120 of 10,000"; where a step is told, "Bringing in letters: 4,120 letters · 41 %"
[[nodiscard]] QString progressText(const QString &title, qint64 done, qint64 total, const QString &step);

class JobStrip final : public QWidget
{
    Q_OBJECT

public:
    explicit JobStrip(editorial::Session &session, QWidget *parent = nullptr);

private:
    void add(editorial::Job *job);
};

} // namespace ui
