#include "desk/transliteration.h"

#include <QList>

#include <QList>

#include <algorithm>
#include <array>
#include <optional>

namespace desk {

namespace {

struct Replacement {
    char16_t letter;
    QLatin1String basic;
};

// In the order of the letters' numbers: Latin that Unicode does not take apart, Greek, Cyrillic.
constexpr auto replacements = std::to_array<Replacement>({
    {u'ß', QLatin1String("ss")},   {u'æ', QLatin1String("ae")}, {u'ð', QLatin1String("d")},
    {u'ø', QLatin1String("o")},    {u'þ', QLatin1String("th")}, {u'đ', QLatin1String("d")},
    {u'ħ', QLatin1String("h")},    {u'ı', QLatin1String("i")},  {u'ĸ', QLatin1String("k")},
    {u'ł', QLatin1String("l")},    {u'ŋ', QLatin1String("ng")}, {u'œ', QLatin1String("oe")},
    {u'ŧ', QLatin1String("t")},    {u'ƙ', QLatin1String("k")},  {u'ƶ', QLatin1String("z")},
    {u'ɓ', QLatin1String("b")},    {u'ɖ', QLatin1String("d")},  {u'ɗ', QLatin1String("d")},
    {u'ə', QLatin1String("e")},    {u'ɨ', QLatin1String("i")},  {u'ΰ', QLatin1String("y")},
    {u'α', QLatin1String("a")},    {u'β', QLatin1String("v")},  {u'γ', QLatin1String("g")},
    {u'δ', QLatin1String("d")},    {u'ε', QLatin1String("e")},  {u'ζ', QLatin1String("z")},
    {u'η', QLatin1String("i")},    {u'θ', QLatin1String("th")}, {u'ι', QLatin1String("i")},
    {u'κ', QLatin1String("k")},    {u'λ', QLatin1String("l")},  {u'μ', QLatin1String("m")},
    {u'ν', QLatin1String("n")},    {u'ξ', QLatin1String("x")},  {u'ο', QLatin1String("o")},
    {u'π', QLatin1String("p")},    {u'ρ', QLatin1String("r")},  {u'ς', QLatin1String("s")},
    {u'σ', QLatin1String("s")},    {u'τ', QLatin1String("t")},  {u'υ', QLatin1String("y")},
    {u'φ', QLatin1String("f")},    {u'χ', QLatin1String("ch")}, {u'ψ', QLatin1String("ps")},
    {u'ω', QLatin1String("o")},    {u'ϋ', QLatin1String("y")},  {u'а', QLatin1String("a")},
    {u'б', QLatin1String("b")},    {u'в', QLatin1String("v")},  {u'г', QLatin1String("g")},
    {u'д', QLatin1String("d")},    {u'е', QLatin1String("e")},  {u'ж', QLatin1String("zh")},
    {u'з', QLatin1String("z")},    {u'и', QLatin1String("i")},  {u'й', QLatin1String("y")},
    {u'к', QLatin1String("k")},    {u'л', QLatin1String("l")},  {u'м', QLatin1String("m")},
    {u'н', QLatin1String("n")},    {u'о', QLatin1String("o")},  {u'п', QLatin1String("p")},
    {u'р', QLatin1String("r")},    {u'с', QLatin1String("s")},  {u'т', QLatin1String("t")},
    {u'у', QLatin1String("u")},    {u'ф', QLatin1String("f")},  {u'х', QLatin1String("kh")},
    {u'ц', QLatin1String("ts")},   {u'ч', QLatin1String("ch")}, {u'ш', QLatin1String("sh")},
    {u'щ', QLatin1String("shch")}, {u'ъ', QLatin1String("")},   {u'ы', QLatin1String("y")},
    {u'ь', QLatin1String("")},     {u'э', QLatin1String("e")},  {u'ю', QLatin1String("yu")},
    {u'я', QLatin1String("ya")},   {u'ё', QLatin1String("e")},  {u'ђ', QLatin1String("dj")},
    {u'ѓ', QLatin1String("g")},    {u'є', QLatin1String("ye")}, {u'ѕ', QLatin1String("dz")},
    {u'і', QLatin1String("i")},    {u'ї', QLatin1String("yi")}, {u'ј', QLatin1String("j")},
    {u'љ', QLatin1String("lj")},   {u'њ', QLatin1String("nj")}, {u'ћ', QLatin1String("c")},
    {u'ќ', QLatin1String("k")},    {u'ў', QLatin1String("u")},  {u'џ', QLatin1String("dz")},
    {u'ґ', QLatin1String("g")},    {u'ғ', QLatin1String("g")},  {u'қ', QLatin1String("k")},
    {u'ң', QLatin1String("n")},    {u'ү', QLatin1String("u")},  {u'ұ', QLatin1String("u")},
    {u'һ', QLatin1String("h")},    {u'ә', QLatin1String("a")},  {u'ө', QLatin1String("o")},
});
static_assert(std::ranges::is_sorted(replacements, {}, &Replacement::letter));

std::optional<QLatin1String> basicLetters(char32_t letter, char32_t before)
{
    if (letter == U'υ' && before == U'ο')
        return QLatin1String("u");
    if (letter == U'υ' && (before == U'α' || before == U'ε'))
        return QLatin1String("v");
    const auto *const found = std::ranges::lower_bound(replacements, letter, {}, &Replacement::letter);
    if (found == replacements.end() || found->letter != letter)
        return std::nullopt;
    return found->basic;
}

// Accents, points and the like; not the vowel signs of Indian scripts nor the voicing marks of kana, which make a
// different letter.
bool isAccent(char32_t letter)
{
    return QChar::isMark(letter) && QChar::combiningClass(letter) >= 10;
}

void appendPart(char32_t part, char32_t &before, QString &to)
{
    if (isAccent(part))
        return;
    if (const std::optional<QLatin1String> basic = basicLetters(part, before))
        to.append(*basic);
    else
        to.append(QChar::fromUcs4(part));
    before = part;
}

} // namespace

void appendBasicLetters(char32_t letter, char32_t &before, QString &to)
{
    const bool isWhole = letter < 0x80 || QChar::decompositionTag(letter) == QChar::NoDecomposition;
    if (isWhole || basicLetters(letter, before)) {
        appendPart(letter, before, to);
        return;
    }
    for (const char32_t part : QString::fromUcs4(&letter, 1).normalized(QString::NormalizationForm_KD).toUcs4())
        appendPart(QChar::toCaseFolded(part), before, to);
}

QString inBasicLetters(const QString &text)
{
    QString basic;
    basic.reserve(text.size());
    char32_t before = 0;
    for (const char32_t letter : text.normalized(QString::NormalizationForm_KC).toLower().toUcs4())
        appendBasicLetters(letter, before, basic);
    return basic;
}

} // namespace desk
