#include "intake/attachment_name.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

struct KnownName {
    const char *mediaType;
    const char *name;
};

constexpr KnownName knownNames[] = {
    {"application/pgp-signature", "signature.asc"},
    {"application/pgp-keys", "publickey.asc"},
    {"application/pgp-encrypted", "encrypted.pgp"},
    {"application/pkcs7-signature", "smime.p7s"},
    {"application/x-pkcs7-signature", "smime.p7s"},
    {"application/pkcs7-mime", "smime.p7m"},
    {"application/x-pkcs7-mime", "smime.p7m"},
    {"application/ms-tnef", "winmail.dat"},
    {"application/vnd.ms-tnef", "winmail.dat"},
    {"message/delivery-status", "delivery-status.txt"},
    {"message/disposition-notification", "read-receipt.txt"},
    {"text/calendar", "invitation.ics"},
    {"text/rfc822-headers", "headers.txt"},
};

// A subtype that serves as the ending of a file's name.
bool isEnding(const QByteArray &subtype)
{
    return subtype.size() >= 2 && subtype.size() <= 5 && std::all_of(subtype.cbegin(), subtype.cend(), [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
           });
}

} // namespace

QString safeFileName(const QString &name)
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

QString nameForMediaType(const QByteArray &mediaType, qsizetype number)
{
    const auto *known = std::find_if(std::begin(knownNames), std::end(knownNames),
                                     [&mediaType](const KnownName &row) { return mediaType == row.mediaType; });
    if (known != std::end(knownNames))
        return QString::fromLatin1(known->name);
    const QByteArray subtype = mediaType.mid(mediaType.indexOf('/') + 1);
    const QByteArray ending = isEnding(subtype) ? QByteArray('.' + subtype) : QByteArray();
    return QString(QStringLiteral("attachment-%1").arg(number) + QString::fromLatin1(ending));
}

} // namespace intake
