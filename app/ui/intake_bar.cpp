#include "ui/intake_bar.h"

#include "editorial/inbox.h"
#include "ui/flow_layout.h"
#include "ui/icons.h"
#include "ui/raw_message.h"

#include <QBoxLayout>
#include <QEvent>
#include <QLabel>
#include <QPushButton>

#include <memory>

namespace ui {

namespace {

constexpr int iconSize = 18;
constexpr int edge = 10;

// Of a letter that is none, "back to new" says what that means.
QString offerText(ActionId offer, const QAction &action)
{
    return offer == ActionId::BackToNew ? IntakeBar::tr("This &is a letter") : action.text();
}

} // namespace

IntakeBar::IntakeBar(Workplace &workplace, QWidget *parent)
    : QFrame(parent), m_workplace(workplace), m_rows(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("intakeBar"));
    setAccessibleName(tr("How the letter came"));
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_rows->setContentsMargins(edge, edge - 2, edge, edge - 2);
    m_rows->setSpacing(edge);
    hide();
    connectActions();
    connect(&workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas.testFlag(editorial::Area::Letters))
            read();
    });
}

// What the list of letters does with all that are chosen is not among these.
void IntakeBar::connectActions()
{
    for (const ActionId id : {ActionId::ShowRaw, ActionId::SaveRaw, ActionId::TakeForwarding, ActionId::KeepForwarding})
        m_workplace.actions.connect(id, this, [this, id] { carryOut(id); });
}

void IntakeBar::showLetter(const desk::LetterId &id)
{
    if (id == m_letter)
        return;
    m_letter = id;
    if (id.isNull())
        take({});
    else
        read();
}

void IntakeBar::read()
{
    if (m_letter.isNull())
        return;
    m_workplace.session.run(
        this, [id = m_letter](editorial::Desk &desk) { return editorial::arrival(desk, id); },
        [this, id = m_letter](const base::Result<editorial::Arrival> &arrival) {
            if (id == m_letter && arrival)
                take(*arrival);
        });
}

void IntakeBar::take(const editorial::Arrival &arrival)
{
    m_workplace.actions.setAvailable(Need::Forwarded, arrival.passedOn.has_value());
    const QList<IntakeStatement> statements = intakeStatements(arrival);
    if (statements == m_statements)
        return;
    m_statements = statements;
    fill();
    setVisible(!statements.isEmpty());
}

void IntakeBar::fill()
{
    m_icons.clear();
    while (const std::unique_ptr<QLayoutItem> item{m_rows->takeAt(0)}) {
        item->widget()->hide();
        item->widget()->deleteLater(); // a button of it may have led here
    }
    for (const IntakeStatement &statement : std::as_const(m_statements)) {
        QWidget *const row = rowOf(statement);
        m_rows->addWidget(row);
        row->show(); // in a bar that is shown, the layout would do so only later
    }
    dress();
}

QWidget *IntakeBar::rowOf(const IntakeStatement &statement)
{
    auto *row = new QWidget(this);
    auto *mark = new QLabel(row);
    m_icons.append({mark, statement});
    auto *text = new QLabel(row);
    text->setObjectName(QStringLiteral("intakeText"));
    text->setTextFormat(Qt::RichText);
    text->setText(tr("<b>%1.</b> %2").arg(statement.title.toHtmlEscaped(), statement.text.toHtmlEscaped()));
    text->setWordWrap(true);
    text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *words = new QVBoxLayout;
    words->setSpacing(edge / 2);
    words->addWidget(text);
    words->addWidget(buttonsOf(statement, row));
    auto *line = new QHBoxLayout(row);
    line->setContentsMargins(0, 0, 0, 0);
    line->setSpacing(edge);
    line->addWidget(mark, 0, Qt::AlignTop);
    line->addLayout(words, 1);
    return row;
}

QWidget *IntakeBar::buttonsOf(const IntakeStatement &statement, QWidget *row)
{
    auto *buttons = new QWidget(row);
    auto *flow = new FlowLayout(buttons);
    flow->setContentsMargins(0, 0, 0, 0);
    for (const ActionId offer : statement.offers) {
        const QAction *action = m_workplace.actions.action(offer);
        auto *button = new QPushButton(action->icon(), offerText(offer, *action), buttons);
        button->setObjectName(action->objectName() + QStringLiteral(".offer"));
        button->setToolTip(tr("%1 (%2)").arg(QString(button->text()).remove(u'&'),
                                             action->shortcut().toString(QKeySequence::NativeText)));
        connect(button, &QPushButton::clicked, this, [this, offer] { carryOut(offer); });
        flow->addWidget(button);
    }
    flow->addItem(new QSpacerItem(0, 0)); // owned by the layout; it takes what is left of the line
    return buttons;
}

void IntakeBar::carryOut(ActionId offer)
{
    const desk::LetterId id = m_letter;
    if (id.isNull())
        return;
    switch (offer) {
    case ActionId::ShowRaw:
        showRawMessage(m_workplace, id, window());
        break;
    case ActionId::SaveRaw:
        saveRawMessage(m_workplace, id, window());
        break;
    case ActionId::SeenTo:
        perform(m_workplace, this, [id](editorial::Desk &desk) { return editorial::seeTo(desk, {id}); });
        break;
    case ActionId::BackToNew:
        perform(m_workplace, this,
                [id](editorial::Desk &desk) { return editorial::moveLetters(desk, {id}, desk::LetterStage::New); });
        break;
    case ActionId::TakeForwarding:
        perform(m_workplace, this, [id](editorial::Desk &desk) { return editorial::takeForwarding(desk, id); });
        break;
    case ActionId::KeepForwarding:
        perform(m_workplace, this, [id](editorial::Desk &desk) { return editorial::keepForwarding(desk, id); });
        break;
    default:
        break;
    }
}

void IntakeBar::changeEvent(QEvent *event)
{
    QFrame::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void IntakeBar::dress()
{
    for (const auto &[mark, statement] : std::as_const(m_icons))
        mark->setPixmap(icon(statement.icon, statement.iconRole).pixmap(iconSize, iconSize));
}

} // namespace ui
