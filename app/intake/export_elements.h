// ExportElements: the names of the elements of a WordPress export, and how the one that an element belongs to is told
// from those of the same name: by the stem of its namespace, whatever the version, "http" or "https". Where a namespace
// is unknown or not declared its usual prefix counts. Pure functions, any thread.
#pragma once

#include <QByteArrayView>
#include <QStringView>

namespace intake {

enum class ExportSpace { Rss, WordPress, Content, Excerpt, DublinCore, Other };

// `declared`: the namespace of the prefix; empty where there is none. Without either it is RSS.
[[nodiscard]] ExportSpace exportSpace(QStringView prefix, QStringView declared);

// Whether a tag begins here that stands in exports and not in the texts of posts: "<wp:post_id>", "</item>".
[[nodiscard]] bool startsExportTag(QByteArrayView text);

} // namespace intake
