// ByteReader: a walk through bytes that a stranger sent, never past their end. Once something is asked for that is not
// there, the walk is broken: it gives zeros and empty views from then on, and whoever walks asks isBroken() at the end
// instead of after each step. A value of one thread; the bytes must outlive it.
#pragma once

#include <QByteArrayView>
#include <QtEndian>

namespace privacy {

class ByteReader
{
public:
    explicit ByteReader(QByteArrayView bytes) : m_bytes(bytes) {}

    [[nodiscard]] bool isBroken() const { return m_isBroken; }
    [[nodiscard]] bool atEnd() const { return m_at >= m_bytes.size(); }
    [[nodiscard]] qsizetype left() const { return m_bytes.size() - m_at; }
    [[nodiscard]] qsizetype at() const { return m_at; }

    QByteArrayView take(qint64 count)
    {
        if (m_isBroken || count < 0 || count > left()) {
            m_isBroken = true;
            m_at = m_bytes.size();
            return {};
        }
        const QByteArrayView taken = m_bytes.sliced(m_at, count);
        m_at += count;
        return taken;
    }
    [[nodiscard]] quint8 byte() { return number<quint8>(qFromBigEndian); }
    [[nodiscard]] quint16 big16() { return number<quint16>(qFromBigEndian); }
    [[nodiscard]] quint32 big32() { return number<quint32>(qFromBigEndian); }
    [[nodiscard]] quint16 little16() { return number<quint16>(qFromLittleEndian); }
    [[nodiscard]] quint32 little24()
    {
        const quint32 low = little16();
        return low | quint32(byte()) << 16U;
    }
    [[nodiscard]] quint32 little32() { return number<quint32>(qFromLittleEndian); }

private:
    template <typename T>
    T number(T (*read)(const void *))
    {
        const QByteArrayView taken = take(sizeof(T));
        return m_isBroken ? T(0) : read(taken.data());
    }

    QByteArrayView m_bytes;
    qsizetype m_at = 0;
    bool m_isBroken = false;
};

} // namespace privacy
