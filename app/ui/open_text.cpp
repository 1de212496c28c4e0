#include "ui/open_text.h"

#include "ui/text_search.h"

#include <QTextBlock>
#include <QTextCursor>

namespace ui {

namespace {

void setLineHeight(QTextDocument &document, int percent)
{
    QTextBlockFormat format;
    format.setLineHeight(percent, QTextBlockFormat::ProportionalHeight);
    QTextCursor cursor(&document);
    cursor.select(QTextCursor::Document);
    cursor.mergeBlockFormat(format);
}

} // namespace

OpenText::OpenText(const QString &text, const QFont &font, int lineHeight, QObject *parent)
    : QObject(parent), m_loaded(text)
{
    m_document.setUndoRedoEnabled(false);
    m_document.setDefaultFont(font);
    m_document.setPlainText(text);
    setLineHeight(m_document, lineHeight);
    m_document.setUndoRedoEnabled(true);
    m_document.setModified(false);
    m_loadedRaw = plainText(m_document);
    (void)m_document.documentLayout(); // a document without one does not tell what changes
    connect(&m_document, &QTextDocument::contentsChange, this, [this](int, int removed, int added) {
        if (removed > 0 || added > 0)
            Q_EMIT edited();
    });
}

QString OpenText::text() const
{
    const QString raw = plainText(m_document);
    return raw == m_loadedRaw ? m_loaded : raw;
}

void OpenText::replace(const QString &text)
{
    QTextCursor cursor(&m_document);
    cursor.beginEditBlock();
    cursor.select(QTextCursor::Document);
    cursor.insertText(text);
    cursor.endEditBlock();
}

} // namespace ui
