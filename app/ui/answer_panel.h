// AnswerPanel: the answer of the writing room, in Markdown, with its words, the minutes it takes to read, and the state
// of spelling. Lives in the window's thread.
#pragma once

#include "ui/text_panel.h"

class QAction;

namespace ui {

class OpenPair;

class AnswerPanel final : public TextPanel
{
    Q_OBJECT

public:
    explicit AnswerPanel(QAction *preview, QWidget *parent = nullptr);

    // Null: nothing. The pair must outlive its being shown.
    void showPair(OpenPair *pair);
    // The line's last part, and what it says when pointed at.
    void setSpelling(const QString &statement, const QString &explanation);

protected:
    void showCount(qsizetype words) override;

private:
    bool m_isShowing = false;
    QString m_spelling;
};

} // namespace ui
