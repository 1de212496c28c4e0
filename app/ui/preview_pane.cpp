#include "ui/preview_pane.h"

#include "ui/reading_font.h"

#include <QAbstractTextDocumentLayout>
#include <QEvent>
#include <QImage>
#include <QScrollBar>
#include <QTextBlock>

namespace ui {

namespace {

constexpr int pauseMs = 250;
constexpr int longPauseMs = 700; // counted from the last key
constexpr int longText = 20000;  // characters
constexpr int smallestMargin = 20;

// Rich text opens files by itself unless every resource has an answer.
QVariant nothing(int type)
{
    if (type != QTextDocument::ImageResource)
        return QString();
    QImage pixel(1, 1, QImage::Format_ARGB32_Premultiplied);
    pixel.fill(Qt::transparent);
    return pixel;
}

class SealedDocument final : public QTextDocument
{
protected:
    QVariant loadResource(int type, const QUrl &) override { return nothing(type); }
};

// Pictures no wider than `width`. Rich text would draw a large one small without smoothing it; it may draw a small one
// large, so that a picture that claims to be high takes no memory.
QList<PreviewFile> fitted(QList<PreviewFile> files, int width, qreal pixelRatio)
{
    for (PreviewFile &file : files) {
        if (file.picture.isNull())
            continue;
        if (file.size.width() > width)
            file.size.scale(width, file.size.height(), Qt::KeepAspectRatio);
        file.size = file.size.expandedTo({1, 1});
        const QSize pixels = (file.size * pixelRatio).boundedTo(file.picture.size());
        file.picture = file.picture.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
        file.picture.setDevicePixelRatio(pixelRatio);
    }
    return files;
}

void addPictures(QTextDocument &document, const QList<PreviewFile> &files)
{
    for (const PreviewFile &file : files) {
        if (!file.picture.isNull())
            document.addResource(QTextDocument::ImageResource, QUrl(attachmentAddress(file.id)), file.picture);
    }
}

// Lets a picture stand in a line of its own, which is as high as the picture. Left to itself, rich text makes the line
// before it that high as well, and both half as high again.
void setPicturesApart(QTextDocument &document, const QFont &font, int lineHeight)
{
    const qreal textHeight = QFontMetricsF(font).height();
    for (QTextBlock block = document.begin(); block.isValid(); block = block.next()) {
        QList<int> places;
        for (auto part = block.begin(); !part.atEnd(); ++part) {
            const QTextImageFormat image = part.fragment().charFormat().toImageFormat();
            if (image.isValid() && image.height() > textHeight)
                places.prepend(part.fragment().position());
        }
        if (places.isEmpty())
            continue;
        QTextCursor cursor(block);
        QTextBlockFormat format = block.blockFormat();
        format.setLineHeight(textHeight * (lineHeight - 100) / 100, QTextBlockFormat::LineDistanceHeight);
        cursor.setBlockFormat(format);
        for (const int place : std::as_const(places)) {
            cursor.setPosition(place);
            if (!cursor.atBlockStart())
                cursor.insertText(QString(QChar::LineSeparator), QTextCharFormat());
        }
    }
}

} // namespace

PreviewPane::PreviewPane(QWidget *parent) : QTextBrowser(parent)
{
    m_painter.setMaxThreadCount(1);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, [this] { draw(false); });
    setObjectName(QStringLiteral("preview"));
    setAccessibleName(tr("Preview"));
    setFrameShape(QFrame::NoFrame);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setOpenLinks(false);
    setOpenExternalLinks(false);
    setUndoRedoEnabled(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
}

PreviewPane::~PreviewPane()
{
    m_painter.clear();
    m_painter.waitForDone();
    setDocument(nullptr);
}

void PreviewPane::setSource(Source source)
{
    m_source = std::move(source);
    m_text = {};
    verticalScrollBar()->setValue(0);
    draw(true);
}

void PreviewPane::noteEdit(int size)
{
    if (!isVisible())
        return;
    if (size > longText)
        m_pause.start(longPauseMs);
    else if (!m_pause.isActive())
        m_pause.start(pauseMs);
}

void PreviewPane::setReadingFont(const QFont &font)
{
    setFont(font);
    setMargins();
    draw(true);
}

QVariant PreviewPane::loadResource(int type, const QUrl &)
{
    return nothing(type);
}

void PreviewPane::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        draw(true);
}

void PreviewPane::resizeEvent(QResizeEvent *event)
{
    const bool breaksAnew = event->size().width() != event->oldSize().width();
    const int top = breaksAnew ? cursorForPosition(QPoint()).position() : 0;
    QTextBrowser::resizeEvent(event);
    setMargins();
    if (breaksAnew)
        scrollTo(top);
    if (!m_text.files.isEmpty() && pictureWidth() != m_pictureWidth)
        m_pause.start(pauseMs);
}

// The line of the character at `position` stands at the top.
void PreviewPane::scrollTo(int position)
{
    QTextCursor there(document());
    there.setPosition(position);
    verticalScrollBar()->setValue(verticalScrollBar()->value() + cursorRect(there).top());
}

void PreviewPane::showEvent(QShowEvent *event)
{
    QTextBrowser::showEvent(event);
    draw(false);
}

void PreviewPane::draw(bool anyway)
{
    if (!isVisible() || !m_source)
        return;
    const PreviewText text = m_source();
    const int width = pictureWidth();
    if (text == m_text && (text.files.isEmpty() || width == m_pictureWidth) && !anyway)
        return;
    m_text = text;
    m_pictureWidth = width;
    const int lineHeight = readingLineHeight(font());
    const QString style = previewStyle(palette(), font(), lineHeight);
    m_painter.start([this, text, style, lineHeight, width, pixelRatio = devicePixelRatioF(), face = font(),
                     window = thread(), drawing = ++m_drawing] {
        PreviewText shown = text;
        shown.files = fitted(text.files, width, pixelRatio);
        const QString html = previewHtml(shown);
        auto document = std::make_shared<std::unique_ptr<QTextDocument>>(std::make_unique<SealedDocument>());
        (*document)->setUndoRedoEnabled(false);
        (*document)->setDefaultFont(face);
        (*document)->setDefaultStyleSheet(style);
        addPictures(**document, shown.files);
        (*document)->setHtml(html);
        if (!shown.files.isEmpty())
            setPicturesApart(**document, face, lineHeight);
        (*document)->moveToThread(window);
        QMetaObject::invokeMethod(
            this, [this, document, html, drawing] { take(std::move(*document), html, drawing); }, Qt::QueuedConnection);
    });
}

void PreviewPane::take(std::unique_ptr<QTextDocument> document, const QString &html, quint64 drawing)
{
    if (drawing != m_drawing)
        return;
    const int scroll = verticalScrollBar()->value();
    m_html = html;
    setDocument(document.get());
    m_document = std::move(document);
    m_document->documentLayout()->hitTest(QPointF(0, scroll + height()), Qt::FuzzyHit); // lays out as far as is seen
    if (std::exchange(m_beginAtAnswer, false))
        scrollToAnchor(answerAnchor);
    else
        verticalScrollBar()->setValue(scroll);
    Q_EMIT drawn();
}

void PreviewPane::setMargins()
{
    const int width = contentsRect().width() - (verticalScrollBar()->isVisible() ? verticalScrollBar()->width() : 0);
    const int margin = std::max(smallestMargin, (width - readingMeasure(font())) / 2);
    if (viewportMargins().left() != margin)
        setViewportMargins(margin, smallestMargin, margin, 0);
}

int PreviewPane::pictureWidth() const
{
    const int edges = 2 * qCeil(document()->documentMargin());
    return std::max(1, std::min(readingMeasure(font()), viewport()->width()) - edges);
}

} // namespace ui
