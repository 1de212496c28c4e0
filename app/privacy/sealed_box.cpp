#include "privacy/sealed_box.h"

#include <QCoreApplication>
#include <QtEndian>

#include <sodium.h>

#include <array>

namespace privacy {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(privacy::sealed_box)
};

constexpr qsizetype pieceLength = 65'536;
constexpr qsizetype sealedLength = pieceLength + crypto_secretstream_xchacha20poly1305_ABYTES;
constexpr qsizetype numberLength = sizeof(quint64);
constexpr quint64 mostOperations = 16;
constexpr quint64 mostMemory = 1024ULL * 1024 * 1024;

const QByteArray family("postbag sealed ");
const QByteArray mark("postbag sealed 1\n");
const qsizetype headLength = mark.size() + 2 * numberLength + qsizetype{crypto_pwhash_SALTBYTES};

using Key = std::array<unsigned char, crypto_secretstream_xchacha20poly1305_KEYBYTES>;

const unsigned char *bytesOf(const QByteArray &bytes)
{
    return reinterpret_cast<const unsigned char *>(bytes.constData());
}

unsigned char *bytesIn(QByteArray &bytes)
{
    return reinterpret_cast<unsigned char *>(bytes.data());
}

QByteArray littleEndian(quint64 number)
{
    const quint64 swapped = qToLittleEndian(number);
    return QByteArray(reinterpret_cast<const char *>(&swapped), numberLength);
}

Error damaged()
{
    return {Error::Kind::Damaged,
            Words::tr("The encrypted file is cut off or was changed. Take it from another copy of the folder.")};
}

Error unwritable(const QIODevice &device)
{
    return {Error::Kind::Io,
            Words::tr("The encrypted file could not be written: %1. Free some space or choose another folder.")
                .arg(device.errorString())};
}

Result<void> start()
{
    if (sodium_init() < 0)
        return Error{Error::Kind::Io, Words::tr("This computer gives no random numbers, so nothing can be encrypted.")};
    return {};
}

// However its letters were composed when they were typed.
Result<void> deriveKey(const QString &passphrase, const QByteArray &salt, const SealingCost &cost, Key &key)
{
    QByteArray typed = passphrase.normalized(QString::NormalizationForm_C).toUtf8();
    const int failed = crypto_pwhash(key.data(), key.size(), typed.constData(), static_cast<quint64>(typed.size()),
                                     bytesOf(salt), cost.operations, cost.memory, crypto_pwhash_ALG_ARGON2ID13);
    sodium_memzero(typed.data(), static_cast<std::size_t>(typed.size()));
    if (failed == 0)
        return {};
    return Error{Error::Kind::Io, Words::tr("There is not enough memory to work with the passphrase (%1 MB). Close "
                                            "other programs and try again.")
                                      .arg(cost.memory / (1024ULL * 1024))};
}

Result<QByteArray> takeHead(QIODevice &device)
{
    const QByteArray head = device.read(headLength);
    if (!head.startsWith(family))
        return Error{Error::Kind::Unusable, Words::tr("This is no file that Postbag encrypted.")};
    if (!head.startsWith(mark))
        return Error{Error::Kind::Refused, Words::tr("The file was encrypted by a newer Postbag. Install that one.")};
    if (head.size() < headLength)
        return damaged();
    return head;
}

SealingCost costIn(const QByteArray &head)
{
    const char *numbers = head.constData() + mark.size();
    return {qFromLittleEndian<quint64>(numbers), qFromLittleEndian<quint64>(numbers + numberLength)};
}

} // namespace

struct SealedStream {
    ~SealedStream() { sodium_memzero(&state, sizeof state); }

    crypto_secretstream_xchacha20poly1305_state state{};
    QByteArray head; // to which every piece is bound
};

SealedWriter::SealedWriter(QIODevice &device, std::unique_ptr<SealedStream> stream)
    : m_device(device), m_stream(std::move(stream))
{}

SealedWriter::~SealedWriter() = default;

Result<std::unique_ptr<SealedWriter>> SealedWriter::begin(QIODevice &device, const QString &passphrase,
                                                          const SealingCost &cost)
{
    if (passphrase.isEmpty())
        return Error{Error::Kind::Unusable, Words::tr("The passphrase is empty. Choose one.")};
    if (const Result<void> started = start(); !started)
        return started.error();
    QByteArray salt(qsizetype{crypto_pwhash_SALTBYTES}, '\0');
    randombytes_buf(salt.data(), static_cast<std::size_t>(salt.size()));
    auto stream = std::make_unique<SealedStream>();
    stream->head = mark + littleEndian(cost.operations) + littleEndian(cost.memory) + salt;
    Key key{};
    if (const Result<void> derived = deriveKey(passphrase, salt, cost, key); !derived)
        return derived.error();
    QByteArray header(qsizetype{crypto_secretstream_xchacha20poly1305_HEADERBYTES}, '\0');
    crypto_secretstream_xchacha20poly1305_init_push(&stream->state, bytesIn(header), key.data());
    sodium_memzero(key.data(), key.size());
    const QByteArray beginning = stream->head + header;
    if (device.write(beginning) != beginning.size())
        return unwritable(device);
    return std::unique_ptr<SealedWriter>(new SealedWriter(device, std::move(stream)));
}

Result<void> SealedWriter::put(const QByteArray &piece, bool isLast)
{
    QByteArray sealed(piece.size() + qsizetype{crypto_secretstream_xchacha20poly1305_ABYTES}, '\0');
    crypto_secretstream_xchacha20poly1305_push(
        &m_stream->state, bytesIn(sealed), nullptr, bytesOf(piece), static_cast<quint64>(piece.size()),
        bytesOf(m_stream->head), static_cast<quint64>(m_stream->head.size()),
        isLast ? crypto_secretstream_xchacha20poly1305_TAG_FINAL : crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
    if (m_device.write(sealed) != sealed.size())
        return unwritable(m_device);
    return {};
}

Result<void> SealedWriter::write(const QByteArray &bytes)
{
    m_waiting += bytes;
    qsizetype at = 0;
    for (; m_waiting.size() - at > pieceLength; at += pieceLength) {
        if (const Result<void> done = put(m_waiting.mid(at, pieceLength), false); !done)
            return done;
    }
    m_waiting.remove(0, at);
    return {};
}

Result<void> SealedWriter::finish()
{
    return put(m_waiting, true);
}

SealedReader::SealedReader(QIODevice &device, std::unique_ptr<SealedStream> stream)
    : m_device(device), m_stream(std::move(stream))
{}

SealedReader::~SealedReader() = default;

Result<std::unique_ptr<SealedReader>> SealedReader::begin(QIODevice &device, const QString &passphrase)
{
    if (const Result<void> started = start(); !started)
        return started.error();
    const Result<QByteArray> head = takeHead(device);
    if (!head)
        return head.error();
    const SealingCost cost = costIn(*head);
    if (cost.operations < crypto_pwhash_OPSLIMIT_MIN || cost.operations > mostOperations ||
        cost.memory < crypto_pwhash_MEMLIMIT_MIN || cost.memory > mostMemory)
        return Error{Error::Kind::Refused,
                     Words::tr("The encrypted file asks for more than this Postbag does to open one. It was left "
                               "alone.")};
    const QByteArray header = device.read(crypto_secretstream_xchacha20poly1305_HEADERBYTES);
    if (header.size() < qsizetype{crypto_secretstream_xchacha20poly1305_HEADERBYTES})
        return damaged();
    Key key{};
    const Result<void> derived = deriveKey(passphrase, head->last(qsizetype{crypto_pwhash_SALTBYTES}), cost, key);
    if (!derived)
        return derived.error();
    auto stream = std::make_unique<SealedStream>();
    stream->head = *head;
    const int failed = crypto_secretstream_xchacha20poly1305_init_pull(&stream->state, bytesOf(header), key.data());
    sodium_memzero(key.data(), key.size());
    if (failed != 0)
        return damaged();
    std::unique_ptr<SealedReader> reader(new SealedReader(device, std::move(stream)));
    if (const Result<void> taken = reader->takePiece(); !taken)
        return taken.error();
    return reader;
}

Result<void> SealedReader::takePiece()
{
    const QByteArray sealed = m_device.read(sealedLength);
    if (sealed.size() < qsizetype{crypto_secretstream_xchacha20poly1305_ABYTES})
        return damaged();
    m_opened.resize(sealed.size() - qsizetype{crypto_secretstream_xchacha20poly1305_ABYTES});
    m_at = 0;
    unsigned char tag = 0;
    const int failed = crypto_secretstream_xchacha20poly1305_pull(
        &m_stream->state, bytesIn(m_opened), nullptr, &tag, bytesOf(sealed), static_cast<quint64>(sealed.size()),
        bytesOf(m_stream->head), static_cast<quint64>(m_stream->head.size()));
    if (failed != 0 && m_isFirst)
        return Error{Error::Kind::Refused,
                     Words::tr("The passphrase does not open the encrypted file. Check it, or the file was changed.")};
    m_isFirst = false;
    m_sawLast = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL;
    const bool isTooShort = !m_sawLast && m_opened.size() < pieceLength;
    if (failed != 0 || isTooShort || (m_sawLast && !m_device.atEnd()))
        return damaged();
    return {};
}

Result<QByteArray> SealedReader::read(qint64 bytes)
{
    QByteArray taken;
    while (taken.size() < bytes) {
        if (m_at == m_opened.size()) {
            if (m_sawLast)
                return damaged();
            if (const Result<void> piece = takePiece(); !piece)
                return piece.error();
        }
        const qsizetype part = qMin(bytes - taken.size(), m_opened.size() - m_at);
        taken += m_opened.mid(m_at, part);
        m_at += part;
    }
    return taken;
}

Result<bool> SealedReader::atEnd()
{
    if (m_at < m_opened.size())
        return false;
    if (!m_sawLast) {
        if (const Result<void> piece = takePiece(); !piece)
            return piece.error();
    }
    return m_at == m_opened.size();
}

} // namespace privacy
