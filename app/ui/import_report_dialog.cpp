#include "ui/import_report_dialog.h"

#include "ui/plural_count.h"
#include "ui_import_report_dialog.h"

#include <QDir>
#include <QFileInfo>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <limits>

namespace ui {

QString importSentence(const editorial::ImportReport &report)
{
    QStringList parts{ImportReportDialog::tr("%Ln letter(s) brought in", nullptr, pluralCount(report.imported))};
    if (report.already > 0)
        parts.append(ImportReportDialog::tr("%Ln on the desk before", nullptr, pluralCount(report.already)));
    if (report.needAttention > 0)
        parts.append(ImportReportDialog::tr("%Ln need attention", nullptr, pluralCount(report.needAttention)));
    if (report.notLetters > 0)
        parts.append(ImportReportDialog::tr("%Ln were taken as no letters", nullptr, pluralCount(report.notLetters)));
    if (!report.refused.isEmpty())
        parts.append(ImportReportDialog::tr("%Ln could not be read", nullptr, pluralCount(report.refused.size())));
    const QString sentence = parts.join(QStringLiteral(", "));
    return report.cancelled ? ImportReportDialog::tr("Stopped: %1.").arg(sentence)
                            : ImportReportDialog::tr("%1.").arg(sentence);
}

ImportReportDialog::ImportReportDialog(const editorial::ImportReport &report, QWidget *parent)
    : QDialog(parent), m_form(std::make_unique<Ui::ImportReportDialog>())
{
    m_form->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    m_form->stopped->setVisible(report.cancelled);
    showCounts(report);
    listRefused(report);
    m_form->buttons->button(QDialogButtonBox::Close)->setText(tr("&Close"));
    connect(m_form->buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_form->attention_button, &QPushButton::clicked, this, &ImportReportDialog::attentionWanted);
    connect(m_form->no_letter_button, &QPushButton::clicked, this, &ImportReportDialog::noLettersWanted);
    // Queued: once the tree knows of it as well.
    connect(m_form->refused_list->header(), &QHeaderView::sectionResized, this, &ImportReportDialog::fitRows,
            Qt::QueuedConnection);
    for (const QPushButton *way : {m_form->attention_button, m_form->no_letter_button})
        connect(way, &QPushButton::clicked, this, &QDialog::accept);
}

ImportReportDialog::~ImportReportDialog() = default;

// What there is none of is left out.
void ImportReportDialog::showCounts(const editorial::ImportReport &report)
{
    struct Line {
        qint64 number;
        QString words;
        QLabel *count;
        QLabel *text;
        QPushButton *way;
    };
    const qint64 letters = report.imported - report.notLetters;
    const Line lines[] = {
        {letters, tr("new letter(s)", nullptr, pluralCount(letters)), m_form->new_count, m_form->new_text, nullptr},
        {report.already, tr("on the desk before"), m_form->already_count, m_form->already_text, nullptr},
        {report.needAttention, tr("of the new one(s) need(s) attention", nullptr, pluralCount(report.needAttention)),
         m_form->attention_count, m_form->attention_text, m_form->attention_button},
        {report.notLetters,
         tr("taken as no letter(s), but bounces and the like", nullptr, pluralCount(report.notLetters)),
         m_form->no_letter_count, m_form->no_letter_text, m_form->no_letter_button},
        {report.refused.size(), tr("could not be read"), m_form->refused_count, m_form->refused_text, nullptr},
    };
    for (const Line &line : lines) {
        const bool isShown = line.number > 0 || line.count == m_form->new_count;
        QFont bold = line.count->font();
        bold.setBold(true);
        line.count->setFont(bold);
        line.count->setAlignment(Qt::AlignTrailing | Qt::AlignVCenter);
        line.count->setText(QLocale().toString(line.number));
        line.text->setText(line.words);
        line.count->setVisible(isShown);
        line.text->setVisible(isShown);
        if (line.way)
            line.way->setVisible(isShown);
    }
}

// A reason takes as many lines as it needs: a tree does not see to that by itself.
void ImportReportDialog::fitRows()
{
    constexpr int reason = 2; // column
    constexpr int margin = 8;
    constexpr int most = 500; // rows; more are not read one by one
    const QTreeWidget *list = m_form->refused_list;
    const QRect room(0, 0, list->columnWidth(reason) - margin, std::numeric_limits<int>::max() / 2);
    for (int n = 0; n < std::min(list->topLevelItemCount(), most); ++n) {
        QTreeWidgetItem *row = list->topLevelItem(n);
        const QRect words = list->fontMetrics().boundingRect(room, Qt::TextWordWrap, row->text(reason));
        row->setSizeHint(reason, QSize(0, words.height() + margin / 2));
        for (int column = 0; column <= reason; ++column)
            row->setTextAlignment(column, Qt::AlignLeading | Qt::AlignTop);
    }
}

void ImportReportDialog::listRefused(const editorial::ImportReport &report)
{
    for (const editorial::ImportReport::Refused &refused : report.refused) {
        auto *row = new QTreeWidgetItem(m_form->refused_list,
                                        {QFileInfo(refused.source).fileName(), refused.item, refused.reason});
        row->setToolTip(0, QDir::toNativeSeparators(refused.source));
        row->setToolTip(2, refused.reason);
    }
    for (const QString &warning : report.warnings)
        new QTreeWidgetItem(m_form->refused_list, {QString(), tr("note"), warning});
    m_form->refused_list->resizeColumnToContents(0);
    m_form->refused_list->resizeColumnToContents(1);
    m_form->refused_list->setVisible(m_form->refused_list->topLevelItemCount() > 0);
    if (m_form->refused_list->topLevelItemCount() == 0)
        adjustSize();
}

} // namespace ui
