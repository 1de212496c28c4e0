// AttachmentStrip: what came with a letter, small, in one row that scrolls: pictures as they look, papers by their
// kind. A click or Enter opens one inside the program, the menu saves a copy. Nothing of it is run, fetched or handed
// to another program. Pictures are read on the desk's thread, one at a time, as they come into sight. It is hidden
// while there is nothing to show. The window's thread.
#pragma once

#include "ui/workplace.h"

#include "desk/letter.h"

#include <QWidget>

class QListView;

namespace ui {

class AttachmentModel;

class AttachmentStrip final : public QWidget
{
    Q_OBJECT

public:
    // The workplace must outlive the strip.
    explicit AttachmentStrip(Workplace &workplace, QWidget *parent = nullptr);

    void showAttachments(const QList<desk::Attachment> &attachments);
    // Asks the desk for those of the letter; null: none.
    void showLetter(const desk::LetterId &letter);

    // What else the menu offers for the current one.
    void setOffers(const QList<QAction *> &offers) { m_offers = offers; }
    // The one that is selected, by key or click; null where there is none.
    [[nodiscard]] const desk::Attachment *current() const;

    [[nodiscard]] QListView *view() const { return m_view; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    void build();
    void fitHeight();
    void readVisible();
    void readThumbnail(const desk::AttachmentId &id);
    void open(const QModelIndex &index);
    void showMenu(const QPoint &place);
    void saveCopy(const desk::Attachment &attachment);

    Workplace &m_workplace;
    AttachmentModel *m_model;
    QListView *m_view;
    QList<QAction *> m_offers;
    desk::LetterId m_letter; // asked for last by showLetter()
};

} // namespace ui
