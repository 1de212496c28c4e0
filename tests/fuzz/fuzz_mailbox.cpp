// The reader of mailboxes, with a small buffer and limit so that both are passed: whatever comes is read to its end,
// and the messages stand one behind another.
#include "input.h"

#include "intake/mailbox.h"

#include <QBuffer>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray bytes = fuzz::bytes(data, size);
    constexpr qint64 limit = 8LL * 1024;
    constexpr qsizetype buffer = 1024;
    auto device = std::make_unique<QBuffer>();
    device->setData(bytes);
    device->open(QIODevice::ReadOnly);
    intake::MailboxReader reader(limit, buffer);
    if (!reader.open(std::move(device), QStringLiteral("mailbox")))
        return 0;
    qint64 taken = 0;
    qint64 offset = -1;
    for (qint64 number = 1; const auto item = reader.next(); ++number) {
        fuzz::require(item->number == number && item->offset > offset && item->raw.size() <= limit);
        offset = item->offset;
        taken += item->raw.size();
    }
    fuzz::require(reader.position() == bytes.size() && taken <= bytes.size());
    return 0;
}
