#include "intake/charset_guess.h"

#include "intake/iconv_text.h"

#include <QStringView>

#include <algorithm>

namespace intake {

namespace {

constexpr qsizetype sampleBytes = 4096;
constexpr qsizetype fewestBytes = 12;

// A set is taken for the right one if of the characters beyond ASCII that it makes of the bytes at least `percent` are
// between `first` and `last`, or among `common`.
struct Candidate {
    const char *name;
    char16_t first;
    char16_t last;
    const char16_t *common;
    int percent;
};

constexpr char16_t nothing[] = u"";
constexpr char16_t commonChinese[] =
    u"的一是不了在人有我他她这中大来上个国们到说时要就出会可也你对生能子那得着下自之年过后么没好想";
constexpr char16_t commonTraditional[] =
    u"的一是不了在人有我他她這中大來上個國們到說時要就出會可也你對生能子那得著下自之年過後麼沒好想";

constexpr Candidate candidates[] = {
    {"cp932", 0x3041, 0x3096, nothing, 25},        // hiragana
    {"euc-jp-ms", 0x3041, 0x3096, nothing, 25},    // hiragana
    {"cp949", 0xAC00, 0xD7A3, nothing, 85},        // hangul
    {"gb18030", 1, 0, commonChinese, 15},          //
    {"big5-hkscs", 1, 0, commonTraditional, 15},   //
    {"windows-1251", 0x0430, 0x044F, nothing, 60}, // small Cyrillic letters
    {"koi8-r", 0x0430, 0x044F, nothing, 60},
};

bool isHigh(char c)
{
    return static_cast<unsigned char>(c) >= 0x80;
}

// In Western text the bytes beyond ASCII stand alone among letters.
bool isCrowded(QByteArrayView bytes)
{
    qsizetype high = 0;
    qsizetype beside = 0;
    for (qsizetype i = 0; i < bytes.size(); ++i) {
        if (!isHigh(bytes.at(i)))
            continue;
        ++high;
        const bool hasNeighbour =
            (i > 0 && isHigh(bytes.at(i - 1))) || (i + 1 < bytes.size() && isHigh(bytes.at(i + 1)));
        beside += hasNeighbour ? 1 : 0;
    }
    return high >= fewestBytes && beside * 100 >= high * 60;
}

bool fits(const Candidate &candidate, const QByteArray &sample)
{
    const std::optional<DecodedText> decoded = decodeByIconv(sample, candidate.name);
    if (!decoded)
        return false;
    const QStringView common(candidate.common);
    qsizetype count = 0;
    qsizetype fitting = 0;
    qsizetype lost = 0;
    for (const QChar c : decoded->text) {
        if (c.unicode() < 0x80)
            continue;
        ++count;
        lost += c == QChar::ReplacementCharacter ? 1 : 0;
        const bool isInRange = c.unicode() >= candidate.first && c.unicode() <= candidate.last;
        fitting += isInRange || common.contains(c) ? 1 : 0;
    }
    // The sample may end inside a character.
    return lost * 50 <= count + 49 && fitting * 100 >= count * candidate.percent;
}

} // namespace

QByteArray guessCharset(const QByteArray &bytes)
{
    const QByteArray sample = bytes.left(sampleBytes);
    if (!isCrowded(sample))
        return {};
    const auto *found = std::find_if(std::begin(candidates), std::end(candidates),
                                     [&sample](const Candidate &candidate) { return fits(candidate, sample); });
    return found == std::end(candidates) ? QByteArray() : QByteArray(found->name);
}

} // namespace intake
