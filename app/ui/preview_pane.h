// PreviewPane: the letter and its answer as readers will see them. It is drawn anew a moment after the text changed, on
// another thread, and stays at its place, also when its lines break anew; it never takes the caret and never loads
// anything: no file, no address, only the pictures that come with the text. Lives in the window's thread.
#pragma once

#include "ui/preview_page.h"

#include <QTextBrowser>
#include <QThreadPool>
#include <QTimer>

#include <functional>
#include <memory>

namespace ui {

class PreviewPane final : public QTextBrowser
{
    Q_OBJECT

public:
    using Source = std::function<PreviewText()>;

    explicit PreviewPane(QWidget *parent = nullptr);
    ~PreviewPane() override;

    // Where the text comes from; asked when it is drawn. Empty: nothing is shown.
    void setSource(Source source);
    // The text has changed; `size` characters decide how soon it is drawn.
    void noteEdit(int size);
    void setReadingFont(const QFont &font);
    // Once drawn, the answer is at the top rather than the letter.
    void beginAtAnswer() { m_beginAtAnswer = true; }
    // The HTML that is shown.
    [[nodiscard]] QString html() const { return m_html; }

    QVariant loadResource(int type, const QUrl &name) override;

Q_SIGNALS:
    void drawn();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void draw(bool anyway);
    void take(std::unique_ptr<QTextDocument> document, const QString &html, quint64 drawing);
    void scrollTo(int position);
    void setMargins();
    [[nodiscard]] int pictureWidth() const;

    Source m_source;
    QTimer m_pause;
    QThreadPool m_painter; // one thread, so that drawings stay in order
    std::unique_ptr<QTextDocument> m_document;
    QString m_html;
    PreviewText m_text; // of the newest drawing
    int m_pictureWidth = 0;
    quint64 m_drawing = 0;
    bool m_beginAtAnswer = false;
};

} // namespace ui
