// PlainText: puts the words of a parsed text together, without its marks. What parts two blocks is written only when
// words follow, so that an empty block leaves no gap. A value of one thread.
#pragma once

#include <QByteArray>

#include <vector>

namespace markdown {

class PlainText
{
public:
    // A list whose items count from `first`, or have "•" if that is negative.
    void openList(int first, bool tight);
    void closeList();
    void beginItem();
    void beginBlock() { m_newBlock = true; }

    void addWords(QByteArrayView words);
    // A space or a line end within a block.
    void addSpace(char space);

    [[nodiscard]] QByteArray text() const { return m_text; }

private:
    struct List {
        int next = -1;
        bool tight = false;
    };

    [[nodiscard]] QByteArray gap() const;

    QByteArray m_text;
    QByteArray m_gap = "\n\n";
    QByteArray m_mark;
    std::vector<List> m_lists;
    bool m_newBlock = true;
};

} // namespace markdown
