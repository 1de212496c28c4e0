// ColumnButton: the name of the column at the head of the places, with a small arrow: it opens the menu of desks. The
// window's thread.
#pragma once

#include <QToolButton>

namespace ui {

class ColumnButton final : public QToolButton
{
    Q_OBJECT

public:
    explicit ColumnButton(QWidget *parent = nullptr);

    void setName(const QString &name);
    // Opens below the button when it is pressed; belongs to the button.
    void setDeskMenu(QMenu *menu);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

} // namespace ui
