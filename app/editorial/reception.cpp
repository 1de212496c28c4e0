#include "editorial/reception.h"

#include "base/text.h"
#include "desk/fingerprint.h"
#include "editorial/folded.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"
#include "storage/letter_store.h"

#include <QCoreApplication>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::reception)
};

constexpr qint64 batchMs = 50; // for so long others cannot write; a cancel waits for as long again
constexpr qint64 keysAtOnce = 500;

// By what a message is known again; empty without an id.
QString messageKey(const QString &messageId)
{
    return messageId.isEmpty() ? QString() : base::sha256(messageId.toUtf8());
}

QStringList messageKeys(const QStringList &ids)
{
    QStringList keys;
    keys.reserve(ids.size());
    for (const QString &id : ids)
        keys.append(messageKey(id));
    return keys;
}

desk::Consent consentOf(const intake::IncomingLetter &incoming)
{
    if (!incoming.consent)
        return desk::Consent::Unsaid;
    return *incoming.consent ? desk::Consent::Given : desk::Consent::Refused;
}

// Where there is no id, the same few words with other files ("see attached") are another letter.
QString withFiles(const QString &fingerprint, const QList<intake::Attached> &files)
{
    QString all = fingerprint;
    for (const intake::Attached &file : files)
        all += base::sha256(file.content);
    return base::sha256(all.toLatin1());
}

desk::Letter letterOf(const intake::IncomingLetter &incoming)
{
    desk::Letter letter;
    letter.id = desk::LetterId::create();
    letter.correspondent = desk::CorrespondentId::create();
    letter.subject = incoming.subject;
    letter.original = incoming.text;
    letter.edited = printedText(incoming.text, incoming.subject);
    letter.signature = incoming.signature;
    letter.place = incoming.place;
    letter.channel = incoming.channel;
    letter.received = incoming.received;
    // Letters without a text, as of a picture alone, are known by what else there is of them.
    letter.fingerprint = desk::fingerprint(incoming.text.isEmpty() ? QString::fromLatin1(incoming.raw) : incoming.text);
    letter.messageKey = messageKey(incoming.messageId);
    if (incoming.messageId.isEmpty() && !incoming.attachments.isEmpty())
        letter.fingerprint = withFiles(letter.fingerprint, incoming.attachments);
    letter.consent = consentOf(incoming);
    letter.needsAttention = !incoming.attention.isEmpty();
    letter.notice = incoming.attention;
    if (!incoming.notALetter.isEmpty()) {
        letter.stage = desk::LetterStage::NotALetter;
        letter.needsAttention = false;
        letter.notice = incoming.notALetter;
    }
    return letter;
}

} // namespace

base::Result<Arriving> arriving(const intake::IncomingLetter &incoming, const privacy::Vault &vault)
{
    Arriving arriving{letterOf(incoming), {}, {}, messageKeys(incoming.references), incoming.attachments,
                      incoming.warnings};
    auto sealed = vault.seal(
        {arriving.letter.correspondent, incoming.sender.name, incoming.sender.address, incoming.headers, incoming.raw});
    if (!sealed)
        return sealed.error();
    arriving.sender = *std::move(sealed);
    if (incoming.forwarded) {
        const intake::Sender &writer = incoming.forwarded->writer;
        auto other = vault.seal({desk::CorrespondentId::create(), writer.name, writer.address, {}, {}});
        if (!other)
            return other.error();
        arriving.passedOn = {*std::move(other), incoming.forwarded->subject, incoming.forwarded->text};
    }
    return arriving;
}

Reception::Reception(Desk &desk, bool dryRun) : m_desk(desk), m_dryRun(dryRun) {}

Reception::~Reception() = default;

base::Result<Received> Reception::take(const intake::IncomingLetter &incoming)
{
    const auto letter = arriving(incoming, m_desk.vault());
    return letter ? take(*letter) : letter.error();
}

base::Result<Received> Reception::take(const Arriving &arriving)
{
    desk::Letter letter = arriving.letter;
    if (!letter.received.isValid())
        letter.received = m_desk.clock().now();
    const auto known = isKnown(letter);
    if (!known)
        return known.error();
    if (*known)
        return Received{};
    Received received{true, {}, false, letter.stage == desk::LetterStage::NotALetter, arriving.warnings};
    if (const auto noted = noteTwin(letter, received); !noted)
        return noted.error();
    received.needsAttention = letter.needsAttention;
    if (m_dryRun)
        return received;
    if (const auto begun = begin(); !begun)
        return begun.error();
    const auto earlier = predecessor(arriving);
    if (!earlier)
        return earlier.error();
    letter.follows = *earlier;
    if (const auto added = add(arriving, letter); !added)
        return added.error();
    received.letter = letter.id;
    if (m_sinceBatch.elapsed() > batchMs) {
        if (const auto committed = commit(); !committed)
            return committed.error();
    }
    return received;
}

base::Result<void> Reception::commit()
{
    if (!m_batch)
        return {};
    const auto done = m_batch->commit();
    m_batch.reset();
    return done;
}

base::Result<bool> Reception::isKnown(const desk::Letter &letter)
{
    if (m_dryRun) {
        const QString key = letter.fingerprint + letter.messageKey;
        if (m_seen.contains(key))
            return true;
        m_seen.insert(key);
    }
    const auto known = m_desk.file().letters().known(letter.fingerprint, letter.messageKey);
    if (!known)
        return known.error();
    return known->has_value();
}

// The same message id with another text is another letter, which somebody has to look at.
base::Result<void> Reception::noteTwin(desk::Letter &letter, Received &received)
{
    if (letter.messageKey.isEmpty())
        return {};
    const auto twin = m_desk.file().letters().withMessageKey(letter.messageKey);
    if (!twin)
        return twin.error();
    if (!*twin)
        return {};
    const auto other = m_desk.file().letters().letter(**twin);
    if (!other)
        return other.error();
    const QString notice =
        Words::tr("A letter has the same message id as letter %1 but another text. Both are on the desk.")
            .arg(other->number);
    received.warnings.append(notice);
    if (letter.notice.isEmpty()) {
        letter.notice = notice;
        letter.needsAttention = true;
    }
    return {};
}

base::Result<void> Reception::begin()
{
    if (m_batch)
        return {};
    m_batch = std::make_unique<storage::Transaction>(m_desk.file(), storage::Indexing::AtCommit);
    m_sinceBatch.start();
    return keyWriters();
}

// Correspondents of desks from before there were writers' keys get theirs.
base::Result<void> Reception::keyWriters()
{
    storage::CorrespondentStore &correspondents = m_desk.file().correspondents();
    while (!m_hasKeys) {
        const auto unkeyed = correspondents.withoutKey(keysAtOnce);
        if (!unkeyed)
            return unkeyed.error();
        m_hasKeys = unkeyed->size() < keysAtOnce;
        for (const privacy::SealedCorrespondent &sealed : *unkeyed) {
            const auto opened = m_desk.vault().open(sealed);
            // One that cannot be opened is known by nothing.
            const QByteArray key = m_desk.vault().writerKey(opened ? opened->address : QString());
            if (const auto set = correspondents.setKey(sealed.id, key); !set)
                return set;
        }
    }
    return {};
}

// The letter that this one answers; for want of one, the writer's latest.
base::Result<desk::LetterId> Reception::predecessor(const Arriving &arriving)
{
    auto found = m_desk.file().intake().referenced(arriving.references);
    if (found && !*found)
        found = m_desk.file().correspondents().latestLetterBy(arriving.sender.writerKey);
    if (!found)
        return found.error();
    return found->value_or(desk::LetterId());
}

base::Result<void> Reception::add(const Arriving &arriving, const desk::Letter &letter)
{
    if (const auto sealed = m_desk.file().correspondents().add(arriving.sender); !sealed)
        return sealed;
    if (const auto added = m_desk.file().letters().add(letter); !added)
        return added.error();
    return addBesides(arriving);
}

base::Result<void> Reception::addBesides(const Arriving &arriving)
{
    storage::IntakeStore &intake = m_desk.file().intake();
    const desk::Letter &letter = arriving.letter;
    if (!arriving.references.isEmpty()) {
        if (const auto added = intake.addReferences(letter.id, arriving.references); !added)
            return added;
    }
    if (!letter.messageKey.isEmpty()) {
        if (const auto linked = intake.linkFollowers(letter.id, letter.messageKey); !linked)
            return linked.error();
    }
    if (const auto &passedOn = arriving.passedOn) {
        if (const auto sealed = m_desk.file().correspondents().add(passedOn->writer); !sealed)
            return sealed;
        const desk::Forwarding forwarding{desk::Forwarding::Decision::Open, passedOn->writer.id, passedOn->subject,
                                          passedOn->text};
        if (const auto added = intake.addForwarding(letter.id, forwarding); !added)
            return added;
    }
    for (const intake::Attached &file : arriving.attachments) {
        const desk::Attachment attachment{desk::AttachmentId::create(), file.name, file.mediaType, file.content.size()};
        if (const auto added = m_desk.file().letters().addAttachment(letter.id, attachment, file.content); !added)
            return added;
    }
    return {};
}

} // namespace editorial
