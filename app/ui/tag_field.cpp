#include "ui/tag_field.h"

#include "desk/tag.h"
#include "ui/flow_layout.h"
#include "ui/icons.h"

#include <QCompleter>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStringListModel>
#include <QToolButton>

namespace ui {

namespace {

constexpr int chipIcon = 12;
constexpr int lineWidth = 90;

} // namespace

TagField::TagField(QWidget *parent)
    : QWidget(parent)
    , m_layout(new FlowLayout(this))
    , m_line(new QLineEdit(this))
    , m_known(new QStringListModel(this))
    , m_completer(new QCompleter(m_known, this))
{
    setFocusProxy(m_line);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    m_layout->addWidget(m_line);
    m_line->setObjectName(QStringLiteral("tagLine"));
    m_line->setAccessibleName(tr("Add a tag"));
    m_line->setPlaceholderText(tr("Add a tag"));
    m_line->setFrame(false);
    QPalette onGround = m_line->palette();
    onGround.setColor(QPalette::Base, Qt::transparent);
    m_line->setPalette(onGround);
    m_line->setMinimumWidth(lineWidth);
    m_line->installEventFilter(this);
    m_completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_completer->setFilterMode(Qt::MatchContains);
    m_line->setCompleter(m_completer);
    // After the completer has put the word into the line.
    connect(m_completer, qOverload<const QString &>(&QCompleter::activated), this, &TagField::addTyped,
            Qt::QueuedConnection);
    connect(m_line, &QLineEdit::returnPressed, this, &TagField::addTyped);
    connect(m_line, &QLineEdit::textEdited, this, [this](const QString &text) {
        if (text.contains(QLatin1Char(',')))
            addTyped();
    });
}

void TagField::setTags(const QStringList &tags)
{
    if (tags == m_tags)
        return;
    m_tags = tags;
    while (m_layout->count() > 1) {
        const std::unique_ptr<QLayoutItem> item(m_layout->takeAt(0));
        item->widget()->deleteLater();
        item->widget()->hide();
    }
    for (qsizetype i = 0; i < tags.size(); ++i) {
        QWidget *chip = makeChip(tags[i]);
        m_layout->insertWidget(static_cast<int>(i), chip);
        chip->show();
    }
    updateGeometry();
}

void TagField::setKnownTags(const QStringList &tags)
{
    if (tags != m_known->stringList())
        m_known->setStringList(tags);
}

bool TagField::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_line && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Backspace && m_line->text().isEmpty() && !m_tags.isEmpty()) {
            Q_EMIT tagRemoved(m_tags.last());
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void TagField::addTyped()
{
    const QStringList typed = desk::tagNames(m_line->text());
    m_line->clear();
    QStringList added;
    for (const QString &tag : typed) {
        if (!m_tags.contains(tag, Qt::CaseInsensitive))
            added.append(tag);
    }
    if (!added.isEmpty())
        Q_EMIT tagsAdded(added);
}

QWidget *TagField::makeChip(const QString &tag)
{
    auto *chip = new QToolButton(this);
    chip->setObjectName(QStringLiteral("tagChip"));
    chip->setText(QChar(QChar::Nbsp) + tag);
    chip->setIcon(icon(QStringLiteral("x"), Role::SecondaryText));
    chip->setIconSize({chipIcon, chipIcon});
    chip->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    chip->setLayoutDirection(layoutDirection() == Qt::LeftToRight ? Qt::RightToLeft : Qt::LeftToRight);
    chip->setFocusPolicy(Qt::NoFocus);
    chip->setAccessibleName(tr("Take away the tag %1").arg(tag));
    chip->setToolTip(chip->accessibleName());
    connect(chip, &QToolButton::clicked, this, [this, tag] { Q_EMIT tagRemoved(tag); });
    return chip;
}

} // namespace ui
