#include "ui/job_strip.h"

#include "ui/icons.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QProgressBar>
#include <QToolButton>

namespace ui {

namespace {

constexpr int barWidth = 180;
constexpr int barSteps = 1000;

void showProgress(QProgressBar *bar, qint64 done, qint64 total)
{
    bar->setMaximum(total > 0 ? barSteps : 0);
    if (total > 0)
        bar->setValue(static_cast<int>(static_cast<double>(done) / static_cast<double>(total) * barSteps));
}

} // namespace

QString progressText(const QString &title, qint64 done, qint64 total, const QString &step)
{
    const QLocale locale;
    QString text = step.isEmpty() ? title : JobStrip::tr("%1: %2").arg(title, step);
    if (total > 0 && !step.isEmpty()) // what is counted may be bytes
        text = JobStrip::tr("%1 · %2 %").arg(text, locale.toString(done * 100 / total));
    else if (total > 0)
        text = JobStrip::tr("%1 · %2 of %3").arg(text, locale.toString(done), locale.toString(total));
    else if (done > 0)
        text = JobStrip::tr("%1 · %2").arg(text, locale.toString(done));
    return text;
}

JobStrip::JobStrip(editorial::Session &session, QWidget *parent) : QWidget(parent)
{
    setObjectName(QStringLiteral("jobStrip"));
    auto *lines = new QVBoxLayout(this);
    lines->setContentsMargins(12, 0, 6, 0);
    lines->setSpacing(0);
    connect(&session, &editorial::Session::jobStarted, this, &JobStrip::add);
}

void JobStrip::add(editorial::Job *job)
{
    auto *line = new QWidget(this);
    auto *text = new QLabel(job->title(), line);
    text->setTextFormat(Qt::PlainText);
    text->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *bar = new QProgressBar(line);
    bar->setAccessibleName(job->title());
    bar->setFixedWidth(barWidth);
    bar->setTextVisible(false);
    bar->setMaximum(0);
    auto *cancel = new QToolButton(line);
    cancel->setText(tr("Cancel"));
    cancel->setAccessibleName(tr("Cancel: %1").arg(job->title()));
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 4, 0, 4);
    layout->addWidget(text, 1);
    layout->addWidget(bar);
    layout->addWidget(cancel);
    static_cast<QBoxLayout *>(this->layout())->addWidget(line);

    connect(job, &editorial::Job::progressed, line, [job, text, bar](qint64 done, qint64 total, const QString &step) {
        text->setText(progressText(job->title(), done, total, step));
        showProgress(bar, done, total);
    });
    connect(cancel, &QToolButton::clicked, job, [job, cancel, text] {
        job->cancel();
        cancel->setEnabled(false);
        text->setText(tr("Stopping: %1").arg(job->title()));
    });
    connect(job, &editorial::Job::finished, line, &QObject::deleteLater);
}

} // namespace ui
