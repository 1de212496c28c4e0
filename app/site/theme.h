// Theme: Mustache templates, a style sheet, a script and words, that turn articles into pages. It is a folder, or one
// of those that ship. Its partials and words are put into the templates while loading, so that a fault is found once,
// with its file, line and column, and not on some page. A value; may be read from any thread.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QString>

#include <array>
#include <string>

namespace site {

// The pages that every theme has a template for.
enum class TemplateKind { Article, Front, Index, IndexLetter, Topic, NotFound, Search };
inline constexpr size_t templateCount = 7;

class Theme
{
public:
    // The theme in the folder `nameOrFolder`, or the one of that name that ships ("quiet"; empty: that too). Its words
    // are those of the language (BCP 47), or English where it has none. Fails with "file:line:column: what is wrong".
    [[nodiscard]] static base::Result<Theme> load(const QString &nameOrFolder, const QString &language);

    // The template's text with partials and words put in.
    [[nodiscard]] const std::string &source(TemplateKind kind) const { return m_sources.at(static_cast<size_t>(kind)); }
    [[nodiscard]] const QByteArray &styleSheet() const { return m_styleSheet; }
    [[nodiscard]] const QByteArray &script() const { return m_script; } // of the search page
    [[nodiscard]] const QByteArray &digest() const { return m_digest; } // over all of it

private:
    Theme() = default;

    std::array<std::string, templateCount> m_sources;
    QByteArray m_styleSheet;
    QByteArray m_script;
    QByteArray m_digest;
};

} // namespace site
