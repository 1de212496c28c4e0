#include "editorial/archive_correspondents.h"

#include "editorial/archive_page.h"
#include "privacy/correspondent.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"

#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>
#include <QtEndian>

namespace editorial {

namespace {

using base::Error;
using base::Result;
using privacy::SealedCorrespondent;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::archive_correspondents)
};

constexpr qint64 readAtOnce = 500;

// Each correspondent is the length of what follows (32 bits, little-endian) and a CBOR map (RFC 8949) with these keys.
constexpr qint64 idKey = 1;
constexpr qint64 schemeKey = 2;
constexpr qint64 identityKey = 3;
constexpr qint64 messageKey = 4;

Error stopped()
{
    return {Error::Kind::Cancelled, Words::tr("The correspondents were left.")};
}

QByteArray lengthOf(const QByteArray &bytes)
{
    const quint32 length = qToLittleEndian(static_cast<quint32>(bytes.size()));
    return QByteArray(reinterpret_cast<const char *>(&length), sizeof length);
}

QByteArray recordOf(const SealedCorrespondent &correspondent)
{
    const QCborMap map{{idKey, correspondent.id.toString()},
                       {schemeKey, correspondent.scheme},
                       {identityKey, correspondent.identity},
                       {messageKey, correspondent.message}};
    const QByteArray bytes = map.toCborValue().toCbor();
    return lengthOf(bytes) + bytes;
}

Result<SealedCorrespondent> correspondentIn(const QByteArray &record)
{
    const QCborMap map = QCborValue::fromCbor(record).toMap();
    SealedCorrespondent correspondent{desk::CorrespondentId::fromString(map.value(idKey).toString()),
                                      map.value(schemeKey).toString(), map.value(identityKey).toByteArray(),
                                      map.value(messageKey).toByteArray()};
    if (correspondent.id.isNull() || correspondent.scheme.isEmpty())
        return archiveFault(correspondentsFileName, 0, Words::tr("What it holds is of no use to this Postbag."));
    return correspondent;
}

// One that cannot be opened is known by nothing.
QByteArray writerKeyOf(const SealedCorrespondent &correspondent, const privacy::Vault &vault)
{
    SealedCorrespondent identity = correspondent;
    identity.message.clear();
    const auto opened = vault.open(identity);
    return vault.writerKey(opened ? opened->address : QString());
}

} // namespace

Result<qint64> sealCorrespondents(storage::DeskFile &file, QIODevice &device, const QString &passphrase,
                                  const privacy::SealingCost &cost, base::Progress &progress)
{
    const auto writer = privacy::SealedWriter::begin(device, passphrase, cost);
    if (!writer)
        return writer.error();
    qint64 count = 0;
    desk::CorrespondentId last;
    for (;;) {
        const auto page = file.correspondents().page(last, readAtOnce);
        if (!page)
            return page.error();
        for (const desk::CorrespondentId &id : *page) {
            if (progress.isCancelled())
                return stopped();
            progress.report(count++, 0, Words::tr("Encrypting correspondents"));
            const auto correspondent = file.correspondents().correspondent(id);
            if (!correspondent)
                return correspondent.error();
            if (const auto written = (*writer)->write(recordOf(*correspondent)); !written)
                return written.error();
        }
        if (page->size() < readAtOnce)
            break;
        last = page->last();
    }
    if (const auto finished = (*writer)->finish(); !finished)
        return finished.error();
    return count;
}

Result<qint64> unsealCorrespondents(storage::DeskFile &file, QIODevice &device, const QString &passphrase,
                                    base::Progress &progress)
{
    const auto secret = file.correspondents().secret();
    if (!secret)
        return secret.error();
    const privacy::PlainVault vault(*secret);
    const auto reader = privacy::SealedReader::begin(device, passphrase);
    if (!reader)
        return reader.error();
    storage::Transaction transaction(file);
    for (qint64 count = 0;; ++count) {
        if (progress.isCancelled())
            return stopped();
        progress.report(count, 0, Words::tr("Restoring correspondents"));
        const auto isAtEnd = (*reader)->atEnd();
        if (!isAtEnd)
            return isAtEnd.error();
        if (*isAtEnd) {
            const auto committed = transaction.commit();
            return committed ? Result<qint64>(count) : committed.error();
        }
        const auto length = (*reader)->read(sizeof(quint32));
        if (!length)
            return length.error();
        const auto record = (*reader)->read(qFromLittleEndian<quint32>(length->constData()));
        if (!record)
            return record.error();
        auto correspondent = correspondentIn(*record);
        if (!correspondent)
            return correspondent.error();
        correspondent->writerKey = writerKeyOf(*correspondent, vault);
        if (const auto added = file.correspondents().add(*correspondent); !added)
            return added.error();
    }
}

} // namespace editorial
