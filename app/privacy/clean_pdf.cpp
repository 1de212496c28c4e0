#include "privacy/clean_formats.h"
#include "privacy/pdf_tables.h"

#include <QCoreApplication>

#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFLogger.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <algorithm>
#include <exception>
#include <string_view>
#include <vector>

namespace privacy {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(privacy::clean_pdf)
};

// What is kept of dictionaries whose other entries are not needed to show the pages (ISO 32000-1, tables 15, 28, 30,
// 89 and 95).
constexpr std::string_view trailerKeys[]{"/Root", "/Size"};
constexpr std::string_view catalogueKeys[]{"/Type", "/Pages", "/PageLayout", "/PageMode", "/Version", "/OCProperties"};
constexpr std::string_view pageKeys[]{"/Type",    "/Parent", "/Resources", "/MediaBox", "/CropBox", "/BleedBox",
                                      "/TrimBox", "/ArtBox", "/Contents",  "/Rotate",   "/Group",   "/UserUnit"};
// The same for streams: what is common to all, pictures, forms, patterns and shadings, functions, fonts and colours.
constexpr std::string_view commonKeys[]{"/Type", "/Subtype", "/Filter", "/DecodeParms", "/Length", "/Resources", "/OC"};
constexpr std::string_view imageKeys[]{"/Width",       "/Height",      "/ColorSpace", "/BitsPerComponent",
                                       "/Intent",      "/Mask",        "/Decode",     "/SMask",
                                       "/SMaskInData", "/Interpolate", "/Matte",      "/ImageMask"};
constexpr std::string_view formKeys[]{"/FormType", "/BBox", "/Matrix", "/Group"};
constexpr std::string_view patternKeys[]{"/PatternType", "/PaintType",  "/TilingType", "/XStep",
                                         "/YStep",       "/Background", "/AntiAlias",  "/ShadingType"};
constexpr std::string_view meshKeys[]{"/Function", "/BitsPerCoordinate", "/BitsPerFlag", "/VerticesPerRow"};
constexpr std::string_view functionKeys[]{"/FunctionType",  "/Domain", "/Range", "/Size",
                                          "/BitsPerSample", "/Order",  "/Encode"};
constexpr std::string_view fontKeys[]{"/Length1",       "/Length2", "/Length3", "/CMapName",
                                      "/CIDSystemInfo", "/WMode",   "/UseCMap"};
constexpr std::string_view profileKeys[]{"/N", "/Alternate"};

// What is dropped wherever it stands: metadata, what programs left behind, times, makers, words for no eye.
constexpr std::string_view droppedKeys[]{"/Metadata", "/PieceInfo",  "/LastModified", "/CreatorInfo",
                                         "/Thumb",    "/ActualText", "/OPI"};

// How streams are packed without holding anything of their own.
constexpr std::string_view plainFilters[]{"/FlateDecode",     "/LZWDecode",      "/ASCII85Decode", "/ASCIIHexDecode",
                                          "/RunLengthDecode", "/CCITTFaxDecode", "/JBIG2Decode"};

template <std::size_t Count>
bool isAmong(std::string_view key, const std::string_view (&keys)[Count])
{
    return std::find(std::begin(keys), std::end(keys), key) != std::end(keys);
}

bool isStreamKey(std::string_view key)
{
    return isAmong(key, commonKeys) || isAmong(key, imageKeys) || isAmong(key, formKeys) || isAmong(key, patternKeys) ||
           isAmong(key, meshKeys) || isAmong(key, functionKeys) || isAmong(key, fontKeys) || isAmong(key, profileKeys);
}

template <typename Wanted>
void keepOnly(QPDFObjectHandle dictionary, Wanted isWanted)
{
    for (const std::string &key : dictionary.getKeys()) {
        if (!isWanted(key))
            dictionary.removeKey(key);
    }
}

template <std::size_t Count>
void keepOnly(QPDFObjectHandle dictionary, const std::string_view (&keys)[Count])
{
    keepOnly(std::move(dictionary), [&keys](std::string_view key) { return isAmong(key, keys); });
}

// Goes through what stands inside an object itself; what it refers to is an object of its own.
void scrub(QPDFObjectHandle object)
{
    if (object.isArray()) {
        for (int i = 0; i < object.getArrayNItems(); ++i) {
            if (const QPDFObjectHandle item = object.getArrayItem(i); !item.isIndirect())
                scrub(item);
        }
    } else if (object.isDictionary()) {
        for (const std::string_view key : droppedKeys)
            object.removeKey(std::string(key));
        for (const std::string &key : object.getKeys()) {
            if (const QPDFObjectHandle value = object.getKey(key); !value.isIndirect())
                scrub(value);
        }
    }
}

std::vector<std::string> filtersOf(QPDFObjectHandle filter)
{
    std::vector<std::string> names;
    const int count = filter.isNull() ? 0 : filter.isArray() ? filter.getArrayNItems() : 1;
    for (int i = 0; i < count; ++i) {
        QPDFObjectHandle each = filter.isArray() ? filter.getArrayItem(i) : filter;
        names.push_back(each.isName() ? each.getName() : std::string());
    }
    return names;
}

// JPEG pictures inside are cleaned as those outside are; false where that cannot be done.
bool cleanJpegStream(QPDFObjectHandle stream)
{
    const auto raw = stream.getRawStreamData();
    const CleanedPicture picture =
        cleanJpeg({reinterpret_cast<const char *>(raw->getBuffer()), qsizetype(raw->getSize())});
    if (!picture)
        return false;
    QPDFObjectHandle dictionary = stream.getDict();
    stream.replaceStreamData(picture->content.toStdString(), dictionary.getKey("/Filter"),
                             dictionary.getKey("/DecodeParms"));
    return true;
}

bool looksLikeJpeg(QPDFObjectHandle stream)
{
    const auto raw = stream.getRawStreamData();
    return raw->getSize() > 2 && raw->getBuffer()[0] == 0xFF && raw->getBuffer()[1] == 0xD8;
}

// False where the stream may hold what nobody can take out.
bool cleanStream(QPDFObjectHandle stream)
{
    QPDFObjectHandle dictionary = stream.getDict();
    QPDFObjectHandle type = dictionary.getKey("/Type");
    if (type.isNameAndEquals("/Metadata") || type.isNameAndEquals("/EmbeddedFile")) {
        // Nothing leads to it any more, unless a broken document takes it for something else.
        stream.replaceStreamData(std::string(), QPDFObjectHandle::newNull(), QPDFObjectHandle::newNull());
        return true;
    }
    keepOnly(dictionary, isStreamKey);
    scrub(dictionary);
    const std::vector<std::string> filters = filtersOf(dictionary.getKey("/Filter"));
    if (filters.empty())
        return !looksLikeJpeg(stream);
    if (filters.size() == 1 && filters.front() == "/DCTDecode")
        return cleanJpegStream(stream);
    return std::all_of(filters.begin(), filters.end(),
                       [](const std::string &name) { return isAmong(name, plainFilters); });
}

bool cleanObject(QPDFObjectHandle object)
{
    if (object.isStream())
        return cleanStream(object);
    scrub(object);
    return true;
}

bool cleanObjects(QPDF &pdf)
{
    const std::vector<QPDFObjectHandle> objects = pdf.getAllObjects();
    return std::all_of(objects.begin(), objects.end(), cleanObject);
}

// What was drawn over the pages, as in a form that was filled in, becomes part of them; the rest of it goes.
void cleanPages(QPDF &pdf)
{
    QPDFPageDocumentHelper pages(pdf);
    pages.pushInheritedAttributesToPage();
    pages.flattenAnnotations();
    for (const QPDFObjectHandle &page : pdf.getAllPages())
        keepOnly(page, pageKeys);
}

QByteArray written(QPDF &pdf)
{
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setStreamDataMode(qpdf_s_preserve);
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setPreserveEncryption(false);
    writer.setDeterministicID(true);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char *>(buffer->getBuffer()), qsizetype(buffer->getSize())};
}

base::Error damaged()
{
    return {
        base::Error::Kind::Damaged,
        Words::tr("The PDF is damaged or locked, so its author and other hidden fields cannot be taken out. Open it "
                  "and print it to a new PDF.")};
}

base::Error unusable(const QString &message)
{
    return {base::Error::Kind::Unusable, message};
}

base::Result<QByteArray> cleaned(QPDF &pdf, const QByteArray &bytes)
{
    pdf.setSuppressWarnings(true);
    pdf.setAttemptRecovery(false);
    pdf.processMemoryFile("paper", bytes.constData(), size_t(bytes.size()));
    QPDFObjectHandle form = pdf.getRoot().getKey("/AcroForm");
    if (form.isDictionary() && form.getKey("/NeedAppearances").isBool() &&
        form.getKey("/NeedAppearances").getBoolValue())
        return unusable(
            Words::tr("The PDF is a form whose fields are filled in but not drawn. Open it and print it to a "
                      "new PDF."));
    if (pdf.getAllPages().empty())
        return damaged();
    cleanPages(pdf);
    QPDFObjectHandle root = pdf.getRoot();
    keepOnly(root, catalogueKeys);
    if (!cleanObjects(pdf))
        return unusable(
            Words::tr("The PDF holds pictures whose place and author cannot be taken out. Open it and print "
                      "it to a new PDF, or convert it to a picture."));
    // The trailer may be the dictionary of a stream, and was cleaned as such.
    keepOnly(pdf.getTrailer(), trailerKeys);
    pdf.getTrailer().replaceKey("/Root", root);
    QByteArray clean = written(pdf);
    return pdf.anyWarnings() ? base::Result<QByteArray>(damaged()) : clean;
}

} // namespace

// qpdf knows the whole of PDF, is well kept, reads without running anything, and writes only what can be reached from
// the pages. It tells what is wrong by throwing, which ends here; what it would print is not wanted.
base::Result<QByteArray> cleanPdf(const QByteArray &bytes)
{
    static const bool isQuiet = [] {
        const auto logger = QPDFLogger::defaultLogger();
        logger->setError(logger->discard());
        return true;
    }();
    Q_UNUSED(isQuiet)
    if (!areTablesBounded(bytes))
        return damaged();
    try {
        QPDF pdf;
        return cleaned(pdf, bytes);
    } catch (const std::exception &) {
        return damaged();
    }
}

} // namespace privacy
