// Template: one compiled Mustache template and the values it is filled with. Mustache escapes what stands in {{name}}
// and leaves what stands in {{{name}}} as it is; only HTML that this layer made may be meant for the latter.
// Names are looked up in the page's values first, then in those that all pages of a folder share.
#pragma once

#include <QByteArray>
#include <QString>

#include <kainjow/mustache.hpp>

#include <string>

namespace site {

using Values = kainjow::mustache::data;

// UTF-8 without what XML 1.0 cannot hold (section 2.2): control characters, U+FFFE, U+FFFF.
[[nodiscard]] std::string utf8(const QString &text);

[[nodiscard]] inline Values list()
{
    return Values(Values::type::list);
}

inline void put(Values &values, const char *name, const QString &text)
{
    values[name] = Values(utf8(text));
}

inline void put(Values &values, const char *name, const QByteArray &bytes)
{
    values[name] = Values(bytes.toStdString());
}

inline void put(Values &values, const char *name, Values value)
{
    values[name] = std::move(value);
}

// Puts the text, or "false" where it is empty, so that {{#name}} asks whether there is any.
inline void putIfAny(Values &values, const char *name, const QString &text)
{
    values[name] = text.isEmpty() ? Values(false) : Values(utf8(text));
}

inline void putIfAny(Values &values, const char *name, const QByteArray &bytes)
{
    values[name] = bytes.isEmpty() ? Values(false) : Values(bytes.toStdString());
}

// A value of one thread.
class Template
{
public:
    explicit Template(const std::string &source) : m_mustache(source) {}

    // What the engine found wrong; empty: nothing.
    [[nodiscard]] const std::string &fault() const { return m_mustache.error_message(); }
    [[nodiscard]] std::string render(const Values &shared, const Values &page);

private:
    kainjow::mustache::mustache m_mustache;
};

} // namespace site
