// SealedPage: shows a piece of a page in the very HTML that is published, in the reading face; it loads nothing: no
// file, no address. The window's thread.
#pragma once

#include <QTextBrowser>

namespace ui {

class SealedPage final : public QTextBrowser
{
    Q_OBJECT

public:
    explicit SealedPage(QWidget *parent = nullptr);

    void showHtml(const QString &html);
    void setReadingFont(const QFont &font);

    QVariant loadResource(int type, const QUrl &name) override;

protected:
    void changeEvent(QEvent *event) override;

private:
    void draw();

    QString m_html;
};

} // namespace ui
