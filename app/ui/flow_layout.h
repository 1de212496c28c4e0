// FlowLayout: puts widgets one behind the other and goes on in the next line where the width ends; the last one takes
// what is left of its line. The window's thread.
#pragma once

#include <QLayout>
#include <QList>

namespace ui {

class FlowLayout final : public QLayout
{
    Q_OBJECT

public:
    explicit FlowLayout(QWidget *parent) : QLayout(parent) {}
    ~FlowLayout() override;

    // Before the item at `index`.
    void insertWidget(int index, QWidget *widget);

    void addItem(QLayoutItem *item) override { m_items.append(item); }
    [[nodiscard]] int count() const override { return static_cast<int>(m_items.size()); }
    [[nodiscard]] QLayoutItem *itemAt(int index) const override { return m_items.value(index); }
    QLayoutItem *takeAt(int index) override;
    [[nodiscard]] Qt::Orientations expandingDirections() const override { return {}; }
    [[nodiscard]] bool hasHeightForWidth() const override { return true; }
    [[nodiscard]] int heightForWidth(int width) const override { return arrange(QRect(0, 0, width, 0), false); }
    [[nodiscard]] QSize sizeHint() const override { return minimumSize(); }
    [[nodiscard]] QSize minimumSize() const override;
    void setGeometry(const QRect &area) override;

private:
    // Gives the height.
    int arrange(const QRect &area, bool isForGood) const;

    QList<QLayoutItem *> m_items;
};

} // namespace ui
