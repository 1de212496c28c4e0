#include "intake/form.h"

#include "intake/header_block.h"
#include "intake/separator.h"

#include <algorithm>

namespace intake {

namespace {

bool endsWithOneOf(const QString &name, std::initializer_list<const char *> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&name](const char *ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

// The first line that is not blank.
QByteArrayView firstLine(QByteArrayView bytes)
{
    qsizetype position = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    LineSpan line = lineAt(bytes, position);
    while (line.next < bytes.size() && line.begin == line.end)
        line = lineAt(bytes, line.next);
    return bytes.sliced(line.begin, line.end - line.begin);
}

// Whether somebody wrote "Subject: ..." above a text, or a mail program wrote a header.
bool hasMailHeaders(QByteArrayView bytes)
{
    const HeaderBlock headers = readHeaderBlock(bytes);
    const auto has = [&headers](const char *name) {
        return !headers.value(name).isEmpty();
    };
    return has("received") || has("message-id") || has("mime-version") || has("return-path") || has("delivered-to") ||
           (has("from") && (has("to") || has("date") || has("subject"))) || has("content-type");
}

} // namespace

Form detectForm(const QString &fileName, QByteArrayView firstBytes)
{
    const QByteArrayView bytes = firstBytes.first(qMin(firstBytes.size(), formBytes));
    if (endsWithOneOf(fileName, {".eml"}))
        return Form::Message;
    if (isSeparator(firstLine(bytes)) || endsWithOneOf(fileName, {".mbox", ".mbx"}))
        return Form::Mailbox;
    return hasMailHeaders(bytes) ? Form::Message : Form::Text;
}

} // namespace intake
