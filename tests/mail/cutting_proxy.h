// CuttingProxy: stands between a client and a server on the loopback interface and passes on what they say, until it
// cuts the connection, or says nothing any more. For tests; works on a thread of its own.
#pragma once

#include <QThread>

#include <atomic>

class CuttingProxy
{
public:
    explicit CuttingProxy(quint16 serverPort);
    ~CuttingProxy();
    CuttingProxy(const CuttingProxy &) = delete;
    CuttingProxy &operator=(const CuttingProxy &) = delete;

    [[nodiscard]] quint16 port() const { return m_port; }
    // Of the next connections: after that many bytes of the server. Negative: never.
    void cutAfter(qint64 bytes) { m_cutAfter = bytes; }
    void stallAfter(qint64 bytes) { m_stallAfter = bytes; }
    // What the server has said through it so far, in bytes, encrypted as it was.
    [[nodiscard]] qint64 passed() const { return m_passed; }
    [[nodiscard]] int connections() const { return m_connections; }

private:
    void accept(QObject *worker, class QTcpSocket *client);

    QThread m_thread;
    QObject *m_worker;
    quint16 m_serverPort;
    quint16 m_port = 0;
    std::atomic<qint64> m_cutAfter = -1;
    std::atomic<qint64> m_stallAfter = -1;
    std::atomic<qint64> m_passed = 0;
    std::atomic<int> m_connections = 0;
};
