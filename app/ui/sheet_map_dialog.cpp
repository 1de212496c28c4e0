#include "ui/sheet_map_dialog.h"

#include "base/text.h"
#include "ui/dates.h"
#include "ui/list_row.h"
#include "ui/row_delegate.h"
#include "ui/row_model.h"
#include "ui/sheet_columns.h"
#include "ui_sheet_map_dialog.h"

#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QScrollBar>

#include <limits>

namespace ui {

namespace {

using desk::SheetMap;
using desk::SheetRole;

constexpr qsizetype cellShown = 60;    // characters
constexpr qsizetype headingShown = 26; // characters

ListRow sampleRow(const editorial::SheetSample &sample, const QDate &today)
{
    ListRow row;
    row.name = sample.subject.isEmpty() ? SheetMapDialog::tr("(no subject)") : sample.subject;
    row.date =
        sample.received.isValid() ? shortDay(sample.received.date(), today, QLocale()) : SheetMapDialog::tr("today");
    row.subject = sample.text.isEmpty() ? SheetMapDialog::tr("(no letter: it will need attention)") : sample.text;
    row.icon = QStringLiteral("mail");
    row.unread = true;
    QStringList rest{sample.signature, sample.place};
    switch (sample.consent) {
    case desk::SheetConsent::Unsaid:
        break;
    case desk::SheetConsent::Given:
        rest.append(SheetMapDialog::tr("may be printed"));
        break;
    case desk::SheetConsent::Refused:
        rest.append(SheetMapDialog::tr("must not be printed"));
        row.icon = QStringLiteral("circle-slash");
        break;
    case desk::SheetConsent::Unclear:
        rest.append(SheetMapDialog::tr("neither yes nor no: it will need attention"));
        row.icon = QStringLiteral("triangle-alert");
        row.iconRole = Role::Warning;
        break;
    }
    rest.removeAll(QString());
    row.excerpt = row.stage = rest.join(QStringLiteral(" · "));
    return row;
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

// The heading of the column, and below it the role that it has.
QString titleWithRole(const editorial::SheetLook &look, int place, const SheetMap &map)
{
    const QString title = base::excerpt(columnTitle(look, place), headingShown);
    const desk::SheetColumn column = desk::columnAt(look.headings, place);
    for (auto role = map.columns.cbegin(); role != map.columns.cend(); ++role) {
        if (role.value().contains(column))
            return SheetMapDialog::tr("%1\n%2").arg(title, desk::title(role.key()));
    }
    return title;
}

// QWidget::setTabOrder() would leave the parts where they were made, behind the buttons.
void placeInTabOrder(QWidget *before, const QWidget &whole)
{
    QWidgetList parts;
    for (QWidget *part = whole.nextInFocusChain(); whole.isAncestorOf(part); part = part->nextInFocusChain()) {
        if (part->focusPolicy() & Qt::TabFocus)
            parts.append(part);
    }
    for (QWidget *part : std::as_const(parts)) {
        QWidget::setTabOrder(before, part);
        before = part;
    }
}

} // namespace

SheetMapDialog::SheetMapDialog(Workplace &workplace, const QString &path, QWidget *parent)
    : QDialog(parent)
    , m_workplace(workplace)
    , m_path(path)
    , m_form(std::make_unique<Ui::SheetMapDialog>())
    , m_columns(new SheetColumns(this))
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->columns_side->insertWidget(1, m_columns);
    placeInTabOrder(m_form->forget_button, *m_columns);
    m_bring = m_form->buttons->addButton(tr("&Bring in the letters"), QDialogButtonBox::AcceptRole);
    m_bring->setObjectName(QStringLiteral("bring_button"));
    m_bring->setDefault(true);
    m_form->buttons->button(QDialogButtonBox::Cancel)->setObjectName(QStringLiteral("cancel_button"));
    m_form->problem->setForegroundRole(QPalette::PlaceholderText);
    m_form->samples_list->setItemDelegate(new RowDelegate(m_form->samples_list));
    m_form->rows_table->verticalHeader()->hide();
    m_form->rows_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() * 3 / 2);
    m_form->rows_table->horizontalHeader()->setMaximumSectionSize(fontMetrics().averageCharWidth() * 36);
    for (QLabel *heading : {m_form->columns_heading, m_form->samples_label, m_form->rows_label})
        heading->setFont(boldOf(heading->font()));
    m_form->rows_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    for (const char delimiter : desk::sheetDelimiters())
        m_form->delimiter_box->addItem(desk::delimiterTitle(delimiter), int(delimiter));
    for (const desk::SheetEncoding encoding : desk::sheetEncodings())
        m_form->encoding_box->addItem(desk::title(encoding), int(encoding));
    connectParts();
    m_form->summary->setText(tr("Looking at %1…").arg(QFileInfo(m_path).fileName()));
    refresh();
    look({});
}

SheetMapDialog::~SheetMapDialog() = default;

void SheetMapDialog::connectParts()
{
    connect(m_columns, &SheetColumns::edited, this, &SheetMapDialog::refresh);
    connect(m_form->kept_box, &QComboBox::activated, this, &SheetMapDialog::chooseKept);
    connect(m_form->forget_button, &QPushButton::clicked, this, &SheetMapDialog::forget);
    connect(m_form->delimiter_box, &QComboBox::activated, this, [this] {
        say({static_cast<char>(m_form->delimiter_box->currentData().toInt()), {}, {}});
    });
    connect(m_form->encoding_box, &QComboBox::activated, this, [this] {
        say({{}, static_cast<desk::SheetEncoding>(m_form->encoding_box->currentData().toInt()), {}});
    });
    connect(m_form->headings_box, &QCheckBox::clicked, this, [this](bool checked) { say({{}, {}, checked}); });
    connect(m_form->keep_box, &QCheckBox::toggled, this, [this](bool checked) {
        if (checked)
            m_form->keep_edit->setFocus(Qt::OtherFocusReason);
        refresh();
    });
    connect(m_form->keep_edit, &QLineEdit::textEdited, this, [this] { m_form->keep_box->setChecked(true); });
    connect(m_form->keep_edit, &QLineEdit::textChanged, this, &SheetMapDialog::refresh);
    connect(m_bring, &QPushButton::clicked, this, &SheetMapDialog::bringIn);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

// Reads the sheet as it is said to be written; `map`: what then holds of its columns, in place of what fits.
void SheetMapDialog::look(const std::optional<desk::SheetWriting> &writing, const std::optional<SheetMap> &map)
{
    m_workplace.session.run(
        this, [path = m_path, writing](editorial::Desk &desk) { return editorial::lookAtSheet(desk, path, writing); },
        [this, asked = ++m_looks, map](const base::Result<editorial::SheetLook> &read) {
            if (asked != m_looks)
                return;
            if (read) {
                take(*read, map);
                return;
            }
            m_workplace.notices.error(read.error());
            reject();
        });
}

void SheetMapDialog::take(const editorial::SheetLook &look, const std::optional<SheetMap> &map)
{
    const bool isFirst = !std::exchange(m_hasLook, true);
    m_look = look;
    const SheetMap &shown = map ? *map : look.map;
    if (isFirst)
        m_writing = shown.writing;
    fillKept(shown.name);
    fillWriting();
    m_columns->setLook(look);
    m_columns->setMap(shown);
    if (!shown.name.isEmpty() || isFirst)
        m_form->keep_edit->setText(shown.name);
    refresh();
    if (isFirst)
        m_columns->takeFocus();
}

void SheetMapDialog::fillKept(const QString &name)
{
    m_form->kept_box->clear();
    m_form->kept_box->addItem(tr("None: as guessed"));
    for (const SheetMap &map : std::as_const(m_look.kept))
        m_form->kept_box->addItem(map.name);
    m_form->kept_box->setCurrentIndex(std::max(0, m_form->kept_box->findText(name)));
    for (QWidget *widget : {static_cast<QWidget *>(m_form->kept_label), static_cast<QWidget *>(m_form->kept_box),
                            static_cast<QWidget *>(m_form->forget_button)})
        widget->setVisible(!m_look.kept.isEmpty());
}

void SheetMapDialog::fillWriting()
{
    const desk::SheetFormat &format = m_look.format;
    m_form->delimiter_box->setCurrentIndex(m_form->delimiter_box->findData(int(format.delimiter)));
    m_form->encoding_box->setCurrentIndex(m_form->encoding_box->findData(int(format.encoding)));
    m_form->headings_box->setChecked(format.hasHeadings);
}

void SheetMapDialog::chooseKept()
{
    const int row = m_form->kept_box->currentIndex();
    const SheetMap map = row > 0 ? m_look.kept.value(row - 1) : m_look.guess;
    m_form->keep_edit->setText(map.name);
    m_form->keep_box->setChecked(false);
    if (row > 0 && !(map.writing == m_writing)) {
        m_writing = map.writing;
        look(m_writing, map);
        return;
    }
    m_columns->setMap(map);
    refresh();
}

void SheetMapDialog::forget()
{
    const int row = m_form->kept_box->currentIndex() - 1;
    if (row < 0 || row >= m_look.kept.size())
        return;
    const desk::SheetMapId id = m_look.kept.at(row).id;
    m_workplace.session.run(
        this, [id](editorial::Desk &desk) { return editorial::forgetSheetMap(desk, id); },
        [this, row](const base::Result<void> &done) {
            if (!done) {
                m_workplace.notices.error(done.error());
                return;
            }
            m_look.kept.removeAt(row);
            fillKept({});
            refresh();
        });
}

// Takes what the person said of the writing and reads the sheet anew.
void SheetMapDialog::say(const desk::SheetWriting &said)
{
    if (said.delimiter)
        m_writing.delimiter = said.delimiter;
    if (said.encoding)
        m_writing.encoding = said.encoding;
    if (said.hasHeadings)
        m_writing.hasHeadings = said.hasHeadings;
    look(m_writing);
}

SheetMap SheetMapDialog::map() const
{
    SheetMap map = m_columns->map();
    map.writing = m_writing;
    return map;
}

QString SheetMapDialog::problem(const SheetMap &map) const
{
    if (!m_hasLook)
        return {};
    if (m_look.rows.isEmpty())
        return tr("There are no rows in this sheet.");
    if (map.columns.value(SheetRole::Letter).isEmpty())
        return tr("Choose the column that holds the letter.");
    if (m_form->keep_box->isChecked() && m_form->keep_edit->text().simplified().isEmpty())
        return tr("Name the columns, so that they can be found again.");
    return {};
}

void SheetMapDialog::refresh()
{
    const SheetMap shown = map();
    const QString wrong = problem(shown);
    m_form->forget_button->setEnabled(m_form->kept_box->currentIndex() > 0);
    m_form->problem->setText(wrong);
    m_bring->setEnabled(m_hasLook && wrong.isEmpty());
    m_columns->setEnabled(m_hasLook);
    if (!m_hasLook)
        return;
    const int letters = static_cast<int>(std::min<qint64>(m_look.letters.value_or(0), std::numeric_limits<int>::max()));
    m_bring->setText(m_look.letters ? tr("&Bring in %Ln letter(s)", nullptr, letters) : tr("&Bring in the letters"));
    m_form->summary->setText(
        tr("Each row of %1 becomes a letter. Say which of its columns is what.").arg(QFileInfo(m_path).fileName()));
    showSamples(shown);
    showRows(shown);
}

void SheetMapDialog::showSamples(const SheetMap &map)
{
    SheetMap dated = map;
    dated.dates = m_columns->dates();
    m_form->samples_list->clear();
    for (const editorial::SheetSample &sample : editorial::sheetSamples(m_look, dated)) {
        const ListRow row = sampleRow(sample, QDate::currentDate());
        auto *item = new QListWidgetItem(spoken(row), m_form->samples_list);
        item->setData(RowModel::RowRole, QVariant::fromValue(row));
        item->setData(Qt::AccessibleTextRole, spoken(row));
    }
}

void SheetMapDialog::showRows(const SheetMap &map)
{
    QTableWidget *table = m_form->rows_table;
    table->setRowCount(int(m_look.rows.size()));
    table->setColumnCount(m_look.columns);
    for (int column = 0; column < m_look.columns; ++column) {
        auto *heading = new QTableWidgetItem(titleWithRole(m_look, column, map));
        heading->setToolTip(m_look.headings.value(column));
        table->setHorizontalHeaderItem(column, heading);
        for (int row = 0; row < table->rowCount(); ++row)
            table->setItem(row, column,
                           new QTableWidgetItem(base::excerpt(m_look.rows.at(row).value(column), cellShown)));
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setFixedHeight(fontMetrics().height() * 11 / 4);
    table->setFixedHeight(table->horizontalHeader()->height() +
                          int(editorial::rowsShown) * table->verticalHeader()->defaultSectionSize() +
                          table->horizontalScrollBar()->sizeHint().height() + 2 * table->frameWidth());
}

void SheetMapDialog::bringIn()
{
    const SheetMap wanted = map();
    if (m_form->keep_box->isChecked()) {
        m_workplace.session.run(
            &m_workplace.notices,
            [wanted, name = m_form->keep_edit->text()](editorial::Desk &desk) {
                return editorial::keepSheetMap(desk, wanted, name);
            },
            [&notices = m_workplace.notices](const base::Result<SheetMap> &kept) {
                if (!kept)
                    notices.error(kept.error());
            });
    }
    SheetMap dated = wanted;
    dated.dates = m_columns->dates();
    Q_EMIT chosen(m_path, dated);
    accept();
}

} // namespace ui
