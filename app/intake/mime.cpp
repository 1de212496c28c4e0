#include "intake/mime.h"

#include "intake/base64_text.h"
#include "intake/charset.h"
#include "intake/encoded_words.h"
#include "intake/field_parameters.h"
#include "intake/header_block.h"

#include <gmime/gmime.h>

#include <QRegularExpression>

#include <memory>
#include <optional>

namespace intake {

namespace {

struct Unref {
    void operator()(void *object) const { g_object_unref(object); }
};
struct Free {
    void operator()(char *text) const { g_free(text); }
    void operator()(GDateTime *time) const { g_date_time_unref(time); }
    void operator()(GMimeParserOptions *options) const { g_mime_parser_options_free(options); }
};
template <typename T>
using Owned = std::unique_ptr<T, Unref>;
using OwnedText = std::unique_ptr<char, Free>;
using OwnedTime = std::unique_ptr<GDateTime, Free>;
using OwnedOptions = std::unique_ptr<GMimeParserOptions, Free>;

OwnedOptions newOptions()
{
    static const bool ready = [] {
        g_mime_init();
        return true;
    }();
    Q_UNUSED(ready)
    return OwnedOptions(g_mime_parser_options_new());
}

// Header values that the library leaves as bytes are UTF-8 or windows-1252.
QString fromBytes(const char *bytes)
{
    return bytes ? decodeText(QByteArray(bytes), {}).text : QString();
}

QByteArray bytesOf(GMimeStream *stream)
{
    const GByteArray *bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(stream));
    return QByteArray(reinterpret_cast<const char *>(bytes->data), qsizetype(bytes->len));
}

QByteArray written(GMimeObject *object, GMimeDataWrapper *content)
{
    const Owned<GMimeStream> stream(g_mime_stream_mem_new());
    if (content)
        g_mime_data_wrapper_write_to_stream(content, stream.get());
    else
        g_mime_object_write_to_stream(object, nullptr, stream.get());
    return bytesOf(stream.get());
}

// The field as it stands in the headers of the part. The library decodes it, but not in the forms that are broken.
FieldParameters field(GMimeObject *object, const char *name)
{
    GMimeHeader *header = g_mime_header_list_get_header(g_mime_object_get_header_list(object), name);
    return readParameters(header ? QByteArrayView(g_mime_header_get_raw_value(header)) : QByteArrayView());
}

class TreeBuilder
{
public:
    std::optional<MimePart> build(GMimeObject *object, int depth)
    {
        if (depth > deepestPart || m_count >= mostParts) {
            m_pruned = true;
            return std::nullopt;
        }
        ++m_count;
        MimePart part = described(object);
        if (GMIME_IS_MULTIPART(object))
            addParts(part, GMIME_MULTIPART(object), depth);
        else if (GMIME_IS_MESSAGE_PART(object))
            part.content = message(GMIME_MESSAGE_PART(object));
        else if (GMIME_IS_PART(object))
            addContent(part, GMIME_PART(object));
        return part;
    }

    [[nodiscard]] bool isPruned() const { return m_pruned; }

private:
    static MimePart described(GMimeObject *object)
    {
        const FieldParameters type = field(object, "Content-Type");
        const FieldParameters disposition = field(object, "Content-Disposition");
        MimePart part;
        part.fileName = disposition.text("filename");
        if (part.fileName.isEmpty())
            part.fileName = type.text("name");
        part.mediaType = mediaType(object, type.value, part);
        part.charset = type.plain("charset");
        part.isFlowed = type.plain("format").toLower() == "flowed";
        part.deletesSpaces = type.plain("delsp").toLower() == "yes";
        part.isInvitation = part.mediaType == "text/calendar" && !type.plain("method").isEmpty();
        part.isAttachment = disposition.value == "attachment";
        return part;
    }

    // RFC 2045, 5.2: what cannot be read as a type is plain text, but a file is a file.
    static QByteArray mediaType(GMimeObject *object, const QByteArray &given, const MimePart &part)
    {
        const qsizetype slash = given.indexOf('/');
        if (!given.isEmpty() && !GMIME_IS_MULTIPART(object)) {
            if (slash > 0 && slash + 1 < given.size())
                return given;
            return part.fileName.isEmpty() ? "text/plain" : "application/octet-stream";
        }
        GMimeContentType *type = g_mime_object_get_content_type(object);
        const OwnedText name(type ? g_mime_content_type_get_mime_type(type) : nullptr);
        return name ? QByteArray(name.get()).toLower() : QByteArray("text/plain");
    }

    void addParts(MimePart &part, GMimeMultipart *multipart, int depth)
    {
        const int count = g_mime_multipart_get_count(multipart);
        for (int i = 0; i < count && !(m_pruned && m_count >= mostParts); ++i) {
            if (std::optional<MimePart> child = build(g_mime_multipart_get_part(multipart, i), depth + 1))
                part.parts.push_back(std::move(*child));
        }
        // A multipart in which no boundary was found keeps its text before the first one.
        if (count == 0)
            part.content = QByteArray(g_mime_multipart_get_prologue(multipart));
    }

    static QByteArray message(GMimeMessagePart *part)
    {
        GMimeMessage *inner = g_mime_message_part_get_message(part);
        return inner ? written(GMIME_OBJECT(inner), nullptr) : QByteArray();
    }

    static void addContent(MimePart &part, GMimePart *leaf)
    {
        GMimeDataWrapper *content = g_mime_part_get_content(leaf);
        if (!content)
            return;
        if (g_mime_part_get_content_encoding(leaf) == GMIME_CONTENT_ENCODING_BASE64 && addBase64(part, content))
            return;
        part.content = written(nullptr, content);
    }

    // Decoded here, because only the letters of base64 tell whether they break off, or are plain text after all. False
    // if the library is to do it.
    static bool addBase64(MimePart &part, GMimeDataWrapper *content)
    {
        if (!part.mediaType.startsWith("text/"))
            return false;
        const Owned<GMimeStream> stream(g_mime_stream_mem_new());
        GMimeStream *source = g_mime_data_wrapper_get_stream(content);
        g_mime_stream_reset(source);
        g_mime_stream_write_to_stream(source, stream.get());
        const Base64Text text = readBase64(bytesOf(stream.get()));
        part.content = text.content;
        part.isBrokenOff = text.isBrokenOff;
        return true;
    }

    int m_count = 0;
    bool m_pruned = false;
};

struct Complaints {
    bool cut = false;
    bool nested = false;
};

void noteComplaint(gint64 /*offset*/, GMimeParserWarning what, const gchar * /*item*/, gpointer complaints)
{
    auto *noted = static_cast<Complaints *>(complaints);
    noted->cut = noted->cut || what == GMIME_WARN_TRUNCATED_MESSAGE;
    noted->nested = noted->nested || what == GMIME_CRIT_NESTING_OVERFLOW;
}

// RFC 2045, 5.2: what cannot be read as a type is plain text. Old programs say "text" alone.
QByteArray readableType(const QByteArray &type)
{
    const qsizetype semicolon = type.indexOf(';');
    const QByteArray name = type.first(semicolon < 0 ? type.size() : semicolon).trimmed();
    const qsizetype slash = name.indexOf('/');
    if (slash > 0 && slash + 1 < name.size())
        return type;
    return semicolon < 0 ? QByteArray("text/plain") : QByteArray("text/plain" + type.sliced(semicolon));
}

void append(GByteArray *bytes, QByteArrayView more)
{
    g_byte_array_append(bytes, reinterpret_cast<const guint8 *>(more.data()), static_cast<guint>(more.size()));
}

void appendField(GByteArray *bytes, QByteArrayView name, const QByteArray &value)
{
    if (value.isEmpty())
        return;
    append(bytes, name);
    append(bytes, ": ");
    append(bytes, value);
    append(bytes, "\n");
}

// The library makes objects of every boundary and every header of a part; letters have far fewer lines of that kind
// than these.
constexpr int mostMarks = 20'000;
constexpr int mostFieldLines = 100'000;

QByteArrayView withinBounds(QByteArrayView body)
{
    int marks = 0;
    int fields = 0;
    for (qsizetype at = 0; at < body.size();) {
        const LineSpan line = lineAt(body, at);
        const QByteArrayView text = body.sliced(line.begin, line.end - line.begin);
        marks += text.startsWith("--") ? 1 : 0;
        fields += text.contains(':') || text.startsWith(' ') || text.startsWith('\t') ? 1 : 0;
        if (fields > mostFieldLines || marks > mostMarks)
            return body.first(at);
        at = line.next;
    }
    return body;
}

// A stream over the fields that matter and the body; the rest of the headers is not the library's business.
Owned<GMimeStream> streamOf(const ContentFields &fields, QByteArrayView body)
{
    GByteArray *bytes = g_byte_array_sized_new(static_cast<guint>(body.size() + 1024));
    appendField(bytes, "MIME-Version", "1.0");
    appendField(bytes, "Content-Type", fields.type.isEmpty() ? QByteArray() : readableType(fields.type));
    appendField(bytes, "Content-Transfer-Encoding", fields.encoding);
    appendField(bytes, "Content-Disposition", fields.disposition);
    append(bytes, "\n");
    append(bytes, body);
    return Owned<GMimeStream>(g_mime_stream_mem_new_with_byte_array(bytes));
}

// Comments of RFC 5322 left out, and the white space around colons that obsolete dates have.
QByteArray withoutComments(const QByteArray &value)
{
    QByteArray kept;
    int depth = 0;
    for (qsizetype i = 0; i < value.size(); ++i) {
        const char c = value.at(i);
        if (c == '\\')
            ++i;
        else if (c == '(')
            ++depth;
        else if (c == ')')
            depth = qMax(0, depth - 1);
        else if (depth == 0)
            kept.append(c);
    }
    kept = kept.simplified();
    return kept.replace(" :", ":").replace(": ", ":");
}

std::optional<Sender> firstMailbox(InternetAddressList *list, int depth)
{
    const int count = internet_address_list_length(list);
    for (int i = 0; i < count; ++i) {
        InternetAddress *address = internet_address_list_get_address(list, i);
        if (INTERNET_ADDRESS_IS_MAILBOX(address))
            return Sender{fromBytes(internet_address_get_name(address)).simplified(),
                          fromBytes(internet_address_mailbox_get_addr(INTERNET_ADDRESS_MAILBOX(address))).simplified()};
        if (INTERNET_ADDRESS_IS_GROUP(address) && depth < 5) {
            InternetAddressList *members = internet_address_group_get_members(INTERNET_ADDRESS_GROUP(address));
            if (std::optional<Sender> member = firstMailbox(members, depth + 1))
                return member;
        }
    }
    return std::nullopt;
}

// For what is no address list: the first word with an "@" and what stands before it, else a name.
Sender senderInWords(const QByteArray &value)
{
    static const QRegularExpression address(QStringLiteral(R"(<?([^\s<>"(),;]+@[^\s<>"(),;]+)>?)"));
    const QString text = decodeHeaderText(value.left(1000));
    const QRegularExpressionMatch match = address.match(text);
    if (!match.hasMatch())
        return text.contains(QLatin1Char(':')) || text.startsWith(QLatin1Char('(')) ? Sender{} : Sender{text, {}};
    QString name = text.first(match.capturedStart()).trimmed();
    name.remove(QLatin1Char('"'));
    return {name, match.captured(1)};
}

// For what was put into quotation marks as a whole, name and address, or the address alone.
std::optional<Sender> senderInQuotes(const Sender &sender)
{
    const QString &whole = sender.address.isEmpty() ? sender.name : sender.address;
    if (!whole.contains(QLatin1Char('@')) ||
        !(whole.contains(QLatin1Char('"')) || whole.contains(QLatin1Char('<')) || whole.contains(QLatin1Char(' '))))
        return std::nullopt;
    Sender mended = senderInWords(whole.toUtf8());
    if (mended.address.isEmpty())
        return std::nullopt;
    if (mended.name.isEmpty() && !sender.address.isEmpty())
        mended.name = sender.name;
    return mended;
}

} // namespace

MimeTree parseMime(const ContentFields &fields, QByteArrayView body)
{
    const OwnedOptions options = newOptions();
    Complaints complaints;
    g_mime_parser_options_set_warning_callback(options.get(), noteComplaint, &complaints);
    const QByteArrayView bounded = withinBounds(body);
    const Owned<GMimeStream> stream = streamOf(fields, bounded);
    const Owned<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    MimeTree tree;
    const Owned<GMimeObject> root(g_mime_parser_construct_part(parser.get(), options.get()));
    if (root) {
        TreeBuilder builder;
        if (std::optional<MimePart> part = builder.build(root.get(), 0))
            tree.root = std::move(*part);
        tree.isPruned = builder.isPruned() || complaints.nested || bounded.size() < body.size();
    }
    tree.isCut = complaints.cut;
    tree.isEmptyMultipart = tree.root.mediaType.startsWith("multipart/") && tree.root.parts.empty() && !tree.isPruned;
    return tree;
}

Sender decodeSender(const QByteArray &value)
{
    const OwnedOptions options = newOptions();
    const QByteArray addresses = withoutEncodedWords(value);
    const Owned<InternetAddressList> list(internet_address_list_parse(options.get(), addresses.constData()));
    if (!list)
        return senderInWords(value);
    Sender sender = firstMailbox(list.get(), 0).value_or(Sender{});
    if (const auto mended = senderInQuotes(sender))
        return *mended;
    if (!sender.address.isEmpty() && !sender.address.contains(QLatin1Char('@'))) {
        if (sender.name.isEmpty())
            sender.name = sender.address;
        sender.address.clear();
    }
    return sender;
}

QDateTime decodeDate(const QByteArray &value)
{
    QByteArray date = withoutComments(value);
    static const QRegularExpression leapSecond(QStringLiteral(R"((\d\d:\d\d):60\b)"));
    date = QString::fromUtf8(date).replace(leapSecond, QStringLiteral("\\1:59")).toLatin1();
    const OwnedOptions ready = newOptions();
    const OwnedTime time(g_mime_utils_header_decode_date(date.constData()));
    if (!time)
        return {};
    const QDateTime moment = QDateTime::fromSecsSinceEpoch(g_date_time_to_unix(time.get()), Qt::UTC);
    const int year = moment.date().year();
    return year >= 1900 && year <= 2100 ? moment : QDateTime();
}

} // namespace intake
