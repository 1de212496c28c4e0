#include "ui/sheet_columns.h"

#include "base/text.h"
#include "ui_sheet_columns.h"

#include <QScopedValueRollback>

namespace ui {

namespace {

using desk::SheetMap;
using desk::SheetRole;

constexpr int none = -1;
constexpr qsizetype longestTitle = 80; // forms have whole questions as headings

void select(QComboBox *box, const QVariant &value)
{
    box->setCurrentIndex(std::max(0, box->findData(value)));
}

QString asItSeems(desk::DateOrder order)
{
    switch (order) {
    case desk::DateOrder::YearFirst:
        return SheetColumns::tr("As it seems: year first");
    case desk::DateOrder::DayFirst:
        return SheetColumns::tr("As it seems: day first");
    case desk::DateOrder::MonthFirst:
        return SheetColumns::tr("As it seems: month first");
    }
    return {};
}

QStringList wordsIn(const QString &text)
{
    QStringList words;
    for (const QString &word : text.split(QLatin1Char(';'), Qt::SkipEmptyParts)) {
        if (!word.trimmed().isEmpty())
            words.append(word.trimmed());
    }
    return words;
}

} // namespace

QString columnTitle(const editorial::SheetLook &look, int place)
{
    const QString heading = look.headings.value(place);
    return heading.isEmpty() ? SheetColumns::tr("Column %1").arg(place + 1) : base::excerpt(heading, longestTitle);
}

SheetColumns::SheetColumns(QWidget *parent) : QWidget(parent), m_form(std::make_unique<Ui::SheetColumns>())
{
    m_form->setupUi(this);
    m_form->dates_note->setForegroundRole(QPalette::PlaceholderText);
    m_form->letter_list->setSpacing(fontMetrics().height() / 8);
    m_form->letter_list->setFixedHeight(fontMetrics().height() * 11 / 2);
    for (const SheetRole role : desk::sheetRoles()) {
        for (QComboBox *box : boxesOf(role))
            connect(box, &QComboBox::currentIndexChanged, this, &SheetColumns::noteEdit);
    }
    connect(m_form->letter_list, &QListWidget::itemChanged, this, &SheetColumns::noteEdit);
    connect(m_form->date_box, &QComboBox::currentIndexChanged, this, [this] {
        if (!m_filling)
            fillDates({});
    });
    connect(m_form->dates_box, &QComboBox::currentIndexChanged, this, &SheetColumns::noteEdit);
    connect(m_form->yes_edit, &QLineEdit::textChanged, this, &SheetColumns::noteEdit);
    connect(m_form->no_edit, &QLineEdit::textChanged, this, &SheetColumns::noteEdit);
    connect(m_form->blank_box, &QCheckBox::toggled, this, &SheetColumns::noteEdit);
    refresh();
}

SheetColumns::~SheetColumns() = default;

void SheetColumns::takeFocus()
{
    m_form->letter_list->setFocus(Qt::OtherFocusReason);
}

QList<QComboBox *> SheetColumns::boxesOf(SheetRole role) const
{
    switch (role) {
    case SheetRole::Letter:
        return {};
    case SheetRole::Subject:
        return {m_form->subject_box};
    case SheetRole::Date:
        return {m_form->date_box};
    case SheetRole::Name:
        return {m_form->name_box, m_form->family_box};
    case SheetRole::Address:
        return {m_form->address_box};
    case SheetRole::Consent:
        return {m_form->consent_box};
    case SheetRole::Place:
        return {m_form->place_box};
    case SheetRole::Signature:
        return {m_form->signature_box};
    }
    return {};
}

void SheetColumns::setLook(const editorial::SheetLook &look)
{
    const QScopedValueRollback filling(m_filling, true);
    m_look = look;
    fillLetters();
    for (const SheetRole role : desk::sheetRoles()) {
        for (QComboBox *box : boxesOf(role)) {
            box->clear();
            box->addItem(tr("–"), none);
            box->setItemData(0, tr("no column"), Qt::AccessibleTextRole);
            for (int place = 0; place < look.columns; ++place)
                box->addItem(columnTitle(look, place), place);
        }
    }
    fillDates({});
    refresh();
}

void SheetColumns::fillLetters()
{
    m_form->letter_list->clear();
    for (int place = 0; place < m_look.columns; ++place) {
        auto *item = new QListWidgetItem(columnTitle(m_look, place), m_form->letter_list);
        item->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
        item->setCheckState(Qt::Unchecked);
    }
    m_form->letter_list->setCurrentRow(0);
}

void SheetColumns::setMap(const SheetMap &map)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        for (const SheetRole role : desk::sheetRoles()) {
            SheetMap one; // so that what is missing of one role does not take the others with it
            one.columns[SheetRole::Letter] = {{{}, 1}};
            one.columns[role] = map.columns.value(role);
            const auto places = desk::placesOf(one, m_look.headings, m_look.columns);
            choose(role, places && !map.columns.value(role).isEmpty() ? places->value(role) : QList<int>());
        }
        fillDates(map.dates);
        QStringList no = map.no;
        m_form->blank_box->setChecked(no.removeAll(QString()) > 0);
        m_form->no_edit->setText(no.join(QLatin1String("; ")));
        m_form->yes_edit->setText(map.yes.join(QLatin1String("; ")));
    }
    noteEdit();
}

void SheetColumns::choose(SheetRole role, const QList<int> &places)
{
    for (int row = 0; role == SheetRole::Letter && row < m_form->letter_list->count(); ++row)
        m_form->letter_list->item(row)->setCheckState(places.contains(row) ? Qt::Checked : Qt::Unchecked);
    if (role == SheetRole::Letter && !places.isEmpty())
        m_form->letter_list->setCurrentRow(places.first());
    qsizetype at = 0;
    for (QComboBox *box : boxesOf(role))
        select(box, places.value(at++, none));
}

QList<int> SheetColumns::chosen(SheetRole role) const
{
    QList<int> places;
    for (int row = 0; role == SheetRole::Letter && row < m_form->letter_list->count(); ++row) {
        if (m_form->letter_list->item(row)->checkState() == Qt::Checked)
            places.append(row);
    }
    for (const QComboBox *box : boxesOf(role)) {
        const int place = box->currentIndex() < 0 ? none : box->currentData().toInt();
        if (place != none && !places.contains(place))
            places.append(place);
    }
    return places;
}

desk::DateEvidence SheetColumns::evidence() const
{
    return m_look.evidence.value(chosen(SheetRole::Date).value(0, none));
}

// The first row is what the cells tell, the others are what a person can say instead.
void SheetColumns::fillDates(std::optional<desk::DateOrder> order)
{
    {
        const QScopedValueRollback filling(m_filling, true);
        m_form->dates_box->clear();
        const desk::DateOrder told = evidence().likely(m_look.usualDates);
        m_form->dates_box->addItem(asItSeems(told));
        for (const desk::DateOrder each : desk::dateOrders())
            m_form->dates_box->addItem(desk::title(each), int(each));
        if (order)
            select(m_form->dates_box, int(*order));
    }
    noteEdit();
}

desk::DateOrder SheetColumns::dates() const
{
    const QVariant said = m_form->dates_box->currentData();
    return said.isValid() ? static_cast<desk::DateOrder>(said.toInt()) : evidence().likely(m_look.usualDates);
}

SheetMap SheetColumns::map() const
{
    SheetMap map;
    for (const SheetRole role : desk::sheetRoles()) {
        for (const int place : chosen(role))
            map.columns[role].append(desk::columnAt(m_look.headings, place));
    }
    const bool hasDates = !chosen(SheetRole::Date).isEmpty();
    if (hasDates && (m_form->dates_box->currentData().isValid() || evidence().certain()))
        map.dates = dates();
    if (chosen(SheetRole::Consent).isEmpty())
        return map;
    map.yes = wordsIn(m_form->yes_edit->text());
    map.no = wordsIn(m_form->no_edit->text());
    if (m_form->blank_box->isChecked())
        map.no.append(QString());
    return map;
}

void SheetColumns::noteEdit()
{
    if (m_filling)
        return;
    refresh();
    Q_EMIT edited();
}

void SheetColumns::refresh()
{
    const bool hasDates = !chosen(SheetRole::Date).isEmpty();
    const bool isOpen = hasDates && !m_form->dates_box->currentData().isValid() && !evidence().certain();
    m_form->dates_box->setEnabled(hasDates);
    m_form->dates_note->setVisible(isOpen);
    m_form->family_box->setEnabled(m_form->name_box->currentIndex() > 0);
    const bool hasConsent = !chosen(SheetRole::Consent).isEmpty();
    for (QWidget *widget : {static_cast<QWidget *>(m_form->yes_label), static_cast<QWidget *>(m_form->yes_edit),
                            static_cast<QWidget *>(m_form->no_label), static_cast<QWidget *>(m_form->no_edit),
                            static_cast<QWidget *>(m_form->blank_box)})
        widget->setVisible(hasConsent);
}

} // namespace ui
