#include "intake/body.h"

#include "intake/attachment_name.h"
#include "intake/charset.h"
#include "intake/cms.h"
#include "intake/encoded_words.h"
#include "intake/letter_text.h"
#include "intake/mime_repair.h"
#include "intake/pgp_text.h"
#include "intake/sealed_part.h"
#include "intake/warn.h"

#include <QCoreApplication>

#include <algorithm>
#include <deque>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::body)
};

// S/MIME within S/MIME, deeper than anybody signs.
constexpr size_t mostSignedParts = 5;

bool isBlank(const QByteArray &bytes)
{
    return std::all_of(bytes.cbegin(), bytes.cend(), [](char c) { return c == ' ' || (c >= '\t' && c <= '\r'); });
}

bool isText(const MimePart &part)
{
    return part.mediaType == "text/plain" || part.mediaType == "text/html" || part.mediaType == "application/pgp";
}

bool isMultipart(const MimePart &part)
{
    return part.mediaType.startsWith("multipart/");
}

// A file that its sender's program calls a text. A few control characters do not make one.
bool isJunk(const MimePart &part)
{
    constexpr qsizetype enoughToTell = 64;
    const QByteArray charset = part.charset.toLower();
    return part.content.size() >= enoughToTell && !charset.startsWith("utf-16") && !charset.startsWith("utf-32") &&
           !charset.startsWith("ucs-") && looksBinary(part.content);
}

// How good a part is as the letter's text, among alternatives.
enum Rank { NoText, Html, Plain };

Rank rankOf(const MimePart &part)
{
    Rank best = NoText;
    if (isText(part) && !part.isAttachment && !isBlank(part.content))
        best = part.mediaType == "text/html" ? Html : Plain;
    for (const MimePart &child : part.parts)
        best = std::max(best, rankOf(child));
    return best;
}

template <typename Part>
Part &lastLeaf(Part &root)
{
    Part *part = &root;
    while (!part->parts.empty())
        part = &part->parts.back();
    return *part;
}

class BodyReader
{
public:
    explicit BodyReader(Body &body) : m_body(body) {}

    // A message of one part is its text, whatever its disposition says.
    void readWhole(const MimeTree &tree)
    {
        if (isText(tree.root))
            addText(tree.root);
        else
            read(tree.root);
        if (m_texts.isEmpty() && m_otherText)
            addTextOf(*m_otherText);
        m_body.text = withinLength(m_texts.join(QLatin1String("\n\n")), m_body.warnings);
        m_body.attention = attentionFor(tree);
    }

private:
    void read(const MimePart &part)
    {
        const Seal seal = sealOf(part);
        noteSeal(seal, part.isAttachment);
        if (part.mediaType == "multipart/alternative")
            readAlternatives(part);
        else if (isMultipart(part))
            readParts(part);
        else if (isText(part) && !part.isAttachment)
            addText(part);
        else if (seal != Seal::Signed || !readSigned(part))
            addAttachment(part);
    }

    // A file that is encrypted may stand beside a letter; what is encrypted counts for more than winmail.dat.
    void noteSeal(Seal seal, bool isAttachment)
    {
        if (seal == Seal::None)
            return;
        const bool isFile = isAttachment && (seal == Seal::Pgp || seal == Seal::Smime);
        Seal &noted = isFile ? m_asideSeal : m_seal;
        if (noted == Seal::None || noted == Seal::Winmail)
            noted = seal;
    }

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
            if (&child == best || !best)
                read(child);
            else
                addOthers(child);
        }
    }

    void readParts(const MimePart &part)
    {
        const bool isRelated = part.mediaType == "multipart/related";
        bool isFirst = true;
        bool hasRoot = false;
        if (part.parts.empty() && !isBlank(part.content))
            m_texts.append(plainTextOf(part.content, {}, m_body.warnings));
        for (const MimePart &child : part.parts) {
            // A text with a file name that does not stand first was put in as a file; so were all of related parts but
            // the one that they belong to.
            const bool isFile = isText(child) && (isRelated ? hasRoot : !isFirst && !child.fileName.isEmpty());
            hasRoot = hasRoot || rankOf(child) != NoText;
            isFirst = false;
            if (isFile)
                addAttachment(child);
            else
                read(child);
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

    // Reads what was signed; the whole with its signature is an attachment. False if nothing is in it.
    bool readSigned(const MimePart &part)
    {
        const QByteArray content = signedContent(part.content);
        if (content.isEmpty() || m_signedTrees.size() >= mostSignedParts)
            return false;
        const HeaderBlock headers = readHeaderBlock(content);
        const ContentFields fields{headers.value("content-type"), headers.value("content-transfer-encoding"),
                                   headers.value("content-disposition")};
        m_signedTrees.push_back(repairedTree(fields, QByteArrayView(content).sliced(headers.end), m_body.warnings));
        lastLeaf(m_signedTrees.back().root).isBrokenOff |= isBrokenOff(part.content);
        m_seal = m_seal == Seal::Signed ? Seal::None : m_seal;
        read(m_signedTrees.back().root);
        addAttachment(part);
        return true;
    }

    void addText(const MimePart &part)
    {
        if (isJunk(part))
            addAttachment(part);
        else
            addTextOf(part);
    }

    void addTextOf(const MimePart &part)
    {
        QString text = textOf(part, m_body.warnings);
        if (hasPgpBlocks(text))
            text = takePgpBlocks(text);
        if (text.isEmpty())
            return;
        m_texts.append(text);
        m_lastText = &part;
    }

    QString takePgpBlocks(const QString &text)
    {
        const PgpText parts = withoutPgpBlocks(text);
        if (!parts.encrypted.isEmpty())
            m_seal = Seal::Pgp;
        addBlock(QStringLiteral("message.asc"), "application/pgp-encrypted", parts.encrypted);
        addBlock(QStringLiteral("signature.asc"), "application/pgp-signature", parts.signatures);
        addBlock(QStringLiteral("publickey.asc"), "application/pgp-keys", parts.keys);
        return withoutBlankEdges(parts.text);
    }

    void addBlock(const QString &name, const char *mediaType, const QString &block)
    {
        if (!block.isEmpty())
            m_body.attachments.append({name, QString::fromLatin1(mediaType), block.toUtf8()});
    }

    void addAttachment(const MimePart &part)
    {
        if (!m_otherText && part.mediaType.startsWith("text/") && !part.isAttachment && !isJunk(part))
            m_otherText = &part;
        m_body.isInvitation = m_body.isInvitation || part.isInvitation;
        m_isPartial = m_isPartial || part.mediaType == "message/partial";
        QString name = part.fileName;
        if (name.isEmpty() && part.mediaType == "message/rfc822")
            name = messageName(part.content);
        name = safeFileName(name);
        if (name.isEmpty())
            name = nameForMediaType(part.mediaType, m_body.attachments.size() + 1);
        m_body.attachments.append({name, QString::fromLatin1(part.mediaType), part.content});
    }

    static QString messageName(const QByteArray &message)
    {
        const QString subject = decodeHeaderText(readHeaderBlock(message).value("subject"));
        return QString((subject.isEmpty() ? QStringLiteral("message") : subject.left(100)) + QLatin1String(".eml"));
    }

    // The text is not the letter, or not all of it: why, and what to do.
    QString attentionFor(const MimeTree &tree)
    {
        const bool hasText = !m_body.text.isEmpty();
        const Seal seal = m_seal == Seal::None && !hasText ? m_asideSeal : m_seal;
        if (QString words = wordsFor(seal, hasText); !words.isEmpty())
            return words;
        if (m_isPartial)
            return Words::tr("This is one piece of a message that was sent in several. Put them together in your mail "
                             "program and bring the whole message in.");
        const bool isBrokenOff =
            m_lastText && (m_lastText->isBrokenOff || (tree.isCut && m_lastText == &lastLeaf(tree.root)));
        if (isBrokenOff && m_texts.size() == 1)
            return Words::tr("The message breaks off in the middle of its text. Look for all of it in your mail "
                             "program, or ask the sender to send it again.");
        if (hasText)
            return {};
        return m_body.attachments.isEmpty()
                   ? Words::tr("The message has no text. If it should have one, look at it in your mail program, or "
                               "ask the sender to send it again.")
                   : Words::tr("The message has no text. Look into its attachments: the letter may be in one of them.");
    }

    QString wordsFor(Seal seal, bool hasText)
    {
        switch (seal) {
        case Seal::Pgp:
            return Words::tr(
                "The letter, or a part of it, is encrypted with PGP. Decrypt it in your mail program, save "
                "it there without encryption, and bring that in.");
        case Seal::Smime:
            return Words::tr("The letter is encrypted with S/MIME. Decrypt it in your mail program, save it there "
                             "without encryption, and bring that in.");
        case Seal::Compressed:
        case Seal::Signed:
            return Words::tr("The letter is packed by S/MIME in a form that is not read here. Open it in your mail "
                             "program, save its text there, and bring that in.");
        case Seal::Winmail:
            break;
        case Seal::None:
            return {};
        }
        if (!hasText)
            return Words::tr("All of the letter is packed in winmail.dat, a file of Outlook. Ask the sender to send it "
                             "as plain text, or unpack the file with a program made for it.");
        warn(m_body.warnings, Words::tr("Files that came with the letter are packed in winmail.dat, a file of Outlook. "
                                        "Unpack it with a program made for it."));
        return {};
    }

    Body &m_body;
    QStringList m_texts;
    const MimePart *m_lastText = nullptr;  // the one that was read last
    const MimePart *m_otherText = nullptr; // a text of some other kind, for want of a better one
    Seal m_seal = Seal::None;              // of what stands in the place of the text
    Seal m_asideSeal = Seal::None;         // of an attachment
    bool m_isPartial = false;
    std::deque<MimeTree> m_signedTrees; // of what was inside parts that are signed
};

} // namespace

Body readBody(const HeaderBlock &headers, QByteArrayView bytes)
{
    const ContentFields fields{headers.value("content-type"), headers.value("content-transfer-encoding"),
                               headers.value("content-disposition")};
    Body body;
    const MimeTree tree = repairedTree(fields, bytes, body.warnings);
    BodyReader(body).readWhole(tree);
    return body;
}

QString readBareText(const QByteArray &bytes, const QByteArray &charset, QStringList &warnings)
{
    return withinLength(plainTextOf(bytes, charset, warnings), warnings);
}

} // namespace intake
