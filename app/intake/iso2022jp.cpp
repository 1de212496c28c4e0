#include "intake/iso2022jp.h"

#include "intake/iconv_text.h"

#include <iterator>

namespace intake {

namespace {

enum class Set { Ascii, Katakana, Kanji, SupplementaryKanji };

struct Escape {
    const char *sequence; // behind ESC
    Set set;
};

// The longer ones first.
constexpr Escape escapes[] = {
    {"$(D", Set::SupplementaryKanji},
    {"$(B", Set::Kanji},
    {"$(@", Set::Kanji},
    {"$B", Set::Kanji},
    {"$@", Set::Kanji},
    {"(B", Set::Ascii},
    {"(J", Set::Ascii},
    {"(H", Set::Ascii},
    {"(I", Set::Katakana},
};

constexpr char esc = 0x1B;

bool isGraphic(char c)
{
    return c > ' ' && c < 0x7F;
}

// Turns the sets that escapes choose into the ones that EUC-JP tells apart by the high bit.
class Converter
{
public:
    explicit Converter(QByteArrayView bytes) : m_bytes(bytes), m_isStripped(!bytes.contains(esc)) {}

    QByteArray toEuc()
    {
        while (m_at < m_bytes.size()) {
            if (!takeEscape())
                takeCharacter();
        }
        return m_euc;
    }

private:
    // Where all ESC were lost, what stands behind them does for an escape: "$B" in ASCII, "(B" in kanji.
    bool takeEscape()
    {
        const bool hasEsc = m_bytes.at(m_at) == esc;
        if (!hasEsc && !m_isStripped)
            return false;
        const QByteArrayView rest = m_bytes.sliced(m_at + (hasEsc ? 1 : 0));
        for (const Escape &escape : escapes) {
            const bool isTurn = (escape.set == Set::Ascii) != (m_set == Set::Ascii);
            if (rest.startsWith(escape.sequence) && (hasEsc || isTurn)) {
                m_set = escape.set;
                m_at += qstrlen(escape.sequence) + (hasEsc ? 1 : 0);
                return true;
            }
        }
        return false;
    }

    void takeCharacter()
    {
        const char c = m_bytes.at(m_at);
        const bool isPair = m_at + 1 < m_bytes.size() && isGraphic(m_bytes.at(m_at + 1));
        if (c == '\n' || c == '\r')
            m_set = Set::Ascii;
        if (!isGraphic(c) || m_set == Set::Ascii) {
            m_euc.append(c);
        } else if (m_set == Set::Katakana) {
            m_euc.append('\x8E').append(char(c | 0x80));
        } else if (isPair) {
            if (m_set == Set::SupplementaryKanji)
                m_euc.append('\x8F');
            m_euc.append(char(c | 0x80)).append(char(m_bytes.at(++m_at) | 0x80));
        } else {
            m_euc.append(char(c | 0x80)); // half a character: nothing in EUC-JP either
        }
        ++m_at;
    }

    QByteArrayView m_bytes;
    bool m_isStripped;
    qsizetype m_at = 0;
    Set m_set = Set::Ascii;
    QByteArray m_euc;
};

} // namespace

DecodedText decodeIso2022Jp(const QByteArray &bytes)
{
    const QByteArray euc = Converter(bytes).toEuc();
    for (const char *name : {"euc-jp-ms", "euc-jp"}) {
        if (std::optional<DecodedText> decoded = decodeByIconv(euc, name))
            return *decoded;
    }
    return {};
}

bool hasIso2022JpEscapes(QByteArrayView bytes)
{
    for (qsizetype at = bytes.indexOf(esc); at >= 0; at = bytes.indexOf(esc, at + 1)) {
        const QByteArrayView rest = bytes.sliced(at + 1);
        if (rest.startsWith("$B") || rest.startsWith("$@") || rest.startsWith("$(D") || rest.startsWith("(I"))
            return true;
    }
    return false;
}

} // namespace intake
