// FindBar: finds words or a pattern in one text of the writing room and replaces them, above the sheets. It keeps the
// text where it is: only its keys and buttons move the caret. Lives in the window's thread.
#pragma once

#include "ui/text_search.h"

#include <QFrame>
#include <QPointer>
#include <QTimer>

class QBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QToolButton;

namespace ui {

class TextSheet;

class FindBar final : public QFrame
{
    Q_OBJECT

public:
    explicit FindBar(QWidget *parent = nullptr);

    // Shows the bar and searches this sheet from now on. What is selected within a line is searched for.
    void open(TextSheet *sheet, bool replacing);
    // Hides it and gives the focus back to the text.
    void close();
    // From the caret on, from the beginning again behind the last one.
    void findNext() { go(true); }
    void findPrevious() { go(false); }
    // Puts the replacement in the place of what was found, if that is selected, and goes to the next one.
    void replace();
    // All of them, as one step of undo.
    void replaceAll();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    QLineEdit *addLine(QBoxLayout *row, const QString &name, const QString &title);
    QToolButton *addOption(QBoxLayout *row, const char *icon, const QString &name, const QString &title);
    QPushButton *addButton(QBoxLayout *row, const QString &name, const QString &title, void (FindBar::*slot)());
    void build();
    void setSheet(TextSheet *sheet);
    [[nodiscard]] TextSearch search() const;
    void look();
    void go(bool forward);
    void goToFirst();
    // The number of the match that is selected; -1 if none is.
    [[nodiscard]] int selectedMatch() const;
    void select(const TextMatch &match);
    void showState(const QString &problem = {});
    void showMarks();

    QPointer<TextSheet> m_sheet;
    QVector<TextMatch> m_matches;
    QTimer m_pause;
    QLineEdit *m_words;
    QLineEdit *m_with;
    QToolButton *m_matchCase;
    QToolButton *m_wholeWords;
    QToolButton *m_isPattern;
    QWidget *m_replacing;
    QLabel *m_state;
};

} // namespace ui
