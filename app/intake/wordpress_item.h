// WordPressItemReader: reads one item of a WordPress export, of which the first tag has been read, within a limit. Made
// by WordPressReader for each item; one thread.
#pragma once

#include "intake/wordpress_export.h"

namespace intake {

class WordPressXml;

class WordPressItemReader
{
public:
    // `limit`: characters of content and excerpt.
    WordPressItemReader(WordPressXml &xml, qsizetype limit) : m_xml(xml), m_bodyLeft(limit) {}

    // To the end of the item, or to a fault.
    [[nodiscard]] WordPressItem read();

    // Whether it had an element of wordpress.org/export.
    [[nodiscard]] bool isOfExport() const { return m_isOfExport; }
    // Whether it was too large, so that the texts are cut.
    [[nodiscard]] bool isCut() const { return m_isCut; }

private:
    void takeElement();
    [[nodiscard]] bool takeField();
    void takeTerm();
    void takeMeta();
    void finish();
    [[nodiscard]] QString text(qsizetype &left);

    WordPressXml &m_xml;
    qsizetype m_bodyLeft;
    qsizetype m_left = 1024LL * 1024; // characters of all else
    WordPressItem m_item;
    QString m_feedDate;
    QString m_localDate;
    QString m_utcDate;
    QStringList m_bareTerms; // names of categories of which it is not said what they are
    bool m_isOfExport = false;
    bool m_isCut = false;
};

} // namespace intake
