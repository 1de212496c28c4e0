#include "ui/folded_line.h"

#include "ui/intake_statement.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {

namespace {

constexpr int edge = 12;

} // namespace

FoldedLine::FoldedLine(Workplace &workplace, QWidget *room)
    : QWidget(room), m_workplace(workplace), m_room(room), m_text(new QLabel(this)), m_button(new QToolButton(this))
{
    const QAction *action = workplace.actions.action(ActionId::Unfold);
    setObjectName(QStringLiteral("foldedLine"));
    m_text->setObjectName(QStringLiteral("foldedText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setForegroundRole(QPalette::PlaceholderText);
    m_button->setObjectName(QStringLiteral("bringBack"));
    m_button->setText(tr("Bring back"));
    m_button->setIcon(action->icon());
    m_button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_button->setAutoRaise(true);
    m_button->setFocusPolicy(Qt::TabFocus);
    m_button->setAccessibleName(action->iconText());
    m_button->setToolTip(tr("%1 (%2)").arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(edge, edge / 4, edge, edge / 4);
    line->addWidget(m_text, 1);
    line->addWidget(m_button);
    hide();
    connect(m_button, &QToolButton::clicked, this, &FoldedLine::bringBack);
    workplace.actions.connect(ActionId::Unfold, this, [this] {
        if (m_room->isVisible() && !m_letter.isNull())
            bringBack();
    });
    connect(&workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas.testFlag(editorial::Area::Letters))
            read();
    });
}

void FoldedLine::showLetter(const desk::LetterId &id)
{
    if (id == m_letter)
        return;
    m_letter = id;
    if (id.isNull())
        take({});
    else
        read();
}

void FoldedLine::read()
{
    if (m_letter.isNull())
        return;
    m_workplace.session.run(
        this, [id = m_letter](editorial::Desk &desk) { return editorial::arrival(desk, id); },
        [this, id = m_letter](const base::Result<editorial::Arrival> &arrival) {
            if (id == m_letter && arrival)
                take(arrival->folded);
        });
}

void FoldedLine::take(const QList<editorial::FoldedPart> &parts)
{
    m_parts = parts;
    m_text->setText(foldedSentence(parts));
    setVisible(!parts.isEmpty());
}

void FoldedLine::bringBack()
{
    if (m_parts.isEmpty()) {
        m_workplace.notices.news(tr("Nothing of this letter is folded."));
        return;
    }
    const auto change = [this, id = m_letter] {
        perform(m_workplace, this, [id](editorial::Desk &desk) { return editorial::bringBackFolded(desk, id); });
    };
    if (m_before)
        m_before(change);
    else
        change();
}

} // namespace ui
