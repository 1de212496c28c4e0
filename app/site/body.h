// Body: the HTML of the texts that people wrote, and its links. What is written as "qa-index.html" or "/letters/x.html"
// means a page of the site, wherever the text stands; such links are made relative to the page (or absolute, in a feed)
// when the page is put together. Pure functions, any thread.
#pragma once

#include "site/edition.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <string>

namespace site {

// HTML with links as they were written, those to attachments among `files` led to their files. Also well-formed XML.
[[nodiscard]] QByteArray letterBody(const QString &text, const QList<EnclosedFile> &files = {});
[[nodiscard]] QByteArray answerBody(const QString &markdown, const QList<EnclosedFile> &files = {});

// The HTML with every link into the site led through `way`: "", "../", ... or "https://askhazel.example/"; "a/" becomes
// "a/index.html". The files that it refers to are added to `targets`, if given.
[[nodiscard]] QByteArray withLinks(const QByteArray &html, const QByteArray &way, QStringList *targets = nullptr);

// The words of such HTML, entities resolved, blocks apart by a line end.
[[nodiscard]] QByteArray wordsOf(const QByteArray &html);

} // namespace site
