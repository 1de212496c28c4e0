// The index of all Q&As as it is published: headings from A to Z with their entries, sub-headings and references, and
// every article that no heading names under its title. Headings that lead nowhere are left out. Refers to the outline.
#pragma once

#include "site/outline.h"

namespace site {

class QaIndex
{
public:
    struct Link {
        QString text;
        QString file;
        QString anchor; // without "#"; empty: the page itself
    };
    struct Heading {
        QString text;
        QString anchor;
        int level = 0; // below its main heading, which has 0
        QList<Link> entries;
        QList<Link> see;
        QList<Link> seeAlso;
    };
    // A main heading with those below it, in reading order; or one article under its title.
    struct Item {
        QList<Heading> headings;
        Link article; // where there are no headings
    };
    struct Group {
        QString letter; // "A", "#"
        QString anchor; // "a", "other"
        QString file;   // the page it stands on
        QList<Item> items;
    };

    QaIndex() = default;
    explicit QaIndex(const Outline &outline);

    [[nodiscard]] const QList<Group> &groups() const { return m_groups; }
    // Whether each group has a page of its own.
    [[nodiscard]] bool isSplit() const { return m_isSplit; }

private:
    struct Builder;

    QList<Group> m_groups;
    bool m_isSplit = false;
};

} // namespace site
