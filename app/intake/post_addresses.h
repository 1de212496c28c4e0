// PostAddresses: what the addresses in a post of an archive lead to, seen from the site that the archive becomes.
// Values, any thread.
#pragma once

#include <QString>

namespace intake {

class PostAddresses
{
public:
    // `site` as in PostReading.
    explicit PostAddresses(const QString &site);

    // Where a link leads (RFC 3986): "/path" on the site itself, whether it is named with http or https, with www or
    // without; http, https and mailto elsewhere. Empty for other schemes, places within the page, and what is too long.
    [[nodiscard]] QString link(const QString &address) const;

    // The address of a file by http or https, of the site too; "/path" where the site is not known. Else empty.
    [[nodiscard]] QString file(const QString &address) const;

private:
    [[nodiscard]] QString onSite(const QString &path) const;

    QString m_origin; // "https://askhazel.example", as it was given; empty: not known
    QString m_host;   // "askhazel.example", to compare with
    QString m_base;   // "/blog"; empty: none
};

// Whether both are the same picture, in whatever size: WordPress names its smaller copies "name-300x200.jpg".
[[nodiscard]] bool isSameFile(const QString &one, const QString &other);

} // namespace intake
