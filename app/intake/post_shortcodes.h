// PostShortcodes: what the shortcodes in a post of an archive stand for, as far as that can be told without the plugins
// that made it. Pure, any thread.
#pragma once

#include "intake/post_losses.h"

#include <QByteArray>

namespace intake {

// The content (UTF-8) with captions as <figure>, embedded pages, videos and sounds as the elements that hold their
// addresses, and without all other shortcodes; what stands between the tags of those stays. They are told of in
// `losses`. A shortcode is told from text in brackets by a name that is known, by attributes, or by a closing tag; in
// code and between doubled brackets it is text. Linear.
[[nodiscard]] QByteArray withoutShortcodes(const QByteArray &content, PostLosses &losses);

} // namespace intake
