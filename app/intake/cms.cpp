#include "intake/cms.h"

#include <optional>

namespace intake {

namespace {

// Lengths within one another; real messages have about ten.
constexpr int deepest = 40;

enum Tag { OctetString = 0x04, ObjectIdentifier = 0x06, Sequence = 0x30, Context0 = 0xA0 };
constexpr int constructed = 0x20;

// An element's content; of one of indefinite length all that follows, its end mark included.
struct Element {
    int tag = 0;
    QByteArrayView content;
    bool isIndefinite = false;
    bool isCut = false; // the bytes end before it does
};

class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    // The next element, and past it.
    std::optional<Element> next(int depth = 0)
    {
        const std::optional<Element> element = open();
        if (!element || depth > deepest)
            return std::nullopt;
        if (!element->isIndefinite) {
            m_rest = m_rest.sliced(element->content.size());
            return element;
        }
        Reader inner(element->content);
        while (!inner.isAtEnd()) {
            if (!inner.next(depth + 1))
                return std::nullopt;
        }
        const qsizetype size = element->content.size() - inner.m_rest.size();
        const bool isCut = inner.m_rest.size() < 2;
        m_rest = inner.m_rest.sliced(isCut ? inner.m_rest.size() : 2);
        return Element{element->tag, element->content.first(size), false, isCut};
    }

    // Into the next element, without looking where it ends.
    std::optional<Reader> enter(int tag)
    {
        const std::optional<Element> element = open();
        return element && element->tag == tag ? std::optional(Reader(element->content)) : std::nullopt;
    }

    // Whether nothing follows, or the mark that ends an indefinite length.
    [[nodiscard]] bool isAtEnd() const { return m_rest.isEmpty() || m_rest.startsWith(QByteArrayView("\0\0", 2)); }

private:
    std::optional<Element> open()
    {
        if (m_rest.size() < 2)
            return std::nullopt;
        Element element;
        element.tag = static_cast<unsigned char>(m_rest.at(0));
        const int first = static_cast<unsigned char>(m_rest.at(1));
        m_rest = m_rest.sliced(2);
        qsizetype length = first;
        if (first > 0x80) {
            const int count = first & 0x7F;
            if (count > 4 || m_rest.size() < count)
                return std::nullopt;
            length = 0;
            for (int i = 0; i < count; ++i)
                length = length * 256 + static_cast<unsigned char>(m_rest.at(i));
            m_rest = m_rest.sliced(count);
        }
        element.isIndefinite = first == 0x80;
        // What was cut off is read as far as it is there.
        element.isCut = !element.isIndefinite && length > m_rest.size();
        element.content = element.isIndefinite ? m_rest : m_rest.first(qMin(length, m_rest.size()));
        return element;
    }

    QByteArrayView m_rest;
};

struct Kind {
    QByteArrayView identifier;
    CmsKind kind;
};

constexpr Kind kinds[] = {
    {QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x07\x02", 9), CmsKind::Signed},
    {QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x07\x03", 9), CmsKind::Encrypted},
    {QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x17", 11), CmsKind::Encrypted},
    {QByteArrayView("\x2A\x86\x48\x86\xF7\x0D\x01\x09\x10\x01\x09", 11), CmsKind::Compressed},
};

// Into the message, behind the identifier of its kind.
std::optional<Reader> opened(QByteArrayView der, CmsKind &kind)
{
    std::optional<Reader> message = Reader(der).enter(Sequence);
    const std::optional<Element> identifier = message ? message->next() : std::nullopt;
    kind = CmsKind::None;
    if (!identifier || identifier->tag != ObjectIdentifier)
        return std::nullopt;
    for (const Kind &known : kinds) {
        if (known.identifier == identifier->content)
            kind = known.kind;
    }
    return message;
}

// An octet string, whole or in pieces.
QByteArray octets(Reader &reader, int depth = 0)
{
    const std::optional<Element> element = reader.next();
    if (!element || (element->tag & ~constructed) != OctetString)
        return {};
    if (element->tag == OctetString)
        return element->content.toByteArray();
    QByteArray joined;
    Reader pieces(element->content);
    while (depth < deepest && !pieces.isAtEnd()) {
        const QByteArray piece = octets(pieces, depth + 1);
        if (piece.isEmpty())
            break;
        joined.append(piece);
    }
    return joined;
}

} // namespace

bool isBrokenOff(QByteArrayView der)
{
    const std::optional<Element> whole = Reader(der).next();
    return !whole || whole->isCut;
}

CmsKind cmsKind(QByteArrayView der)
{
    CmsKind kind = CmsKind::None;
    opened(der, kind);
    return kind;
}

QByteArray signedContent(QByteArrayView der)
{
    CmsKind kind = CmsKind::None;
    std::optional<Reader> message = opened(der, kind);
    if (!message || kind != CmsKind::Signed)
        return {};
    std::optional<Reader> explicitContent = message->enter(Context0);
    std::optional<Reader> data = explicitContent ? explicitContent->enter(Sequence) : std::nullopt;
    if (!data || !data->next() || !data->next()) // version, digest algorithms
        return {};
    std::optional<Reader> encapsulated = data->enter(Sequence);
    if (!encapsulated || !encapsulated->next()) // content type
        return {};
    std::optional<Reader> content = encapsulated->enter(Context0);
    return content ? octets(*content) : QByteArray();
}

} // namespace intake
