// XmlSearch: finds some bytes again and again in a text that comes piece by piece, from places that only go up, and
// looks at none of it twice. Value; one thread.
#pragma once

#include <QByteArrayView>

#include <algorithm>

namespace intake {

class XmlSearch
{
public:
    explicit XmlSearch(QByteArrayView what) : m_what(what) {}

    // The first place in [from, to) of the text, whose beginning is at `base` of the whole; -1 where there is none.
    [[nodiscard]] qsizetype find(QByteArrayView text, qint64 base, qsizetype from, qsizetype to)
    {
        if (m_found < base + from) {
            const qsizetype start = std::max<qint64>(from, m_searched - base);
            const qsizetype at = start < to ? text.first(to).indexOf(m_what, start) : -1;
            m_searched = std::max<qint64>(m_searched, at >= 0 ? base + at : base + to - m_what.size() + 1);
            m_found = at >= 0 ? base + at : -1;
        }
        return m_found >= 0 ? m_found - base : -1;
    }

private:
    QByteArrayView m_what;
    qint64 m_found = -1;
    qint64 m_searched = 0; // none begins before this place
};

} // namespace intake
