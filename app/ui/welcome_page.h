// WelcomePage: what stands in the window while no desk is open: three steps to a desk, and the desks one had open. Also
// says why a desk could not be opened. The window's thread.
#pragma once

#include "editorial/settings.h"
#include "ui/actions.h"

#include <QWidget>

#include <memory>

namespace Ui {
class WelcomePage;
}

namespace ui {

class WelcomePage final : public QWidget
{
    Q_OBJECT

public:
    WelcomePage(const editorial::Settings &settings, const Actions &actions, QWidget *parent = nullptr);
    ~WelcomePage() override;

    // Reads the recent desks anew; `problem` is empty or says why no desk is open.
    void refresh(const QString &problem);
    void setWorking(bool working);

Q_SIGNALS:
    void deskWanted(const QString &path);
    // Letters are to come into a desk that is still to be made.
    void importWanted();

private:
    void style();

    const editorial::Settings &m_settings;
    std::unique_ptr<Ui::WelcomePage> m_form;
};

} // namespace ui
