// AttachmentViewer: one attachment in a dialog of its own: a picture as large as fits or pixel by pixel, a text as
// text. What else there is is not shown, since showing it would take programs that may do what the file says. The
// window's thread; reading happens on the desk's.
#pragma once

#include "editorial/session.h"

#include "desk/letter.h"

#include <QDialog>

#include <memory>

namespace Ui {
class AttachmentViewer;
}

namespace ui {

class AttachmentViewer final : public QDialog
{
    Q_OBJECT

public:
    // Deletes itself when it is closed. The session must outlive it.
    AttachmentViewer(editorial::Session &session, const desk::Attachment &attachment, QWidget *parent);
    ~AttachmentViewer() override;

Q_SIGNALS:
    void saveWanted();
    // What there is to see is there.
    void shown();

private:
    void readPicture();
    void readText();
    void setFitted(bool isFitted);
    void say(const QString &text);

    editorial::Session &m_session;
    desk::AttachmentId m_id;
    std::unique_ptr<Ui::AttachmentViewer> m_form;
};

} // namespace ui
