#include "intake/imap_socket.h"

#include "intake/certificate_fault.h"
#include "intake/imap_words.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTimer>

namespace intake {

namespace {

using base::Error;
using base::Result;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::imap_socket)
};

constexpr int stepMs = 40; // between two looks at whether to go on

// Without authorities of its own a connection looks up those of the system as it needs them. (To add to them would make
// Qt forget to look.)
QSslConfiguration trust(const ImapServer &server)
{
    QSslConfiguration trusted = QSslConfiguration::defaultConfiguration();
    trusted.setPeerVerifyMode(QSslSocket::VerifyPeer);
    if (!server.authorities.isEmpty())
        trusted.setCaCertificates(QSslCertificate::fromData(server.authorities, QSsl::Pem));
    return trusted;
}

Error late(const ImapServer &server)
{
    return {Error::Kind::Io,
            Words::tr("The server %1 does not answer at port %2. Check both, and whether you are online.")
                .arg(server.host)
                .arg(server.port)};
}

} // namespace

ImapSocket::ImapSocket(const ImapServer &server, const base::Progress &progress)
    : m_server(server), m_progress(progress), m_socket(std::make_unique<QSslSocket>())
{}

ImapSocket::~ImapSocket()
{
    m_socket->abort();
}

Result<void> ImapSocket::open()
{
    if (!QSslSocket::supportsSsl())
        return Error{Error::Kind::Unusable,
                     Words::tr("Qt's part for TLS is missing on this computer, so no mail can be "
                               "fetched. Install the package libqt6network6 anew.")};
    m_socket->setSslConfiguration(trust(m_server));
    if (m_server.security == ImapServer::Security::Tls) {
        m_socket->connectToHostEncrypted(m_server.host, m_server.port);
        return waitUntil([this] { return isEncrypted(); });
    }
    m_socket->connectToHost(m_server.host, m_server.port);
    return waitUntil([this] { return m_socket->state() == QAbstractSocket::ConnectedState; });
}

Result<void> ImapSocket::encrypt()
{
    m_socket->setPeerVerifyName(m_server.host);
    m_socket->startClientEncryption();
    return waitUntil([this] { return isEncrypted(); });
}

bool ImapSocket::isEncrypted() const
{
    return m_socket->isEncrypted();
}

Result<void> ImapSocket::write(const QByteArray &bytes)
{
    if (hasFailed())
        return failure();
    m_socket->write(bytes);
    m_socket->flush();
    return {};
}

Result<QByteArray> ImapSocket::read(int ms)
{
    if (m_socket->bytesAvailable() == 0 && !hasFailed())
        wait(ms);
    if (m_socket->bytesAvailable() > 0)
        return m_socket->readAll();
    if (hasFailed())
        return failure();
    return QByteArray();
}

template <typename Done>
Result<void> ImapSocket::waitUntil(Done done)
{
    QElapsedTimer waited;
    waited.start();
    while (!done()) {
        if (m_progress.isCancelled())
            return cancelled();
        if (hasFailed())
            return failure();
        if (waited.elapsed() >= m_server.connectMs)
            return late(m_server);
        wait(stepMs);
    }
    return {};
}

// Lets the socket work until something happens, or that time is over.
void ImapSocket::wait(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QAbstractSocket::connected, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QSslSocket::encrypted, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QAbstractSocket::readyRead, &loop, &QEventLoop::quit);
    QObject::connect(m_socket.get(), &QAbstractSocket::errorOccurred, &loop, &QEventLoop::quit);
    loop.exec();
}

bool ImapSocket::hasFailed() const
{
    return m_socket->error() != QAbstractSocket::UnknownSocketError;
}

Error ImapSocket::failure() const
{
    const QList<QSslError> faults = m_socket->sslHandshakeErrors();
    const QString detail = QStringLiteral("socket error %1").arg(m_socket->error());
    if (!faults.isEmpty())
        return {Error::Kind::Refused, certificateFault(m_server, faults), detail};
    switch (m_socket->error()) {
    case QAbstractSocket::HostNotFoundError:
        return {Error::Kind::Io,
                Words::tr("There is no server %1, or you are not online. Check its name.").arg(m_server.host), detail};
    case QAbstractSocket::ConnectionRefusedError:
        return {Error::Kind::Io,
                Words::tr("Nothing answers at port %1 of %2. Check the port: it is usually 993 with TLS and 143 with "
                          "STARTTLS.")
                    .arg(m_server.port)
                    .arg(m_server.host),
                detail};
    case QAbstractSocket::SslHandshakeFailedError:
        return {Error::Kind::Io,
                Words::tr("The server %1 does not speak TLS at port %2, or only in a way that is no longer safe. Check "
                          "the port, and whether it is TLS or STARTTLS.")
                    .arg(m_server.host)
                    .arg(m_server.port),
                detail};
    case QAbstractSocket::NetworkError:
    case QAbstractSocket::SocketTimeoutError:
        return late(m_server);
    default:
        return cutOff(m_server);
    }
}

} // namespace intake
