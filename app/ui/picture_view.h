// PictureView: one picture, as large as fits or pixel by pixel; it can be dragged where it is larger than the view. The
// window's thread.
#pragma once

#include <QGraphicsView>

namespace ui {

class PictureView final : public QGraphicsView
{
    Q_OBJECT

public:
    explicit PictureView(QWidget *parent = nullptr);

    void showPicture(const QImage &image);
    // True: as large as fits, but no larger than it is; false: one pixel of it is one of the screen.
    void setFitted(bool isFitted);
    [[nodiscard]] bool isFitted() const { return m_isFitted; }

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void arrange();

    QGraphicsScene *m_scene;
    QSizeF m_size; // in the pixels of the window
    bool m_isFitted = true;
};

} // namespace ui
