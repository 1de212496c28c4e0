#include "ui/picture_field.h"

#include "editorial/masthead.h"
#include "ui/icons.h"

#include <QBoxLayout>
#include <QBuffer>
#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QImageReader>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QStandardPaths>
#include <QUrl>

namespace ui {

namespace {

constexpr int iconSize = 48;

QImage read(QIODevice *device)
{
    QImageReader reader(device);
    reader.setAutoTransform(true);
    const QSize whole = reader.size();
    const QSize bounds(PictureField::thumbnail * 2, PictureField::thumbnail * 2);
    if (whole.isValid() && (whole.width() > bounds.width() || whole.height() > bounds.height()))
        reader.setScaledSize(whole.scaled(bounds, Qt::KeepAspectRatio));
    return reader.read();
}

QImage stored(editorial::Desk &desk, const desk::AssetId &id)
{
    const auto file = editorial::picture(desk, id);
    if (!file)
        return {};
    QBuffer buffer;
    buffer.setData(file->content);
    return buffer.open(QIODevice::ReadOnly) ? read(&buffer) : QImage();
}

QImage fromFile(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? read(&file) : QImage();
}

QString localFile(const QMimeData *mime)
{
    const QList<QUrl> urls = mime->urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

PictureField::PictureField(QWidget *parent)
    : QWidget(parent)
    , m_image(new QLabel(this))
    , m_note(new QLabel(this))
    , m_choose(new QPushButton(tr("C&hoose…"), this))
    , m_remove(new QPushButton(tr("Take &away"), this))
{
    build();
    setAcceptDrops(true);
    connect(m_choose, &QPushButton::clicked, this, &PictureField::openDialog);
    connect(m_remove, &QPushButton::clicked, this, &PictureField::clear);
    show({});
}

void PictureField::build()
{
    m_image->setFixedSize(thumbnail, thumbnail);
    m_image->setAlignment(Qt::AlignCenter);
    m_image->setFrameShape(QFrame::StyledPanel);
    m_image->setAutoFillBackground(true);
    m_image->setBackgroundRole(QPalette::Base);
    m_image->setAccessibleName(tr("The author’s picture"));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_choose->setObjectName(QStringLiteral("choose_picture_button"));
    m_choose->setAccessibleName(tr("Choose a picture of the author"));
    m_choose->setAutoDefault(false);
    m_remove->setObjectName(QStringLiteral("remove_picture_button"));
    m_remove->setAccessibleName(tr("Take the picture of the author away"));
    m_remove->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_choose);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto *column = new QVBoxLayout;
    column->addLayout(buttons);
    column->addWidget(m_note);
    column->addStretch();
    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(0, 0, 0, 0);
    line->addWidget(m_image);
    line->addLayout(column, 1);
    setFocusProxy(m_choose);
}

void PictureField::setPicture(const desk::AssetId &picture)
{
    m_picture = picture;
    m_file.clear();
    show({});
    if (picture.isNull())
        return;
    m_workplace->session.run(
        this, [picture](editorial::Desk &desk) { return stored(desk, picture); },
        [this, asked = ++m_asked](const QImage &image) {
            if (asked == m_asked)
                show(image);
        });
}

void PictureField::chooseFile(const QString &file)
{
    m_workplace->session.run(
        this, [file](editorial::Desk &) { return fromFile(file); },
        [this, file, asked = ++m_asked](const QImage &image) {
            if (asked != m_asked)
                return;
            if (image.isNull()) {
                tell(tr("%1 is no picture that can be used. Choose a PNG, JPEG, WebP, GIF or SVG file.")
                         .arg(QFileInfo(file).fileName()));
                return;
            }
            m_file = file;
            show(image);
            Q_EMIT edited();
        });
}

void PictureField::clear()
{
    ++m_asked;
    m_picture = {};
    m_file.clear();
    show({});
    Q_EMIT edited();
}

void PictureField::show(const QImage &image)
{
    m_remove->setEnabled(hasPicture());
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setText(m_file.isEmpty() ? tr("Or drop a picture here: PNG, JPEG, WebP, GIF or SVG, at most 8 MB.")
                                     : QDir::toNativeSeparators(m_file));
    if (image.isNull()) {
        m_image->setPixmap(icon(QStringLiteral("user"), Role::SecondaryText).pixmap(iconSize));
        return;
    }
    const qreal scale = devicePixelRatioF();
    QPixmap drawn = QPixmap::fromImage(
        image.scaled(m_image->contentsRect().size() * scale, Qt::KeepAspectRatio, Qt::SmoothTransformation));
    drawn.setDevicePixelRatio(scale);
    m_image->setPixmap(drawn);
}

void PictureField::tell(const QString &problem)
{
    m_note->setForegroundRole(QPalette::BrightText);
    m_note->setText(problem);
}

void PictureField::openDialog()
{
    auto *dialog = new QFileDialog(window(), tr("Picture of the author"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("Pictures (*.png *.jpg *.jpeg *.webp *.gif *.svg)"), tr("All files (*)")});
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::PicturesLocation));
    connect(dialog, &QFileDialog::fileSelected, this, &PictureField::chooseFile);
    dialog->open();
}

void PictureField::dragEnterEvent(QDragEnterEvent *event)
{
    if (!localFile(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void PictureField::dropEvent(QDropEvent *event)
{
    event->acceptProposedAction();
    chooseFile(localFile(event->mimeData()));
}

} // namespace ui
