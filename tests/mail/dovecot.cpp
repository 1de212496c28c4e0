#include "mail/dovecot.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

namespace {

const QStringList alsoIn{QStringLiteral("/usr/sbin"), QStringLiteral("/usr/local/sbin"), QStringLiteral("/usr/bin")};

QString program(const QString &name)
{
    const QString found = QStandardPaths::findExecutable(name);
    return found.isEmpty() ? QStandardPaths::findExecutable(name, alsoIn) : found;
}

bool isRoot()
{
    return geteuid() == 0;
}

const passwd *runsAs()
{
    return isRoot() ? getpwnam("nobody") : getpwuid(geteuid());
}

bool run(const QString &folder, const QString &name, const QStringList &words)
{
    QProcess process;
    process.setWorkingDirectory(folder);
    process.start(program(name), words);
    const bool ended = process.waitForFinished(20'000) && process.exitCode() == 0;
    if (!ended)
        qWarning("%s: %s", qPrintable(name), process.readAllStandardError().constData());
    return ended;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

const QByteArray configuration = R"(
base_dir = $D/run
state_dir = $D/state
log_path = $D/dovecot.log
protocols = imap
listen = 127.0.0.1
default_internal_user = $USER
default_internal_group = $GROUP
default_login_user = $USER
mail_location = maildir:$D/mail
first_valid_uid = 0
first_valid_gid = 0
ssl = yes
ssl_cert = <$D/cert.pem
ssl_key = <$D/key.pem
auth_mechanisms = plain login
disable_plaintext_auth = yes
auth_failure_delay = 0
mail_max_userip_connections = 100
passdb {
  driver = passwd-file
  args = scheme=PLAIN $D/passwords
}
userdb {
  driver = static
  args = uid=$USER gid=$GROUP home=$D
}
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = $PLAIN
  }
  inet_listener imaps {
    port = $TLS
    ssl = yes
  }
}
service anvil {
  chroot =
}
service auth-worker {
  user = $USER
}
)";

} // namespace

QString Dovecot::missing()
{
    if (program(QStringLiteral("dovecot")).isEmpty())
        return QStringLiteral("Dovecot is not installed (the package dovecot-imapd)");
    if (program(QStringLiteral("openssl")).isEmpty())
        return QStringLiteral("openssl is not installed");
    if (isRoot() && program(QStringLiteral("setpriv")).isEmpty())
        return QStringLiteral("setpriv is not installed (the package util-linux)");
    return {};
}

bool Dovecot::start(Certificate certificate)
{
    if (!makeCertificates(certificate) || !configure())
        return false;
    QStringList words{program(QStringLiteral("dovecot")), QStringLiteral("-F"), QStringLiteral("-c"),
                      m_folder.filePath(QStringLiteral("dovecot.conf"))};
    QStringList before{program(QStringLiteral("setpriv")), QStringLiteral("--pdeathsig"), QStringLiteral("TERM")};
    if (isRoot())
        before += {QStringLiteral("--reuid"), QStringLiteral("nobody"), QStringLiteral("--regid"),
                   QString::number(runsAs()->pw_gid), QStringLiteral("--clear-groups")};
    if (!before.first().isEmpty())
        words = before + words;
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(words.first(), words.mid(1));
    if (m_process.waitForStarted() && waitForGreeting())
        return true;
    qWarning("Dovecot did not come up: %s%s", m_process.readAll().constData(), log().constData());
    return false;
}

void Dovecot::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(10'000)) {
        m_process.kill();
        m_process.waitForFinished();
    }
}

bool Dovecot::makeCertificates(Certificate certificate) const
{
    const auto openssl = [this](const char *line) {
        return run(m_folder.path(), QStringLiteral("openssl"), QString::fromLatin1(line).split(QLatin1Char(' ')));
    };
    if (!QFile::exists(m_folder.filePath(QStringLiteral("ca.pem"))) &&
        !openssl("req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=Authority "
                 "-keyout ca.key -out ca.pem"))
        return false;
    const QByteArray host = certificate == Certificate::OtherHost ? "post.example" : "localhost";
    write(m_folder.filePath(QStringLiteral("names")), "subjectAltName=DNS:" + host + '\n');
    const QByteArray request = "req -new -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -subj /CN=" + host +
                               " -keyout key.pem -out request.pem";
    if (!openssl(request.constData()))
        return false;
    switch (certificate) {
    case Certificate::SelfSigned:
        return openssl("x509 -req -in request.pem -signkey key.pem -days 2 -extfile names -out cert.pem");
    case Certificate::Expired:
        return openssl("x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days -1 -extfile names "
                       "-out cert.pem");
    case Certificate::Good:
    case Certificate::OtherHost:
        break;
    }
    return openssl("x509 -req -in request.pem -CA ca.pem -CAkey ca.key -CAcreateserial -days 2 -extfile names -out "
                   "cert.pem");
}

bool Dovecot::configure()
{
    m_tlsPort = freePort();
    m_plainPort = freePort();
    const passwd *as = runsAs();
    QByteArray lines = configuration;
    lines.replace("$D", QFile::encodeName(m_folder.path()));
    lines.replace("$USER", as->pw_name);
    lines.replace("$GROUP", getgrgid(as->pw_gid)->gr_name);
    lines.replace("$PLAIN", QByteArray::number(m_plainPort));
    lines.replace("$TLS", QByteArray::number(m_tlsPort));
    write(m_folder.filePath(QStringLiteral("dovecot.conf")), lines);
    write(m_folder.filePath(QStringLiteral("passwords")), user().toUtf8() + ':' + password().toUtf8() + "::::::\n");
    const QDir folder(m_folder.path());
    for (const char *name : {"run", "state", "mail/cur", "mail/new", "mail/tmp"}) {
        if (!folder.mkpath(QLatin1String(name)))
            return false;
    }
    if (!isRoot())
        return true;
    return run(m_folder.path(), QStringLiteral("chown"),
               {QStringLiteral("-R"), QStringLiteral("%1:%2").arg(as->pw_uid).arg(as->pw_gid), m_folder.path()});
}

bool Dovecot::waitForGreeting()
{
    QElapsedTimer waited;
    waited.start();
    while (waited.elapsed() < 15'000 && !m_process.waitForFinished(50)) {
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, m_plainPort);
        if (socket.waitForConnected(1000) && socket.waitForReadyRead(5000) && socket.readAll().startsWith("* OK"))
            return true;
    }
    return false;
}

QString Dovecot::maildir(const QString &folder) const
{
    const QString top = m_folder.filePath(QStringLiteral("mail"));
    return folder.isEmpty() ? top : QStringLiteral("%1/.%2").arg(top, folder);
}

QString Dovecot::deliver(const QByteArray &message, const QString &folder)
{
    const QString name = QStringLiteral("%1.M%2P1.fixture").arg(1'700'000'000 + m_delivered).arg(m_delivered);
    ++m_delivered;
    const QString path = maildir(folder);
    for (const char *part : {"", "/cur", "/new", "/tmp"}) {
        QDir().mkpath(path + QLatin1String(part));
        give(path + QLatin1String(part));
    }
    write(path + QLatin1String("/new/") + name, message);
    return name;
}

QHash<QString, QByteArray> Dovecot::messages() const
{
    QHash<QString, QByteArray> all;
    const QDir top(maildir({}));
    QDirIterator files(top.path(), {QStringLiteral("*fixture*")}, QDir::Files | QDir::Hidden,
                       QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly))
            all.insert(top.relativeFilePath(file.fileName()),
                       QCryptographicHash::hash(file.readAll(), QCryptographicHash::Sha256));
    }
    return all;
}

qsizetype Dovecot::count(const QString &folder) const
{
    qsizetype files = 0;
    for (const char *part : {"/cur", "/new"})
        files += QDir(maildir(folder) + QLatin1String(part)).entryList(QDir::Files).size();
    return files;
}

// The list of numbers begins with a line that holds "V" and UIDVALIDITY; the index has them once more.
bool Dovecot::changeUidValidity()
{
    const QDir top(maildir({}));
    for (const QString &index : top.entryList({QStringLiteral("dovecot.index*")}, QDir::Files))
        QFile::remove(top.filePath(index));
    QFile list(top.filePath(QStringLiteral("dovecot-uidlist")));
    if (!list.open(QIODevice::ReadOnly))
        return false;
    QByteArray lines = list.readAll();
    list.close();
    const qsizetype begin = lines.indexOf(" V") + 2;
    const qsizetype end = lines.indexOf(' ', begin);
    if (begin < 2 || end < 0)
        return false;
    lines.replace(begin, end - begin, QByteArray::number(lines.mid(begin, end - begin).toLongLong() + 7));
    write(list.fileName(), lines);
    return true;
}

QByteArray Dovecot::read(const QString &name) const
{
    QFile file(m_folder.filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Dovecot::write(const QString &path, const QByteArray &bytes) const
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("%s cannot be written", qPrintable(path));
    file.close();
    give(path);
}

void Dovecot::give(const QString &path) const
{
    const passwd *as = runsAs();
    if (isRoot() && chown(QFile::encodeName(path).constData(), as->pw_uid, as->pw_gid) != 0)
        qFatal("%s cannot be given away", qPrintable(path));
}
