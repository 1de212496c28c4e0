#include "intake/html_entities.h"

#include "intake/charset.h"

#include <QHash>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

// Names of characters that follow one another.
struct Names {
    char32_t first;
    const char *names;
};

constexpr Names names[] = {
    {34, "quot"},
    {34, "QUOT"},
    {38, "amp"},
    {38, "AMP"},
    {39, "apos"},
    {60, "lt"},
    {60, "LT"},
    {62, "gt"},
    {62, "GT"},
    {160, "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"},
    {176, "deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"},
    {192, "Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"},
    {208, "ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"},
    {224, "agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"},
    {240, "eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml"},
    {338, "OElig oelig"},
    {352, "Scaron scaron"},
    {376, "Yuml"},
    {402, "fnof"},
    {710, "circ"},
    {732, "tilde"},
    {913, "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi Omicron Pi Rho"},
    {931, "Sigma Tau Upsilon Phi Chi Psi Omega"},
    {945, "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigmaf"},
    {963, "sigma tau upsilon phi chi psi omega"},
    {977, "thetasym upsih"},
    {982, "piv"},
    {8194, "ensp emsp"},
    {8201, "thinsp"},
    {8204, "zwnj zwj lrm rlm"},
    {8211, "ndash mdash"},
    {8216, "lsquo rsquo sbquo"},
    {8220, "ldquo rdquo bdquo"},
    {8224, "dagger Dagger bull"},
    {8230, "hellip"},
    {8240, "permil"},
    {8242, "prime Prime"},
    {8249, "lsaquo rsaquo"},
    {8254, "oline"},
    {8260, "frasl"},
    {8364, "euro"},
    {8465, "image"},
    {8472, "weierp"},
    {8476, "real"},
    {8482, "trade"},
    {8501, "alefsym"},
    {8592, "larr uarr rarr darr harr"},
    {8629, "crarr"},
    {8656, "lArr uArr rArr dArr hArr"},
    {8704, "forall"},
    {8706, "part exist"},
    {8709, "empty"},
    {8711, "nabla isin notin"},
    {8715, "ni"},
    {8719, "prod"},
    {8721, "sum minus"},
    {8727, "lowast"},
    {8730, "radic"},
    {8733, "prop infin"},
    {8736, "ang"},
    {8743, "and or cap cup int"},
    {8756, "there4"},
    {8764, "sim"},
    {8773, "cong"},
    {8776, "asymp"},
    {8800, "ne equiv"},
    {8804, "le ge"},
    {8834, "sub sup nsub"},
    {8838, "sube supe"},
    {8853, "oplus"},
    {8855, "otimes"},
    {8869, "perp"},
    {8901, "sdot"},
    {8968, "lceil rceil lfloor rfloor"},
    {9001, "lang rang"},
    {9674, "loz"},
    {9824, "spades"},
    {9827, "clubs"},
    {9829, "hearts diams"},
};

QHash<QByteArray, char32_t> namedCharacters()
{
    QHash<QByteArray, char32_t> characters;
    for (const Names &row : names) {
        char32_t code = row.first;
        for (const QByteArray &name : QByteArray(row.names).split(' '))
            characters.insert(name, code++);
    }
    return characters;
}

bool isCharacter(char32_t code)
{
    return code == '\t' || code == '\n' || code == '\r' || (code >= 0x20 && code < 0xD800) ||
           (code >= 0xE000 && code <= 0x10FFFF && code != 0xFFFE && code != 0xFFFF);
}

bool isHexadecimal(QByteArrayView name)
{
    return name.startsWith("#x") || name.startsWith("#X");
}

QByteArrayView digitsOf(QByteArrayView name)
{
    return name.sliced(std::min<qsizetype>(name.size(), isHexadecimal(name) ? 2 : 1));
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isHexadecimalDigit(char c)
{
    return isDigit(c) || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

} // namespace

char32_t htmlEntity(QByteArrayView name)
{
    static const QHash<QByteArray, char32_t> characters = namedCharacters();
    return characters.value(QByteArray::fromRawData(name.data(), name.size()), 0);
}

bool isNumericReference(QByteArrayView name)
{
    const QByteArrayView digits = digitsOf(name);
    return name.startsWith('#') && !digits.isEmpty() &&
           std::all_of(digits.begin(), digits.end(), isHexadecimal(name) ? isHexadecimalDigit : isDigit);
}

char32_t numericReference(QByteArrayView name)
{
    if (!isNumericReference(name))
        return 0;
    bool isNumber = false;
    const char32_t code = digitsOf(name).toByteArray().toUInt(&isNumber, isHexadecimal(name) ? 16 : 10);
    if (!isNumber || !isCharacter(code))
        return 0;
    const char byte = static_cast<char>(code);
    return code >= 0x80 && code <= 0x9F ? fromWindows1252(QByteArrayView(&byte, 1)).at(0).unicode() : code;
}

QString withoutReferences(const QString &text)
{
    constexpr qsizetype longest = 12;
    QString result;
    qsizetype begin = 0;
    for (qsizetype at = text.indexOf(QLatin1Char('&')); at >= 0; at = text.indexOf(QLatin1Char('&'), at + 1)) {
        const QByteArray rest = QStringView(text).sliced(at + 1, qMin(longest, text.size() - at - 1)).toLatin1();
        const qsizetype semicolon = rest.indexOf(';');
        const QByteArrayView name = QByteArrayView(rest).first(qMax<qsizetype>(semicolon, 0));
        const char32_t code = name.startsWith('#') ? numericReference(name) : htmlEntity(name);
        if (code == 0 || code == '\r')
            continue;
        result.append(QStringView(text).sliced(begin, at - begin)).append(QString::fromUcs4(&code, 1));
        begin = at + semicolon + 2;
    }
    return begin == 0 ? text : result.append(QStringView(text).sliced(begin));
}

} // namespace intake
