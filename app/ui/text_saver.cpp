#include "ui/text_saver.h"

#include <QPointer>
#include <QTimer>

namespace ui {

namespace {

void afterOnTimer(int ms, QObject *context, std::function<void()> then)
{
    QTimer::singleShot(ms, context, std::move(then));
}

} // namespace

TextSaver::TextSaver(Save save, QObject *parent) : TextSaver(std::move(save), afterOnTimer, parent) {}

TextSaver::TextSaver(Save save, After after, QObject *parent)
    : QObject(parent), m_save(std::move(save)), m_after(std::move(after))
{}

void TextSaver::touch()
{
    ++m_touched;
    if (!m_isDelayed && !m_isSaving && !m_isInConflict)
        saveAfter(saveAfterMs);
    Q_EMIT touched();
}

void TextSaver::saveNow()
{
    if (isUnsaved() && !m_isSaving && !m_isInConflict)
        start();
}

void TextSaver::flush(Done then)
{
    if (!isUnsaved() && !m_isSaving) {
        then({});
        return;
    }
    m_waiting.push_back(std::move(then));
    if (m_isInConflict) {
        answerWaiting(base::Error{base::Error::Kind::Conflict,
                                  tr("This text was changed in two places. Keep yours or take the other one first.")});
        return;
    }
    saveNow();
}

void TextSaver::settle()
{
    m_kept = m_touched;
    m_isInConflict = false;
    answerWaiting({});
    Q_EMIT settled();
    if (std::exchange(m_isFailing, false))
        Q_EMIT recovered();
}

void TextSaver::insist()
{
    m_isInConflict = false;
    saveNow();
}

void TextSaver::saveAfter(int ms)
{
    m_isDelayed = true;
    m_after(ms, this, [this, delay = ++m_delay] {
        if (delay != m_delay)
            return;
        m_isDelayed = false;
        saveNow();
    });
}

void TextSaver::start()
{
    ++m_delay; // a delay that still runs has nothing to do any more
    m_isDelayed = false;
    m_isSaving = true;
    m_beingKept = m_touched;
    m_save([self = QPointer(this)](const base::Result<void> &outcome) {
        if (self)
            self->finish(outcome);
    });
}

void TextSaver::finish(const base::Result<void> &outcome)
{
    m_isSaving = false;
    if (!outcome) {
        fail(outcome.error());
        return;
    }
    m_kept = std::max(m_kept, m_beingKept);
    const bool hasRecovered = std::exchange(m_isFailing, false);
    if (!isUnsaved())
        answerWaiting({});
    else if (m_waiting.empty())
        saveAfter(saveAfterMs);
    else
        start();
    Q_EMIT saved();
    if (hasRecovered)
        Q_EMIT recovered();
}

void TextSaver::fail(const base::Error &error)
{
    if (error.kind == base::Error::Kind::Conflict) {
        m_isInConflict = true;
        answerWaiting(error);
        Q_EMIT conflicted();
        return;
    }
    saveAfter(retryAfterMs);
    answerWaiting(error);
    if (!std::exchange(m_isFailing, true))
        Q_EMIT failed(error);
}

void TextSaver::answerWaiting(const base::Result<void> &outcome)
{
    for (const Done &then : std::exchange(m_waiting, {}))
        then(outcome);
}

} // namespace ui
