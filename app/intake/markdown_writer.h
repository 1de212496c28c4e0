// MarkdownWriter: takes a rich text block by block and writes it as Markdown (CommonMark 0.30): blocks parted by one
// blank line, items of tight lists by none, two lists that touch kept apart by their marks. A line end within a
// paragraph is a hard break, written as "\" and a line end. Values, any thread.
#pragma once

#include "intake/markdown_line.h"

#include <QList>

#include <optional>

namespace intake {

class MarkdownWriter
{
public:
    MarkdownWriter();

    // The paragraph or heading that is being written: its words, pictures and code.
    [[nodiscard]] MarkdownLine &line() { return m_line; }
    void breakLine(); // as <br>; a second break begins a paragraph
    void endBlock();  // what follows is another paragraph

    // A link goes on in the next block where one ends within it. Links do not nest.
    void openLink(const QString &address);
    void closeLink();
    void dropLink(); // there is none around what this block has of it

    void startHeading(int level); // 1 to 6
    void endHeading();
    void addRule();
    void addCodeBlock(const QString &code);

    void openQuotation() { open(QStringLiteral("> "), QStringLiteral("> ")); }
    void closeQuotation() { close(); }

    // `first` is the number of the first item, 0 or more; without one, the list has bullets. A list that stands between
    // the items of another is part of the item before.
    void openList(std::optional<int> first, bool isTight);
    void closeList();
    void openItem(std::optional<int> number = {}); // where it is not the next one, another list begins
    void closeItem();

    // All of it; lines end with "\n". Empty, or without blank lines around it.
    [[nodiscard]] QString result();

private:
    // What the lines within begin with.
    struct Container {
        QString first;
        QString rest;
        bool isUsed = false;
        QChar lastMark; // of the list that was the last block in it, else null
    };
    struct List {
        std::optional<int> next; // number
        QChar mark;
        bool isTight = false;
        bool hasItems = false;
        bool isInItem = false;
        bool isContinuing = false; // part of the item before it
        qsizetype depth = 0;       // how many containers are open around its items
        qsizetype lastBlock = 0;   // number of the last block of its last item
        QString rest;              // of its last item
    };

    void open(const QString &first, const QString &rest);
    void close();
    [[nodiscard]] bool isShown() const;
    void write(const QStringList &lines, bool isParagraph = false);
    [[nodiscard]] QString blankPrefix() const;

    MarkdownLine m_line;
    QString m_out;
    QList<Container> m_containers;
    QList<List> m_lists;
    QString m_address;           // of the link that is open
    qsizetype m_shallowest = 1;  // fewest containers open since the last line
    qsizetype m_blocks = 0;      // written so far
    qsizetype m_paragraphIn = 0; // how many containers were open for the last block if it was a paragraph, else 0
    int m_headingLevel = 0;
    bool m_isJoined = false; // the next block begins on the next line
};

} // namespace intake
