#include "ui/attachment_viewer.h"

#include "editorial/inbox.h"
#include "ui/attachment_kind.h"
#include "ui/icons.h"
#include "ui/picture_reader.h"
#include "ui_attachment_viewer.h"

#include <QPushButton>

namespace ui {

namespace {

const QSize largest(8000, 8000);   // a picture with more is shown smaller
const QSize sizeOfWords(560, 200); // of the dialog, where there is nothing else to see

} // namespace

AttachmentViewer::AttachmentViewer(editorial::Session &session, const desk::Attachment &attachment, QWidget *parent)
    : QDialog(parent), m_session(session), m_id(attachment.id), m_form(std::make_unique<Ui::AttachmentViewer>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    const AttachmentKind kind = kindOf(attachment);
    setWindowTitle(attachment.name);
    m_form->name_label->setText(spokenName(attachment));
    m_form->picture_view->setAccessibleName(spokenName(attachment));
    m_form->text_view->setAccessibleName(spokenName(attachment));
    m_form->warning_label->setForegroundRole(QPalette::PlaceholderText);
    m_form->fit_button->hide();
    m_form->whole_button->hide();
    connect(m_form->fit_button, &QPushButton::clicked, this, [this] { setFitted(true); });
    connect(m_form->whole_button, &QPushButton::clicked, this, [this] { setFitted(false); });
    connect(m_form->save_button, &QPushButton::clicked, this, &AttachmentViewer::saveWanted);
    connect(m_form->close_button, &QPushButton::clicked, this, &QDialog::reject);
    say(tr("Reading…"));
    if (kind != AttachmentKind::Picture && kind != AttachmentKind::Text)
        resize(sizeOfWords);
    if (kind == AttachmentKind::Picture)
        readPicture();
    else if (kind == AttachmentKind::Text)
        readText();
    else
        say(tr("Such a file is not opened here. Save a copy, and open it only if you trust who sent it."));
}

AttachmentViewer::~AttachmentViewer() = default;

void AttachmentViewer::readPicture()
{
    m_session.run(
        this,
        [id = m_id](editorial::Desk &desk) {
            const auto content = editorial::attachmentContent(desk, id);
            return content ? ui::readPicture(*content, largest) : ReadPicture();
        },
        [this](const ReadPicture &picture) {
            if (picture.image.isNull()) {
                say(tr(
                    "This picture is damaged, too large, or of a kind that is not opened here. Save a copy, and open "
                    "it only if you trust who sent it."));
            } else {
                m_form->leaves->setCurrentWidget(m_form->picture_leaf);
                m_form->picture_view->showPicture(picture.image);
                m_form->name_label->setText(tr("%1, %2 × %3 pixels")
                                                .arg(m_form->name_label->text())
                                                .arg(picture.whole.width())
                                                .arg(picture.whole.height()));
                m_form->fit_button->show();
                m_form->whole_button->show();
                setFitted(true);
            }
            Q_EMIT shown();
        });
}

void AttachmentViewer::readText()
{
    m_session.run(
        this, [id = m_id](editorial::Desk &desk) { return editorial::attachmentText(desk, id); },
        [this](const base::Result<QString> &text) {
            if (text) {
                m_form->leaves->setCurrentWidget(m_form->text_leaf);
                m_form->text_view->setPlainText(*text);
            } else {
                say(text.error().message);
            }
            Q_EMIT shown();
        });
}

void AttachmentViewer::setFitted(bool isFitted)
{
    m_form->picture_view->setFitted(isFitted);
    m_form->fit_button->setChecked(isFitted);
    m_form->whole_button->setChecked(!isFitted);
}

void AttachmentViewer::say(const QString &text)
{
    m_form->leaves->setCurrentWidget(m_form->words_leaf);
    m_form->words_label->setText(text);
}

} // namespace ui
