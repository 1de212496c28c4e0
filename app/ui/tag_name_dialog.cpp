#include "ui/tag_name_dialog.h"

#include "ui_tag_name_dialog.h"

#include <QPushButton>

#include <algorithm>

namespace ui {

TagNameDialog::TagNameDialog(const QList<desk::Tag> &tags, const desk::TagId &above, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::TagNameDialog>()), m_tags(tags), m_above(above)
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_add = m_form->buttons->addButton(tr("&Add the tag"), QDialogButtonBox::AcceptRole);
    m_add->setObjectName(QStringLiteral("add_button"));
    m_add->setDefault(true);
    m_form->problem->setForegroundRole(QPalette::BrightText);
    const auto tag = std::ranges::find(m_tags, above, &desk::Tag::id);
    const bool hasAbove = tag != m_tags.end();
    const bool fits = hasAbove && desk::canHangBelow(m_tags, desk::TagId::create(), above);
    m_form->below_check->setVisible(hasAbove);
    m_form->below_check->setEnabled(fits);
    if (hasAbove)
        m_form->below_check->setText(tr("&Below “%1”").arg(tag->name));
    if (hasAbove && !fits)
        m_form->below_check->setToolTip(tr("Tags go three levels deep."));
    connect(m_form->name_edit, &QLineEdit::textChanged, this, &TagNameDialog::check);
    connect(m_form->buttons, &QDialogButtonBox::accepted, this, &TagNameDialog::choose);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    check();
}

TagNameDialog::~TagNameDialog() = default;

QString TagNameDialog::problem() const
{
    const QString name = m_form->name_edit->text().simplified();
    if (name.contains(QLatin1Char(',')) || name.contains(QLatin1Char(';')))
        return tr("A name holds no comma and no semicolon.");
    for (const desk::Tag &tag : m_tags) {
        if (tag.name.compare(name, Qt::CaseInsensitive) == 0)
            return tr("There is a tag of that name already.");
        if (tag.synonyms.contains(name, Qt::CaseInsensitive))
            return tr("That is a synonym of “%1” already.").arg(tag.name);
    }
    return {};
}

void TagNameDialog::check()
{
    const QString wrong = problem();
    m_form->problem->setText(wrong);
    m_add->setEnabled(wrong.isEmpty() && !m_form->name_edit->text().simplified().isEmpty());
}

void TagNameDialog::choose()
{
    const bool below = m_form->below_check->isEnabled() && m_form->below_check->isChecked();
    Q_EMIT chosen(m_form->name_edit->text().simplified(), below ? m_above : desk::TagId());
    accept();
}

} // namespace ui
