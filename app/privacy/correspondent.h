// Correspondent: who wrote a letter: name, address, headers, the raw message. It is kept apart from the letter, and
// only this layer and storage handle it. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QByteArray>

namespace privacy {

struct Correspondent {
    desk::CorrespondentId id;
    QString name;
    QString address;
    QByteArray headers; // as they came
    QByteArray raw;     // the whole message as it came
};

// A correspondent as it lies in the desk file: opaque bytes and the scheme that closed them.
struct SealedCorrespondent {
    desk::CorrespondentId id;
    QString scheme;      // "plain": not encrypted
    QByteArray identity; // name and address
    QByteArray message;  // headers and raw message
    // By which letters of one writer are known without opening them; empty for a correspondent without an address.
    // Null where the row is older than such keys.
    QByteArray writerKey = {};
};

// Closes and opens correspondents, so that nothing else on the desk has to know how they are kept.
class Vault
{
public:
    Vault() = default;
    virtual ~Vault() = default;
    Vault(const Vault &) = delete;
    Vault &operator=(const Vault &) = delete;

    [[nodiscard]] virtual base::Result<SealedCorrespondent> seal(const Correspondent &correspondent) const = 0;
    // Fails with Kind::Damaged, or Kind::Refused for a scheme that this vault cannot open. An empty message, as of what
    // was read without it, opens to no headers and no raw message.
    [[nodiscard]] virtual base::Result<Correspondent> open(const SealedCorrespondent &sealed) const = 0;
    // The writer's key for an address, however it is spelled; empty for an empty one.
    [[nodiscard]] virtual QByteArray writerKey(const QString &address) const = 0;
};

// Keeps correspondents readable in the desk file; scheme "plain".
class PlainVault final : public Vault
{
public:
    // `secret` belongs to one desk: writers' keys of different desks have nothing in common.
    explicit PlainVault(QByteArray secret = {}) : m_secret(std::move(secret)) {}

    [[nodiscard]] base::Result<SealedCorrespondent> seal(const Correspondent &correspondent) const override;
    [[nodiscard]] base::Result<Correspondent> open(const SealedCorrespondent &sealed) const override;
    // 16 bytes of HMAC-SHA-256 (RFC 2104) of the address without regard to case.
    [[nodiscard]] QByteArray writerKey(const QString &address) const override;

private:
    QByteArray m_secret;
};

// The name that the desk shows instead of the writer's, two words as "Wren Marsh"; always the same for the same key,
// and made of nothing but the key.
[[nodiscard]] QString deskName(const desk::CorrespondentId &correspondent);

} // namespace privacy
