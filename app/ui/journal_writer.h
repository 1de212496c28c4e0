// JournalWriter: keeps the journal of an open desk without the window waiting for the disk, and hands out what an
// earlier run of the program left in it. Lives in the window's thread; owned by OpenArticles.
#pragma once

#include "ui/journal.h"

#include <QObject>
#include <QThreadPool>

#include <future>
#include <optional>

namespace ui {

class JournalWriter final : public QObject
{
    Q_OBJECT

public:
    explicit JournalWriter(Journal journal, QObject *parent = nullptr);
    // Waits until what was handed over is on the disk.
    ~JournalWriter() override;

    // In the order of the calls. `typed` is what take() gives back. The future is ready when it is on the disk, or
    // could not be put there.
    std::shared_future<void> keep(const QString &text, const desk::ArticleId &article, const QJsonObject &typed);
    void drop(const QString &text);

    // What was there at the beginning and was not taken yet, the oldest first.
    [[nodiscard]] const QVector<JournalEntry> &left() const { return m_left; }
    // Of this text; only once. It stays in the journal until drop().
    [[nodiscard]] std::optional<JournalEntry> take(const QString &text);

Q_SIGNALS:
    // The first one that could not be kept after one that could.
    void failed(const base::Error &error);

private:
    void noteOutcome(const base::Result<void> &outcome);

    Journal m_journal;
    QVector<JournalEntry> m_left;
    QThreadPool m_thread; // one, so that the order stays
    bool m_isFailing = false;
};

} // namespace ui
