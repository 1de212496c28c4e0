// MarkdownLine: takes the words of one paragraph or heading with their emphasis, links, pictures and code one after
// another, and writes them as inline Markdown that shows those words and no others. Values, any thread.
#pragma once

#include "intake/markdown_escapes.h"

namespace intake {

class MarkdownLine
{
public:
    // `style` is made of boldStyle and italicStyle. White space is collapsed, across calls too; control characters and
    // invisible padding go.
    void addWords(QStringView words, char style = 0);
    void addCode(const QString &code, char style = 0);
    void addPicture(const QString &alternative, const QString &address, char style = 0);
    void addSpace() { m_spaceDue = !m_text.isEmpty(); }
    void breakLine(); // as <br>; breaks at the ends of a paragraph and second ones are nothing

    // A link around what is added until closeLink(); where that is nothing, there is none. Links do not nest.
    void openLink(const QString &address);
    void closeLink();
    void dropLink() { m_address.clear(); } // there is none around what was added

    [[nodiscard]] bool isEmpty() const { return m_text.isEmpty(); }
    [[nodiscard]] bool endsWithBreak() const { return m_text.endsWith(u'\n'); }
    // Makes a link of all of it.
    void linkAll(const QString &address);
    // All of it where that is words without links, pictures and code; breaks are "\n". Else empty.
    [[nodiscard]] QString plainWords() const { return m_atoms.isEmpty() ? m_text : QString(); }

    // The Markdown, in lines that end with "\" but for the last. Leaves it empty.
    [[nodiscard]] QString take(MarkdownPlace place);

private:
    void append(QStringView word, char style);
    void addAtom(const QString &markdown, char style);

    QString m_text;            // "\n" for a break, atomMark for the next of m_atoms
    QByteArray m_styles;       // one for each character of m_text
    QStringList m_atoms;       // the Markdown of links, pictures and code
    QString m_address;         // of the link that is open
    qsizetype m_linkBegin = 0; // in m_text, of the link that is open
    bool m_spaceDue = false;
};

} // namespace intake
