// XmlCharacters: the bytes of an XML file as UTF-8 that holds nothing but characters of XML 1.0 (section 2.2), with
// lines that end in "\n", piece by piece. Knows nothing of markup but the declaration. Owned by XmlRepairer; one
// thread.
//
// The encoding is told by a byte order mark, by the look of "<?" in UTF-16, else by the declaration. UTF-8 is the rule;
// a byte that is none is read as windows-1252, it alone. A file that names a set of one byte for each character
// (ISO-8859-1, windows-1251) is read by that, unless the first of its pieces that goes beyond ASCII is UTF-8 after all.
#pragma once

#include "intake/xml_tally.h"

#include <QByteArray>

#include <array>

namespace intake {

// White space of XML 1.0 (section 2.3) where lines end in "\n".
[[nodiscard]] inline bool isXmlBlank(char c)
{
    return c == ' ' || c == '\t' || c == '\n';
}

// The first place from `at` on where none stands.
[[nodiscard]] inline qsizetype skipXmlBlanks(QByteArrayView text, qsizetype at)
{
    while (at < text.size() && isXmlBlank(text[at]))
        ++at;
    return at;
}

class XmlCharacters
{
public:
    // How many bytes are enough to tell the encoding.
    static constexpr qsizetype beginning = 1024;

    explicit XmlCharacters(XmlTally &tally) : m_tally(tally) {}

    // What is ready of the text once this piece is there too; `isLast`: nothing follows it.
    [[nodiscard]] QByteArray take(QByteArrayView piece, bool isLast);

    // The character set that the file names, where it needs more than a byte for a character and is not read here;
    // otherwise empty.
    [[nodiscard]] const QByteArray &unreadable() const { return m_unreadable; }

private:
    enum class Form { Utf8, SingleByte, Utf16LittleEndian, Utf16BigEndian };

    void begin();
    void readDeclaration();
    void settle();
    void takeBytes(QByteArrayView bytes, bool isLast);
    void takeUnits(QByteArrayView bytes, bool isLast);
    [[nodiscard]] qsizetype takeBeyondAscii(QByteArrayView bytes, bool isLast);
    void takeControl(char32_t code);
    void takeCharacter(char32_t code, QByteArrayView utf8);
    void takeReplaced(char byte);

    XmlTally &m_tally;
    Form m_form = Form::Utf8;
    QByteArray m_held; // not taken yet
    QByteArray m_text; // ready
    QByteArray m_unreadable;
    QByteArray m_declared;               // canonical name; empty where the declaration changes nothing
    std::array<QByteArray, 128> m_upper; // the characters of the bytes beyond ASCII, as UTF-8
    qint64 m_line = 1;
    bool m_isBegun = false;
    bool m_afterReturn = false;
};

} // namespace intake
