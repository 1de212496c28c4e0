// Frame: what all pages of one export share: the masthead's texts as HTML, the names of the assets, the addresses of
// the standing pages; worked out once for every depth of folder. Immutable once made; may be read from any thread.
#pragma once

#include "site/address.h"
#include "site/outline.h"
#include "site/template.h"
#include "site/theme.h"

#include <QLocale>
#include <QSet>

#include <map>
#include <vector>

namespace site {

class Frame
{
public:
    // For pages at the places of `files`.
    Frame(const Outline &outline, const Theme &theme, const QSet<QString> &files);

    [[nodiscard]] static QString styleFile(const Theme &theme);
    [[nodiscard]] static QString scriptFile(const Theme &theme);
    // A digest over everything that a frame is made from.
    [[nodiscard]] static QByteArray digest(const Outline &outline, const Theme &theme);

    // The values for pages in the folder of `file`.
    [[nodiscard]] const Values &shared(const QString &file) const { return m_shared.at(wayUp(file)).values; }
    // The values of the box about an author; `byline` is a place in the masthead.
    [[nodiscard]] const Values &author(const QString &file, qsizetype byline) const
    {
        return m_shared.at(wayUp(file)).authors.at(size_t(byline));
    }

    // "22 November 2026" in the language of the site.
    [[nodiscard]] QString dateText(const QDate &date) const { return m_locale.toString(date, m_dateFormat); }

private:
    struct Shared {
        Values values;
        std::vector<Values> authors;
    };

    [[nodiscard]] Shared sharedFor(const QByteArray &way, const Theme &theme) const;
    [[nodiscard]] Values authorValues(const desk::Author &author, const QByteArray &way) const;

    const Outline &m_outline;
    QLocale m_locale;
    QString m_dateFormat;
    std::map<QByteArray, Shared> m_shared;
};

} // namespace site
