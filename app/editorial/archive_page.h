// ArchivePage: one Markdown file of an open archive: front matter, and below it texts between marker lines. Its values
// are JSON, which is YAML as well (https://yaml.org/spec/1.2.2/, 1.3), so that site generators read them and nothing
// here has to know the rest of YAML. README.md of the archive documents the form. Values, any thread.
#pragma once

#include "base/result.h"

#include <QHash>
#include <QJsonValue>
#include <QList>
#include <QString>

namespace editorial {

// What is wrong with a file of an archive, for people: its name within the archive, the line (from 1; 0: the whole
// file), and what to do about it. Kind::Damaged.
[[nodiscard]] base::Error archiveFault(const QString &file, int line, const QString &what);

// JSON as YAML 1.1 and 1.2 take it, on one line: no character in it that YAML does not print.
[[nodiscard]] QString yamlOf(const QJsonValue &value);

class FrontMatter
{
public:
    void add(QLatin1String key, const QJsonValue &value); // an undefined value is left out
    [[nodiscard]] QString text() const;                   // with its "---" lines

    // Reads lines until "---"; those of other programs' keys may be any YAML. Fails for a key that stands twice.
    [[nodiscard]] static base::Result<FrontMatter> read(const QString &file, const QStringList &lines);

    [[nodiscard]] int lineOf(QLatin1String key) const { return m_entries.value(key).line; } // 0: it is not there
    // Undefined where the key is not there; fails where its value is no JSON.
    [[nodiscard]] base::Result<QJsonValue> value(QLatin1String key) const;

private:
    struct Entry {
        QString written;
        int line = 0;
    };
    QString m_file;
    QStringList m_keys; // in the order of the file
    QHash<QString, Entry> m_entries;
};

// A text between marker lines.
struct ArchiveSection {
    QString name; // "original", "letter 12"
    QString text;
    int line = 0; // of its first marker
};

// The text with an entity for each character that would begin HTML, a marker, a shortcode of Hugo or an attribute list
// of kramdown; unquoted() gives it back, whatever it is.
[[nodiscard]] QString quoted(const QString &text);
[[nodiscard]] QString unquoted(const QString &text);

// The lines of a section, which end with a line end.
[[nodiscard]] QString sectionLines(const QString &name, const QString &text);

struct ArchivePage {
    FrontMatter head;
    QList<ArchiveSection> sections;

    // The section of that name; null: there is none.
    [[nodiscard]] const ArchiveSection *section(const QString &name) const;

    // Fails, with the line, for a file that does not begin with front matter or has a marker without its partner.
    [[nodiscard]] static base::Result<ArchivePage> read(const QString &file, const QByteArray &bytes);
};

} // namespace editorial
