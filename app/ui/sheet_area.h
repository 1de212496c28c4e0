// SheetArea: how letter, answer and preview lie on the ground of the writing room: side by side, or as tabs where the
// window is narrow; the preview in the place of the letter, at the right, or below. The window's thread.
#pragma once

#include <QWidget>

class QSplitter;
class QStackedWidget;
class QTabBar;

namespace ui {

class SheetArea final : public QWidget
{
    Q_OBJECT

public:
    enum class PreviewPlace { Off, Letter, Right, Below };

    // Takes the three as its children.
    SheetArea(QWidget *letter, QWidget *answer, QWidget *preview, QWidget *parent = nullptr);

    void setPreviewPlace(PreviewPlace place);
    [[nodiscard]] PreviewPlace previewPlace() const { return m_place; }
    // Brings the letter or the answer to sight where they are tabs or the preview covers the letter.
    void reveal(QWidget *sheet);
    [[nodiscard]] bool isNarrow() const { return m_isNarrow; }

    [[nodiscard]] QByteArray saveState() const { return m_state; }
    void restoreState(const QByteArray &state);

Q_SIGNALS:
    // The person moved the border between the sheets.
    void stateChanged();
    void previewPlaceChanged();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();
    void noteBorder();

    QWidget *m_letter;
    QWidget *m_answer;
    QWidget *m_preview;
    QTabBar *m_tabs;
    QSplitter *m_rows;
    QSplitter *m_columns;
    QStackedWidget *m_left; // the letter, or the preview in its place
    PreviewPlace m_place = PreviewPlace::Off;
    QByteArray m_state;
    bool m_isNarrow = false;
};

} // namespace ui
