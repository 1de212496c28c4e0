// Manifest: what was written into a site folder, and from what: the list of files that an export may replace or remove.
// It names no time and no absolute path, so equal sites have equal manifests. A value.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QHash>
#include <QString>

namespace site {

inline const QString manifestName = QStringLiteral(".postbag-manifest.json");

class Manifest
{
public:
    struct Entry {
        QByteArray digest; // contentDigest() of the file
        QByteArray key;    // hexadecimal digest of everything the file was made from
        qint64 size = 0;   // bytes
        QStringList links; // paths within the site that the texts of a person refer to

        friend bool operator==(const Entry &a, const Entry &b) = default;
    };

    // Reads what toJson() writes. Paths that no export writes (absolute, with "..", hidden, ...) are left out and
    // listed in `refused`. Fails where it is no manifest, or of a newer format.
    [[nodiscard]] static base::Result<Manifest> fromJson(const QByteArray &json, QStringList &refused);

    // Sorted by path, one file a line.
    [[nodiscard]] QByteArray toJson() const;

    [[nodiscard]] const Entry *entry(const QString &path) const;
    void insert(const QString &path, const Entry &entry) { m_entries.insert(path, entry); }
    void remove(const QString &path) { m_entries.remove(path); }
    [[nodiscard]] bool isEmpty() const { return m_entries.isEmpty(); }
    [[nodiscard]] const QHash<QString, Entry> &entries() const { return m_entries; }
    [[nodiscard]] QStringList paths() const; // sorted

    // The digest of what all pages share; tells why pages changed.
    [[nodiscard]] QByteArray frame() const { return m_frame; }
    void setFrame(const QByteArray &digest) { m_frame = digest; }

    friend bool operator==(const Manifest &a, const Manifest &b)
    {
        return a.m_frame == b.m_frame && a.m_entries == b.m_entries;
    }

private:
    QByteArray m_frame;
    QHash<QString, Entry> m_entries;
};

} // namespace site
