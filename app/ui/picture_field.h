// PictureField: the author's picture: the one that the desk has, another one chosen or dropped here, or none. Pictures
// are decoded on the desk's thread. The window's thread.
#pragma once

#include "desk/id.h"
#include "ui/workplace.h"

#include <QImage>
#include <QWidget>

class QLabel;
class QPushButton;

namespace ui {

class PictureField final : public QWidget
{
    Q_OBJECT

public:
    static constexpr int thumbnail = 160; // pixels, both ways

    explicit PictureField(QWidget *parent = nullptr);

    // Before anything else; must outlive the field.
    void setWorkplace(Workplace &workplace) { m_workplace = &workplace; }
    // The picture of the desk; null: none.
    void setPicture(const desk::AssetId &picture);
    // Takes a file instead, once it is known to be a picture.
    void chooseFile(const QString &file);
    void clear();

    // What the desk keeps of the picture it had: the same, or null.
    [[nodiscard]] desk::AssetId picture() const { return m_picture; }
    // The file to be read in; empty: none was chosen.
    [[nodiscard]] QString file() const { return m_file; }
    [[nodiscard]] bool hasPicture() const { return !m_picture.isNull() || !m_file.isEmpty(); }

Q_SIGNALS:
    void edited();

protected:
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void build();
    void openDialog();
    void show(const QImage &image);
    void tell(const QString &problem);

    Workplace *m_workplace = nullptr;
    desk::AssetId m_picture;
    QString m_file;
    QLabel *m_image;
    QLabel *m_note;
    QPushButton *m_choose;
    QPushButton *m_remove;
    int m_asked = 0; // so that a late answer to an older question is dropped
};

} // namespace ui
