#include "ui/attachment_strip.h"

#include "base/files.h"
#include "editorial/inbox.h"
#include "ui/attachment_delegate.h"
#include "ui/attachment_kind.h"
#include "ui/attachment_model.h"
#include "ui/attachment_viewer.h"
#include "ui/icons.h"
#include "ui/picture_reader.h"

#include <QBoxLayout>
#include <QDir>
#include <QFileDialog>
#include <QKeyEvent>
#include <QListView>
#include <QMenu>
#include <QScrollBar>
#include <QStandardPaths>

namespace ui {

namespace {

constexpr int spacing = 6;

} // namespace

AttachmentStrip::AttachmentStrip(Workplace &workplace, QWidget *parent)
    : QWidget(parent), m_workplace(workplace), m_model(new AttachmentModel(this)), m_view(new QListView(this))
{
    build();
    connect(m_view, &QListView::clicked, this, &AttachmentStrip::open);
    connect(m_view, &QListView::customContextMenuRequested, this, &AttachmentStrip::showMenu);
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &AttachmentStrip::readVisible);
    hide();
}

void AttachmentStrip::build()
{
    m_view->setObjectName(QStringLiteral("attachments"));
    m_view->setAccessibleName(tr("Attachments"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new AttachmentDelegate(m_view));
    m_view->setFlow(QListView::LeftToRight);
    m_view->setWrapping(false);
    m_view->setSpacing(spacing / 2);
    m_view->setUniformItemSizes(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setEditTriggers(QListView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QListView::ScrollPerPixel);
    m_view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setMouseTracking(true);
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    auto *line = new QVBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_view);
}

void AttachmentStrip::showAttachments(const QList<desk::Attachment> &attachments)
{
    m_letter = {};
    setVisible(!attachments.isEmpty());
    if (!m_model->setAttachments(attachments))
        return;
    m_view->horizontalScrollBar()->setValue(0);
    m_view->setCurrentIndex(m_model->index(0));
    fitHeight();
    readVisible();
}

void AttachmentStrip::showLetter(const desk::LetterId &letter)
{
    if (letter.isNull()) {
        showAttachments({});
        return;
    }
    m_letter = letter;
    m_workplace.session.run(
        this, [letter](editorial::Desk &desk) { return editorial::letter(desk, letter); },
        [this, letter](const base::Result<editorial::LetterView> &view) {
            if (letter == m_letter)
                showAttachments(view ? view->attachments : QList<desk::Attachment>());
        });
}

const desk::Attachment *AttachmentStrip::current() const
{
    return m_model->attachment(m_view->currentIndex());
}

// As high as a card, and the scroll bar where the cards do not fit.
void AttachmentStrip::fitHeight()
{
    const int card = m_view->sizeHintForRow(0) + spacing;
    const int width = (m_view->sizeHintForColumn(0) + spacing) * m_model->rowCount();
    const QScrollBar *bar = m_view->horizontalScrollBar();
    m_view->setFixedHeight(card + (width > m_view->width() ? bar->sizeHint().height() : 0));
}

void AttachmentStrip::readVisible()
{
    if (!isVisible())
        return;
    const QRect seen = m_view->viewport()->rect();
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row);
        if (m_view->visualRect(index).intersects(seen) && m_model->takeUnread(row))
            readThumbnail(m_model->attachment(index)->id);
    }
}

void AttachmentStrip::readThumbnail(const desk::AttachmentId &id)
{
    // Cut to a square, so twice as long one way; and sharp on a fine screen.
    const int side = 2 * qCeil(AttachmentDelegate::thumbnailSize(fontMetrics()) * devicePixelRatioF());
    const auto read = [id, bounds = QSize(side, side)](editorial::Desk &desk) {
        const auto content = editorial::attachmentContent(desk, id);
        return content ? readPicture(*content, bounds).image : QImage();
    };
    m_workplace.session.run(this, read, [this, id](const QImage &image) { m_model->setThumbnail(id, image); });
}

void AttachmentStrip::open(const QModelIndex &index)
{
    const desk::Attachment *attachment = m_model->attachment(index);
    if (!attachment)
        return;
    auto *viewer = new AttachmentViewer(m_workplace.session, *attachment, window());
    connect(viewer, &AttachmentViewer::saveWanted, this, [this, it = *attachment] { saveCopy(it); });
    viewer->open();
}

void AttachmentStrip::showMenu(const QPoint &place)
{
    const desk::Attachment *attachment = current();
    if (!attachment)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addAction(icon(QStringLiteral("eye")), tr("&Open"), this, [this] { open(m_view->currentIndex()); });
    menu->addAction(tr("&Save a copy…"), this, [this, it = *attachment] { saveCopy(it); });
    if (!m_offers.isEmpty())
        menu->addSeparator();
    menu->addActions(m_offers);
    menu->popup(m_view->viewport()->mapToGlobal(place));
}

void AttachmentStrip::saveCopy(const desk::Attachment &attachment)
{
    auto *dialog = new QFileDialog(window(), tr("Save a copy of the original"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(QFileInfo(attachment.name).fileName());
    connect(dialog, &QFileDialog::fileSelected, this, [this, id = attachment.id](const QString &path) {
        const auto save = [id, path](editorial::Desk &desk) -> base::Result<void> {
            const auto content = editorial::attachmentContent(desk, id);
            return content ? base::writeFile(path, *content) : base::Result<void>(content.error());
        };
        m_workplace.session.run(this, save, [this, path](const base::Result<void> &saved) {
            if (saved)
                m_workplace.notices.news(tr("The original is now in %1. It may say who made it, when and where.")
                                             .arg(QDir::toNativeSeparators(path)));
            else
                m_workplace.notices.error(saved.error());
        });
    });
    dialog->open();
}

bool AttachmentStrip::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            open(m_view->currentIndex());
            return true;
        }
    }
    // The wheel that goes up and down elsewhere goes along the row.
    if (watched == m_view->viewport() && event->type() == QEvent::Wheel) {
        const QPoint turned = static_cast<QWheelEvent *>(event)->angleDelta();
        QScrollBar *bar = m_view->horizontalScrollBar();
        bar->setValue(bar->value() - (turned.x() != 0 ? turned.x() : turned.y()));
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void AttachmentStrip::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitHeight();
    readVisible();
}

void AttachmentStrip::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        fitHeight();
}

void AttachmentStrip::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    readVisible();
}

} // namespace ui
