// Id<Of>: the key of one letter, article, tag, ...; a UUID that never changes and is never reused. The type parameter
// keeps the key of a letter from being handed where the key of an article is wanted.
#pragma once

#include <QUuid>

namespace desk {

template <typename Of>
class Id
{
public:
    Id() = default;
    explicit Id(const QUuid &uuid) : m_uuid(uuid) {}

    [[nodiscard]] static Id create() { return Id(QUuid::createUuid()); }
    // Null if the text is no UUID.
    [[nodiscard]] static Id fromString(const QString &text) { return Id(QUuid::fromString(text)); }
    // The same key for the same name, always (RFC 4122, version 5): for the sample desk and for tests.
    [[nodiscard]] static Id fromName(const QString &name)
    {
        static const QUuid ofPostbag(QStringLiteral("{6f1c1d0e-5f0b-4a55-9a54-6e1c7f3d2b10}"));
        return Id(QUuid::createUuidV5(ofPostbag, name));
    }

    [[nodiscard]] bool isNull() const { return m_uuid.isNull(); }
    // 36 characters, lower case, without braces.
    [[nodiscard]] QString toString() const { return m_uuid.toString(QUuid::WithoutBraces); }

    friend bool operator==(const Id &a, const Id &b) { return a.m_uuid == b.m_uuid; }
    friend bool operator!=(const Id &a, const Id &b) { return a.m_uuid != b.m_uuid; }
    friend bool operator<(const Id &a, const Id &b) { return a.m_uuid < b.m_uuid; }
    friend size_t qHash(const Id &id, size_t seed = 0) { return qHash(id.m_uuid, seed); }

private:
    QUuid m_uuid;
};

using LetterId = Id<struct LetterKey>;
using CorrespondentId = Id<struct CorrespondentKey>;
using AttachmentId = Id<struct AttachmentKey>;
using ArticleId = Id<struct ArticleKey>;
using AnswerId = Id<struct AnswerKey>;
using TagId = Id<struct TagKey>;
using AuthorId = Id<struct AuthorKey>;
using AssetId = Id<struct AssetKey>;
using HeadingId = Id<struct HeadingKey>;
using EntryId = Id<struct EntryKey>;
using RemarkId = Id<struct RemarkKey>;
using RevisionId = Id<struct RevisionKey>;
using SheetMapId = Id<struct SheetMapKey>;

} // namespace desk
