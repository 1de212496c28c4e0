// PostImportDialog: what archives of past columns would bring, before anything is written: their labels to confirm,
// what becomes the masthead's, how the posts would be parted. It looks anew whenever something is changed in it. Shown
// with open(). The window's thread; the archives are read by jobs.
#pragma once

#include "editorial/post_survey.h"
#include "ui/workplace.h"

#include <QDialog>
#include <QTimer>

#include <memory>

class QPushButton;

namespace Ui {
class PostImportDialog;
}

namespace ui {

class PostImportDialog final : public QDialog
{
    Q_OBJECT

public:
    // The workplace must outlive the dialog.
    PostImportDialog(Workplace &workplace, const QStringList &files, QWidget *parent = nullptr);
    ~PostImportDialog() override;

Q_SIGNALS:
    // The person wants the archives brought in like this.
    void chosen(const editorial::PostImportRequest &request);

protected:
    void done(int result) override;

private:
    void connectParts();
    void chooseUploads();
    void look();
    void take(const base::Result<editorial::PostSurvey> &survey);
    void showSurvey();
    void showLabels();
    void showOffers();
    void showOutcome();
    void showNotes();
    [[nodiscard]] editorial::PostImportRequest request() const;
    void bringIn();

    Workplace &m_workplace;
    QStringList m_files;
    std::unique_ptr<Ui::PostImportDialog> m_form;
    QPushButton *m_bring;
    QTimer m_settle; // runs while something is being changed
    QPointer<editorial::Job> m_job;
    editorial::PostSurvey m_survey;
    int m_looks = 0; // the last one asked for
    bool m_hasSurvey = false;
};

} // namespace ui
