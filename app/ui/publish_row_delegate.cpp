#include "ui/publish_row_delegate.h"

#include "ui/icons.h"
#include "ui/publish_model.h"
#include "ui/selection_ground.h"

#include <QListView>
#include <QMouseEvent>
#include <QPainter>

namespace ui {

namespace {

constexpr int margin = 20;
constexpr int linesOfHeading = 2;

const PublishRow &rowAt(const QModelIndex &index)
{
    return *static_cast<const PublishModel *>(index.model())->row(index);
}

int padding(const QFontMetrics &metrics)
{
    return metrics.height() / 3;
}

int textLeft(const QFontMetrics &metrics)
{
    return margin + metrics.height() * 5 / 3;
}

QString goText()
{
    return PublishRowDelegate::tr("Go there");
}

QRect goRect(const QStyleOptionViewItem &option)
{
    const int width = option.fontMetrics.horizontalAdvance(goText());
    return {option.rect.right() - margin - width, option.rect.top() + padding(option.fontMetrics), width + 1,
            option.fontMetrics.height()};
}

// Findings say all they have to say; the reason of a page stands in its line.
QRect messageRect(const QFontMetrics &metrics, int width, const PublishRow &row)
{
    if (row.kind != PublishRow::Kind::Finding)
        return {};
    const int room = width - textLeft(metrics) - margin;
    return metrics.boundingRect(QRect(0, 0, std::max(room, 1), QWIDGETSIZE_MAX), Qt::TextWordWrap, row.detail);
}

bool isHighContrast(const QPalette &palette)
{
    return color(Role::Accent, palette) == color(Role::Text, palette);
}

} // namespace

QSize PublishRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PublishRow &row = rowAt(index);
    const int line = option.fontMetrics.height();
    const auto *view = qobject_cast<const QListView *>(option.widget);
    const int width = view ? view->viewport()->width() : option.rect.width();
    if (row.kind == PublishRow::Kind::Heading)
        return {width, line * linesOfHeading};
    const int message = messageRect(option.fontMetrics, width, row).height();
    return {width, line + message + 2 * padding(option.fontMetrics)};
}

void PublishRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const PublishRow &row = rowAt(index);
    painter->save();
    painter->setFont(option.font);
    if (row.kind == PublishRow::Kind::Heading) {
        paintHeading(painter, option, row);
        painter->restore();
        return;
    }
    paintSelection(painter, option);
    const int line = option.fontMetrics.height();
    const int top = option.rect.top() + padding(option.fontMetrics);
    icon(row.icon, row.role).paint(painter, QRect(option.rect.left() + margin, top + 1, line, line));
    QRect first(option.rect.left() + textLeft(option.fontMetrics), top, 0, line);
    first.setRight(option.rect.right() - margin);
    const bool shown = option.state & (QStyle::State_Selected | QStyle::State_MouseOver);
    if (row.leadsSomewhere() && (shown || row.kind == PublishRow::Kind::Finding)) {
        QFont font = option.font;
        font.setUnderline(isHighContrast(option.palette) || shown);
        painter->setFont(font);
        painter->setPen(color(Role::Accent, option.palette));
        painter->drawText(goRect(option), Qt::AlignTrailing | Qt::AlignVCenter, goText());
        first.setRight(goRect(option).left() - margin);
    }
    painter->setFont(option.font);
    paintFirstLine(painter, option, first, row);
    if (row.kind == PublishRow::Kind::Finding) {
        painter->setFont(option.font);
        painter->setPen(color(Role::Text, option.palette));
        painter->drawText(
            QRect(first.left(), first.bottom() + 1, option.rect.right() - margin - first.left(), option.rect.height()),
            Qt::TextWordWrap, row.detail);
    }
    painter->restore();
}

void PublishRowDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &option,
                                      const PublishRow &row) const
{
    QFont font = option.font;
    font.setBold(true);
    painter->setFont(font);
    painter->setPen(color(Role::SecondaryText, option.palette));
    painter->drawText(option.rect.adjusted(margin, 0, -margin, -padding(option.fontMetrics)),
                      Qt::AlignLeading | Qt::AlignBottom, row.title);
}

void PublishRowDelegate::paintFirstLine(QPainter *painter, const QStyleOptionViewItem &option, QRect line,
                                        const PublishRow &row) const
{
    const auto put = [&](const QString &text, Role role, bool bold) {
        if (text.isEmpty() || line.width() <= 0)
            return;
        QFont font = option.font;
        font.setBold(bold);
        painter->setFont(font);
        painter->setPen(color(role, option.palette));
        const QString shown = painter->fontMetrics().elidedText(text, Qt::ElideRight, line.width());
        painter->drawText(line, Qt::AlignLeading | Qt::AlignVCenter, shown);
        line.setLeft(line.left() + painter->fontMetrics().horizontalAdvance(shown) + option.fontMetrics.height() / 2);
    };
    const bool isFinding = row.kind == PublishRow::Kind::Finding;
    put(row.word, row.role, true);
    put(row.title, Role::Text, isFinding);
    put(row.place, Role::SecondaryText, false);
    if (!isFinding && !row.detail.isEmpty())
        put(tr("– %1").arg(row.detail), Role::SecondaryText, false);
}

bool PublishRowDelegate::editorEvent(QEvent *event, QAbstractItemModel *model, const QStyleOptionViewItem &option,
                                     const QModelIndex &index)
{
    if (event->type() == QEvent::MouseButtonRelease && rowAt(index).leadsSomewhere()) {
        const auto *mouse = static_cast<QMouseEvent *>(event);
        if (mouse->button() == Qt::LeftButton && goRect(option).contains(mouse->position().toPoint())) {
            Q_EMIT goWanted(index);
            return true;
        }
    }
    return QStyledItemDelegate::editorEvent(event, model, option, index);
}

} // namespace ui
