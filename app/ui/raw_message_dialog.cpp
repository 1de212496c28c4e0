#include "ui/raw_message_dialog.h"

#include "ui/icons.h"
#include "ui/raw_text.h"
#include "ui_raw_message_dialog.h"

#include <QFontDatabase>
#include <QLocale>
#include <QPushButton>

namespace ui {

RawMessageDialog::RawMessageDialog(const QByteArray &raw, qint64 number, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::RawMessageDialog>()), m_raw(raw)
{
    constexpr int iconSize = 18;
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Raw text of letter %1").arg(number));
    m_form->warning_icon->setPixmap(icon(QStringLiteral("triangle-alert"), Role::Warning).pixmap(iconSize, iconSize));
    m_form->raw_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    QPushButton *save = m_form->buttons->addButton(tr("&Save the raw message…"), QDialogButtonBox::ActionRole);
    save->setObjectName(QStringLiteral("saveButton"));
    save->setAutoDefault(false);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(save, &QPushButton::clicked, this, &RawMessageDialog::saveWanted);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->earlier_button, &QPushButton::clicked, this, [this] { showPage(m_page - 1); });
    connect(m_form->later_button, &QPushButton::clicked, this, [this] { showPage(m_page + 1); });
    const bool isLong = rawPageCount(m_raw) > 1;
    for (QWidget *part : {static_cast<QWidget *>(m_form->earlier_button), static_cast<QWidget *>(m_form->later_button)})
        part->setVisible(isLong);
    showPage(0);
    m_form->raw_text->setFocus();
}

RawMessageDialog::~RawMessageDialog() = default;

void RawMessageDialog::showPage(qsizetype page)
{
    m_page = page;
    const RawPage shown = rawPage(m_raw, page);
    const QLocale locale;
    m_form->raw_text->setPlainText(shown.text);
    m_form->place->setText(
        tr("Bytes %1 to %2 of %3")
            .arg(locale.toString(shown.begin + 1), locale.toString(shown.end), locale.toString(m_raw.size())));
    m_form->earlier_button->setEnabled(page > 0);
    m_form->later_button->setEnabled(page + 1 < rawPageCount(m_raw));
}

} // namespace ui
