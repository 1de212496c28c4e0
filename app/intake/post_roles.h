// PostRoles: what the elements of a post are in its Markdown, and how their styles change words. Pure, any thread.
#pragma once

#include <gumbo.h>

namespace intake {

enum class PostRole {
    Inline,
    Block,
    Heading,
    Bold,
    Italic,
    Quoted,    // <q>
    BoldBlock, // the term of a definition, the summary of what folds
    Caption,   // in italics
    Quotation,
    List,
    Item,
    Preformatted,
    Code,
    Table,
    Break,
    Rule,
    Link,
    Picture,
    Embedded,
    Form,
    Hidden
};

[[nodiscard]] PostRole postRole(GumboTag tag);

// The style (bits of MarkdownEscapes) of the words in an element, where those around it have `outer`.
[[nodiscard]] char styleWithin(const GumboElement &element, PostRole role, char outer);

} // namespace intake
