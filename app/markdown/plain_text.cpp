#include "markdown/plain_text.h"

#include <utility>

namespace markdown {

void PlainText::openList(int first, bool tight)
{
    m_lists.push_back({first, tight});
}

void PlainText::closeList()
{
    m_lists.pop_back();
    m_mark.clear();
    m_gap = gap();
}

void PlainText::beginItem()
{
    int &next = m_lists.back().next;
    m_mark = next < 0 ? QByteArray("\u2022") : QByteArray::number(next++).append('.');
    m_mark += ' ';
}

void PlainText::addWords(QByteArrayView words)
{
    if (words.isEmpty())
        return;
    if (m_newBlock) {
        if (!m_text.isEmpty())
            m_text += m_gap;
        m_text += std::exchange(m_mark, {});
        m_gap = gap();
        m_newBlock = false;
    }
    m_text += words;
}

void PlainText::addSpace(char space)
{
    if (!m_newBlock)
        m_text += space;
}

QByteArray PlainText::gap() const
{
    return !m_lists.empty() && m_lists.back().tight ? "\n" : "\n\n";
}

} // namespace markdown
