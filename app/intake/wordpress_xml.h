// WordPressXml: the elements of a WordPress export, one after another, out of a file that is mended on the way
// (xml_repair.h), in bounded memory. It knows what elements are called and nothing of what they mean. Owned by
// WordPressReader; one thread.
#pragma once

#include "intake/export_elements.h"
#include "intake/xml_repair.h"

#include <QHash>
#include <QXmlStreamReader>

#include <memory>

class QIODevice;

namespace intake {

class WordPressXml
{
public:
    enum class Fault { None, Unreadable, Charset, CutOff, Damaged };

    // The device is open for reading.
    explicit WordPressXml(std::unique_ptr<QIODevice> device);
    ~WordPressXml();
    WordPressXml(const WordPressXml &) = delete;
    WordPressXml &operator=(const WordPressXml &) = delete;

    // Goes into the next element within the one at hand; false where that is over, or where there is a fault. Who went
    // in has to go out: by text(), by skip(), or by enter() until it is false.
    [[nodiscard]] bool enter();
    // The text of the element at hand, without its tags, to its end. Of one of more characters than `most` what fits,
    // and `isCut`.
    [[nodiscard]] QString text(qsizetype most, bool &isCut);
    void skip();

    [[nodiscard]] ExportSpace space() const { return m_space; }
    [[nodiscard]] const QString &name() const { return m_name; } // without its prefix
    [[nodiscard]] bool is(ExportSpace space, const char *name) const
    {
        return m_space == space && m_name == QLatin1String(name);
    }
    [[nodiscard]] QString attribute(QLatin1String name) const { return m_xml.attributes().value(name).toString(); }

    [[nodiscard]] Fault fault() const { return m_fault; }
    [[nodiscard]] qint64 line() const { return m_xml.lineNumber(); } // from 1
    [[nodiscard]] const XmlRepairer &repairer() const { return m_repairer; }
    [[nodiscard]] qint64 position() const { return m_position; } // bytes read so far
    [[nodiscard]] QString errorString() const;                   // of the device

private:
    [[nodiscard]] QXmlStreamReader::TokenType advance();
    [[nodiscard]] bool feed();
    void noteStart();
    void declare(QStringView prefix, QStringView uri);

    std::unique_ptr<QIODevice> m_device;
    QByteArray m_piece; // what was read last
    XmlRepairer m_repairer;
    QXmlStreamReader m_xml;
    QHash<QString, ExportSpace> m_spaces; // of the prefixes that are declared
    ExportSpace m_space = ExportSpace::Other;
    QString m_name;
    Fault m_fault = Fault::None;
    qint64 m_position = 0;
    int m_depth = 0;
    bool m_atEnd = false; // of the file
};

} // namespace intake
