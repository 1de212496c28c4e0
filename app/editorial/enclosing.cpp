#include "editorial/enclosing.h"

#include "markdown/link_rules.h"
#include "markdown/outline.h"
#include "privacy/leak.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::enclosing)
};

using desk::Finding;

const QLatin1String scheme("attachment:");

// A place in a text that shows a picture or leads to an attachment.
struct Reference {
    QString where;
    QString words;
    QString id; // empty: a picture of the site itself
    bool isImage = false;
};

QString place(const QString &where, int line)
{
    return line > 1 ? Words::tr("%1, line %2").arg(where).arg(line) : where;
}

QString idIn(const QString &url)
{
    return QString::fromUtf8(markdown::attachmentId(url.toUtf8()));
}

void addReferences(QList<Reference> &references, const QString &text, markdown::Dialect dialect, const QString &where)
{
    if (!text.contains(scheme, Qt::CaseInsensitive) && !text.contains(QLatin1String("![")))
        return;
    markdown::Options options;
    options.dialect = dialect;
    const markdown::Outline outline = markdown::outline(text, options);
    for (const markdown::Image &image : outline.images) {
        const QString id = idIn(image.url);
        if (image.kept || !id.isEmpty())
            references.append({place(where, image.line), image.alt, id, true});
    }
    for (const markdown::Link &link : outline.links) {
        if (const QString id = idIn(link.url); !id.isEmpty())
            references.append({place(where, link.line), link.text, id, false});
    }
}

QList<Reference> referencesIn(const QList<storage::PrintedAnswer> &pieces)
{
    QList<Reference> references;
    for (qsizetype at = 0; at < pieces.size(); ++at) {
        addReferences(references, pieces.at(at).letterText, markdown::Dialect::Letter,
                      Words::tr("letter %1").arg(at + 1));
        addReferences(references, pieces.at(at).text, markdown::Dialect::Answer, Words::tr("answer %1").arg(at + 1));
    }
    return references;
}

// What came with the letters that are printed, by id.
base::Result<QHash<QString, desk::Attachment>> attachmentsOf(Desk &desk, const QList<storage::PrintedAnswer> &pieces)
{
    QHash<QString, desk::Attachment> all;
    for (const storage::PrintedAnswer &piece : pieces) {
        const auto attachments = desk.file().letters().attachments(piece.letter);
        if (!attachments)
            return attachments.error();
        for (const desk::Attachment &attachment : *attachments)
            all.insert(attachment.id.toString(), attachment);
    }
    return all;
}

// Looks at the references of one article, one after the other.
class Review
{
public:
    Review(Desk &desk, const desk::ArticleId &article, const QList<privacy::Correspondent> &writers)
        : m_desk(desk), m_article(article), m_writers(writers)
    {}

    [[nodiscard]] base::Result<void> look(const Reference &reference, const QHash<QString, desk::Attachment> &known)
    {
        if (reference.isImage && reference.words.isEmpty())
            add(Finding::Severity::Warning, "picture-alt", reference,
                Words::tr("The picture has no description. Say between the brackets what it shows, for those who do "
                          "not see it."));
        if (reference.id.isEmpty())
            return {};
        if (known.contains(reference.id))
            return lookInto(reference, known.value(reference.id));
        add(Finding::Severity::Warning, "attachment", reference,
            Words::tr(
                "This came with no letter of the article, so readers see only the words. Put it in anew from what "
                "came with the letter."));
        return {};
    }

    [[nodiscard]] QList<Finding> findings() const { return m_findings; }

private:
    [[nodiscard]] base::Result<void> lookInto(const Reference &reference, const desk::Attachment &attachment)
    {
        const auto copy = enclosure(m_desk, attachment.id);
        if (!copy && copy.error().kind == base::Error::Kind::Io)
            return copy.error();
        if (!copy)
            add(Finding::Severity::Blocker, "attachment", reference, copy.error().message);
        else if (reference.isImage && copy->size.isEmpty())
            add(Finding::Severity::Blocker, "attachment", reference,
                Words::tr(
                    "A paper cannot be shown as a picture. Take away the exclamation mark, so that it is linked."));
        else if (copy->suffix == QLatin1String("txt"))
            lookForWriters(reference, QString::fromUtf8(copy->content));
        else if (copy->size.isEmpty())
            add(Finding::Severity::Warning, "paper", reference,
                Words::tr("Nothing looks for names inside a PDF. Read it through before it goes out."));
        return {};
    }

    void lookForWriters(const Reference &reference, const QString &text)
    {
        QStringList telling;
        for (const privacy::Correspondent &writer : m_writers)
            telling.append(privacy::tellingWords(writer));
        if (!privacy::leaks(text, telling).isEmpty())
            add(Finding::Severity::Blocker, "identity", reference,
                Words::tr("The attached text would give the writer away. Do not link it."));
    }

    void add(Finding::Severity severity, const char *check, const Reference &reference, const QString &message)
    {
        m_findings.append({severity, QLatin1String(check), m_article, reference.where, reference.words, message});
    }

    Desk &m_desk;
    desk::ArticleId m_article;
    const QList<privacy::Correspondent> &m_writers;
    QList<Finding> m_findings;
};

} // namespace

base::Result<QList<desk::AttachmentId>> enclosures(Desk &desk, const QList<storage::PrintedAnswer> &pieces)
{
    const QList<Reference> references = referencesIn(pieces);
    QList<desk::AttachmentId> ids;
    if (references.isEmpty())
        return ids;
    const auto known = attachmentsOf(desk, pieces);
    if (!known)
        return known.error();
    for (const Reference &reference : references) {
        const desk::AttachmentId id = known->value(reference.id).id;
        if (!id.isNull() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

base::Result<QHash<desk::ArticleId, QList<desk::AttachmentId>>> enclosures(Desk &desk, desk::ArticleStage stage)
{
    QHash<desk::ArticleId, QList<desk::AttachmentId>> all;
    const auto articles = desk.file().articles().mentioning(scheme, stage);
    if (!articles)
        return articles.error();
    for (const desk::ArticleId &article : *articles) {
        const auto printed = desk.file().articles().printed({article});
        if (!printed)
            return printed.error();
        const auto found = enclosures(desk, printed->first());
        if (!found)
            return found.error();
        all.insert(article, *found);
    }
    return all;
}

base::Result<site::Enclosure> enclosure(Desk &desk, const desk::AttachmentId &id)
{
    const auto attachment = desk.file().letters().attachment(id);
    if (!attachment)
        return attachment.error();
    const auto content = desk.file().letters().attachmentContent(id);
    if (!content)
        return content.error();
    return publicCopy(*content, attachment->mediaType);
}

base::Result<site::Enclosure> enclosure(Desk &desk, const desk::AttachmentId &id, const QList<desk::LetterId> &letters)
{
    for (const desk::LetterId &letter : letters) {
        const auto attachments = desk.file().letters().attachments(letter);
        if (!attachments)
            return attachments.error();
        if (std::ranges::any_of(*attachments, [&id](const desk::Attachment &each) { return each.id == id; }))
            return enclosure(desk, id);
    }
    return base::Error{base::Error::Kind::NotFound, Words::tr("It came with no letter of the article.")};
}

QList<desk::AttachmentId> mentionedAttachments(const QString &text)
{
    constexpr qsizetype idLength = 36;
    QList<desk::AttachmentId> ids;
    for (qsizetype at = text.indexOf(scheme); at >= 0; at = text.indexOf(scheme, at + 1)) {
        const auto id = desk::AttachmentId::fromString(text.mid(at + scheme.size(), idLength));
        if (!id.isNull() && !ids.contains(id))
            ids.append(id);
    }
    return ids;
}

base::Result<QList<Finding>> enclosureFindings(Desk &desk, const desk::ArticleId &article,
                                               const QList<storage::PrintedAnswer> &pieces,
                                               const QList<privacy::Correspondent> &writers)
{
    const QList<Reference> references = referencesIn(pieces);
    if (references.isEmpty())
        return QList<Finding>();
    const auto known = attachmentsOf(desk, pieces);
    if (!known)
        return known.error();
    Review review(desk, article, writers);
    for (const Reference &reference : references) {
        if (const base::Result<void> looked = review.look(reference, *known); !looked)
            return looked.error();
    }
    return review.findings();
}

base::Result<bool> goesOutAsPicture(Desk &desk, const desk::AttachmentId &id)
{
    const auto copy = enclosure(desk, id);
    if (!copy)
        return copy.error();
    return !copy->size.isEmpty();
}

QString enclosureMark(const desk::AttachmentId &id, bool isPicture, const QString &words)
{
    static const QRegularExpression special(QStringLiteral("([\\\\`*_\\[\\]<>&])"));
    QString plain = words.simplified();
    plain.replace(special, QStringLiteral("\\\\1"));
    return QString((isPicture ? QLatin1String("![") : QLatin1String("[")) + plain + QLatin1String("](") + scheme +
                   id.toString() + QLatin1Char(')'));
}

} // namespace editorial
