#include "ui/workplace.h"

#include <QUndoCommand>

#include <memory>

namespace ui {

namespace {

class ChangeCommand final : public QUndoCommand
{
public:
    ChangeCommand(Workplace &workplace, editorial::Change change)
        : QUndoCommand(change.text)
        , m_workplace(workplace)
        , m_change(std::make_shared<const editorial::Change>(std::move(change)))
    {}

    void undo() override
    {
        run([](const editorial::Change &change, editorial::Desk &desk) { return change.undo(desk); });
    }

    // The stack calls this once when the command is pushed: the work is done by then.
    void redo() override
    {
        if (std::exchange(m_done, true))
            run([](const editorial::Change &change, editorial::Desk &desk) { return change.redo(desk); });
    }

private:
    template <typename Way>
    void run(Way way)
    {
        if (*m_failed) {
            setObsolete(true);
            return;
        }
        m_workplace.session.run(
            &m_workplace.undo, [way, change = m_change](editorial::Desk &desk) { return way(*change, desk); },
            [failed = m_failed, &notices = m_workplace.notices](const base::Result<void> &outcome) {
                if (outcome)
                    return;
                *failed = true;
                notices.error(outcome.error());
            });
    }

    Workplace &m_workplace;
    std::shared_ptr<const editorial::Change> m_change;
    std::shared_ptr<bool> m_failed = std::make_shared<bool>(false);
    bool m_done = false;
};

} // namespace

void whenQuiet(editorial::Session &session, QObject *context, const std::function<void()> &then)
{
    const auto again = [&session, context, then] {
        whenQuiet(session, context, then);
    };
    if (!session.jobs().isEmpty())
        QObject::connect(session.jobs().constFirst(), &editorial::Job::finished, context, again);
    else if (session.isBusy())
        QObject::connect(&session, &editorial::Session::idle, context, again, Qt::SingleShotConnection);
    else
        then();
}

void pushChange(Workplace &workplace, editorial::Change change)
{
    workplace.undo.push(new ChangeCommand(workplace, std::move(change)));
}

} // namespace ui
