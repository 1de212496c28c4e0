#include "desk/sheet_guess.h"

#include "desk/sheet_cells.h"

#include "base/text.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <vector>

namespace desk {

namespace {

// A word or words of headings, without accents, small, with spaces for punctuation.
struct HeadingWords {
    SheetRole role;
    QList<const char *> words;
};

const std::array usual{
    HeadingWords{SheetRole::Letter,
                 {"letter",  "question", "message",   "text",        "story",      "problem",    "dilemma",  "body",
                  "content", "comment",  "comments",  "ask",         "matter",     "worry",      "trouble",  "concern",
                  "brief",   "frage",    "nachricht", "anliegen",    "geschichte", "kommentar",  "sorgen",   "lettre",
                  "texte",   "histoire", "probleme",  "commentaire", "courrier",   "carta",      "pregunta", "mensaje",
                  "texto",   "historia", "problema",  "consulta",    "comentario", "comentarios"}},
    HeadingWords{SheetRole::Subject,
                 {"subject", "title", "headline", "topic", "in a few words", "betreff", "titel", "thema", "uberschrift",
                  "sujet", "titre", "objet", "asunto", "titulo", "tema"}},
    HeadingWords{SheetRole::Date,
                 {"date",     "timestamp",      "time",     "submitted",  "submitted at", "submitted on",
                  "received", "created at",     "created",  "sent",       "datum",        "zeitstempel",
                  "eingang",  "uhrzeit",        "gesendet", "horodateur", "date d envoi", "recu",
                  "fecha",    "marca temporal", "hora",     "enviado"}},
    HeadingWords{SheetRole::Name,
                 {"name", "your name", "full name", "first name", "last name", "given name", "family name", "forename",
                  "surname", "vorname", "nachname", "familienname", "nom", "prenom", "nombre", "apellido",
                  "apellidos"}},
    HeadingWords{SheetRole::Address,
                 {"email", "e mail", "mail", "email address", "e mail address", "address", "e mail adresse", "adresse",
                  "mailadresse", "courriel", "adresse electronique", "adresse mail", "correo", "correo electronico",
                  "direccion"}},
    HeadingWords{SheetRole::Consent,
                 {"consent",        "permission",      "publish",          "publication", "may we",
                  "can we print",   "agree",           "i agree",          "zustimmung",  "einverstanden",
                  "einwilligung",   "veroffentlichen", "veroffentlichung", "durfen wir",  "erlaubnis",
                  "consentement",   "accord",          "autorisation",     "publier",     "pouvons nous",
                  "consentimiento", "permiso",         "acepto",           "publicar",    "autorizo",
                  "podemos"}},
    HeadingWords{SheetRole::Place,
                 {"place", "town", "city", "location", "country", "region", "where", "ort", "stadt", "wohnort", "land",
                  "ville", "lieu", "pays", "ciudad", "lugar", "pais", "localidad"}},
    HeadingWords{SheetRole::Signature,
                 {"signature", "sign", "signed", "pen name", "penname", "nickname", "pseudonym", "alias", "call you",
                  "unterschrift", "deckname", "spitzname", "signatur", "pseudonyme", "surnom", "signer", "seudonimo",
                  "firma", "apodo"}},
};

// Words that make a heading mean something else.
const std::array misleading{
    HeadingWords{SheetRole::Date, {"birth", "geburt", "geburtsdatum", "naissance", "nacimiento", "age"}},
    HeadingWords{SheetRole::Name, {"user", "username", "file", "company", "form", "column", "pen", "browser", "firma"}},
    HeadingWords{SheetRole::Address, {"ip", "web", "url"}},
    HeadingWords{SheetRole::Letter, {"answer", "reply", "antwort", "reponse", "respuesta", "id", "number", "title"}},
    HeadingWords{SheetRole::Consent, {"newsletter", "marketing", "offers", "cookies", "terms"}},
    HeadingWords{SheetRole::Signature, {"company", "sign up", "newsletter"}},
};

constexpr std::array firstNames{"first", "given", "forename", "vorname", "prenom"};
constexpr std::array lastNames{"last", "family", "surname", "nachname", "familienname", "apellido", "apellidos"};

constexpr int wholeHeading = 100;
constexpr int partOfHeading = 50;
constexpr int fewest = 40; // points that a column needs
constexpr qsizetype longestConsent = 60;
constexpr qsizetype shortestLetter = 12; // characters on the average
constexpr qsizetype letterWords = 10;    // on the average, to be taken for a letter by its length alone
constexpr qsizetype mostCells = 20000;   // looked at in all
constexpr qsizetype fewestRows = 3;

QString bare(const QString &heading)
{
    QString words;
    for (const QChar c : heading.left(300).normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            words.append(c.isLetterOrNumber() ? c.toCaseFolded() : QChar(u' '));
    }
    return words.simplified();
}

bool holdsWords(const QString &heading, const char *words)
{
    const QString padded = QLatin1Char(' ') + heading + QLatin1Char(' ');
    return padded.contains(QLatin1Char(' ') + QLatin1String(words) + QLatin1Char(' '));
}

template <typename Table>
bool holdsOne(const QString &heading, const Table &table)
{
    return std::any_of(table.begin(), table.end(),
                       [&heading](const char *words) { return holdsWords(heading, words); });
}

bool isMisleading(SheetRole role, const QString &heading)
{
    return std::ranges::any_of(
        misleading, [&](const HeadingWords &row) { return row.role == role && holdsOne(heading, row.words); });
}

// Points for a role by the heading; longer words say more, and roles that are named beside a letter more than it.
int headingPoints(SheetRole role, const QString &heading)
{
    if (isMisleading(role, heading))
        return 0;
    int best = 0;
    for (const char *const words : usual.at(static_cast<std::size_t>(role)).words) {
        if (heading == QLatin1String(words))
            return wholeHeading;
        if (holdsWords(heading, words))
            best = std::max(best, partOfHeading + int(qstrlen(words)) + (role == SheetRole::Letter ? 0 : 4));
    }
    return best;
}

// What stands in one column.
struct Content {
    int filled = 0;
    int addresses = 0;
    int consents = 0;
    int numbers = 0;
    qsizetype characters = 0;
    qsizetype words = 0;
    DateEvidence dates;

    [[nodiscard]] bool isMostly(qint64 some) const { return filled > 0 && some * 5 >= qint64(filled) * 4; }
    [[nodiscard]] qsizetype length() const { return filled == 0 ? 0 : characters / filled; }
    [[nodiscard]] qsizetype wordsEach() const { return filled == 0 ? 0 : words / filled; }
};

Content contentOf(int place, const QList<QStringList> &rows)
{
    static const QRegularExpression address(QStringLiteral("^[^@\\s]+@[^@\\s]+\\.[^@\\s]+$"));
    Content content;
    for (const QStringList &row : rows) {
        const QString cell = row.value(place).trimmed();
        if (cell.isEmpty())
            continue;
        ++content.filled;
        content.characters += cell.size();
        content.words += base::wordCount(cell);
        content.dates.add(cell);
        if (cell.size() <= 254 && address.match(cell).hasMatch())
            ++content.addresses;
        bool isNumber = false;
        cell.toDouble(&isNumber);
        content.numbers += isNumber ? 1 : 0;
        const SheetConsent consent = consentIn(cell, {});
        if (cell.size() <= longestConsent && (consent == SheetConsent::Given || consent == SheetConsent::Refused))
            ++content.consents;
    }
    return content;
}

// What the content adds to the points of the heading, or takes from them.
int contentPoints(SheetRole role, const Content &content, bool isNamed)
{
    if (content.filled == 0)
        return 0;
    const bool isDate = content.isMostly(content.dates.dates());
    const bool isAddress = content.isMostly(content.addresses);
    switch (role) {
    case SheetRole::Date:
        return isDate ? 50 : -100;
    case SheetRole::Address:
        return isAddress ? 50 : isDate ? -100 : 0;
    case SheetRole::Consent:
        return !isNamed ? 0 : content.isMostly(content.consents) ? 40 : content.length() > longestConsent ? -100 : 0;
    case SheetRole::Letter:
        if (isDate || isAddress || content.isMostly(content.numbers))
            return -100;
        if (content.length() < shortestLetter)
            return isNamed ? -55 : -100;
        return int(std::min<qsizetype>(content.length() / 4, 40)) - (isNamed ? 0 : 41);
    default:
        return isDate || isAddress || content.isMostly(content.consents) || content.length() > 400 ? -100 : 0;
    }
}

struct Candidate {
    SheetRole role;
    int place;
    int points;
};

std::vector<Candidate> candidates(const QStringList &headings, const QList<Content> &contents)
{
    std::vector<Candidate> all;
    for (int place = 0; place < contents.size(); ++place) {
        const QString heading = bare(headings.value(place));
        for (const SheetRole role : sheetRoles()) {
            const int named = headingPoints(role, heading);
            const int points = named + contentPoints(role, contents.at(place), named > 0);
            if (points >= fewest)
                all.push_back({role, place, points});
        }
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Candidate &a, const Candidate &b) { return a.points > b.points; });
    return all;
}

// Where no heading tells, the one column that is far longer than all others.
int longestColumn(const QStringList &headings, const QList<Content> &contents, const SheetPlaces &taken)
{
    int longest = -1;
    qsizetype next = 0;
    for (int place = 0; place < contents.size(); ++place) {
        const bool isTaken = std::any_of(taken.cbegin(), taken.cend(),
                                         [place](const QList<int> &places) { return places.contains(place); });
        if (isTaken || isMisleading(SheetRole::Letter, bare(headings.value(place))))
            continue;
        if (longest < 0 || contents.at(place).wordsEach() > contents.at(longest).wordsEach()) {
            next = longest < 0 ? 0 : contents.at(longest).wordsEach();
            longest = place;
        } else {
            next = std::max(next, contents.at(place).wordsEach());
        }
    }
    const qsizetype words = longest < 0 ? 0 : contents.at(longest).wordsEach();
    return words >= letterWords && words >= 2 * next ? longest : -1;
}

// A name that is written in two columns, the first name first.
QList<int> nameColumns(int best, const QStringList &headings, const std::vector<Candidate> &all,
                       const QList<int> &taken)
{
    int first = -1;
    int last = -1;
    int other = -1;
    for (const Candidate &candidate : all) {
        if (candidate.role != SheetRole::Name || taken.contains(candidate.place))
            continue;
        const QString heading = bare(headings.value(candidate.place));
        int &which = holdsOne(heading, firstNames) ? first : holdsOne(heading, lastNames) ? last : other;
        if (which < 0)
            which = candidate.place;
    }
    if (first >= 0 && (last >= 0 || other >= 0))
        return {first, last >= 0 ? last : other};
    if (last >= 0 && other >= 0)
        return {other, last};
    return {best};
}

// A sheet may be as wide as its sender likes.
qsizetype rowsLookedAt(qsizetype rows, qsizetype columns)
{
    return std::min(rows, std::max(fewestRows, mostCells / std::max<qsizetype>(1, columns)));
}

} // namespace

SheetMap guessMap(const QStringList &headings, const QList<QStringList> &rows)
{
    qsizetype columns = headings.size();
    for (const QStringList &row : rows)
        columns = std::max(columns, row.size());
    const QList<QStringList> looked = rows.first(rowsLookedAt(rows.size(), columns));
    QList<Content> contents;
    for (int place = 0; place < columns; ++place)
        contents.append(contentOf(place, looked));

    SheetPlaces places;
    QList<int> taken;
    const std::vector<Candidate> all = candidates(headings, contents);
    for (const Candidate &candidate : all) {
        if (places.contains(candidate.role) || taken.contains(candidate.place))
            continue;
        places[candidate.role] = candidate.role == SheetRole::Name ? nameColumns(candidate.place, headings, all, taken)
                                                                   : QList{candidate.place};
        taken += places.value(candidate.role);
    }
    if (!places.contains(SheetRole::Letter)) {
        if (const int longest = longestColumn(headings, contents, places); longest >= 0)
            places[SheetRole::Letter] = {longest};
    }
    SheetMap map;
    for (auto role = places.cbegin(); role != places.cend(); ++role) {
        for (const int place : role.value())
            map.columns[role.key()].append(columnAt(headings, place));
    }
    return map;
}

bool isUsualHeading(const QString &cell)
{
    const QString heading = bare(cell);
    return cell.size() <= 120 && std::any_of(usual.begin(), usual.end(), [&heading](const HeadingWords &row) {
               return headingPoints(row.role, heading) > 0;
           });
}

} // namespace desk
