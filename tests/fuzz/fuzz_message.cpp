// The reader of messages: whatever comes, it is a letter or refused with a reason.
#include "input.h"

#include "intake/message.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const QByteArray raw = fuzz::bytes(data, size);
    const auto letter = intake::readMessage(raw);
    fuzz::require(letter ? letter->raw == raw : !letter.error().message.isEmpty());
    return 0;
}
