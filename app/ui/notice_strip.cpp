#include "ui/notice_strip.h"

#include "ui/icons.h"

#include <QAccessible>
#include <QBoxLayout>
#include <QLabel>
#include <QToolButton>

#include <algorithm>

namespace ui {

namespace {

QString iconName(Notice::Severity severity)
{
    switch (severity) {
    case Notice::Severity::News:
        return QStringLiteral("info");
    case Notice::Severity::Warning:
        return QStringLiteral("triangle-alert");
    case Notice::Severity::Error:
        return QStringLiteral("octagon-alert");
    }
    return {};
}

Role role(Notice::Severity severity)
{
    switch (severity) {
    case Notice::Severity::News:
        return Role::Fine;
    case Notice::Severity::Warning:
        return Role::Warning;
    case Notice::Severity::Error:
        return Role::Blocker;
    }
    return Role::Text;
}

} // namespace

NoticeStrip::NoticeStrip(Notices &notices, QWidget *parent)
    : QWidget(parent)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_button(new QToolButton(this))
    , m_close(new QToolButton(this))
{
    setObjectName(QStringLiteral("noticeStrip"));
    m_text->setObjectName(QStringLiteral("noticeText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_button->setObjectName(QStringLiteral("noticeButton"));
    m_button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    m_close->setObjectName(QStringLiteral("noticeClose"));
    m_close->setAutoRaise(true);
    m_close->setIcon(icon(QStringLiteral("x"), Role::SecondaryText));
    m_close->setAccessibleName(tr("Take this notice away"));
    m_close->setToolTip(m_close->accessibleName());

    auto *line = new QHBoxLayout(this);
    line->setContentsMargins(12, 4, 6, 4);
    line->addWidget(m_icon);
    line->addWidget(m_text, 1);
    line->addWidget(m_button);
    line->addWidget(m_close);
    hide();

    m_news.setSingleShot(true);
    connect(&m_news, &QTimer::timeout, this, [this] {
        if (!m_waiting.isEmpty())
            remove(m_waiting.constFirst().number);
    });
    connect(m_close, &QToolButton::clicked, this, [this] {
        if (!m_waiting.isEmpty())
            remove(m_waiting.constFirst().number);
    });
    connect(m_button, &QToolButton::clicked, this, &NoticeStrip::press);
    connect(&notices, &Notices::shown, this, &NoticeStrip::add);
    connect(&notices, &Notices::withdrawn, this, &NoticeStrip::remove);
}

QString NoticeStrip::text() const
{
    return m_waiting.isEmpty() ? QString() : m_waiting.constFirst().notice.text;
}

// Worse ones stand before, later ones before earlier ones; news gives way to later news, and nothing stands there
// twice.
void NoticeStrip::add(int number, const Notice &notice)
{
    m_waiting.removeIf([&notice](const Waiting &waiting) {
        const bool news = waiting.notice.severity == Notice::Severity::News;
        return waiting.notice.text == notice.text || (news && notice.severity == Notice::Severity::News);
    });
    const auto before = std::find_if(m_waiting.cbegin(), m_waiting.cend(), [&notice](const Waiting &waiting) {
        return waiting.notice.severity <= notice.severity;
    });
    m_waiting.insert(before, {number, notice});
    showFirst();
}

void NoticeStrip::remove(int number)
{
    m_waiting.removeIf([number](const Waiting &waiting) { return waiting.number == number; });
    showFirst();
}

void NoticeStrip::showFirst()
{
    m_news.stop();
    setVisible(!m_waiting.isEmpty());
    if (m_waiting.isEmpty())
        return;
    const Notice &notice = m_waiting.constFirst().notice;
    const int size = fontMetrics().height();
    m_icon->setPixmap(icon(iconName(notice.severity), role(notice.severity)).pixmap(size, size));
    m_text->setText(notice.text);
    m_button->setText(notice.button);
    m_button->setVisible(!notice.button.isEmpty());
    if (notice.severity == Notice::Severity::News)
        m_news.start(newsMs);
    QAccessibleEvent alert(m_text, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void NoticeStrip::press()
{
    if (m_waiting.isEmpty())
        return;
    const Waiting first = m_waiting.constFirst();
    remove(first.number);
    if (first.notice.pressed && first.notice.owner)
        first.notice.pressed();
}

} // namespace ui
