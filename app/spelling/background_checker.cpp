#include "spelling/background_checker.h"

#include "spelling/personal_words.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>
#include <thread>

namespace spelling {

namespace {

template <typename T>
T taken(std::optional<T> &from)
{
    T value = std::move(*from);
    from.reset();
    return value;
}

} // namespace

// The other thread and what it is asked to do. Requests are taken in this order: language, words, suggestions, texts.
class BackgroundChecker::Worker
{
public:
    Worker(BackgroundChecker &owner, Places places)
        : m_owner(owner), m_places(std::move(places)), m_thread([this](const std::stop_token &stop) { run(stop); })
    {}

    struct Text {
        quint64 key = 0;
        quint64 ticket = 0;
        int revision = 0;
        QString text;
        WordOptions options;
    };

    struct Question {
        QString word;
        quint64 ticket = 0;
    };

    void setLanguage(const QString &tag)
    {
        note([&] { m_language = tag; });
    }

    void add(const QString &word)
    {
        note([&] { m_newWords.append(word); });
    }

    void ask(const Question &question)
    {
        note([&] { m_question = question; });
    }

    // A text that waits already keeps its place.
    void check(const Text &text)
    {
        note([&] {
            if (!m_waiting.contains(text.key))
                m_order.push_back(text.key);
            m_waiting.insert(text.key, text);
        });
    }

    void forget(quint64 key)
    {
        note([&] { m_waiting.remove(key); });
    }

    void forgetAll()
    {
        note([&] {
            m_waiting.clear();
            m_order.clear();
        });
    }

private:
    using Task = std::function<void()>;

    template <typename Change>
    void note(Change change)
    {
        {
            const std::lock_guard lock(m_mutex);
            change();
        }
        m_wake.notify_one();
    }

    // Runs `report` on the thread of the owner, which outlives this thread.
    template <typename Report>
    void tell(Report report)
    {
        QMetaObject::invokeMethod(&m_owner, std::move(report), Qt::QueuedConnection);
    }

    void run(const std::stop_token &stop)
    {
        while (const Task task = next(stop))
            task();
    }

    bool hasWork() const { return m_language || !m_newWords.isEmpty() || m_question || !m_order.empty(); }

    // Waits for the next request; empty if it is time to stop.
    Task next(const std::stop_token &stop)
    {
        std::unique_lock lock(m_mutex);
        if (!m_wake.wait(lock, stop, [this] { return hasWork(); }) || stop.stop_requested())
            return {};
        if (m_language)
            return [this, tag = taken(m_language)] {
                load(tag);
            };
        if (!m_newWords.isEmpty())
            return [this, word = m_newWords.takeFirst()] {
                keep(word);
            };
        if (m_question)
            return [this, question = taken(m_question)] {
                suggest(question);
            };
        const quint64 key = m_order.front();
        m_order.pop_front();
        if (!m_waiting.contains(key))
            return [] {
            };
        return [this, text = m_waiting.take(key)] {
            examine(text);
        };
    }

    void load(const QString &tag)
    {
        m_checker.reset();
        QString found;
        if (!tag.isEmpty()) {
            const base::Result<Dictionary> dictionary =
                dictionaryFor(tag, findDictionaries(m_places.dictionaryFolders));
            if (!dictionary)
                return fail(dictionary.error());
            base::Result<std::unique_ptr<Checker>> checker = Checker::load(*dictionary);
            if (!checker)
                return fail(checker.error());
            m_checker = std::move(checker).value();
            m_checker->setPersonalWords(m_sessionWords + personalWords());
            found = dictionary->tag;
        }
        tell([owner = &m_owner, found] { Q_EMIT owner->languageReady(found); });
    }

    QStringList personalWords()
    {
        if (m_places.personalWords.isEmpty())
            return {};
        const base::Result<PersonalWords> words = PersonalWords::load(m_places.personalWords);
        if (words)
            return words->words();
        fail(words.error());
        return {};
    }

    void keep(const QString &word)
    {
        if (const base::Result<void> kept = write(word); !kept)
            fail(kept.error());
        m_sessionWords.append(word);
        if (m_checker)
            m_checker->add(word);
        tell([owner = &m_owner, word] { Q_EMIT owner->wordAdded(word); });
    }

    base::Result<void> write(const QString &word)
    {
        if (m_places.personalWords.isEmpty())
            return {};
        base::Result<PersonalWords> words = PersonalWords::load(m_places.personalWords);
        if (!words)
            return words.error();
        return words->add(word);
    }

    void suggest(const Question &question)
    {
        const QStringList words = m_checker ? m_checker->suggestions(question.word) : QStringList();
        tell([owner = &m_owner, question, words] {
            if (owner->m_suggestionTicket == question.ticket)
                Q_EMIT owner->suggested(question.word, words);
        });
    }

    void examine(const Text &text)
    {
        const QVector<Misspelling> found =
            m_checker ? m_checker->check(text.text, text.options) : QVector<Misspelling>();
        tell([owner = &m_owner, key = text.key, ticket = text.ticket, revision = text.revision, found] {
            if (owner->m_tickets.value(key) != ticket)
                return;
            owner->m_tickets.remove(key);
            Q_EMIT owner->checked(key, revision, found);
        });
    }

    void fail(const base::Error &error)
    {
        tell([owner = &m_owner, error] { Q_EMIT owner->failed(error); });
    }

    BackgroundChecker &m_owner;
    const Places m_places;

    // Of the other thread alone.
    std::unique_ptr<Checker> m_checker;
    QStringList m_sessionWords;

    // Of both threads, under the mutex.
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::optional<QString> m_language;
    QStringList m_newWords;
    std::optional<Question> m_question;
    QHash<quint64, Text> m_waiting;
    std::deque<quint64> m_order; // keys of m_waiting, and of some that were forgotten

    std::jthread m_thread; // last: it stops before anything above goes
};

BackgroundChecker::BackgroundChecker(Places places, QObject *parent)
    : QObject(parent), m_worker(std::make_unique<Worker>(*this, std::move(places)))
{}

BackgroundChecker::~BackgroundChecker() = default;

void BackgroundChecker::setLanguage(const QString &tag)
{
    m_worker->setLanguage(tag);
}

void BackgroundChecker::requestCheck(quint64 key, int revision, const QString &text, const WordOptions &options)
{
    m_tickets.insert(key, ++m_lastTicket);
    m_worker->check({key, m_lastTicket, revision, text, options});
}

void BackgroundChecker::forget(quint64 key)
{
    m_tickets.remove(key);
    m_worker->forget(key);
}

void BackgroundChecker::forgetAll()
{
    m_tickets.clear();
    m_worker->forgetAll();
}

void BackgroundChecker::requestSuggestions(const QString &word)
{
    m_suggestionTicket = ++m_lastTicket;
    m_worker->ask({word, m_suggestionTicket});
}

void BackgroundChecker::addWord(const QString &word)
{
    m_worker->add(word);
}

} // namespace spelling
