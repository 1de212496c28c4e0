// Digest: BLAKE2b-160 (RFC 7693) over a row of fields, each with its length before it, so that no two rows run
// together. It tells the manifest what a file held and from which inputs a page was made; BLAKE2b because it is the
// fastest of those in Qt that nobody can forge. A value of one thread.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QString>

namespace site {

class Digest
{
public:
    Digest() : m_hash(QCryptographicHash::Blake2b_160) {}

    Digest &add(qint64 number)
    {
        m_hash.addData(QByteArrayView(reinterpret_cast<const char *>(&number), sizeof number));
        return *this;
    }
    Digest &add(QByteArrayView bytes)
    {
        add(qint64(bytes.size()));
        m_hash.addData(bytes);
        return *this;
    }
    Digest &add(const QByteArray &bytes) { return add(QByteArrayView(bytes)); }
    Digest &add(const QString &text)
    {
        return add(QByteArrayView(reinterpret_cast<const char *>(text.utf16()), text.size() * 2));
    }

    // 20 bytes.
    [[nodiscard]] QByteArray result() const { return m_hash.result(); }

private:
    QCryptographicHash m_hash;
};

// 40 lower-case hexadecimal digits: BLAKE2b-160 of the bytes alone.
[[nodiscard]] inline QByteArray contentDigest(QByteArrayView bytes)
{
    QCryptographicHash hash(QCryptographicHash::Blake2b_160);
    hash.addData(bytes);
    return hash.result().toHex();
}

} // namespace site
