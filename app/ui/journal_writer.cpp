#include "ui/journal_writer.h"

#include <algorithm>

namespace ui {

JournalWriter::JournalWriter(Journal journal, QObject *parent)
    : QObject(parent), m_journal(std::move(journal)), m_left(m_journal.entries())
{
    m_thread.setMaxThreadCount(1);
}

JournalWriter::~JournalWriter()
{
    m_thread.waitForDone();
}

std::shared_future<void> JournalWriter::keep(const QString &text, const desk::ArticleId &article,
                                             const QJsonObject &typed)
{
    const JournalEntry entry{text, article, typed, QDateTime::currentDateTimeUtc()};
    const auto done = std::make_shared<std::promise<void>>();
    m_thread.start([this, entry, done] {
        const auto outcome = m_journal.keep(entry);
        done->set_value();
        QMetaObject::invokeMethod(
            this, [this, outcome] { noteOutcome(outcome); }, Qt::QueuedConnection);
    });
    return done->get_future().share();
}

void JournalWriter::drop(const QString &text)
{
    m_thread.start([this, text] { m_journal.drop(text); });
}

std::optional<JournalEntry> JournalWriter::take(const QString &text)
{
    const auto found =
        std::find_if(m_left.cbegin(), m_left.cend(), [&text](const JournalEntry &entry) { return entry.text == text; });
    if (found == m_left.cend())
        return std::nullopt;
    return m_left.takeAt(found - m_left.cbegin());
}

void JournalWriter::noteOutcome(const base::Result<void> &outcome)
{
    if (outcome)
        m_isFailing = false;
    else if (!std::exchange(m_isFailing, true))
        Q_EMIT failed(outcome.error());
}

} // namespace ui
