// AnswerPanel: the answer of the writing room, in Markdown, with its words, the minutes it takes to read, and the state
// of spelling. Lives in the window's thread.
#pragma once

#include "ui/text_panel.h"

namespace ui {

class Actions;
class OpenPair;

class AnswerPanel final : public TextPanel
{
    Q_OBJECT

public:
    explicit AnswerPanel(const Actions &actions, QWidget *parent = nullptr);

    // Null: nothing. The pair must outlive its being shown.
    void showPair(OpenPair *pair);
    // The line's last part, and what it says when pointed at.
    void setSpelling(const QString &statement, const QString &explanation);

protected:
    void showCount(qsizetype words) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *m_marks; // buttons for marks of Markdown, as long as there is room
    bool m_isShowing = false;
    QString m_spelling;
};

} // namespace ui
