#include "intake/body.h"

#include "intake/charset.h"
#include "intake/charset_names.h"
#include "intake/encoded_words.h"
#include "intake/flowed.h"
#include "intake/html_scan.h"
#include "intake/html_text.h"
#include "intake/mime.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::body)
};

// More than this is no letter that somebody could print: the text is cut.
constexpr qsizetype mostCharacters = 1'000'000;
constexpr qsizetype mostBytes = 8 * mostCharacters; // of one part, that are decoded for it

void warn(QStringList &warnings, const QString &warning)
{
    if (!warnings.contains(warning))
        warnings.append(warning);
}

QString withoutBlankEdges(const QString &text)
{
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size() && text.at(i).isSpace(); ++i) {
        if (text.at(i) == u'\n')
            begin = i + 1;
    }
    qsizetype end = text.size();
    while (end > begin && text.at(end - 1).isSpace())
        --end;
    return text.sliced(begin, end - begin);
}

void noteDecoding(const DecodedText &decoded, QStringList &warnings)
{
    if (decoded.guessed)
        warn(warnings, Words::tr("The letter does not say which character set it is in, or says it wrongly; it was "
                                 "read as %1. Check its accents and quotation marks.")
                           .arg(charsetTitle(decoded.readAs)));
    if (decoded.damaged)
        warn(warnings, Words::tr("Some characters of the letter are damaged. They show as %1.")
                           .arg(QChar(QChar::ReplacementCharacter)));
    if (decoded.dropped)
        warn(warnings, Words::tr("Control characters that are no text were left out."));
}

QString cut(const QString &text, QStringList &warnings)
{
    if (text.size() <= mostCharacters)
        return text;
    warn(warnings,
         Words::tr("The letter is longer than a million characters; only its beginning was read. The original "
                   "message has all of it."));
    return text.first(text.at(mostCharacters - 1).isHighSurrogate() ? mostCharacters - 1 : mostCharacters);
}

bool isBlank(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

bool isText(const MimePart &part)
{
    return part.mediaType == "text/plain" || part.mediaType == "text/html";
}

bool isMultipart(const MimePart &part)
{
    return part.mediaType.startsWith("multipart/");
}

// How good a part is as the letter's text, among alternatives.
enum Rank { NoText, Html, Plain };

Rank rankOf(const MimePart &part)
{
    Rank best = NoText;
    if (isText(part) && !part.isAttachment && !isBlank(part.content))
        best = part.mediaType == "text/plain" ? Plain : Html;
    for (const MimePart &child : part.parts)
        best = std::max(best, rankOf(child));
    return best;
}

// A file name that is safe to show and to save under: no folders, no control characters, not too long.
QString safeName(const QString &name)
{
    QString safe;
    for (const QChar c : name) {
        const bool unsafe = c == u'/' || c == u'\\' || c.category() == QChar::Other_Control ||
                            c.category() == QChar::Other_Format || c == QChar::ParagraphSeparator;
        safe.append(unsafe ? QChar(u'_') : c);
    }
    safe = safe.simplified();
    const auto *first = std::find_if(safe.cbegin(), safe.cend(), [](QChar c) { return c != u'.'; });
    safe.remove(0, first - safe.cbegin());
    if (safe.size() > 150)
        safe = QString(safe.first(100) + QChar(0x2026) + safe.last(40));
    return safe;
}

QString numberedName(const QByteArray &mediaType, qsizetype number)
{
    static const QRegularExpression plain(QStringLiteral("^[a-z0-9]{2,5}$"));
    const QString subtype = QString::fromLatin1(mediaType.mid(mediaType.indexOf('/') + 1));
    const QString suffix = plain.match(subtype).hasMatch() ? QString(QLatin1Char('.') + subtype) : QString();
    return QString(QStringLiteral("attachment-%1").arg(number) + suffix);
}

class BodyReader
{
public:
    explicit BodyReader(Body &body) : m_body(body) {}

    void read(const MimePart &part)
    {
        if (part.mediaType == "multipart/alternative")
            readAlternatives(part);
        else if (isMultipart(part))
            readParts(part);
        else if (isText(part) && !part.isAttachment)
            addText(part);
        else
            addAttachment(part);
    }

    // A message of one part is its text, whatever its disposition says.
    void readWhole(const MimePart &root)
    {
        if (isText(root))
            addText(root);
        else
            read(root);
        if (m_texts.isEmpty() && m_otherText)
            m_texts.append(readBareText(m_otherText->content, m_otherText->charset, m_body.warnings));
        m_body.text = cut(m_texts.join(QLatin1String("\n\n")), m_body.warnings);
    }

private:
    void readAlternatives(const MimePart &part)
    {
        const MimePart *best = nullptr;
        Rank rank = NoText;
        for (const MimePart &child : part.parts) {
            if (const Rank r = rankOf(child); r != NoText && r >= rank) {
                best = &child;
                rank = r;
            }
        }
        for (const MimePart &child : part.parts) {
            if (&child == best)
                read(child);
            else
                addOthers(child);
        }
    }

    void readParts(const MimePart &part)
    {
        if (part.mediaType == "multipart/encrypted")
            warn(m_body.warnings,
                 Words::tr("The letter is encrypted. Decrypt it in your mail program and save it again."));
        const bool isRelated = part.mediaType == "multipart/related";
        bool first = true;
        if (part.parts.empty() && !isBlank(part.content))
            m_texts.append(readBareText(part.content, {}, m_body.warnings));
        for (const MimePart &child : part.parts) {
            // A text with a file name that does not stand first was put in as a file.
            const bool isFile = !first && isText(child) && (isRelated || !child.fileName.isEmpty());
            if (isFile)
                addAttachment(child);
            else
                read(child);
            first = false;
        }
    }

    // What an alternative that was not chosen has beside its text.
    void addOthers(const MimePart &part)
    {
        for (const MimePart &child : part.parts)
            addOthers(child);
        if (!isMultipart(part) && (!isText(part) || part.isAttachment))
            addAttachment(part);
    }

    void addText(const MimePart &part)
    {
        const bool isHtml = part.mediaType == "text/html";
        const QByteArray charset = isHtml && part.charset.isEmpty() ? declaredCharset(part.content) : part.charset;
        const DecodedText decoded = decodeText(part.content.left(mostBytes), charset);
        noteDecoding(decoded, m_body.warnings);
        QString text = decoded.text;
        if (isHtml) {
            const HtmlText reduced = htmlToText(text);
            if (reduced.isStripped)
                warn(m_body.warnings, Words::tr("The letter is a very large or deeply nested web page; only its words "
                                                "were read. Compare it with the original."));
            text = reduced.text;
        } else if (part.isFlowed) {
            text = unfoldFlowed(text, part.deletesSpaces);
        }
        text = withoutBlankEdges(text);
        if (!text.isEmpty())
            m_texts.append(text);
    }

    void addAttachment(const MimePart &part)
    {
        if (!m_otherText && part.mediaType.startsWith("text/") && !isText(part) && !part.isAttachment)
            m_otherText = &part;
        QString name = part.fileName;
        if (name.isEmpty() && part.mediaType == "message/rfc822")
            name = messageName(part.content);
        name = safeName(name);
        if (name.isEmpty())
            name = numberedName(part.mediaType, m_body.attachments.size() + 1);
        m_body.attachments.append({name, QString::fromLatin1(part.mediaType), part.content});
    }

    static QString messageName(const QByteArray &message)
    {
        const QString subject = decodeHeaderText(readHeaderBlock(message).value("subject"));
        return QString((subject.isEmpty() ? QStringLiteral("message") : subject.left(100)) + QLatin1String(".eml"));
    }

    Body &m_body;
    QStringList m_texts;
    const MimePart *m_otherText = nullptr; // a text of some other kind, for want of a better one
};

// The boundary that the body uses, whatever its header says: a line "--..." right before a field "Content-...".
QByteArray boundaryIn(QByteArrayView bytes)
{
    LineSpan line = lineAt(bytes, 0);
    while (line.next < bytes.size()) {
        const LineSpan following = lineAt(bytes, line.next);
        const QByteArray text = bytes.sliced(line.begin, line.end - line.begin).toByteArray().trimmed();
        if (text.startsWith("--") && text.size() > 2 && text.size() <= 200 && !text.contains('"') &&
            bytes.sliced(following.begin, following.end - following.begin)
                .toByteArray()
                .toLower()
                .startsWith("content-"))
            return text.sliced(2);
        line = following;
    }
    return {};
}

void noteTree(const MimeTree &tree, QStringList &warnings)
{
    if (tree.isCut)
        warn(warnings, Words::tr("The message breaks off before its last part ends. Something may be missing."));
    if (tree.isPruned)
        warn(warnings,
             Words::tr("The message has more parts, or parts nested deeper, than a letter can have; some were "
                       "left out. The original message has them."));
}

// Parses with the boundary that is really there if the one of the header is not; without any, the body is the text.
MimeTree repairedTree(const ContentFields &fields, QByteArrayView bytes, QStringList &warnings)
{
    MimeTree tree = parseMime(fields, bytes);
    if (!tree.isEmptyMultipart)
        return tree;
    warn(warnings, Words::tr("The parts of the message are not marked as its header says. Compare the letter with the "
                             "original."));
    if (const QByteArray boundary = boundaryIn(bytes); !boundary.isEmpty()) {
        const QByteArray kind = tree.root.mediaType;
        tree = parseMime({QByteArray(kind + "; boundary=\"" + boundary + '"'), {}, {}}, bytes);
        if (!tree.isEmptyMultipart)
            return tree;
    }
    tree = {};
    tree.root.mediaType = "text/plain";
    tree.root.content = bytes.toByteArray();
    return tree;
}

} // namespace

Body readBody(const HeaderBlock &headers, QByteArrayView bytes)
{
    const ContentFields fields{headers.value("content-type"), headers.value("content-transfer-encoding"),
                               headers.value("content-disposition")};
    Body body;
    const MimeTree tree = repairedTree(fields, bytes, body.warnings);
    noteTree(tree, body.warnings);
    BodyReader(body).readWhole(tree.root);
    if (body.text.isEmpty())
        warn(body.warnings, body.attachments.isEmpty()
                                ? Words::tr("The message has no text.")
                                : Words::tr("The message has no text. Look into its attachments."));
    return body;
}

QString readBareText(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings)
{
    const DecodedText decoded = decodeText(bytes.left(mostBytes), charset);
    noteDecoding(decoded, warnings);
    return cut(withoutBlankEdges(decoded.text), warnings);
}

} // namespace intake
