#include "intake/mail_words.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace intake {

namespace {

struct FieldName {
    QStringView name;
    MailField field;
};

// English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish, Danish, Norwegian, Polish, Finnish.
constexpr FieldName fieldNames[] = {
    {u"From", MailField::From},
    {u"Von", MailField::From},
    {u"De", MailField::From},
    {u"Da", MailField::From},
    {u"Van", MailField::From},
    {u"Från", MailField::From},
    {u"Fra", MailField::From},
    {u"Od", MailField::From},
    {u"Nadawca", MailField::From},
    {u"Lähettäjä", MailField::From},
    {u"Sent", MailField::Date},
    {u"Date", MailField::Date},
    {u"Date Sent", MailField::Date},
    {u"Gesendet", MailField::Date},
    {u"Gesendet am", MailField::Date},
    {u"Datum", MailField::Date},
    {u"Envoyé", MailField::Date},
    {u"Envoyé le", MailField::Date},
    {u"Enviado", MailField::Date},
    {u"Enviado el", MailField::Date},
    {u"Enviado em", MailField::Date},
    {u"Enviada", MailField::Date},
    {u"Enviada em", MailField::Date},
    {u"Fecha", MailField::Date},
    {u"Inviato", MailField::Date},
    {u"Data", MailField::Date},
    {u"Verzonden", MailField::Date},
    {u"Skickat", MailField::Date},
    {u"Sendt", MailField::Date},
    {u"Dato", MailField::Date},
    {u"Wysłano", MailField::Date},
    {u"Wysłane", MailField::Date},
    {u"Lähetetty", MailField::Date},
    {u"Päivämäärä", MailField::Date},
    {u"Päiväys", MailField::Date},
    {u"To", MailField::To},
    {u"An", MailField::To},
    {u"À", MailField::To},
    {u"A", MailField::To},
    {u"Para", MailField::To},
    {u"Aan", MailField::To},
    {u"Till", MailField::To},
    {u"Til", MailField::To},
    {u"Do", MailField::To},
    {u"Adresat", MailField::To},
    {u"Vastaanottaja", MailField::To},
    {u"Cc", MailField::Copy},
    {u"Bcc", MailField::Copy},
    {u"Kopie", MailField::Copy},
    {u"Copie à", MailField::Copy},
    {u"Copia", MailField::Copy},
    {u"Kopia", MailField::Copy},
    {u"Kopi", MailField::Copy},
    {u"DW", MailField::Copy},
    {u"Kopio", MailField::Copy},
    {u"Subject", MailField::Subject},
    {u"Betreff", MailField::Subject},
    {u"Objet", MailField::Subject},
    {u"Sujet", MailField::Subject},
    {u"Asunto", MailField::Subject},
    {u"Oggetto", MailField::Subject},
    {u"Onderwerp", MailField::Subject},
    {u"Assunto", MailField::Subject},
    {u"Ämne", MailField::Subject},
    {u"Emne", MailField::Subject},
    {u"Temat", MailField::Subject},
    {u"Aihe", MailField::Subject},
    {u"Reply-To", MailField::Other},
    {u"Message-ID", MailField::Other},
    {u"Importance", MailField::Other},
    {u"Priority", MailField::Other},
    {u"Attachments", MailField::Other},
    {u"Organization", MailField::Other},
    {u"Antwort an", MailField::Other},
    {u"Répondre à", MailField::Other},
    {u"Newsgroups", MailField::Other},
    {u"Resent-From", MailField::Other},
    {u"Wichtigkeit", MailField::Other},
};

struct Title {
    QStringView words;
    Marker marker;
};

// Between dashes, or alone with a colon behind.
constexpr Title titles[] = {
    {u"Forwarded message", Marker::Forwarded},
    {u"Forwarded mail", Marker::Forwarded},
    {u"Forwarded by", Marker::Forwarded},
    {u"Begin forwarded message", Marker::Forwarded},
    {u"Start of forwarded message", Marker::Forwarded},
    {u"Weitergeleitete Nachricht", Marker::Forwarded},
    {u"Weitergeleitete E-Mail", Marker::Forwarded},
    {u"Anfang der weitergeleiteten Nachricht", Marker::Forwarded},
    {u"Anfang der weitergeleiteten E-Mail", Marker::Forwarded},
    {u"Message transféré", Marker::Forwarded},
    {u"Message réexpédié", Marker::Forwarded},
    {u"Début du message réexpédié", Marker::Forwarded},
    {u"Début du message transféré", Marker::Forwarded},
    {u"Mensaje reenviado", Marker::Forwarded},
    {u"Inicio del mensaje reenviado", Marker::Forwarded},
    {u"Messaggio inoltrato", Marker::Forwarded},
    {u"Inizio messaggio inoltrato", Marker::Forwarded},
    {u"Doorgestuurd bericht", Marker::Forwarded},
    {u"Begin doorgestuurd bericht", Marker::Forwarded},
    {u"Mensagem encaminhada", Marker::Forwarded},
    {u"Mensagem reencaminhada", Marker::Forwarded},
    {u"Início da mensagem encaminhada", Marker::Forwarded},
    {u"Início da mensagem reencaminhada", Marker::Forwarded},
    {u"Vidarebefordrat meddelande", Marker::Forwarded},
    {u"Vidarebefordrat brev", Marker::Forwarded},
    {u"Videresendt besked", Marker::Forwarded},
    {u"Videresendt meddelelse", Marker::Forwarded},
    {u"Start på videresendt besked", Marker::Forwarded},
    {u"Videresendt melding", Marker::Forwarded},
    {u"Start på videresendt melding", Marker::Forwarded},
    {u"Przekazana wiadomość", Marker::Forwarded},
    {u"Treść przekazywanej wiadomości", Marker::Forwarded},
    {u"Początek przekazywanej wiadomości", Marker::Forwarded},
    {u"Początek wiadomości przekazanej dalej", Marker::Forwarded},
    {u"Wiadomość przekazana dalej", Marker::Forwarded},
    {u"Välitetty viesti", Marker::Forwarded},
    {u"Edelleenlähetetty viesti", Marker::Forwarded},
    {u"Välitetty viesti alkaa", Marker::Forwarded},
    {u"Original message", Marker::Original},
    {u"Original appointment", Marker::Original},
    {u"Reply message", Marker::Original},
    {u"Ursprüngliche Nachricht", Marker::Original},
    {u"Originalnachricht", Marker::Original},
    {u"Original-Nachricht", Marker::Original},
    {u"Message d'origine", Marker::Original},
    {u"Message d’origine", Marker::Original},
    {u"Message original", Marker::Original},
    {u"Mensaje original", Marker::Original},
    {u"Messaggio originale", Marker::Original},
    {u"Oorspronkelijk bericht", Marker::Original},
    {u"Origineel bericht", Marker::Original},
    {u"Mensagem original", Marker::Original},
    {u"Ursprungligt meddelande", Marker::Original},
    {u"Originalmeddelande", Marker::Original},
    {u"Oprindelig meddelelse", Marker::Original},
    {u"Oprindelig besked", Marker::Original},
    {u"Opprinnelig melding", Marker::Original},
    {u"Wiadomość oryginalna", Marker::Original},
    {u"Oryginalna wiadomość", Marker::Original},
    {u"Alkuperäinen viesti", Marker::Original},
};

constexpr QStringView verbs[] = {
    u"wrote",    u"writes",   u"schrieb",  u"schreibt",   u"geschrieben", u"écrit",      u"écrivait",
    u"escribió", u"escribio", u"scritto",  u"scrive",     u"schreef",     u"geschreven", u"escreveu",
    u"skrev",    u"napisał",  u"napisała", u"napisał(a)", u"napisana",    u"kirjoitti",
};

constexpr QStringView beginnings[] = {
    u"On ",   u"Am ",     u"Le ", u"El ", u"Il ",         u"Op ",      u"Em ",        u"Den ",       u"W dniu ",
    u"Dnia ", u"No dia ", u"A ",  u"At ", u"In article ", u"Quoting ", u"Wiadomość ", u"Zitat von ", u"Citando ",
};

constexpr QStringView forwardMarks[] = {
    u"Fwd", u"Fw", u"WG", u"TR",     u"RV",         u"I",    u"ENC",
    u"VB",  u"PD", u"VL", u"Doorst", u"Videresend", u"Fwd.", u"Forward",
};

constexpr QStringView replyMarks[] = {
    u"Re", u"AW", u"Antw", u"SV", u"Odp", u"RES", u"R", u"Ref", u"RIF", u"Antwort", u"VS", u"BLS", u"RÉP",
};

bool equals(QStringView a, QStringView b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool isDash(QChar c)
{
    return c == u'-' || (c.unicode() >= 0x2010 && c.unicode() <= 0x2015) || c == u'_' || c == u'=' || c == u'*' ||
           c == u'~';
}

// Without the dashes and spaces around; how many dashes stood in front.
QStringView withoutDashes(QStringView words, qsizetype &dashes)
{
    qsizetype begin = 0;
    for (; begin < words.size() && (isDash(words.at(begin)) || words.at(begin).isSpace()); ++begin)
        dashes += isDash(words.at(begin)) ? 1 : 0;
    qsizetype end = words.size();
    while (end > begin && (isDash(words.at(end - 1)) || words.at(end - 1).isSpace() || words.at(end - 1) == u':'))
        --end;
    return words.sliced(begin, end - begin);
}

// The mark of a subject: what stands before its first colon, behind the name of a list in brackets.
QStringView markOf(QStringView subject)
{
    subject = subject.trimmed();
    if (subject.startsWith(u'[')) {
        const qsizetype end = subject.indexOf(u']');
        subject = end < 0 ? subject : subject.sliced(end + 1).trimmed();
    }
    const qsizetype colon = subject.first(qMin<qsizetype>(subject.size(), 12)).indexOf(u':');
    if (colon <= 0)
        return {};
    QStringView mark = subject.first(colon).trimmed();
    const qsizetype count = mark.indexOf(u'['); // "Re[2]:"
    if (count > 0)
        mark = mark.first(count);
    while (!mark.isEmpty() && mark.back().isDigit()) // "Re2:"
        mark.chop(1);
    return mark;
}

bool isOneOf(QStringView word, const QStringView *begin, const QStringView *end)
{
    return std::any_of(begin, end, [word](QStringView known) { return equals(word, known); });
}

} // namespace

MailField mailField(QStringView name)
{
    if (name.isEmpty() || name.size() > 15)
        return MailField::None;
    const auto *row = std::find_if(std::begin(fieldNames), std::end(fieldNames),
                                   [name](const FieldName &known) { return equals(name, known.name); });
    return row == std::end(fieldNames) ? MailField::None : row->field;
}

Marker markerIn(QStringView words)
{
    constexpr qsizetype longest = 150;
    if (words.size() < 8 || words.size() > longest || !(isDash(words.front()) || words.back() == u':'))
        return Marker::None;
    qsizetype dashes = 0;
    QStringView title = withoutDashes(words, dashes);
    const bool isBetween = dashes >= 2 && isDash(words.back());
    const bool isAnnounced = dashes == 0 && words.back() == u':';
    if (!isBetween && !isAnnounced)
        return Marker::None;
    // Lotus Notes adds by whom and when.
    if (isBetween && title.startsWith(u"Forwarded by ", Qt::CaseInsensitive))
        return Marker::Forwarded;
    const auto *row = std::find_if(std::begin(titles), std::end(titles),
                                   [title](const Title &known) { return equals(title, known.words); });
    return row == std::end(titles) ? Marker::None : row->marker;
}

bool hasVerbOfWriting(QStringView words)
{
    return std::any_of(std::begin(verbs), std::end(verbs), [words](QStringView verb) {
        const qsizetype at = words.lastIndexOf(verb, -1, Qt::CaseInsensitive);
        if (at < 0)
            return false;
        const qsizetype end = at + verb.size();
        const bool begins = at == 0 || !words.at(at - 1).isLetter();
        return begins && (end == words.size() || !words.at(end).isLetter());
    });
}

bool beginsAttribution(QStringView words)
{
    return std::any_of(std::begin(beginnings), std::end(beginnings),
                       [words](QStringView beginning) { return words.startsWith(beginning); });
}

bool isForwardSubject(QStringView subject, QStringView fromName)
{
    const QStringView mark = markOf(subject);
    return isOneOf(mark, std::begin(forwardMarks), std::end(forwardMarks)) ||
           (equals(mark, u"VS") && equals(fromName, u"Fra"));
}

bool isReplySubject(QStringView subject)
{
    return isOneOf(markOf(subject), std::begin(replyMarks), std::end(replyMarks));
}

} // namespace intake
