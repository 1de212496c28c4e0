// PostBlocks: the comments by which WordPress's block editor marks the blocks of a post. Pure, any thread.
#pragma once

#include "intake/post_losses.h"

#include <QByteArray>

namespace intake {

// Whether the content has such marks. Blocks that are nothing but their mark, since WordPress makes their content only
// when it shows the post, are added to `losses`; breaks and spaces are none. Linear.
bool readBlockMarks(QByteArrayView content, PostLosses &losses);

} // namespace intake
