#include "ui/post_import_dialog.h"

#include "base/text.h"
#include "ui/plural_count.h"
#include "ui_post_import_dialog.h"

#include <QComboBox>
#include <QFileDialog>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

using LabelPart = desk::ColumnLabel::Part;

constexpr int settleMs = 400;
constexpr int beginsColumn = 3;
constexpr qsizetype offerShown = 70; // characters
constexpr int mostNotes = 1000;      // rows
constexpr int mostRows = 8;          // of labels, before they scroll

enum Begins { Nothing, Letter, Answer };

QTableWidgetItem *numberCell(qint64 number)
{
    auto *cell = new QTableWidgetItem(QLocale().toString(number));
    cell->setTextAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
    return cell;
}

} // namespace

PostImportDialog::PostImportDialog(Workplace &workplace, const QStringList &files, QWidget *parent)
    : QDialog(parent), m_workplace(workplace), m_files(files), m_form(std::make_unique<Ui::PostImportDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_bring = m_form->buttons->addButton(tr("&Bring them in"), QDialogButtonBox::AcceptRole);
    m_bring->setObjectName(QStringLiteral("bring_button"));
    m_bring->setDefault(true);
    m_bring->setEnabled(false);
    m_form->labels_table->verticalHeader()->hide();
    m_form->labels_table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    for (QCheckBox *box : {m_form->introduction_box, m_form->call_box, m_form->pages_box})
        box->hide();
    QStringList names;
    for (const QString &file : files)
        names.append(QFileInfo(file).fileName());
    m_form->summary->setText(tr("Looking through %1…").arg(names.join(QStringLiteral(", "))));
    m_settle.setSingleShot(true);
    m_settle.setInterval(settleMs);
    connectParts();
    look();
}

PostImportDialog::~PostImportDialog() = default;

void PostImportDialog::connectParts()
{
    connect(&m_settle, &QTimer::timeout, this, &PostImportDialog::look);
    connect(m_form->uploads_button, &QPushButton::clicked, this, &PostImportDialog::chooseUploads);
    connect(m_form->uploads_edit, &QLineEdit::textChanged, &m_settle, qOverload<>(&QTimer::start));
    connect(m_form->pages_box, &QCheckBox::clicked, &m_settle, qOverload<>(&QTimer::start));
    connect(m_bring, &QPushButton::clicked, this, &PostImportDialog::bringIn);
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
}

void PostImportDialog::chooseUploads()
{
    auto *dialog = new QFileDialog(this, tr("Folder with the pictures of the old site"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    dialog->setDirectory(QFileInfo(m_files.first()).absolutePath());
    connect(dialog, &QFileDialog::fileSelected, m_form->uploads_edit, &QLineEdit::setText);
    dialog->open();
}

// What was found before stays in sight until the new survey is there.
void PostImportDialog::look()
{
    if (m_job)
        m_job->cancel();
    const int number = ++m_looks;
    m_form->bar->show();
    m_form->bar->setRange(0, 0);
    m_job = m_workplace.session.start(
        tr("Looking through an archive"), this,
        [request = request()](editorial::Desk &desk, base::Progress &progress) {
            return editorial::surveyPosts(desk, request, progress);
        },
        [this, number](const base::Result<editorial::PostSurvey> &survey) {
            if (number == m_looks)
                take(survey);
        });
    connect(m_job, &editorial::Job::progressed, this, [this](qint64 done, qint64 total) {
        m_form->bar->setRange(0, total > 0 ? 1000 : 0);
        m_form->bar->setValue(total > 0 ? static_cast<int>(done * 1000 / total) : 0);
    });
}

void PostImportDialog::take(const base::Result<editorial::PostSurvey> &survey)
{
    m_form->bar->hide();
    if (!survey) {
        m_form->summary->setText(survey.error().message);
        m_bring->setEnabled(false);
        return;
    }
    const bool isFirst = !m_hasSurvey;
    m_survey = *survey;
    m_hasSurvey = true;
    if (isFirst)
        showLabels();
    showSurvey();
}

void PostImportDialog::showSurvey()
{
    const qint64 wanted = m_survey.posts;
    m_form->summary->setText(
        tr("%1 would bring %Ln post(s) with %2 tags, %3 of them new.", nullptr, pluralCount(wanted))
            .arg(m_survey.site.title.isEmpty() ? tr("The archive") : m_survey.site.title)
            .arg(m_survey.topics.size())
            .arg(m_survey.newTopics.size()));
    m_bring->setText(tr("&Bring in %Ln post(s)", nullptr, pluralCount(wanted)));
    m_bring->setEnabled(wanted > 0);
    showOffers();
    showOutcome();
    showNotes();
}

void PostImportDialog::showLabels()
{
    QTableWidget *table = m_form->labels_table;
    table->setRowCount(static_cast<int>(m_survey.labels.size()));
    for (int row = 0; row < table->rowCount(); ++row) {
        const auto &proposal = m_survey.labels.at(row);
        const auto isIt = [&proposal](const desk::ColumnLabel &label) {
            return label.phrase == proposal.label.phrase;
        };
        const auto used = std::ranges::find_if(m_survey.used, isIt);
        table->setItem(row, 0, new QTableWidgetItem(proposal.shown));
        table->setItem(row, 1, numberCell(proposal.count));
        table->setItem(row, 2, numberCell(proposal.posts));
        auto *begins = new QComboBox(table);
        begins->setAccessibleName(tr("What “%1” begins").arg(proposal.shown));
        begins->addItems({tr("neither"), tr("a letter"), tr("an answer")});
        begins->setCurrentIndex(used == m_survey.used.end()       ? Nothing
                                : used->part == LabelPart::Letter ? Letter
                                                                  : Answer);
        connect(begins, &QComboBox::activated, &m_settle, qOverload<>(&QTimer::start));
        table->setCellWidget(row, beginsColumn, begins);
    }
    table->resizeColumnsToContents();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    const int rows = std::clamp(table->rowCount(), 2, mostRows) * table->rowHeight(0);
    table->setMaximumHeight(table->horizontalHeader()->sizeHint().height() + rows + 2 * table->frameWidth());
    m_form->labels_label->setVisible(table->rowCount() > 0);
    table->setVisible(table->rowCount() > 0);
}

// What most posts have in common, and pages, where there are any.
void PostImportDialog::showOffers()
{
    struct Offer {
        QCheckBox *box;
        qint64 posts;
        bool isTaken; // unless the person says otherwise
        QString words;
    };
    const auto quoted = [](const QString &text) {
        return base::excerpt(text, offerShown);
    };
    const intake::CommonParts &common = m_survey.common;
    const int begin = pluralCount(common.introductionPosts);
    const int end = pluralCount(common.callPosts);
    const int pages = pluralCount(m_survey.types.value(QStringLiteral("page")));
    const Offer offers[] = {
        {m_form->introduction_box, begin, !m_survey.hasIntroduction,
         (m_survey.hasIntroduction
              ? tr("Leave out what %Ln post(s) begin with, as the masthead has its own &introduction: “%1”", nullptr,
                   begin)
              : tr("Make what %Ln post(s) begin with the &introduction of every page: “%1”", nullptr, begin))
             .arg(quoted(common.introduction))},
        {m_form->call_box, end, !m_survey.hasCallToAction,
         (m_survey.hasCallToAction
              ? tr("Leave out what %Ln post(s) end with, as the masthead has its own call to &action: “%1”", nullptr,
                   end)
              : tr("Make what %Ln post(s) end with the call to &action of every page: “%1”", nullptr, end))
             .arg(quoted(common.callToAction))},
        {m_form->pages_box, pages, false, tr("Bring in the %Ln pa&ge(s) of the site as well", nullptr, pages)},
    };
    for (const Offer &offer : offers) {
        if (offer.box->isHidden() && offer.posts > 0)
            offer.box->setChecked(offer.isTaken);
        offer.box->setText(offer.words);
        offer.box->setVisible(offer.posts > 0);
    }
}

void PostImportDialog::showOutcome()
{
    QStringList parts{tr("%Ln post(s) part into letters and answers", nullptr, pluralCount(m_survey.parted))};
    if (m_survey.doubtful > 0)
        parts.append(tr("%Ln are doubtful and wait in review", nullptr, pluralCount(m_survey.doubtful)));
    if (m_survey.waiting > 0)
        parts.append(tr("%Ln have no label and wait for you", nullptr, pluralCount(m_survey.waiting)));
    if (m_survey.already > 0)
        parts.append(tr("%Ln are on the desk already", nullptr, pluralCount(m_survey.already)));
    if (m_survey.changed > 0)
        parts.append(tr("%Ln have changed since", nullptr, pluralCount(m_survey.changed)));
    if (!m_survey.leftOut.isEmpty())
        parts.append(tr("%Ln are left out", nullptr, pluralCount(m_survey.leftOut.size())));
    if (m_survey.picturesFound + m_survey.picturesMissing > 0)
        parts.append(tr("%1 of %2 pictures found")
                         .arg(m_survey.picturesFound)
                         .arg(m_survey.picturesFound + m_survey.picturesMissing));
    m_form->outcome->setText(tr("%1.").arg(parts.join(QStringLiteral("; "))));
}

void PostImportDialog::showNotes()
{
    m_form->notes_list->clear();
    for (const QString &warning : std::as_const(m_survey.warnings))
        new QTreeWidgetItem(m_form->notes_list, {QString(), QString(), warning});
    for (const auto &notes : {m_survey.leftOut, m_survey.doubts, m_survey.notes}) {
        for (const editorial::PostNote &note : notes) {
            if (m_form->notes_list->topLevelItemCount() == mostNotes)
                break;
            auto *row = new QTreeWidgetItem(m_form->notes_list, {note.title, note.place, note.text});
            row->setToolTip(2, note.text);
        }
    }
    m_form->notes_list->setVisible(m_form->notes_list->topLevelItemCount() > 0);
    m_form->notes_list->resizeColumnToContents(1);
}

editorial::PostImportRequest PostImportDialog::request() const
{
    editorial::PostImportRequest request;
    request.wish.files = m_files;
    request.wish.uploads = m_form->uploads_edit->text().trimmed();
    if (m_form->pages_box->isChecked())
        request.wish.types.append(QStringLiteral("page"));
    request.wish.addresses = m_form->addresses_box->currentIndex() == 0 ? editorial::PostAddresses::Keep
                                                                        : editorial::PostAddresses::Redirect;
    for (int row = 0; row < m_form->labels_table->rowCount(); ++row) {
        const auto *begins = qobject_cast<QComboBox *>(m_form->labels_table->cellWidget(row, beginsColumn));
        if (begins->currentIndex() != Nothing)
            request.labels.append({begins->currentIndex() == Letter ? LabelPart::Letter : LabelPart::Answer,
                                   m_survey.labels.at(row).label.phrase});
    }
    if (m_form->introduction_box->isChecked())
        request.common.introduction = m_survey.common.introduction;
    if (m_form->call_box->isChecked())
        request.common.callToAction = m_survey.common.callToAction;
    return request;
}

void PostImportDialog::bringIn()
{
    Q_EMIT chosen(request());
    accept();
}

void PostImportDialog::done(int result)
{
    if (m_job)
        m_job->cancel();
    QDialog::done(result);
}

} // namespace ui
