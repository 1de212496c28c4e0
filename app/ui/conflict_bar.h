// ConflictBar: says that a text was changed in two places and offers the two ways out. It stands above the texts and
// takes no focus. The window's thread.
#pragma once

#include <QFrame>

class QLabel;

namespace ui {

class ConflictBar final : public QFrame
{
    Q_OBJECT

public:
    explicit ConflictBar(QWidget *parent = nullptr);

Q_SIGNALS:
    void mineWanted();
    void theirsWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    void dress();

    QLabel *m_icon;
};

} // namespace ui
