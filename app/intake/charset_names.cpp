#include "intake/charset_names.h"

#include "intake/iconv_text.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

struct Alias {
    const char *label;
    const char *name;
};

constexpr Alias aliases[] = {
    {"ansi_x3.4-1968", "us-ascii"},
    {"ascii", "us-ascii"},
    {"us", "us-ascii"},
    {"iso-646-us", "us-ascii"},
    {"8859-1", "windows-1252"},
    {"ansi", "windows-1252"},
    {"cp1252", "windows-1252"},
    {"cp-1252", "windows-1252"},
    {"iso-8859-1", "windows-1252"},
    {"iso8859-1", "windows-1252"},
    {"iso8859_1", "windows-1252"},
    {"iso_8859-1", "windows-1252"},
    {"iso88591", "windows-1252"},
    {"l1", "windows-1252"},
    {"latin-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"win1252", "windows-1252"},
    {"windows1252", "windows-1252"},
    {"x-ansi", "windows-1252"},
    {"utf8", "utf-8"},
    {"utf_8", "utf-8"},
    {"cp65001", "utf-8"},
    {"unicode-1-1-utf-8", "utf-8"},
    {"x-utf-8", "utf-8"},
    {"utf7", "utf-7"},
    {"unicode-1-1-utf-7", "utf-7"},
    {"x-unicode-2-0-utf-7", "utf-7"},
    {"iso-8859-8-i", "iso-8859-8"},
    {"iso-8859-9", "windows-1254"},
    {"latin2", "iso-8859-2"},
    {"iso8859-2", "iso-8859-2"},
    {"win-1250", "windows-1250"},
    {"cp-1250", "windows-1250"},
    {"win1250", "windows-1250"},
    {"cp-1251", "windows-1251"},
    {"win-1251", "windows-1251"},
    {"win1251", "windows-1251"},
    {"windows1251", "windows-1251"},
    {"x-cp1251", "windows-1251"},
    {"cp-866", "cp866"},
    {"ibm866", "cp866"},
    {"koi8", "koi8-r"},
    {"koi8r", "koi8-r"},
    {"koi8_r", "koi8-r"},
    {"koi", "koi8-r"},
    {"koi8u", "koi8-u"},
    {"iso-8859-11", "cp874"},
    {"tis-620", "cp874"},
    {"windows-874", "cp874"},
    {"gb2312", "gb18030"},
    {"gb_2312-80", "gb18030"},
    {"gb2312-80", "gb18030"},
    {"gb-2312", "gb18030"},
    {"gb_2312", "gb18030"},
    {"gbk", "gb18030"},
    {"x-gbk", "gb18030"},
    {"cp936", "gb18030"},
    {"ms936", "gb18030"},
    {"windows-936", "gb18030"},
    {"chinese", "gb18030"},
    {"euc-cn", "gb18030"},
    {"cn-gb", "gb18030"},
    {"euc-kr", "cp949"},
    {"euckr", "cp949"},
    {"euc_kr", "cp949"},
    {"korean", "cp949"},
    {"ks_c_5601-1987", "cp949"},
    {"ks_c_5601-1989", "cp949"},
    {"ks_c_5601", "cp949"},
    {"ksc5601", "cp949"},
    {"ks_c_5861-1992", "cp949"},
    {"ksc_5601", "cp949"},
    {"windows-949", "cp949"},
    {"uhc", "cp949"},
    {"shift_jis", "cp932"},
    {"shift-jis", "cp932"},
    {"shiftjis", "cp932"},
    {"sjis", "cp932"},
    {"s-jis", "cp932"},
    {"ms_kanji", "cp932"},
    {"ms932", "cp932"},
    {"x-sjis", "cp932"},
    {"x-shift-jis", "cp932"},
    {"windows-31j", "cp932"},
    {"windows-932", "cp932"},
    {"euc-jp", "euc-jp-ms"},
    {"euc_jp", "euc-jp-ms"},
    {"eucjp", "euc-jp-ms"},
    {"x-euc-jp", "euc-jp-ms"},
    {"x-euc", "euc-jp-ms"},
    {"ujis", "euc-jp-ms"},
    {"jis", "iso-2022-jp"},
    {"iso2022jp", "iso-2022-jp"},
    {"iso-2022jp", "iso-2022-jp"},
    {"csiso2022jp", "iso-2022-jp"},
    {"cp50220", "iso-2022-jp"},
    {"cp50221", "iso-2022-jp"},
    {"iso-2022-jp-1", "iso-2022-jp"},
    {"iso-2022-jp-ms", "iso-2022-jp"},
    {"big5", "big5-hkscs"},
    {"big-5", "big5-hkscs"},
    {"big5-eten", "big5-hkscs"},
    {"cn-big5", "big5-hkscs"},
    {"x-x-big5", "big5-hkscs"},
    {"cp950", "big5-hkscs"},
    {"windows-950", "big5-hkscs"},
    {"x-mac-roman", "macintosh"},
    {"macroman", "macintosh"},
    {"x-mac-cyrillic", "mac-cyrillic"},
};

constexpr Alias titles[] = {
    {"windows-1252", "Windows-1252"}, {"windows-1251", "Windows-1251"}, {"cp932", "Shift_JIS"}, {"cp949", "EUC-KR"},
    {"euc-jp-ms", "EUC-JP"},          {"big5-hkscs", "Big5"},
};

template <size_t Count>
const char *lookUp(const Alias (&table)[Count], const QByteArray &label)
{
    const auto *row =
        std::find_if(std::begin(table), std::end(table), [&label](const Alias &alias) { return label == alias.label; });
    return row == std::end(table) ? nullptr : row->name;
}

bool isAnyOf(const QByteArray &name, std::initializer_list<const char *> names)
{
    return std::any_of(names.begin(), names.end(), [&name](const char *n) { return name == n; });
}

} // namespace

QByteArray canonicalCharset(const QByteArray &label)
{
    QByteArray name = label.trimmed().toLower();
    name.replace('"', "").replace('\'', "");
    name = name.trimmed();
    if (const char *canonical = lookUp(aliases, name))
        return canonical;
    // Anything else would be a path or an option of iconv, not a name.
    const bool plain = std::all_of(name.cbegin(), name.cend(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == ':';
    });
    return plain && name.size() <= 40 ? name : QByteArray();
}

bool isCharsetName(const QByteArray &label)
{
    const QByteArray name = canonicalCharset(label);
    return isAnyOf(name, {"us-ascii", "utf-8", "windows-1252", "iso-2022-jp"}) ||
           (!name.isEmpty() && isIconvName(name));
}

bool isSingleByteCharset(const QByteArray &canonicalName)
{
    return canonicalName.startsWith("windows-125") || canonicalName.startsWith("iso-8859-") ||
           canonicalName.startsWith("koi8") || canonicalName.startsWith("mac") ||
           isAnyOf(canonicalName, {"cp437", "cp850", "cp866", "cp874"});
}

QString charsetTitle(const QByteArray &canonicalName)
{
    const char *title = lookUp(titles, canonicalName);
    return title ? QString::fromLatin1(title) : QString::fromLatin1(canonicalName).toUpper();
}

} // namespace intake
