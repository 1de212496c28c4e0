#include "intake/sealed_part.h"

#include "intake/cms.h"

namespace intake {

namespace {

bool isPgpMessage(const MimePart &part)
{
    return part.content.left(1000).contains("-----BEGIN PGP MESSAGE-----");
}

Seal cmsSeal(const MimePart &part)
{
    switch (cmsKind(part.content)) {
    case CmsKind::Signed:
        return Seal::Signed;
    case CmsKind::Compressed:
        return Seal::Compressed;
    case CmsKind::Encrypted:
    case CmsKind::None:
        break;
    }
    return Seal::Smime;
}

} // namespace

Seal sealOf(const MimePart &part)
{
    const QByteArray &type = part.mediaType;
    const QString name = part.fileName.toLower();
    if (type == "multipart/encrypted" || type == "application/pgp-encrypted")
        return Seal::Pgp;
    if (type == "application/ms-tnef" || type == "application/vnd.ms-tnef" || name == QLatin1String("winmail.dat"))
        return Seal::Winmail;
    if (type == "application/pkcs7-mime" || type == "application/x-pkcs7-mime")
        return cmsSeal(part);
    const bool isOther = type == "application/octet-stream" || type == "application/pgp";
    if (isOther && name.endsWith(QLatin1String(".p7m")))
        return cmsSeal(part);
    return isOther && isPgpMessage(part) ? Seal::Pgp : Seal::None;
}

} // namespace intake
