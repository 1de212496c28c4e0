// One page or one text as an export would write it, for the preview and the command line. Pure functions, any thread.
#pragma once

#include "base/result.h"
#include "site/edition.h"
#include "site/theme.h"

namespace site {

// The whole page of one article. `head` need not be among the edition's articles; it then stands where its date puts
// it (first, without a date). Enclosures that cannot go out are only their words. Fails where its path cannot be used
// or an enclosure cannot be loaded.
[[nodiscard]] base::Result<QByteArray> renderArticle(const Edition &edition, const ArticleHead &head,
                                                     const Texts &texts, const Theme &theme,
                                                     const LoadEnclosure &loadEnclosure = {});

// The very HTML that a page at the top of the site holds for this text.
[[nodiscard]] QString letterHtml(const QString &text, const QList<EnclosedFile> &files = {});
[[nodiscard]] QString answerHtml(const QString &markdown, const QList<EnclosedFile> &files = {});

} // namespace site
