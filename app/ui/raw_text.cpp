#include "ui/raw_text.h"

#include <QStringDecoder>

#include <algorithm>

namespace ui {

namespace {

constexpr char16_t controlPictures = 0x2400; // Unicode: signs for U+0000 to U+001F in their order
constexpr char16_t deletePicture = 0x2421;

// Where the page begins: at its place, or behind the character that lies across it.
qsizetype beginOf(QByteArrayView raw, qsizetype page)
{
    constexpr qsizetype longest = 3; // bytes of a character behind its first
    const qsizetype place = std::min(page * rawPageSize, raw.size());
    qsizetype begin = place;
    while (begin > 0 && begin < raw.size() && begin - place < longest &&
           (static_cast<unsigned char>(raw[begin]) & 0xC0U) == 0x80U)
        ++begin;
    return begin;
}

QString decoded(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(bytes);
    return decoder.hasError() ? QString::fromLatin1(bytes) : text;
}

QChar visible(QChar c)
{
    if (c == u'\n' || c == u'\t')
        return c;
    if (c < u' ')
        return QChar(static_cast<char16_t>(controlPictures + c.unicode()));
    if (c == QChar(0x7F))
        return QChar(deletePicture);
    const bool isHidden = c.category() == QChar::Other_Control || c.category() == QChar::Other_Format ||
                          c == QChar::LineSeparator || c == QChar::ParagraphSeparator;
    return isHidden ? QChar(QChar::ReplacementCharacter) : c;
}

} // namespace

qsizetype rawPageCount(QByteArrayView raw)
{
    return std::max<qsizetype>(1, (raw.size() + rawPageSize - 1) / rawPageSize);
}

RawPage rawPage(QByteArrayView raw, qsizetype page)
{
    if (page < 0 || page >= rawPageCount(raw))
        return {};
    const qsizetype begin = beginOf(raw, page);
    const qsizetype end = beginOf(raw, page + 1);
    QString text = decoded(raw.sliced(begin, end - begin));
    text.replace(QLatin1String("\r\n"), QLatin1String("\n"));
    std::transform(text.cbegin(), text.cend(), text.begin(), visible);
    return {begin, end, text};
}

} // namespace ui
