#include "ui/markdown_field.h"

#include "editorial/publishing.h"
#include "ui/sealed_page.h"

#include <QHBoxLayout>

namespace ui {

namespace {

constexpr int pauseMs = 200;

} // namespace

MarkdownField::MarkdownField(QWidget *parent)
    : QWidget(parent), m_edit(new QPlainTextEdit(this)), m_preview(new SealedPage(this))
{
    m_edit->setObjectName(QStringLiteral("markdown_edit"));
    m_edit->setTabChangesFocus(true);
    m_edit->setFrameShape(QFrame::StyledPanel);
    m_preview->setObjectName(QStringLiteral("markdown_preview"));
    m_preview->setFocusPolicy(Qt::ClickFocus);
    setFocusProxy(m_edit);
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_edit, 1);
    line->addWidget(m_preview, 1);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &MarkdownField::draw);
    connect(m_edit, &QPlainTextEdit::textChanged, this, [this] {
        m_pause.start();
        Q_EMIT edited();
    });
}

void MarkdownField::setText(const QString &text)
{
    m_edit->setPlainText(text);
    m_pause.stop();
    draw();
}

void MarkdownField::setTitle(const QString &title)
{
    m_edit->setAccessibleName(title);
    m_preview->setAccessibleName(tr("%1 as readers see it").arg(title));
}

void MarkdownField::setReadingFont(const QFont &font)
{
    m_edit->setFont(font);
    m_preview->setReadingFont(font);
}

void MarkdownField::draw()
{
    m_preview->showHtml(editorial::answerHtml(m_edit->toPlainText()));
}

} // namespace ui
