#include "intake/certificate_fault.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSslCertificate>

#include <algorithm>
#include <array>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::certificate_fault)
};

constexpr qsizetype longestNames = 120; // characters

enum class Fault { SelfSigned, Expired, NotYetValid, OtherName, UnknownSigner, Revoked };

// In the order in which they are told: what Qt finds first is not what helps most.
constexpr std::array kinds{
    std::pair{QSslError::CertificateRevoked, Fault::Revoked},
    std::pair{QSslError::CertificateExpired, Fault::Expired},
    std::pair{QSslError::CertificateNotYetValid, Fault::NotYetValid},
    std::pair{QSslError::SelfSignedCertificate, Fault::SelfSigned},
    std::pair{QSslError::HostNameMismatch, Fault::OtherName},
    std::pair{QSslError::SelfSignedCertificateInChain, Fault::UnknownSigner},
    std::pair{QSslError::UnableToGetLocalIssuerCertificate, Fault::UnknownSigner},
    std::pair{QSslError::UnableToGetIssuerCertificate, Fault::UnknownSigner},
    std::pair{QSslError::UnableToVerifyFirstCertificate, Fault::UnknownSigner},
    std::pair{QSslError::CertificateUntrusted, Fault::UnknownSigner},
};

QString day(const QDateTime &moment)
{
    return QLocale().toString(moment.toLocalTime().date(), QLocale::LongFormat);
}

QString namesOn(const QSslCertificate &certificate)
{
    QStringList names = certificate.subjectAlternativeNames().values();
    if (names.isEmpty())
        names = certificate.subjectInfo(QSslCertificate::CommonName);
    return names.join(QLatin1String(", ")).simplified().left(longestNames);
}

QString reason(const ImapServer &server, Fault fault, const QSslCertificate &certificate)
{
    switch (fault) {
    case Fault::SelfSigned:
        return Words::tr("it is signed by nobody but itself");
    case Fault::Expired:
        return Words::tr("it expired on %1").arg(day(certificate.expiryDate()));
    case Fault::NotYetValid:
        return Words::tr("it is valid only from %1 on; check the date of this computer")
            .arg(day(certificate.effectiveDate()));
    case Fault::OtherName:
        return Words::tr("it is made out to %1, not to %2").arg(namesOn(certificate), server.host);
    case Fault::UnknownSigner:
        return Words::tr("this computer does not know who signed it");
    case Fault::Revoked:
        return Words::tr("it was called back by who signed it");
    }
    return {};
}

} // namespace

QString certificateFault(const ImapServer &server, const QList<QSslError> &faults)
{
    QString why = faults.first().errorString();
    for (const auto &kind : kinds) {
        const auto found = std::find_if(faults.begin(), faults.end(),
                                        [&kind](const QSslError &each) { return each.error() == kind.first; });
        if (found != faults.end()) {
            why = reason(server, kind.second, found->certificate());
            break;
        }
    }
    const QString message = Words::tr("The certificate of the server %1 cannot be trusted: %2. Nothing was sent and "
                                      "nothing was fetched. Check the name of the server; if it is right, tell whoever "
                                      "runs it.");
    return message.arg(server.host, why);
}

} // namespace intake
