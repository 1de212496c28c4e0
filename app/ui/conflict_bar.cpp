#include "ui/conflict_bar.h"

#include "ui/icons.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace ui {

ConflictBar::ConflictBar(QWidget *parent) : QFrame(parent), m_icon(new QLabel(this))
{
    setObjectName(QStringLiteral("conflictBar"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    auto *row = new QHBoxLayout(this);
    auto *text = new QLabel(tr("This was also changed elsewhere since you opened it. What you typed is still here, but "
                               "it is not on the desk. Keep yours, or take the other one; Ctrl+Z brings yours back."),
                            this);
    text->setObjectName(QStringLiteral("conflictText"));
    text->setWordWrap(true);
    auto *mine = new QPushButton(tr("Keep mine"), this);
    mine->setObjectName(QStringLiteral("keepMine"));
    auto *theirs = new QPushButton(tr("Take theirs"), this);
    theirs->setObjectName(QStringLiteral("takeTheirs"));
    row->addWidget(m_icon);
    row->addWidget(text, 1);
    row->addWidget(mine);
    row->addWidget(theirs);
    connect(mine, &QPushButton::clicked, this, &ConflictBar::mineWanted);
    connect(theirs, &QPushButton::clicked, this, &ConflictBar::theirsWanted);
    dress();
}

void ConflictBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void ConflictBar::dress()
{
    constexpr int size = 18;
    m_icon->setPixmap(icon(QStringLiteral("triangle-alert"), Role::Warning).pixmap(size, size));
}

} // namespace ui
