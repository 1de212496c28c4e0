#include "ui/text_panel.h"

#include "base/text.h"
#include "ui/open_text.h"
#include "ui/text_sheet.h"

#include <QHBoxLayout>
#include <QLabel>

namespace ui {

namespace {

constexpr int countPauseMs = 200;
constexpr int edge = 12;

// In the secondary colour of whatever style there is.
QLabel *smallLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    QFont font = label->font();
    font.setPointSizeF(font.pointSizeF() * 0.9);
    label->setFont(font);
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

} // namespace

TextPanel::TextPanel(const QString &caption, const QString &name, QPalette::ColorRole ground, QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_head(new QHBoxLayout)
    , m_caption(smallLabel(caption.toUpper(), this))
    , m_label(smallLabel({}, this))
    , m_sheet(new TextSheet(ground, this))
    , m_status(smallLabel({}, this))
{
    setObjectName(name + QLatin1String("Panel"));
    setAutoFillBackground(true);
    setBackgroundRole(ground);
    m_sheet->setObjectName(name + QLatin1String("Sheet"));
    m_sheet->setAccessibleName(caption);
    m_status->setObjectName(name + QLatin1String("Status"));
    m_label->setObjectName(name + QLatin1String("Label"));
    m_label->setTextFormat(Qt::PlainText);
    m_status->setTextFormat(Qt::PlainText);
    m_head->setContentsMargins(edge, edge / 2, edge / 2, 0);
    m_head->addWidget(m_caption);
    m_head->addStretch();
    m_column->setContentsMargins(0, 0, 0, edge / 2);
    m_column->setSpacing(edge / 2);
    m_column->addLayout(m_head);
    m_column->addWidget(m_label);
    m_column->addWidget(m_sheet, 1);
    m_column->addWidget(m_status);
    m_countPause.setSingleShot(true);
    m_countPause.setInterval(countPauseMs);
    connect(&m_countPause, &QTimer::timeout, this, [this] {
        const OpenText *text = m_sheet->shown();
        showCount(text ? base::wordCount(text->text()) : 0);
    });
    connect(m_sheet, &QTextEdit::textChanged, this, &TextPanel::countSoon);
    connect(m_sheet, &TextSheet::textMoved, this, &TextPanel::align);
    align();
}

void TextPanel::setLabel(const QString &label)
{
    m_label->setText(label.isEmpty() ? QString() : QString(label + QLatin1Char(':')));
}

void TextPanel::setReadingFont(const QFont &font)
{
    m_sheet->setReadingFont(font);
}

void TextPanel::addTool(QWidget *tool)
{
    m_head->addWidget(tool);
}

void TextPanel::addBelow(QWidget *widget)
{
    m_column->insertWidget(m_column->indexOf(m_status), widget);
}

void TextPanel::countSoon()
{
    if (!m_countPause.isActive())
        m_countPause.start();
}

// What stands around the text begins where the text begins.
void TextPanel::align()
{
    const int left = m_sheet->textLeft();
    m_label->setContentsMargins(left, edge / 2, 0, 0);
    m_status->setContentsMargins(edge, 0, edge, 0);
}

} // namespace ui
