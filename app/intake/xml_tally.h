// XmlTally: what had to be mended in an XML file, counted by kind. Value, any thread.
#pragma once

#include <QList>

#include <array>

namespace intake {

struct XmlRepair {
    enum class Kind {
        ControlCharacter, // no character in XML 1.0 (section 2.2): left out
        Ampersand,        // one that begins no reference: taken for itself
        Encoding,         // bytes that are not UTF-8: read as windows-1252
        CData,            // a section that ended early, twice or not at all
        Entity,           // a reference that only HTML knows: its character
    };

    Kind kind = Kind::ControlCharacter;
    qint64 count = 0;
    qint64 firstLine = 0; // from 1
};

class XmlTally
{
public:
    void note(XmlRepair::Kind kind, qint64 line)
    {
        XmlRepair &repair = m_repairs.at(static_cast<size_t>(kind));
        repair.kind = kind;
        repair.firstLine = repair.count == 0 ? line : qMin(repair.firstLine, line);
        ++repair.count;
    }

    // Those that were needed, in the order of their kinds.
    [[nodiscard]] QList<XmlRepair> repairs() const
    {
        QList<XmlRepair> needed;
        for (const XmlRepair &repair : m_repairs) {
            if (repair.count > 0)
                needed.append(repair);
        }
        return needed;
    }

private:
    std::array<XmlRepair, 5> m_repairs;
};

} // namespace intake
