#include "ui/answer_panel.h"

#include "ui/open_article.h"
#include "ui/text_sheet.h"

#include <QLabel>
#include <QToolButton>

namespace ui {

namespace {

constexpr qsizetype wordsPerMinute = 230;

} // namespace

AnswerPanel::AnswerPanel(QAction *preview, QWidget *parent)
    : TextPanel(tr("Answer"), QStringLiteral("answer"), QPalette::Base, parent)
{
    auto *button = new QToolButton(this);
    button->setObjectName(QStringLiteral("showPreview"));
    button->setDefaultAction(preview);
    button->setAutoRaise(true);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setFocusPolicy(Qt::TabFocus);
    addTool(button);
    sheet()->setPlaceholderText(tr("Write the answer here"));
    showPair(nullptr);
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
