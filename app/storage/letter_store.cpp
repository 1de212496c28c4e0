#include "storage/letter_store.h"

#include "base/text.h"
#include "storage/connection.h"
#include "storage/database_error.h"
#include "storage/letter_rows.h"

#include <QCoreApplication>

namespace storage {

namespace {

using base::Error;
using base::Result;
using desk::Letter;
using desk::LetterId;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(storage::letters)
};

// What is kept beside the texts of a letter so that lists and exports need not read them.
struct Printed {
    explicit Printed(const Letter &letter)
        : words(base::wordCount(letter.edited))
        , excerpt(base::excerpt(letter.edited, desk::excerptLength))
        , digest(digestOf({letter.subject, letter.edited, letter.signature, letter.place}))
    {}

    qint64 words;
    QString excerpt;
    QByteArray digest;
};

const QString &letterColumns()
{
    static const QString columns =
        QStringLiteral("letters.id, letters.number, correspondent, subject, original, ifnull(edited, original), "
                       "signature, place, stage, "
                       "held_until, unread, channel, received, fingerprint, message_key, "
                       "(SELECT id FROM letters AS earlier WHERE earlier.number = letters.follows), version, "
                       "(SELECT given FROM letter_consents WHERE letter = letters.number), "
                       "notices.attention, notices.text");
    return columns;
}

Letter letterOf(const Row &row)
{
    Letter letter;
    letter.id = row.id<LetterId>(0);
    letter.number = row.number(1);
    letter.correspondent = row.id<desk::CorrespondentId>(2);
    letter.subject = row.text(3);
    letter.original = row.text(4);
    letter.edited = row.text(5);
    letter.signature = row.text(6);
    letter.place = row.text(7);
    letter.stage = storedLetterStage(row.text(8));
    letter.heldUntil = row.day(9);
    letter.unread = row.flag(10);
    letter.channel = row.text(11);
    letter.received = row.moment(12);
    letter.fingerprint = row.text(13);
    letter.messageKey = row.text(14);
    letter.follows = row.id<LetterId>(15);
    letter.version = row.number(16);
    if (!row.isNull(17))
        letter.consent = row.flag(17) ? desk::Consent::Given : desk::Consent::Refused;
    letter.needsAttention = row.flag(18);
    letter.notice = row.text(19);
    return letter;
}

template <typename Key>
QString keyOf(const Key &id)
{
    return id.isNull() ? QString() : id.toString();
}

// A letter that is held until a day keeps it; any other has none.
QString heldUntil(desk::LetterStage stage, const QDate &day)
{
    return stage == desk::LetterStage::Held && day.isValid() ? day.toString(Qt::ISODate) : QString();
}

Result<void> putTags(Connection &connection, qint64 letter, const QList<desk::TagId> &tags)
{
    for (const desk::TagId &tag : tags) {
        const Result<qint64> number = connection.numberOf("tags", tag.toString());
        if (!number)
            return number.error();
        const Result<qint64> put = connection.execute(
            QStringLiteral("INSERT OR IGNORE INTO letter_tags (letter, tag) VALUES (?, ?)"), {letter, *number});
        if (!put)
            return put.error();
    }
    return {};
}

// What stands in tables beside the letters, where there is something to say.
Result<void> putMarks(Connection &connection, const Letter &letter)
{
    if (letter.needsAttention || !letter.notice.isEmpty()) {
        const Result<qint64> put =
            connection.execute(QStringLiteral("INSERT INTO letter_notices (letter, attention, text) VALUES (?, ?, ?)"),
                               {letter.number, letter.needsAttention ? 1 : 0, letter.notice});
        if (!put)
            return put.error();
    }
    if (letter.consent != desk::Consent::Unsaid) {
        const Result<qint64> put =
            connection.execute(QStringLiteral("INSERT INTO letter_consents (letter, given) VALUES (?, ?)"),
                               {letter.number, letter.consent == desk::Consent::Given ? 1 : 0});
        if (!put)
            return put.error();
    }
    return {};
}

// What an UPDATE that named a version, or only an id, came to.
Result<qint64> afterUpdate(Connection &connection, const LetterId &id, const Result<qint64> &changed, qint64 version)
{
    if (!changed)
        return changed.error();
    if (*changed > 0)
        return version + 1;
    const Result<qint64> number = connection.numberOf("letters", id.toString());
    return number ? staleRow() : number.error();
}

} // namespace

LetterStore::LetterStore(Connection &connection) : m_connection(connection) {}

Result<Letter> LetterStore::add(const Letter &letter)
{
    Step step(m_connection);
    const Result<QVariant> follows = m_connection.reference("letters", letter.follows);
    if (!follows)
        return follows.error();
    const Printed printed(letter);
    const QVariant edited = letter.edited == letter.original ? QVariant() : QVariant(letter.edited);
    const QVariant number = letter.number > 0 ? QVariant(letter.number) : QVariant();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral(
            "INSERT INTO letters (number, id, correspondent, stage, held_until, unread, channel, received, "
            "fingerprint, "
            "message_key, follows, version, words, digest, excerpt, subject, signature, place, original, edited) "
            "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?, ?, ?, ?, ?, ?, ?, ?)"),
        {number, keyOf(letter.id), keyOf(letter.correspondent), desk::name(letter.stage),
         heldUntil(letter.stage, letter.heldUntil), letter.unread ? 1 : 0, letter.channel, base::toIso(letter.received),
         letter.fingerprint, letter.messageKey, *follows, printed.words, printed.digest, printed.excerpt,
         letter.subject, letter.signature, letter.place, letter.original, edited});
    if (!added)
        return added.error();
    Letter stored = letter;
    stored.number = m_connection.lastNumber();
    stored.version = 1;
    if (const Result<void> tagged = putTags(m_connection, stored.number, letter.tags); !tagged)
        return tagged.error();
    if (const Result<void> marked = putMarks(m_connection, stored); !marked)
        return marked.error();
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return stored;
}

Result<void> LetterStore::addAttachment(const LetterId &letter, const desk::Attachment &attachment,
                                        const QByteArray &content)
{
    const Result<qint64> number = m_connection.numberOf("letters", letter.toString());
    if (!number)
        return number.error();
    const Result<qint64> added = m_connection.execute(
        QStringLiteral(
            "INSERT INTO attachments (id, letter, name, media_type, size, content) VALUES (?, ?, ?, ?, ?, ?)"),
        {attachment.id.toString(), *number, attachment.name, attachment.mediaType, qint64(content.size()), content});
    if (!added)
        return added.error();
    return {};
}

Result<std::optional<LetterId>> LetterStore::known(const QString &fingerprint, const QString &messageKey)
{
    return m_connection.first(
        QStringLiteral("SELECT id FROM letters WHERE fingerprint = ? AND message_key = ? ORDER BY number LIMIT 1"),
        {fingerprint, messageKey}, [](const Row &row) { return row.id<LetterId>(0); });
}

Result<std::optional<LetterId>> LetterStore::withMessageKey(const QString &messageKey)
{
    return m_connection.first(
        QStringLiteral("SELECT id FROM letters WHERE message_key = ? AND message_key <> '' ORDER BY number LIMIT 1"),
        {messageKey}, [](const Row &row) { return row.id<LetterId>(0); });
}

Result<Letter> LetterStore::letter(const LetterId &id)
{
    const Result<std::optional<Letter>> found =
        m_connection.first(QLatin1String("SELECT ") + letterColumns() +
                               QLatin1String(" FROM letters LEFT JOIN letter_notices AS notices ON notices.letter = "
                                             "letters.number WHERE id = ?"),
                           {id.toString()}, letterOf);
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    Letter letter = **found;
    const auto tags = letterTags(m_connection, {letter.number});
    if (!tags)
        return tags.error();
    letter.tags = tags->value(letter.number);
    return letter;
}

Result<LetterId> LetterStore::idOfNumber(qint64 number)
{
    const auto found = m_connection.first(QStringLiteral("SELECT id FROM letters WHERE number = ?"), {number},
                                          [](const Row &row) { return row.id<LetterId>(0); });
    if (!found)
        return found.error();
    if (!*found)
        return Error{Error::Kind::NotFound,
                     Words::tr("There is no letter %1 on this desk. Look up its number in the inbox.").arg(number)};
    return **found;
}

Result<QList<desk::Attachment>> LetterStore::attachments(const LetterId &letter)
{
    QList<desk::Attachment> attachments;
    const Result<void> read = m_connection.each(
        QStringLiteral("SELECT id, name, media_type, size FROM attachments WHERE letter = (SELECT number FROM letters "
                       "WHERE id = ?) ORDER BY number"),
        {letter.toString()}, [&](const Row &row) {
            attachments.append({row.id<desk::AttachmentId>(0), row.text(1), row.text(2), row.number(3)});
        });
    if (!read)
        return read.error();
    return attachments;
}

Result<desk::Attachment> LetterStore::attachment(const desk::AttachmentId &id)
{
    const auto found = m_connection.first(QStringLiteral("SELECT name, media_type, size FROM attachments WHERE id = ?"),
                                          {id.toString()}, [&id](const Row &row) {
                                              return desk::Attachment{id, row.text(0), row.text(1), row.number(2)};
                                          });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

Result<QByteArray> LetterStore::attachmentContent(const desk::AttachmentId &attachment)
{
    const auto found = m_connection.first(QStringLiteral("SELECT content FROM attachments WHERE id = ?"),
                                          {attachment.toString()}, [](const Row &row) { return row.bytes(0); });
    if (!found)
        return found.error();
    if (!*found)
        return missingRow();
    return **found;
}

Result<qint64> LetterStore::save(const Letter &letter)
{
    Step step(m_connection);
    const Result<QVariant> follows = m_connection.reference("letters", letter.follows);
    if (!follows)
        return follows.error();
    const Printed printed(letter);
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral(
            "UPDATE letters SET subject = ?, edited = nullif(?, original), signature = ?, place = ?, follows = ?, "
            "words = ?, digest = ?, excerpt = ?, version = version + 1 WHERE id = ? AND version = ?"),
        {letter.subject, letter.edited, letter.signature, letter.place, *follows, printed.words, printed.digest,
         printed.excerpt, letter.id.toString(), letter.version});
    const Result<qint64> version = afterUpdate(m_connection, letter.id, changed, letter.version);
    if (!version)
        return version;
    if (const Result<void> done = step.commit(); !done)
        return done.error();
    return version;
}

Result<void> LetterStore::setStage(const LetterId &id, desk::LetterStage stage, const QDate &until)
{
    const Result<qint64> changed = m_connection.execute(
        QStringLiteral("UPDATE letters SET stage = ?, held_until = ?, version = version + 1 WHERE id = ?"),
        {desk::name(stage), heldUntil(stage, until), id.toString()});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return missingRow();
    return {};
}

Result<void> LetterStore::setUnread(const LetterId &id, bool unread)
{
    const Result<qint64> changed = m_connection.execute(QStringLiteral("UPDATE letters SET unread = ? WHERE id = ?"),
                                                        {unread ? 1 : 0, id.toString()});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return missingRow();
    return {};
}

Result<void> LetterStore::setNeedsAttention(const LetterId &id, bool needs)
{
    const Result<qint64> changed =
        m_connection.execute(QStringLiteral("UPDATE letter_notices SET attention = ? WHERE letter = (SELECT number "
                                            "FROM letters WHERE id = ?)"),
                             {needs ? 1 : 0, id.toString()});
    if (!changed)
        return changed.error();
    if (*changed == 0)
        return missingRow();
    return {};
}

Result<void> LetterStore::setTags(const LetterId &id, const QList<desk::TagId> &tags)
{
    Step step(m_connection);
    const Result<qint64> letter = m_connection.numberOf("letters", id.toString());
    if (!letter)
        return letter.error();
    const Result<qint64> cleared =
        m_connection.execute(QStringLiteral("DELETE FROM letter_tags WHERE letter = ?"), {*letter});
    if (!cleared)
        return cleared.error();
    if (const Result<void> put = putTags(m_connection, *letter, tags); !put)
        return put;
    return step.commit();
}

Result<qint64> LetterStore::release(const QDate &today)
{
    return m_connection.execute(
        QStringLiteral("UPDATE letters SET stage = 'new', held_until = '', unread = 1, version = version + 1 "
                       "WHERE stage = 'held' AND held_until <> '' AND held_until <= ?"),
        {today.toString(Qt::ISODate)});
}

} // namespace storage
