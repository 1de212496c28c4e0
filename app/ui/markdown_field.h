// MarkdownField: a piece of Markdown to write, and beside it how readers will see it. The window's thread.
#pragma once

#include <QPlainTextEdit>
#include <QTimer>

namespace ui {

class SealedPage;

class MarkdownField final : public QWidget
{
    Q_OBJECT

public:
    explicit MarkdownField(QWidget *parent = nullptr);

    [[nodiscard]] QString text() const { return m_edit->toPlainText(); }
    void setText(const QString &text);
    // Of the field, for assistive programs; the preview says that it is one.
    void setTitle(const QString &title);
    void setReadingFont(const QFont &font);
    [[nodiscard]] QPlainTextEdit *edit() const { return m_edit; }

Q_SIGNALS:
    void edited();

private:
    void draw();

    QPlainTextEdit *m_edit;
    SealedPage *m_preview;
    QTimer m_pause;
};

} // namespace ui
