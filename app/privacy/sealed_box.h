// Sealed box: a file that only who knows the passphrase can read, written and read as a stream. libsodium, since it has
// both halves of it done, with no choice left to get wrong: Argon2id (RFC 9106), which makes guessing the passphrase
// dear, and secretstream (XChaCha20-Poly1305, https://doc.libsodium.org/secret-key_cryptography/secretstream), which
// tells of every byte that was changed, left out, put in or cut off. Each belongs to one thread, and the device
// outlives it.
//
// The file, numbers as little-endian 64 bits: "postbag sealed 1\n"; Argon2id's operations and bytes of memory; 16 bytes
// of salt; secretstream's header of 24 bytes; pieces of 65,536 bytes, the last one shorter or as long, each with the 17
// bytes of secretstream and bound to all that stands before that header.
#pragma once

#include "base/result.h"

#include <QByteArray>
#include <QIODevice>

#include <memory>

namespace privacy {

// What trying one passphrase costs.
struct SealingCost {
    quint64 operations = 3;
    quint64 memory = 256ULL * 1024 * 1024; // bytes
};

struct SealedStream;

class SealedWriter
{
public:
    // Takes the time and memory of `cost`. Kind::Unusable for an empty passphrase, Kind::Io where the device cannot be
    // written or the memory is not there.
    [[nodiscard]] static base::Result<std::unique_ptr<SealedWriter>> begin(QIODevice &device, const QString &passphrase,
                                                                           const SealingCost &cost = {});
    ~SealedWriter();
    SealedWriter(const SealedWriter &) = delete;
    SealedWriter &operator=(const SealedWriter &) = delete;

    [[nodiscard]] base::Result<void> write(const QByteArray &bytes);
    // Without it the file counts as cut off.
    [[nodiscard]] base::Result<void> finish();

private:
    SealedWriter(QIODevice &device, std::unique_ptr<SealedStream> stream);
    [[nodiscard]] base::Result<void> put(const QByteArray &piece, bool isLast);

    QIODevice &m_device;
    std::unique_ptr<SealedStream> m_stream;
    QByteArray m_waiting; // for a whole piece
};

class SealedReader
{
public:
    // Errors: Kind::Unusable for what is no sealed file; Kind::Refused for one of a newer form, for one that asks for
    // more than a gigabyte of memory, and for a wrong passphrase; Kind::Damaged for one that is cut off or was changed
    // behind its first piece.
    [[nodiscard]] static base::Result<std::unique_ptr<SealedReader>> begin(QIODevice &device,
                                                                           const QString &passphrase);
    ~SealedReader();
    SealedReader(const SealedReader &) = delete;
    SealedReader &operator=(const SealedReader &) = delete;

    // That many bytes; Kind::Damaged where there are fewer. Memory grows with what there is, not with what is asked
    // for.
    [[nodiscard]] base::Result<QByteArray> read(qint64 bytes);
    // Whether everything was read, and the file is whole.
    [[nodiscard]] base::Result<bool> atEnd();

private:
    SealedReader(QIODevice &device, std::unique_ptr<SealedStream> stream);
    [[nodiscard]] base::Result<void> takePiece();

    QIODevice &m_device;
    std::unique_ptr<SealedStream> m_stream;
    QByteArray m_opened;
    qsizetype m_at = 0; // in m_opened
    bool m_isFirst = true;
    bool m_sawLast = false;
};

} // namespace privacy
