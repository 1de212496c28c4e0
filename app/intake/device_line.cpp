#include "intake/device_line.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

constexpr QStringView sendings[] = {
    u"sent from",         u"sent via",
    u"sent with",         u"sent using",
    u"sent on the go",    u"get outlook for",
    u"get yahoo mail",    u"von meinem",
    u"gesendet von",      u"gesendet mit",
    u"gesendet über",     u"diese nachricht wurde von",
    u"outlook für",       u"holen sie sich outlook",
    u"envoyé de",         u"envoyé depuis",
    u"envoyé à partir",   u"envoyé avec",
    u"provenance",        u"télécharger outlook",
    u"obtenez outlook",   u"enviado desde",
    u"enviado con",       u"obtener outlook",
    u"inviato da",        u"inviato dal",
    u"inviato con",       u"scarica outlook",
    u"ottieni outlook",   u"verstuurd vanaf",
    u"verzonden vanaf",   u"verzonden met",
    u"verstuurd met",     u"outlook voor",
    u"enviado do",        u"enviado a partir",
    u"enviado de",        u"obter o outlook",
    u"skickat från",      u"skickat med",
    u"skaffa outlook",    u"hämta outlook",
    u"sendt fra",         u"sendt med",
    u"hent outlook",      u"få outlook",
    u"wysłane z",         u"wysłano z",
    u"wysłane za pomocą", u"pobierz outlook",
    u"lähetetty",         u"hanki outlook",
};

constexpr QStringView devices[] = {
    u"iphone",
    u"ipad",
    u"ipod",
    u"android",
    u"samsung",
    u"galaxy",
    u"blackberry",
    u"huawei",
    u"xiaomi",
    u"nokia",
    u"lumia",
    u"pixel",
    u"motorola",
    u"sony xperia",
    u"windows phone",
    u"phone",
    u"smartphone",
    u"mobile",
    u"tablet",
    u"handheld",
    u"handy",
    u"mobiltelefon",
    u"smarttelefon",
    u"telefon",
    u"téléphone",
    u"portable",
    u"móvil",
    u"movil",
    u"celular",
    u"cellulare",
    u"telefono",
    u"teléfono",
    u"mobiel",
    u"telefoon",
    u"telemóvel",
    u"puhelimesta",
    u"puhelimestani",
    u"iphonesta",
    u"iphonestani",
    u"ipadista",
    u"komórki",
    u"telefonu",
    u"handys",
    u"outlook",
    u"mail für windows",
    u"mail for windows",
    u"mail app",
    u"yahoo mail",
    u"yahoo! mail",
    u"proton",
    u"gmail",
    u"gmx",
    u"web.de",
    u"k-9",
    u"thunderbird",
    u"mailspring",
    u"courrier pour windows",
    u"e-mail voor windows",
    u"correo para windows",
    u"posta per windows",
    u"zoho",
    u"apple watch",
    u"bluemail",
    u"tuta",
    u"secure email",
    u"ios",
};

// Behind a device: no sentence of the letter's own.
constexpr QStringView excuses[] = {u"excuse", u"typos", u"brevity", u"autocorrect", u"tippfehler", u"kürze", u"fautes"};

template <size_t Count>
bool hasAny(QStringView text, const QStringView (&all)[Count])
{
    return std::any_of(std::begin(all), std::end(all),
                       [text](QStringView words) { return text.contains(words, Qt::CaseInsensitive); });
}

// Where the last device ends that the line names; negative if it names none.
qsizetype behindDevice(QStringView line)
{
    qsizetype behind = -1;
    for (const QStringView device : devices) {
        const qsizetype at = line.lastIndexOf(device, -1, Qt::CaseInsensitive);
        const qsizetype end = at + device.size();
        const bool isWord =
            at >= 0 && (at == 0 || !line.at(at - 1).isLetter()) && (end == line.size() || !line.at(end).isLetter());
        behind = isWord ? qMax(behind, end) : behind;
    }
    return behind;
}

} // namespace

bool isDeviceLine(QStringView line)
{
    constexpr qsizetype longest = 140;
    constexpr qsizetype mostWordsBehind = 3;
    while (!line.isEmpty() && QStringView(u"*_[<(-–—").contains(line.front()))
        line = line.sliced(1).trimmed();
    // The link of a page that became text.
    if (const qsizetype link = line.indexOf(u"<http"); link > 0)
        line = line.first(link).trimmed();
    const bool isSending = std::any_of(std::begin(sendings), std::end(sendings), [line](QStringView words) {
        return line.startsWith(words, Qt::CaseInsensitive);
    });
    if (!isSending || line.size() > longest || line.endsWith(u'?') || line.endsWith(u'!'))
        return false;
    // What goes on behind a comma is a sentence, unless a device stands before it.
    const qsizetype comma = line.indexOf(u',');
    const qsizetype behind = behindDevice(line);
    if (behind < 0 || (comma >= 0 && behindDevice(line.first(comma)) < 0))
        return false;
    const QStringView rest = line.sliced(behind);
    return hasAny(rest, excuses) || (rest.count(u' ') < mostWordsBehind && !rest.startsWith(u','));
}

} // namespace intake
