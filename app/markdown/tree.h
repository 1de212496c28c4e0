// Tree: one parsed text. Private to this layer: it keeps cmark out of every header. A value of one thread.
#pragma once

#include "markdown/outline.h"
#include "markdown/renderer.h"

#include <QByteArray>

#include <memory>

namespace markdown {

class Tree
{
public:
    // Parses text that isWithinLimits().
    Tree(const QByteArray &utf8, const Options &options);
    ~Tree();
    Tree(const Tree &) = delete;
    Tree &operator=(const Tree &) = delete;

    // True if something stands more than maximumDepth deep; then nothing else may be called.
    [[nodiscard]] bool isTooDeep() const;

    // Changes the tree to what the dialect of the options publishes.
    void applyDialect();

    [[nodiscard]] QByteArray toHtml() const;
    [[nodiscard]] QByteArray toPlainText() const;
    [[nodiscard]] Outline outline() const;

private:
    struct Nodes;
    std::unique_ptr<Nodes> m_nodes;
    Options m_options;
};

} // namespace markdown
