#include "intake/wordpress_xml.h"

#include "base/text.h"

#include <QIODevice>

namespace intake {

namespace {

constexpr qsizetype pieceSize = 64LL * 1024;
constexpr int deepest = 64;
constexpr qsizetype mostPrefixes = 64;

} // namespace

WordPressXml::WordPressXml(std::unique_ptr<QIODevice> device)
    : m_device(std::move(device)), m_piece(pieceSize, Qt::Uninitialized)
{
    m_xml.setNamespaceProcessing(false); // prefixes may be used that are not declared
    m_xml.addData(QString());            // from here on all is UTF-8
}

WordPressXml::~WordPressXml() = default;

QString WordPressXml::errorString() const
{
    return m_device->errorString();
}

bool WordPressXml::enter()
{
    for (;;) {
        switch (advance()) {
        case QXmlStreamReader::StartElement:
            return true;
        case QXmlStreamReader::EndElement:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Invalid:
            return false;
        default:
            break;
        }
    }
}

QString WordPressXml::text(qsizetype most, bool &isCut)
{
    QString text;
    const int outside = m_depth - 1;
    while (m_depth > outside) {
        const auto token = advance();
        if (token == QXmlStreamReader::Invalid)
            break;
        if (token != QXmlStreamReader::Characters)
            continue;
        const QStringView more = m_xml.text();
        isCut = isCut || more.size() > most - text.size();
        text.append(more.first(qMin(more.size(), most - text.size())));
    }
    // "&#13;" is a way to write one of two characters that end a line.
    return text.contains(QLatin1Char('\r')) ? base::withUnixLineEnds(text) : text;
}

void WordPressXml::skip()
{
    const int outside = m_depth - 1;
    while (m_depth > outside && advance() != QXmlStreamReader::Invalid) {
    }
}

// The next token; Invalid where there is a fault.
QXmlStreamReader::TokenType WordPressXml::advance()
{
    if (m_fault != Fault::None)
        return QXmlStreamReader::Invalid;
    auto token = m_xml.readNext();
    while (token == QXmlStreamReader::Invalid && m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError &&
           feed())
        token = m_xml.readNext();
    if (token == QXmlStreamReader::StartElement)
        noteStart();
    else if (token == QXmlStreamReader::EndElement)
        --m_depth;
    if (m_depth > deepest || (token == QXmlStreamReader::Invalid && m_fault == Fault::None))
        m_fault = m_xml.error() == QXmlStreamReader::PrematureEndOfDocumentError ? Fault::CutOff : Fault::Damaged;
    return m_fault == Fault::None ? token : QXmlStreamReader::Invalid;
}

// False where nothing more can be read.
bool WordPressXml::feed()
{
    QByteArray mended;
    while (mended.isEmpty() && !m_atEnd) {
        const qint64 read = m_device->read(m_piece.data(), m_piece.size());
        if (read < 0) {
            m_fault = Fault::Unreadable;
            return false;
        }
        m_atEnd = read == 0;
        m_position += read;
        mended = m_repairer.mend(QByteArrayView(m_piece).first(read), m_atEnd);
        if (!m_repairer.unreadable().isEmpty()) {
            m_fault = Fault::Charset;
            return false;
        }
    }
    m_xml.addData(mended);
    return !mended.isEmpty();
}

void WordPressXml::noteStart()
{
    ++m_depth;
    for (const QXmlStreamAttribute &attribute : m_xml.attributes()) {
        const QStringView name = attribute.qualifiedName();
        if (name == QLatin1String("xmlns"))
            declare({}, attribute.value());
        else if (name.startsWith(QLatin1String("xmlns:")))
            declare(name.sliced(6), attribute.value());
    }
    const QStringView name = m_xml.qualifiedName();
    const qsizetype colon = name.indexOf(QLatin1Char(':'));
    const QString prefix = name.first(qMax<qsizetype>(colon, 0)).toString();
    const auto declared = m_spaces.constFind(prefix);
    m_space = declared == m_spaces.cend() ? exportSpace(prefix, {}) : *declared;
    m_name = name.sliced(colon + 1).toString();
}

// For the rest of the file: nobody declares a prefix twice.
void WordPressXml::declare(QStringView prefix, QStringView uri)
{
    if (m_spaces.size() < mostPrefixes)
        m_spaces.insert(prefix.toString(), exportSpace(prefix, uri));
}

} // namespace intake
