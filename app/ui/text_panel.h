// TextPanel: a sheet of the writing room: what it is, the label that readers will see above the text, the text, and a
// line below with its words. LetterPanel and AnswerPanel are its two kinds. Lives in the window's thread.
#pragma once

#include <QTimer>
#include <QWidget>

class QHBoxLayout;
class QLabel;
class QVBoxLayout;

namespace ui {

class TextSheet;

class TextPanel : public QWidget
{
    Q_OBJECT

public:
    // `caption` for people: "Letter". `name` for tests and styles: "letter".
    TextPanel(const QString &caption, const QString &name, QPalette::ColorRole ground, QWidget *parent);

    [[nodiscard]] TextSheet *sheet() const { return m_sheet; }
    void setLabel(const QString &label); // "DEAR HAZEL"
    void setReadingFont(const QFont &font);

protected:
    // At the right of the caption.
    void addTool(QWidget *tool);
    // Between the text and the line below it.
    void addBelow(QWidget *widget);
    [[nodiscard]] QLabel *status() const { return m_status; }
    // Calls showCount() soon; and whenever the text was edited.
    void countSoon();
    // What the line says of the number of words.
    virtual void showCount(qsizetype words) = 0;

private:
    void align();

    QVBoxLayout *m_column;
    QHBoxLayout *m_head;
    QLabel *m_caption;
    QLabel *m_label;
    TextSheet *m_sheet;
    QLabel *m_status;
    QTimer m_countPause;
};

} // namespace ui
