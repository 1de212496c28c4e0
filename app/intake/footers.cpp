#include "intake/footers.h"

#include <QMultiHash>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

// A notice names for whom it is, and that it is secret or what follows.
enum Kind : unsigned { Secret = 1, Addressee = 2, Consequence = 4, Enough = 8, List = 16 };

struct Phrase {
    QStringView words;
    unsigned kind;
};

// In small letters; each begins where a word begins.
constexpr Phrase phrases[] = {
    {u"confidential", Secret},
    {u"privileged", Secret},
    {u"vertraulich", Secret},
    {u"confidentiel", Secret},
    {u"confidencial", Secret},
    {u"riservat", Secret},
    {u"confidenzial", Secret},
    {u"vertrouwelijk", Secret},
    {u"konfidentiel", Secret},
    {u"fortrolig", Secret},
    {u"poufn", Secret},
    {u"luottamuksell", Secret},
    {u"intended recipient", Addressee},
    {u"intended solely", Addressee},
    {u"intended only", Addressee},
    {u"intended for the use", Addressee},
    {u"intended for the addressee", Addressee},
    {u"intended for the person", Addressee},
    {u"named addressee", Addressee},
    {u"individual or entity to wh", Addressee},
    {u"solely for the use", Addressee},
    {u"adressat", Addressee},
    {u"empfänger", Addressee},
    {u"destinataire", Addressee},
    {u"destinatari", Addressee},
    {u"destinatári", Addressee},
    {u"geadresseerde", Addressee},
    {u"mottagare", Addressee},
    {u"modtager", Addressee},
    {u"mottaker", Addressee},
    {u"adresat", Addressee},
    {u"vastaanottaj", Addressee},
    {u"in error", Consequence},
    {u"by mistake", Consequence},
    {u"notify the sender", Consequence},
    {u"unauthori", Consequence},
    {u"strictly prohibited", Consequence},
    {u"dissemination", Consequence},
    {u"irrtümlich", Consequence},
    {u"unbefugt", Consequence},
    {u"nicht gestattet", Consequence},
    {u"par erreur", Consequence},
    {u"por error", Consequence},
    {u"por engano", Consequence},
    {u"per errore", Consequence},
    {u"per abuis", Consequence},
    {u"ten onrechte", Consequence},
    {u"av misstag", Consequence},
    {u"ved en fejl", Consequence},
    {u"ved en feil", Consequence},
    {u"omyłkow", Consequence},
    {u"erehdyks", Consequence},
    {u"before printing this", Enough},
    {u"think before you print", Enough},
    {u"bevor sie diese mail ausdrucken", Enough},
    {u"virus-free. www.", Enough},
    {u"virus-free.www.", Enough},
    {u"virenfrei. www.", Enough},
    {u"virenfrei.www.", Enough},
    {u"sans virus. www.", Enough},
    {u"sans virus.www.", Enough},
    {u"libre de virus. www.", Enough},
    {u"libre de virus.www.", Enough},
    {u"checked for viruses by", Enough},
    {u"scanned for viruses", Enough},
    {u"scanned by mailscanner", Enough},
    {u"no virus found in this", Enough},
    {u"checked by avg", Enough},
    {u"antivirus-software auf viren geprüft", Enough},
    {u"auf viren überprüft", Enough},
    {u"une recherche de virus", Enough},
    {u"en busca de virus", Enough},
    {u"controllata per individuare virus", Enough},
    {u"op virussen gecontroleerd", Enough},
    {u"verificado quanto à presença de vírus", Enough},
    {u"mailing list", List},
    {u"mailman/listinfo", List},
    {u"to unsubscribe", List},
    {u"unsubscribe from this", List},
    {u"to stop receiving emails from it", List},
    {u"because you are subscribed to the", List},
    {u"yahoo! groups links", List},
    {u"sie erhalten diese nachricht, weil", List},
    {u"um sich von dieser gruppe abzumelden", List},
    {u"vous recevez ce message, car vous êtes abonné", List},
    {u"has recibido este mensaje porque", List},
    {u"do you yahoo!?", List},
    {u"get your free email", List},
    {u"get your private, free e", List},
    {u"free email at", List},
    {u"msn hotmail", List},
    {u"hotmail: ", List},
    {u"gmx freemail", List},
    {u"web.de freemail", List},
    {u"mailing-liste", List},
    {u"liste de diffusion", List},
    {u"lista de correo", List},
};

// How such a paragraph begins; a letter's own may speak of confidential mail as well.
constexpr QStringView beginnings[] = {
    u"this e-mail",
    u"this email",
    u"this mail",
    u"this message",
    u"this communication",
    u"this transmission",
    u"this electronic",
    u"the information",
    u"the content",
    u"the above",
    u"confidential",
    u"notice:",
    u"important:",
    u"important notice",
    u"legal",
    u"disclaimer",
    u"privileged",
    u"private and confidential",
    u"warning:",
    u"if you are not the intended",
    u"if you have received",
    u"please consider",
    u"think of the",
    u"think before",
    u"before printing",
    u"save a tree",
    u"p please consider",
    u"virus-free",
    u"no virus found",
    u"scanned by",
    u"checked by",
    u"to unsubscribe",
    u"you received this",
    u"you are receiving this",
    u"do you yahoo",
    u"get your free",
    u"get your private",
    u"free email",
    u"diese e-mail",
    u"diese email",
    u"diese nachricht",
    u"diese mail",
    u"dieses e-mail",
    u"der inhalt",
    u"die information",
    u"hinweis:",
    u"vertraulich",
    u"wichtiger hinweis",
    u"bitte denken",
    u"bevor sie",
    u"virenfrei",
    u"sie erhalten",
    u"um sich von",
    u"ce message",
    u"cet e-mail",
    u"cet email",
    u"ce courriel",
    u"ce courrier",
    u"les informations",
    u"avertissement",
    u"sans virus",
    u"vous recevez",
    u"pensez à",
    u"este mensaje",
    u"este correo",
    u"este e-mail",
    u"la información",
    u"aviso",
    u"libre de virus",
    u"has recibido",
    u"antes de imprimir",
    u"questo messaggio",
    u"questa e-mail",
    u"questa email",
    u"le informazioni",
    u"il contenuto",
    u"avviso",
    u"dit bericht",
    u"dit e-mail",
    u"deze e-mail",
    u"deze email",
    u"de informatie",
    u"de inhoud",
    u"esta mensagem",
    u"este documento",
    u"este email",
    u"as informações",
    u"o conteúdo",
    u"detta meddelande",
    u"detta e-post",
    u"denna e-post",
    u"informationen",
    u"denne e-mail",
    u"denne mail",
    u"denne e-post",
    u"denne meddelelse",
    u"denne meldingen",
    u"ta wiadomość",
    u"niniejsza",
    u"treść",
    u"informacje",
    u"tämä viesti",
    u"tämä sähköposti",
    u"een bericht",
    u"vous recevez ce",
};

constexpr QStringView bannerPhrases[] = {
    u"originated from outside",
    u"external email",
    u"external sender",
    u"[external]",
    u"externe e-mail",
    u"externer absender",
    u"from outside of the organi",
    u"from outside the organi",
};

template <size_t Count>
bool hasAny(QStringView text, const QStringView (&all)[Count])
{
    return std::any_of(std::begin(all), std::end(all),
                       [text](QStringView words) { return text.contains(words, Qt::CaseInsensitive); });
}

// The phrases by their first letters, so that each word of a text is looked up once.
constexpr qsizetype keyLength = 4;

quint64 keyOf(QStringView word)
{
    quint64 key = 0;
    for (const QChar c : word.first(keyLength))
        key = key << 16U | c.toLower().unicode();
    return key;
}

QMultiHash<quint64, const Phrase *> phrasesByKey()
{
    QMultiHash<quint64, const Phrase *> table;
    for (const Phrase &phrase : phrases)
        table.insert(keyOf(phrase.words), &phrase);
    return table;
}

unsigned kindsIn(QStringView text)
{
    static const QMultiHash<quint64, const Phrase *> table = phrasesByKey();
    unsigned kinds = 0;
    for (qsizetype at = 0; at + keyLength <= text.size(); ++at) {
        if (!text.at(at).isLetter() || (at > 0 && text.at(at - 1).isLetter()))
            continue;
        const QStringView rest = text.sliced(at);
        const auto [begin, end] = table.equal_range(keyOf(rest));
        for (auto found = begin; found != end; ++found)
            kinds |= rest.startsWith((*found)->words, Qt::CaseInsensitive) ? (*found)->kind : 0;
    }
    return kinds;
}

} // namespace

Footer footerIn(QStringView paragraph)
{
    const unsigned kinds = kindsIn(paragraph);
    const bool isNotice = (kinds & Addressee) != 0 && (kinds & (Secret | Consequence)) != 0;
    if ((kinds & Enough) != 0 || isNotice)
        return Footer::Notice;
    if ((kinds & List) == 0)
        return Footer::None;
    // A person may speak of a list as well; a footer leads to it.
    const bool hasLink = paragraph.contains(u"http") || paragraph.contains(u"www.") || paragraph.contains(u'@');
    return hasLink ? Footer::List : Footer::None;
}

bool beginsFooter(QStringView line)
{
    while (!line.isEmpty() && !line.front().isLetterOrNumber())
        line = line.sliced(1);
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [line](QStringView words) { return line.startsWith(words, Qt::CaseInsensitive); });
}

bool isBanner(QStringView paragraph)
{
    constexpr qsizetype longest = 500;
    return paragraph.size() <= longest && hasAny(paragraph, bannerPhrases);
}

} // namespace intake
