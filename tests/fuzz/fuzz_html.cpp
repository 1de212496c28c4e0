// The reader of HTML: whatever comes, it becomes text without characters that no text holds.
#include "input.h"

#include "intake/html_text.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    const intake::HtmlText read = intake::htmlToText(QString::fromUtf8(fuzz::bytes(data, size)));
    fuzz::require(!read.text.contains(QChar(0)) && !read.text.contains(QLatin1Char('\r')));
    return 0;
}
