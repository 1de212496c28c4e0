// LinkButton: a quiet line of text that leads somewhere: an icon, the text, shortened in the middle where it is too
// long, and underlined where the pointer or the focus is. The window's thread.
#pragma once

#include <QPushButton>

namespace ui {

class LinkButton final : public QPushButton
{
    Q_OBJECT

public:
    // `iconName` as in icons.h; empty: none.
    LinkButton(const QString &iconName, const QString &text, QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    [[nodiscard]] int iconSide() const;
    [[nodiscard]] int textLeft() const;
    [[nodiscard]] QSize sizeFor(int textWidth) const;
};

} // namespace ui
