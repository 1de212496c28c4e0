// XmlRepairer: mends the bytes of an XML file before QXmlStreamReader sees them, piece by piece, and counts what it
// mended. Owned by WordPressXml; one thread.
//
// It is QXmlStreamReader since that reads piece by piece in bounded memory, fetches nothing and is part of Qt already;
// but it stops at the first byte that is not well-formed, as it must, and exports are often not. So what is known to go
// wrong in them is put right here, and whether tags match and names are names is left to it. What comes out is UTF-8
// without a byte order mark, declaration, comments, instructions and document type, so no entity is ever declared or
// expanded; lines keep their numbers. Besides what xml_characters.h does:
// - Junk before "<?xml" or "<rss" is left out where the file does not begin as XML does.
// - "&" that begins no reference is taken for itself, in texts and in values of attributes. References that HTML knows
//   become their characters; those to what is no character are left out.
// - A section (CDATA) in an element ends at a "]]>" behind which the element ends, another section begins at once, or
//   an element of an export stands. At another "]]>" it goes on, if that is followed by a tag, or by text that ends
//   in "]]>" where the element does; text behind a section is otherwise left as it is. A section also ends where its
//   element does and an element of an export follows, if the next section begins before the next "]]>". A section
//   that is wrapped in another is taken for one. A "]]>" outside of sections is text.
// All this is told from the next 64 KB at most. Tags that were lost or do not match are beyond this. A file that is
// well-formed comes out as it is, unless a section in it stands before an element that exports do not have.
#pragma once

#include "intake/xml_characters.h"
#include "intake/xml_search.h"
#include "intake/xml_tally.h"

namespace intake {

class XmlRepairer
{
public:
    // How far is looked ahead, how long a tag may be, and text between two tokens that are given on.
    static constexpr qsizetype reach = 64LL * 1024;
    static constexpr int mostAttributes = 128;

    XmlRepairer() = default;
    XmlRepairer(const XmlRepairer &) = delete;
    XmlRepairer &operator=(const XmlRepairer &) = delete;

    // What is mended once this piece is there too; may be nothing. `isLast`: nothing follows it. Nothing follows a tag
    // that is too long but a "<" that is refused there.
    [[nodiscard]] QByteArray mend(QByteArrayView piece, bool isLast);

    [[nodiscard]] QList<XmlRepair> repairs() const { return m_tally.repairs(); }
    // As in XmlCharacters.
    [[nodiscard]] const QByteArray &unreadable() const { return m_characters.unreadable(); }

private:
    enum class State { Beginning, Text, Section, Comment, Instruction, DocumentType, Broken };
    enum class Verdict { Unknown, Ends, GoesOn };

    static constexpr QByteArrayView sectionStart{"<![CDATA["};
    static constexpr QByteArrayView sectionEnd{"]]>"};
    static constexpr qsizetype longestName = 128;

    // Each takes something off the text; false where that needs more of it.
    [[nodiscard]] bool step();
    [[nodiscard]] bool takeBeginning();
    [[nodiscard]] bool takeText();
    [[nodiscard]] bool takeReference();
    [[nodiscard]] bool takeMarkup();
    [[nodiscard]] bool takeTag();
    [[nodiscard]] bool takeSection();
    [[nodiscard]] bool takeSectionStart();
    [[nodiscard]] bool takeSectionEnd();
    [[nodiscard]] bool takeTagInSection();
    [[nodiscard]] bool takeDocumentType();
    [[nodiscard]] bool leaveOutPast(QByteArrayView mark);

    void emitTag(QByteArrayView tag);
    void noteOwner(QByteArrayView tag);
    void copy(qsizetype to);
    void put(QByteArrayView bytes, qsizetype insteadOf);
    void leaveOut(qsizetype to);
    void note(XmlRepair::Kind kind);

    [[nodiscard]] QByteArrayView rest(qsizetype from) const { return QByteArrayView(m_text).sliced(from); }
    [[nodiscard]] bool isWithinReach(qsizetype length) const { return m_isLast || m_text.size() - m_at >= length; }
    [[nodiscard]] qsizetype find(XmlSearch &search, qsizetype from);
    [[nodiscard]] Verdict judgeSectionEnd();
    [[nodiscard]] qsizetype behindOwner(qsizetype at) const;
    [[nodiscard]] bool endsInSectionEnd(qsizetype from, qsizetype to);
    [[nodiscard]] bool isWrapped();
    [[nodiscard]] bool isLeftOpen(qsizetype behindTag);

    XmlTally m_tally;
    XmlCharacters m_characters{m_tally};
    State m_state = State::Beginning;
    QByteArray m_text; // from m_at on not taken yet
    qsizetype m_at = 0;
    qint64 m_base = 0; // how much was there before m_text
    QByteArray m_mended;
    qsizetype m_run = 0;   // length of the text since the last markup that is given on
    QByteArray m_ownerEnd; // "</title", if a title began last and has not ended
    qint64 m_line = 1;     // of m_counted
    qsizetype m_counted = 0;
    char m_quote = 0; // in a document type
    bool m_inSubset = false;
    bool m_isUnwrapped = false; // the section began twice and ends twice
    bool m_isLast = false;
    XmlSearch m_tags{"<"};
    XmlSearch m_sectionStarts{"<![CDATA["};
    XmlSearch m_sectionEnds{"]]>"};
    qint64 m_blankTo = -1;   // before this place stand blanks,
    qint64 m_blankFrom = -1; // from here on
};

} // namespace intake
