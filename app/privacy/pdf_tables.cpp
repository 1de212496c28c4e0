#include "privacy/pdf_tables.h"

#include <qpdf/Pl_Flate.hh>

#include <exception>
#include <stdexcept>

namespace privacy {

namespace {

constexpr size_t mostUnpacked = size_t(64) << 20U;
constexpr QByteArrayView streamWord("stream");

// Counts what comes out of unpackers, and throws when it is too much.
class Counter final : public Pipeline
{
public:
    Counter() : Pipeline("counter", nullptr) {}

    void write(const unsigned char *, size_t length) override
    {
        m_count += length;
        if (m_count > mostUnpacked)
            throw std::length_error("too much");
    }
    void finish() override {}

private:
    size_t m_count = 0;
};

// Names may have #xx for any of their characters (7.3.5).
QByteArray withPlainNames(const QByteArray &dictionary)
{
    if (!dictionary.contains('#'))
        return dictionary;
    QByteArray plain;
    for (qsizetype at = 0; at < dictionary.size(); ++at) {
        bool isCode = false;
        const char code = dictionary.at(at) == '#' ? char(dictionary.mid(at + 1, 2).toUInt(&isCode, 16)) : '\0';
        plain += isCode ? code : dictionary.at(at);
        at += isCode ? 2 : 0;
    }
    return plain;
}

bool isTable(const QByteArray &dictionary)
{
    return dictionary.contains("/ObjStm") || dictionary.contains("/XRef");
}

// In the way that every program uses for tables; what is told elsewhere, or twice, is not that.
bool isPackedOnce(const QByteArray &dictionary)
{
    return dictionary.count("/Filter") == 1 && dictionary.count("/FlateDecode") == 1 &&
           dictionary.count("Decode") - dictionary.count("DecodeParms") == 1;
}

// The unpacker stops where the stream ends, whatever comes behind.
bool staysWithin(Counter &counter, QByteArrayView packed)
{
    try {
        Pl_Flate unpacker("unpacker", &counter, Pl_Flate::a_inflate);
        unpacker.write(reinterpret_cast<const unsigned char *>(packed.data()), size_t(packed.size()));
        return true;
    } catch (const std::exception &) {
        return false;
    }
}

} // namespace

bool areTablesBounded(const QByteArray &pdf)
{
    Counter counter;
    qsizetype done = 0;
    for (qsizetype at = pdf.indexOf(streamWord); at >= 0; at = pdf.indexOf(streamWord, done)) {
        const QByteArray dictionary = withPlainNames(pdf.mid(done, at - done));
        done = at + streamWord.size();
        if (!isTable(dictionary) || !dictionary.contains("/Filter"))
            continue;
        qsizetype start = done;
        while (start < pdf.size() && (pdf.at(start) == '\r' || pdf.at(start) == '\n'))
            ++start;
        if (!isPackedOnce(dictionary) || !staysWithin(counter, QByteArrayView(pdf).sliced(start)))
            return false;
    }
    return true;
}

} // namespace privacy
