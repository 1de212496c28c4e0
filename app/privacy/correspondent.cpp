#include "privacy/correspondent.h"

#include <QCborMap>
#include <QCborStreamReader>
#include <QCborValue>
#include <QCoreApplication>
#include <QCryptographicHash>
#include <QMessageAuthenticationCode>

namespace privacy {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(privacy::correspondent)
};

constexpr QLatin1String plainScheme("plain");

// Both parts are CBOR maps (RFC 8949) with small numbers as keys. The numbers stay as they are; a form that older
// programs would misread gets a new version.
constexpr qint64 versionKey = 0;
constexpr qint64 nameKey = 1;
constexpr qint64 addressKey = 2;
constexpr qint64 headersKey = 1;
constexpr qint64 rawKey = 2;
constexpr qint64 currentVersion = 1;

base::Error damaged(const QString &part)
{
    return base::Error{base::Error::Kind::Damaged,
                       Words::tr("What is kept of a correspondent is damaged, so the sender of this letter cannot be "
                                 "shown. Restore the desk from a backup to see it."),
                       QStringLiteral("sealed correspondent: unreadable ") + part};
}

base::Error refused(const QString &detail)
{
    return base::Error{base::Error::Kind::Refused,
                       Words::tr("This correspondent is kept in a way that this version of Postbag does not know. "
                                 "Open the desk with a newer version."),
                       QStringLiteral("sealed correspondent: ") + detail};
}

// The one map that the bytes hold, with both values of the type that is due.
base::Result<QCborMap> mapOf(const QByteArray &bytes, QCborValue::Type type, const QString &part)
{
    QCborStreamReader reader(bytes);
    const QCborValue value = QCborValue::fromCbor(reader);
    if (reader.lastError() != QCborError::NoError || reader.currentOffset() != bytes.size() || !value.isMap())
        return damaged(part);
    const QCborMap map = value.toMap();
    if (!map.value(versionKey).isInteger())
        return damaged(part);
    if (map.value(versionKey).toInteger() > currentVersion)
        return refused(QStringLiteral("newer version of ") + part);
    if (map.value(versionKey).toInteger() != currentVersion || map.value(1).type() != type ||
        map.value(2).type() != type)
        return damaged(part);
    return map;
}

} // namespace

base::Result<SealedCorrespondent> PlainVault::seal(const Correspondent &correspondent) const
{
    const QCborMap identity{
        {versionKey, currentVersion}, {nameKey, correspondent.name}, {addressKey, correspondent.address}};
    const QCborMap message{
        {versionKey, currentVersion}, {headersKey, correspondent.headers}, {rawKey, correspondent.raw}};
    return SealedCorrespondent{correspondent.id, plainScheme, identity.toCborValue().toCbor(),
                               message.toCborValue().toCbor(), writerKey(correspondent.address)};
}

base::Result<Correspondent> PlainVault::open(const SealedCorrespondent &sealed) const
{
    if (sealed.scheme != plainScheme)
        return refused(QStringLiteral("unknown scheme"));
    const base::Result<QCborMap> identity = mapOf(sealed.identity, QCborValue::String, QStringLiteral("identity"));
    if (!identity)
        return identity.error();
    Correspondent correspondent{
        sealed.id, identity->value(nameKey).toString(), identity->value(addressKey).toString(), {}, {}};
    if (sealed.message.isEmpty())
        return correspondent;
    const base::Result<QCborMap> message = mapOf(sealed.message, QCborValue::ByteArray, QStringLiteral("message"));
    if (!message)
        return message.error();
    correspondent.headers = message->value(headersKey).toByteArray();
    correspondent.raw = message->value(rawKey).toByteArray();
    return correspondent;
}

QByteArray PlainVault::writerKey(const QString &address) const
{
    const QByteArray folded = address.trimmed().toCaseFolded().toUtf8();
    if (folded.isEmpty())
        return QByteArrayLiteral("");
    return QMessageAuthenticationCode::hash(folded, m_secret, QCryptographicHash::Sha256).first(16);
}

} // namespace privacy
