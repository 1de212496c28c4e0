// Result<T>: a value or an Error, never both; the one way in which a layer of Postbag tells that something failed.
// Member names are those of std::expected, which is not in C++20. Values only, any thread.
#pragma once

#include <QString>

#include <optional>
#include <utility>
#include <variant>

namespace base {

// What went wrong. `message` is for people: translated, says what happened and what can be done. `detail` is for the
// log and never holds letter text, names or addresses.
struct Error {
    enum class Kind {
        Unusable, // what a person or script gave cannot be used
        NotFound,
        Refused,  // allowed by no rule of the house: a newer desk, a locked desk
        Conflict, // somebody else changed it in the meantime
        Io,       // a file, folder or database could not be opened, read or written
        Damaged,
        Cancelled,
    };

    Kind kind = Kind::Io;
    QString message;
    QString detail = {};
};

template <typename T>
class [[nodiscard]] Result
{
public:
    using value_type = T;

    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool has_value() const { return m_state.index() == 0; }
    explicit operator bool() const { return has_value(); }

    T &value() & { return std::get<0>(m_state); }
    const T &value() const & { return std::get<0>(m_state); }
    T &&value() && { return std::get<0>(std::move(m_state)); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::move(*this).value(); }
    T *operator->() { return &value(); }
    const T *operator->() const { return &value(); }
    template <typename U>
    [[nodiscard]] T value_or(U &&other) const
    {
        return has_value() ? value() : static_cast<T>(std::forward<U>(other));
    }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }

private:
    std::variant<T, Error> m_state;
};

template <>
class [[nodiscard]] Result<void>
{
public:
    using value_type = void;

    Result() = default;
    Result(Error error) : m_error(std::move(error)) {}

    [[nodiscard]] bool has_value() const { return !m_error; }
    explicit operator bool() const { return has_value(); }
    [[nodiscard]] const Error &error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace base
