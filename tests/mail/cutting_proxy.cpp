#include "mail/cutting_proxy.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>

CuttingProxy::CuttingProxy(quint16 serverPort) : m_worker(new QObject), m_serverPort(serverPort)
{
    m_worker->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start();
    QMetaObject::invokeMethod(
        m_worker,
        [this] {
            auto *server = new QTcpServer(m_worker);
            server->listen(QHostAddress::LocalHost);
            m_port = server->serverPort();
            QObject::connect(server, &QTcpServer::newConnection, m_worker, [this, server] {
                while (QTcpSocket *client = server->nextPendingConnection())
                    accept(m_worker, client);
            });
        },
        Qt::BlockingQueuedConnection);
}

CuttingProxy::~CuttingProxy()
{
    m_thread.quit();
    m_thread.wait();
}

void CuttingProxy::accept(QObject *worker, QTcpSocket *client)
{
    ++m_connections;
    auto *server = new QTcpSocket(client);
    const auto said = std::make_shared<qint64>(0);
    QObject::connect(server, &QTcpSocket::connected, worker, [client, server] { server->write(client->readAll()); });
    QObject::connect(client, &QTcpSocket::readyRead, worker, [client, server] {
        if (server->state() == QAbstractSocket::ConnectedState)
            server->write(client->readAll());
    });
    QObject::connect(server, &QTcpSocket::readyRead, worker, [this, client, server, said] {
        QByteArray bytes = server->readAll();
        const qint64 cut = m_cutAfter;
        const qint64 stall = m_stallAfter;
        const qint64 end = cut >= 0 ? cut : stall;
        if (end >= 0)
            bytes.truncate(std::max<qint64>(0, end - *said));
        client->write(bytes);
        *said += bytes.size();
        m_passed += bytes.size();
        if (cut >= 0 && *said >= cut) {
            client->flush();
            client->abort();
            server->abort();
        }
    });
    QObject::connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    QObject::connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    server->connectToHost(QHostAddress::LocalHost, m_serverPort);
}
