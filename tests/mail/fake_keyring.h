// FakeKeyring: a keyring that a test can look into, lock, or take away. Answers through the events of the thread, as
// the real one does.
#pragma once

#include "privacy/keyring.h"

#include <QHash>
#include <QTimer>

#include <memory>

// What the test holds, while the keyring itself belongs to what is tested.
struct KeyringState {
    enum class Mood { Open, Locked, Missing };
    Mood mood = Mood::Open;
    QHash<QString, QString> entries;
    int asked = 0;
};

class FakeKeyring final : public privacy::Keyring
{
public:
    explicit FakeKeyring(std::shared_ptr<KeyringState> state) : m_state(std::move(state)) {}

    void read(const QString &entry, Found then) override
    {
        ++m_state->asked;
        later([state = m_state, entry, then = std::move(then)] {
            if (const auto error = errorOf(*state))
                then(*error);
            else
                then(state->entries.contains(entry) ? std::optional(state->entries.value(entry)) : std::nullopt);
        });
    }

    void write(const QString &entry, const QString &password, Done then) override
    {
        later([state = m_state, entry, password, then = std::move(then)] {
            const auto error = errorOf(*state);
            if (!error)
                state->entries.insert(entry, password);
            then(error ? base::Result<void>(*error) : base::Result<void>());
        });
    }

    void remove(const QString &entry, Done then) override
    {
        later([state = m_state, entry, then = std::move(then)] {
            const auto error = errorOf(*state);
            if (!error)
                state->entries.remove(entry);
            then(error ? base::Result<void>(*error) : base::Result<void>());
        });
    }

private:
    static std::optional<base::Error> errorOf(const KeyringState &state)
    {
        switch (state.mood) {
        case KeyringState::Mood::Open:
            return std::nullopt;
        case KeyringState::Mood::Locked:
            return base::Error{base::Error::Kind::Refused, QStringLiteral("The keyring is locked.")};
        case KeyringState::Mood::Missing:
            break;
        }
        return base::Error{base::Error::Kind::NotFound, QStringLiteral("There is no keyring.")};
    }
    template <typename Call>
    static void later(Call call)
    {
        QTimer::singleShot(0, std::move(call));
    }

    std::shared_ptr<KeyringState> m_state;
};
