// TextSheet: where a letter or an answer is read and written: plain text in the reading face, about 66 characters wide
// in the middle of the sheet, with wavy lines under misspellings. It shows one OpenText at a time and keeps caret and
// scroll place with it. Lives in the window's thread.
#pragma once

#include "ui/open_text.h"
#include "ui/spelling_marks.h"

#include <QPointer>
#include <QTextEdit>

namespace ui {

class TextSheet final : public QTextEdit
{
    Q_OBJECT

public:
    // `ground` is QPalette::Base, or QPalette::AlternateBase for letters.
    explicit TextSheet(QPalette::ColorRole ground, QWidget *parent = nullptr);

    // Both must outlive their being shown. `marks` may be null: a text whose spelling does not matter.
    void showText(OpenText *text, SpellingMarks *marks);
    void showNothing();
    [[nodiscard]] OpenText *shown() const { return m_text; }
    [[nodiscard]] SpellingMarks *marks() const { return m_marks; }
    void setReadingFont(const QFont &font);
    // Whether lists go on, brackets close and the like (ui/typing_aids.h); on at first.
    void setAided(bool aided) { m_isAided = aided; }
    // The selection with '\n' between its lines.
    [[nodiscard]] QString selectedText() const;
    // Where its lines begin, from the left edge of the sheet.
    [[nodiscard]] int textLeft() const;

Q_SIGNALS:
    // Another text, or none.
    void textShown();
    // textLeft() is another one.
    void textMoved();
    // Steps of zoom by the wheel.
    void zoomWanted(int steps);
    // A menu is about to come up over a misspelling.
    void menuWanted(QMenu *menu, const QTextCursor &misspelling);

protected:
    [[nodiscard]] QMimeData *createMimeDataFromSelection() const override;
    void insertFromMimeData(const QMimeData *source) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void noteCaret();
    void keepPlace();
    void restorePlace();
    void setMargins();
    void paintMarks(QPainter &painter, const QRect &area) const;
    // What this key adds to the text, if the text is to be helped with.
    [[nodiscard]] std::optional<QTextCursor> aidOf(const QKeyEvent &event) const;
    [[nodiscard]] bool take(const std::optional<QTextCursor> &aid);
    [[nodiscard]] std::optional<QTextCursor> misspellingAt(const QPoint &place, bool byMouse) const;

    QPointer<OpenText> m_text;
    QPointer<SpellingMarks> m_marks;
    QTextDocument *m_nothing; // shown where there is no text
    int m_revision = 0;       // of the document when the caret last moved
    bool m_isAided = true;
    bool m_isTyping = false; // the word at the caret is in the making
};

} // namespace ui
