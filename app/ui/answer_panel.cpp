#include "ui/answer_panel.h"

#include "ui/actions.h"
#include "ui/open_article.h"
#include "ui/text_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>

namespace ui {

namespace {

constexpr qsizetype wordsPerMinute = 230;
constexpr int besidesMarks = 32; // the caption and the button of the preview, in letters

QToolButton *newButton(QAction *action, Qt::ToolButtonStyle style, QWidget *parent)
{
    auto *button = new QToolButton(parent);
    button->setObjectName(action->objectName() + QLatin1String(".button"));
    button->setDefaultAction(action);
    button->setAutoRaise(true);
    button->setToolButtonStyle(style);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

} // namespace

AnswerPanel::AnswerPanel(const Actions &actions, QWidget *parent)
    : TextPanel(tr("Answer"), QStringLiteral("answer"), QPalette::Base, parent), m_marks(new QWidget(this))
{
    auto *marks = new QHBoxLayout(m_marks);
    marks->setContentsMargins(0, 0, 0, 0);
    marks->setSpacing(0);
    for (const ActionId id : {ActionId::Bold, ActionId::Italic, ActionId::Heading, ActionId::BlockQuote,
                              ActionId::BulletList, ActionId::NumberedList, ActionId::Link})
        marks->addWidget(newButton(actions.action(id), Qt::ToolButtonIconOnly, m_marks));
    addTool(m_marks);
    QToolButton *preview = newButton(actions.action(ActionId::Preview), Qt::ToolButtonTextBesideIcon, this);
    preview->setObjectName(QStringLiteral("showPreview"));
    addTool(preview);
    sheet()->setPlaceholderText(tr("Write the answer here"));
    showPair(nullptr);
}

void AnswerPanel::resizeEvent(QResizeEvent *event)
{
    TextPanel::resizeEvent(event);
    m_marks->setVisible(width() >= m_marks->sizeHint().width() + besidesMarks * fontMetrics().averageCharWidth());
}

void AnswerPanel::showPair(OpenPair *pair)
{
    m_isShowing = pair;
    sheet()->setReadOnly(!pair);
    if (pair)
        sheet()->showText(&pair->answer, &pair->answerMarks);
    else
        sheet()->showNothing();
    countSoon();
}

void AnswerPanel::setSpelling(const QString &statement, const QString &explanation)
{
    m_spelling = statement;
    status()->setToolTip(explanation);
    countSoon();
}

void AnswerPanel::showCount(qsizetype words)
{
    if (!m_isShowing) {
        status()->clear();
        return;
    }
    const qsizetype minutes = std::max<qsizetype>(1, (words + wordsPerMinute / 2) / wordsPerMinute);
    QStringList parts{tr("%Ln word(s)", nullptr, static_cast<int>(words))};
    if (words > 0)
        parts.append(tr("%Ln minute(s)", nullptr, static_cast<int>(minutes)));
    if (!m_spelling.isEmpty())
        parts.append(m_spelling);
    status()->setText(parts.join(QStringLiteral(" · ")));
}

} // namespace ui
