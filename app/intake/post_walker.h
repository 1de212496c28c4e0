// PostWalker: walks the parsed page of a post and hands what is seen to the writer of Markdown. One thread; what it is
// made with has to stay as long.
#pragma once

#include "intake/html_hidden.h"
#include "intake/markdown_writer.h"
#include "intake/post_addresses.h"
#include "intake/post_losses.h"
#include "intake/post_roles.h"
#include "intake/post_text.h"

namespace intake {

class PostWalker
{
public:
    // What cannot be expressed is added to `losses`, what was asked for to `pictures`.
    PostWalker(const GumboNode &page, const PostReading &reading, PostLosses &losses, QList<PostPicture> &pictures);

    // False if the page is too deep; there is no Markdown then.
    [[nodiscard]] bool walk();
    [[nodiscard]] QString markdown() { return m_writer.result(); }

private:
    // What holds for the words within an element.
    struct Place {
        char style = 0;
        int depth = 0;
        bool isInList = false;   // and in no item of it
        bool isFlat = false;     // in a cell of a row that is one line
        bool keepsLines = false; // as verse does
    };

    // Of a table, as far as they are written.
    struct Rows {
        bool isTable = false;      // one of them is a line of cells
        bool isBehindLine = false; // the last one is
    };

    void addNode(const GumboNode &node, const Place &place);
    void addText(const char *utf8, const Place &place);
    void addElement(const GumboNode &node, const Place &outer);
    void addInline(const GumboElement &element, PostRole role, const Place &place);
    void addChildren(const GumboElement &element, const Place &place);
    void addBlock(const GumboElement &element, PostRole role, const Place &place);
    void addList(const GumboElement &element, const Place &place);
    void addItem(const GumboElement &element, const Place &place);
    void addPreformatted(const GumboElement &element, const Place &place);
    void addCode(const GumboElement &element, const Place &place);
    void addLink(const GumboElement &element, const Place &place);
    void addPicture(const GumboElement &element, const Place &place);
    void addPictureAsWords(const PostPicture &picture, const Place &place);
    void addEmbedded(const GumboElement &element, const Place &place);
    void addTable(const GumboElement &element, const Place &place);
    void addRows(const GumboElement &element, const Place &place, Rows &rows);
    void addRow(const GumboElement &row, const Place &place, Rows &rows);
    void addBreak(const Place &place);
    void endBlock(const Place &place);
    void endCode(const Place &place);

    const GumboNode &m_page;
    const PostReading &m_reading;
    PostLosses &m_losses;
    QList<PostPicture> &m_pictures;
    HiddenNames m_hiddenNames;
    PostAddresses m_addresses;
    MarkdownWriter m_writer;
    QString m_code;   // of the code that is open
    QString m_linked; // where the link that is open leads
    bool m_isInCode = false;
    bool m_isInPreformatted = false;
    bool m_isInLink = false;
    bool m_isTooDeep = false;
};

} // namespace intake
