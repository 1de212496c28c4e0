#include "ui/sealed_page.h"

#include "ui/preview_page.h"
#include "ui/reading_font.h"

#include <QEvent>

namespace ui {

namespace {

constexpr int margin = 12;

} // namespace

SealedPage::SealedPage(QWidget *parent) : QTextBrowser(parent)
{
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTabChangesFocus(true);
    document()->setDocumentMargin(margin);
}

void SealedPage::showHtml(const QString &html)
{
    if (html == m_html)
        return;
    m_html = html;
    draw();
}

void SealedPage::setReadingFont(const QFont &font)
{
    setFont(font);
    draw();
}

// Rich text opens files by itself unless every resource has an answer.
QVariant SealedPage::loadResource(int, const QUrl &)
{
    return QString();
}

void SealedPage::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw();
}

void SealedPage::draw()
{
    document()->setDefaultStyleSheet(previewStyle(palette(), font(), readingLineHeight(font())));
    setHtml(m_html);
}

} // namespace ui
