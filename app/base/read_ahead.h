// ReadAhead: makes things on a thread of its own while its owner uses those made before, and hands them over in the
// order in which they were made. It makes no more than is allowed, so memory does not grow with the source. Owned by
// whoever uses the things, one thread; `make` runs on the other one alone.
#pragma once

#include <QtGlobal>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace base {

template <typename Thing>
class ReadAhead
{
public:
    // `make` gives one thing after another, and nothing at the end. `costOf` tells what holding one costs. Things of no
    // more than `most` wait to be taken, and as many are being used; one thing may cost more alone.
    ReadAhead(std::function<std::optional<Thing>()> make, std::function<qint64(const Thing &)> costOf, qint64 most)
        : m_make(std::move(make))
        , m_costOf(std::move(costOf))
        , m_most(most)
        , m_thread([this](const auto &stop) { run(stop); })
    {}
    // Waits for the thing that is being made, and drops what was not used.
    ~ReadAhead() = default;
    ReadAhead(const ReadAhead &) = delete;
    ReadAhead &operator=(const ReadAhead &) = delete;

    // The next thing, waiting for it; null at the end. It holds until the next call. After the end the other thread
    // touches nothing more.
    [[nodiscard]] const Thing *next()
    {
        if (m_at == m_taken.size())
            take();
        return m_at < m_taken.size() ? &m_taken.at(m_at++) : nullptr;
    }

private:
    // All that waits at once, since a word between threads costs more than most things.
    void take()
    {
        std::unique_lock lock(m_mutex);
        m_changed.wait(lock, [this] { return m_isAtEnd || !m_waiting.empty(); });
        m_used.swap(m_taken);
        m_taken.clear();
        m_taken.swap(m_waiting);
        m_at = 0;
        m_cost = 0;
        m_changed.notify_all();
    }

    void run(const std::stop_token &stop)
    {
        std::vector<Thing> used;
        while (!stop.stop_requested()) {
            used.clear();
            std::optional<Thing> thing = m_make();
            const qint64 cost = thing ? m_costOf(*thing) : 0;
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, stop, [&] { return m_waiting.empty() || m_cost + cost <= m_most; });
            used.swap(m_used);
            m_isAtEnd = !thing;
            m_cost += cost;
            if (thing)
                m_waiting.push_back(std::move(*thing));
            if (m_isAtEnd || m_waiting.size() == 1)
                m_changed.notify_all();
            if (m_isAtEnd)
                return;
        }
    }

    std::function<std::optional<Thing>()> m_make;
    std::function<qint64(const Thing &)> m_costOf;
    qint64 m_most;
    std::vector<Thing> m_taken; // by the owner
    std::size_t m_at = 0;       // of them
    std::mutex m_mutex;         // of what follows
    std::condition_variable_any m_changed;
    std::vector<Thing> m_waiting;
    std::vector<Thing> m_used; // freed where they were made, or the two would wait for each other at every one
    qint64 m_cost = 0;         // of what waits
    bool m_isAtEnd = false;
    std::jthread m_thread; // last, so that it ends before what it uses
};

} // namespace base
