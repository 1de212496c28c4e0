// Dovecot: a real mail server on the loopback interface, for tests. It runs as an ordinary process on a folder of its
// own, started and stopped by the test; as root it runs as "nobody". It ends with the test, however that ends.
#pragma once

#include <QByteArray>
#include <QHash>
#include <QProcess>
#include <QTemporaryDir>

class Dovecot
{
public:
    // What the server shows; all but SelfSigned are signed by authority().
    enum class Certificate { Good, SelfSigned, OtherHost, Expired };

    Dovecot() = default;
    ~Dovecot() { stop(); }
    Dovecot(const Dovecot &) = delete;
    Dovecot &operator=(const Dovecot &) = delete;

    // Why there can be no server here; empty: there can.
    [[nodiscard]] static QString missing();
    // False, with the log in the test's output, where it does not come up.
    [[nodiscard]] bool start(Certificate certificate = Certificate::Good);
    void stop();

    [[nodiscard]] quint16 tlsPort() const { return m_tlsPort; }
    [[nodiscard]] quint16 plainPort() const { return m_plainPort; } // with STARTTLS
    [[nodiscard]] QByteArray authority() const { return read(QStringLiteral("ca.pem")); }
    [[nodiscard]] static QString user() { return QStringLiteral("juniper"); }
    [[nodiscard]] static QString password() { return QStringLiteral("Kingfisher-7731\u00FC"); }

    // Puts a message into a folder; "" is INBOX. Gives the name of its file.
    QString deliver(const QByteArray &message, const QString &folder = {});
    // All messages of the mailbox: their files with folder and flags, and a digest of each.
    [[nodiscard]] QHash<QString, QByteArray> messages() const;
    // How many of them are in a folder.
    [[nodiscard]] qsizetype count(const QString &folder = {}) const;
    // From now on all messages of INBOX have other numbers. Only while the server is stopped.
    [[nodiscard]] bool changeUidValidity();
    [[nodiscard]] QByteArray log() const { return read(QStringLiteral("dovecot.log")); }

private:
    [[nodiscard]] bool makeCertificates(Certificate certificate) const;
    [[nodiscard]] bool configure();
    [[nodiscard]] bool waitForGreeting();
    [[nodiscard]] QString maildir(const QString &folder) const;
    [[nodiscard]] QByteArray read(const QString &name) const;
    void write(const QString &path, const QByteArray &bytes) const;
    void give(const QString &path) const; // to the user that the server runs as

    QTemporaryDir m_folder;
    QProcess m_process;
    quint16 m_tlsPort = 0;
    quint16 m_plainPort = 0;
    int m_delivered = 0;
};
