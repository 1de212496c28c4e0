// TextSaver: when one text goes to the desk while somebody types in it. The first keystroke that is not on the desk
// starts a delay that further typing does not prolong; one save runs at a time; a save that failed is tried again until
// it works. It knows neither the text nor the desk: both are behind the function it is given. Lives in the window's
// thread; what is unsaved when it is destroyed is lost, so its owner calls saveNow() first.
#pragma once

#include "base/result.h"

#include <QObject>

#include <functional>
#include <vector>

namespace ui {

class TextSaver final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(base::Result<void>)>;
    // Takes the text as it is at the call, saves it without blocking, and calls `Done` once, at once or later, in this
    // thread.
    using Save = std::function<void(Done)>;
    // Calls the function once after so many milliseconds, unless `context` is gone by then.
    using After = std::function<void(int ms, QObject *context, std::function<void()>)>;

    static constexpr int saveAfterMs = 600;
    static constexpr int retryAfterMs = 4000;

    explicit TextSaver(Save save, QObject *parent = nullptr);
    TextSaver(Save save, After after, QObject *parent = nullptr);

    // The text has changed.
    void touch();
    // Starts a save at once if something is unsaved, none runs and there is no conflict.
    void saveNow();
    // Calls `then` when all that was typed before this call is on the desk, or its save has failed.
    void flush(Done then);
    // The text as it stands was agreed with the desk by other means: nothing is unsaved any more.
    void settle();
    // The conflict is over: what stands here is to be saved.
    void insist();

    [[nodiscard]] bool isUnsaved() const { return m_touched != m_kept; }
    [[nodiscard]] bool isSaving() const { return m_isSaving; }
    [[nodiscard]] bool isFailing() const { return m_isFailing; }
    [[nodiscard]] bool isInConflict() const { return m_isInConflict; }

Q_SIGNALS:
    // Every change of the text.
    void touched();
    // Every save that worked.
    void saved();
    void settled();
    // The first save that failed after one that worked, and the end of such a row.
    void failed(const base::Error &error);
    void recovered();
    // Kind::Conflict: nothing is saved any more until settle() or insist().
    void conflicted();

private:
    void saveAfter(int ms);
    void start();
    void finish(const base::Result<void> &outcome);
    void fail(const base::Error &error);
    void answerWaiting(const base::Result<void> &outcome);

    Save m_save;
    After m_after;
    std::vector<Done> m_waiting;
    quint64 m_touched = 0; // counts changes
    quint64 m_kept = 0;    // the change up to which all is on the desk
    quint64 m_beingKept = 0;
    int m_delay = 0; // number of the delay that counts
    bool m_isDelayed = false;
    bool m_isSaving = false;
    bool m_isFailing = false;
    bool m_isInConflict = false;
};

} // namespace ui
