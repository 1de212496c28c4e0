#include "intake/letter_text.h"

#include "intake/charset.h"
#include "intake/charset_names.h"
#include "intake/flowed.h"
#include "intake/html_scan.h"
#include "intake/html_text.h"
#include "intake/warn.h"

#include <QCoreApplication>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::letterText)
};

constexpr qsizetype mostBytes = 8 * mostCharacters; // of one part, that are decoded for it

QString decoded(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings)
{
    const DecodedText text = decodeText(bytes.left(mostBytes), charset);
    if (text.guessed)
        warn(warnings, Words::tr("The letter does not say which character set it is in, or says it wrongly; it was "
                                 "read as %1. Check its accents and quotation marks.")
                           .arg(charsetTitle(text.readAs)));
    if (text.damaged)
        warn(warnings, Words::tr("Some characters of the letter are damaged. They show as %1.")
                           .arg(QChar(QChar::ReplacementCharacter)));
    if (text.dropped)
        warn(warnings, Words::tr("Control characters that are no text were left out."));
    return text.text;
}

} // namespace

QString textOf(const MimePart &part, QStringList &warnings)
{
    const bool isHtml = part.mediaType == "text/html";
    const QByteArray charset = isHtml && part.charset.isEmpty() ? declaredCharset(part.content) : part.charset;
    const QString text = decoded(part.content, charset, warnings);
    if (isHtml) {
        const HtmlText reduced = htmlToText(text);
        if (reduced.isStripped)
            warn(warnings, Words::tr("The letter is a very large or deeply nested web page; only its words were read. "
                                     "Compare it with the original."));
        return withoutBlankEdges(reduced.text);
    }
    return withoutBlankEdges(part.isFlowed ? unfoldFlowed(text, part.deletesSpaces) : text);
}

QString plainTextOf(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings)
{
    return withoutBlankEdges(decoded(bytes, charset, warnings));
}

QString withinLength(const QString &text, QStringList &warnings)
{
    if (text.size() <= mostCharacters)
        return text;
    warn(warnings,
         Words::tr("The letter is longer than a million characters; only its beginning was read. The original "
                   "message has all of it."));
    return text.first(text.at(mostCharacters - 1).isHighSurrogate() ? mostCharacters - 1 : mostCharacters);
}

QString withoutBlankEdges(const QString &text)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size() && text.at(i).isSpace(); ++i) {
        if (text.at(i) == u'\n')
            begin = i + 1;
    }
    qsizetype end = text.size();
    while (end > begin && text.at(end - 1).isSpace())
        --end;
    return text.sliced(begin, end - begin);
}

} // namespace intake
