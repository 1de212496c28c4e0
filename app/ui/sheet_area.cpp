#include "ui/sheet_area.h"

#include <QSplitter>
#include <QStackedWidget>
#include <QTabBar>
#include <QVBoxLayout>

namespace ui {

namespace {

constexpr int narrowWindow = 800;
constexpr int narrowRoom = 560;
constexpr int gap = 10;
constexpr int even = 1000; // as a share: QSplitter makes it fit
constexpr int smallestSheet = 160;

QSplitter *makeSplitter(Qt::Orientation orientation, const QString &name, QWidget *parent)
{
    auto *splitter = new QSplitter(orientation, parent);
    splitter->setObjectName(name);
    splitter->setHandleWidth(gap);
    splitter->setChildrenCollapsible(false);
    return splitter;
}

} // namespace

SheetArea::SheetArea(QWidget *letter, QWidget *answer, QWidget *preview, QWidget *parent)
    : QWidget(parent)
    , m_letter(letter)
    , m_answer(answer)
    , m_preview(preview)
    , m_tabs(new QTabBar(this))
    , m_rows(makeSplitter(Qt::Vertical, QStringLiteral("sheetRows"), this))
    , m_columns(makeSplitter(Qt::Horizontal, QStringLiteral("sheetColumns"), this))
    , m_left(new QStackedWidget(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_tabs);
    column->addWidget(m_rows, 1);
    m_tabs->setObjectName(QStringLiteral("sheetTabs"));
    m_tabs->setAccessibleName(tr("Letter or answer"));
    m_tabs->addTab(tr("Letter"));
    m_tabs->addTab(tr("Answer"));
    m_tabs->setCurrentIndex(1);
    m_tabs->setDrawBase(false);
    m_tabs->setExpanding(false);
    m_left->addWidget(letter);
    m_columns->addWidget(m_left);
    m_columns->addWidget(answer);
    m_rows->addWidget(m_columns);
    preview->setParent(this);
    for (QWidget *sheet : {letter, answer, preview})
        sheet->setMinimumWidth(smallestSheet);
    connect(m_tabs, &QTabBar::currentChanged, this, &SheetArea::arrange);
    connect(m_columns, &QSplitter::splitterMoved, this, &SheetArea::noteBorder);
    m_columns->setSizes({even, even});
    arrange();
}

void SheetArea::setPreviewPlace(PreviewPlace place)
{
    if (place == m_place)
        return;
    m_place = place;
    arrange();
    Q_EMIT previewPlaceChanged();
}

void SheetArea::reveal(QWidget *sheet)
{
    if (sheet == m_letter && m_place == PreviewPlace::Letter && !m_isNarrow)
        setPreviewPlace(PreviewPlace::Off);
    m_tabs->setCurrentIndex(sheet == m_letter ? 0 : 1);
}

void SheetArea::restoreState(const QByteArray &state)
{
    m_state = state;
    if (m_place != PreviewPlace::Right)
        m_columns->restoreState(state);
}

void SheetArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool isNarrow = window()->width() < narrowWindow || width() < narrowRoom;
    if (std::exchange(m_isNarrow, isNarrow) != isNarrow)
        arrange();
}

// In a narrow window only one of letter and answer is seen, and a preview is always below it.
void SheetArea::arrange()
{
    const bool isShown = m_place != PreviewPlace::Off;
    const bool isBelow = isShown && (m_isNarrow || m_place == PreviewPlace::Below);
    const bool isRight = isShown && !isBelow && m_place == PreviewPlace::Right;
    const bool isLeft = isShown && !isBelow && m_place == PreviewPlace::Letter;
    if (isBelow && m_rows->indexOf(m_preview) < 0) {
        m_rows->addWidget(m_preview);
        m_rows->setSizes({even, even});
    } else if (isRight && m_columns->indexOf(m_preview) < 0) {
        m_columns->addWidget(m_preview);
        m_columns->setSizes({even, even, even});
    } else if (isLeft && m_left->indexOf(m_preview) < 0) {
        m_left->addWidget(m_preview);
    } else if (!isShown && m_preview->parentWidget() != this) {
        m_preview->setParent(this);
    }
    if (m_columns->count() == 2 && !m_state.isEmpty())
        m_columns->restoreState(m_state);
    m_left->setCurrentWidget(isLeft ? m_preview : m_letter);
    m_preview->setVisible(isShown);
    m_tabs->setVisible(m_isNarrow);
    m_left->setVisible(!m_isNarrow || m_tabs->currentIndex() == 0);
    m_answer->setVisible(!m_isNarrow || m_tabs->currentIndex() == 1);
}

void SheetArea::noteBorder()
{
    if (m_columns->count() != 2 || m_isNarrow)
        return;
    m_state = m_columns->saveState();
    Q_EMIT stateChanged();
}

} // namespace ui
