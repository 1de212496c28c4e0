#include "desk/sheet_cells.h"

#include <algorithm>
#include <array>

namespace desk {

namespace {

// All of these without accents and with spaces for punctuation, as bare() leaves them. Those that mean something by
// themselves alone:
constexpr std::array yesAlone{"y", "1",    "x", "on",   "true", "checked",  "given",
                              "j", "wahr", "o", "vrai", "s",    "verdadero"};
constexpr std::array noAlone{"n", "0", "off", "false", "unchecked", "falsch", "faux", "falso", "private"};

// Those that may be followed by more.
constexpr std::array yesWords{
    "yes",
    "yeah",
    "ok",
    "okay",
    "agree",
    "agreed",
    "i agree",
    "i consent",
    "consent",
    "i accept",
    "accept",
    "accepted",
    "you may",
    "ja",
    "gerne",
    "zugestimmt",
    "einverstanden",
    "ich bin einverstanden",
    "ich stimme zu",
    "oui",
    "d accord",
    "j accepte",
    "j autorise",
    "je suis d accord",
    "si",
    "acepto",
    "autorizo",
    "de acuerdo",
    "estoy de acuerdo",
};
constexpr std::array noWords{
    "no",
    "nope",
    "do not",
    "don t",
    "please do not",
    "please don t",
    "not",
    "never",
    "disagree",
    "i disagree",
    "i do not",
    "i don t",
    "declined",
    "refused",
    "you may not",
    "nein",
    "nicht",
    "bitte nicht",
    "kein",
    "keine",
    "ich bin nicht",
    "ich stimme nicht",
    "non",
    "pas",
    "je refuse",
    "je n accepte pas",
    "je n autorise pas",
    "je ne",
    "no acepto",
    "prefiero que no",
};

// What follows a yes and takes some of it back.
constexpr std::array reservations{
    "but",  "not",   "no",        "only",  "except", "unless", "without", "if",      "never",
    "aber", "nicht", "kein",      "keine", "nur",    "ohne",   "wenn",    "mais",    "pas",
    "sans", "sauf",  "seulement", "pero",  "sin",    "solo",   "salvo",   "excepto",
};

QString bare(const QString &text)
{
    QString words;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (c.isPunct() || c.isSpace())
            words.append(QLatin1Char(' '));
        else if (!c.isMark())
            words.append(c.toCaseFolded());
    }
    return words.simplified();
}

template <typename Table>
bool holds(const Table &table, QStringView word)
{
    return std::ranges::any_of(table, [word](const char *each) { return word == QLatin1String(each); });
}

bool holdsOwn(const QStringList &words, const QString &said)
{
    return std::ranges::any_of(words, [&said](const QString &word) { return bare(word) == said; });
}

// How many characters at the beginning of `said` are one of the words, the longest counting; 0 for none.
template <typename Table>
qsizetype beginning(const Table &table, const QString &said)
{
    qsizetype longest = 0;
    for (const char *const word : table) {
        const qsizetype length = qsizetype(qstrlen(word));
        const bool isWhole = said.size() == length || (said.size() > length && said.at(length) == QLatin1Char(' '));
        if (isWhole && said.startsWith(QLatin1String(word)))
            longest = std::max(longest, length);
    }
    return longest;
}

bool hasReservation(QStringView rest)
{
    const auto words = rest.split(QLatin1Char(' '));
    return std::ranges::any_of(words, [](QStringView word) { return holds(reservations, word); });
}

bool isTick(const QString &cell)
{
    const QString mark = cell.trimmed();
    return mark == QChar(0x2713) || mark == QChar(0x2714) || mark == QChar(0x2611) || mark == QChar(0x2705);
}

} // namespace

SheetConsent consentIn(const QString &cell, const SheetMap &map)
{
    if (isTick(cell))
        return SheetConsent::Given;
    const QString said = bare(cell);
    if (said.isEmpty() && !QStringView(cell).trimmed().isEmpty())
        return SheetConsent::Unclear;
    if (holdsOwn(map.no, said))
        return SheetConsent::Refused;
    if (holdsOwn(map.yes, said))
        return SheetConsent::Given;
    if (said.isEmpty())
        return SheetConsent::Unsaid;
    if (holds(noAlone, said))
        return SheetConsent::Refused;
    if (holds(yesAlone, said))
        return SheetConsent::Given;
    const qsizetype no = beginning(noWords, said);
    const qsizetype yes = beginning(yesWords, said);
    if (no > 0 && no >= yes)
        return SheetConsent::Refused;
    if (yes > 0 && !hasReservation(QStringView(said).sliced(yes)))
        return SheetConsent::Given;
    return SheetConsent::Unclear;
}

} // namespace desk
