#include "intake/form.h"

#include "intake/header_block.h"
#include "intake/line_source.h"
#include "intake/separator.h"
#include "intake/sheet_format.h"
#include "intake/wordpress_export.h"

#include <QStringDecoder>

#include <algorithm>

namespace intake {

namespace {

bool endsWithOneOf(const QString &name, std::initializer_list<const char *> endings)
{
    return std::any_of(endings.begin(), endings.end(), [&name](const char *ending) {
        return name.endsWith(QLatin1String(ending), Qt::CaseInsensitive);
    });
}

// Whether the first line that is not blank is a separator, or, where anything may stand before that, a later one.
bool holdsSeparator(QByteArrayView bytes, bool anywhere)
{
    bool isFirst = true;
    bool afterBlank = true;
    for (qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0; at < bytes.size() && (isFirst || anywhere);) {
        const TextLine line = textLineAt(bytes, at);
        if (startsMessage(bytes.sliced(at), afterBlank) && (isFirst || startsHeaders(bytes.sliced(line.next))))
            return true;
        afterBlank = line.begin == line.end;
        isFirst = isFirst && afterBlank;
        at = line.next;
    }
    return false;
}

// What was saved as UTF-16 can be told, though not read.
QByteArray narrowed(QByteArrayView bytes)
{
    if (!bytes.startsWith("\xFF\xFE") && !bytes.startsWith("\xFE\xFF"))
        return bytes.toByteArray();
    QStringDecoder decoder(QStringDecoder::Utf16);
    return QString(decoder(bytes)).toUtf8();
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
    if (isWordPressExport(bytes))
        return Form::WordPress;
    // A letter in a text file may have earlier mail below it.
    const bool isText = endsWithOneOf(fileName, {".txt", ".text", ".md"});
    if (holdsSeparator(narrowed(bytes), !isText) || endsWithOneOf(fileName, {".mbox", ".mbx"}))
        return Form::Mailbox;
    if (endsWithOneOf(fileName, {".csv", ".tsv", ".tab"}))
        return Form::Sheet;
    if (hasMailHeaders(bytes))
        return Form::Message;
    return looksLikeSheet(bytes, bytes.size() < formBytes) ? Form::Sheet : Form::Text;
}

} // namespace intake
