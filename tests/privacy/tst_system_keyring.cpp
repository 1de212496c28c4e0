// The real keyring, as far as one is there: a session without one says so at once; one that does not answer is not
// waited for.
#include "privacy/keyring.h"

#include <QElapsedTimer>
#include <QTest>

using base::Error;

namespace {

const auto entry = QStringLiteral("test juniper@mail.example");

} // namespace

class TestSystemKeyring : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void withoutOneItSaysSo();
    void aSlowOneIsNotWaitedFor();
    void keepsAndForgets();
};

// Whatever keyring this computer has is none of the test's business, unless it is asked to use it.
void TestSystemKeyring::initTestCase()
{
    if (qEnvironmentVariableIsEmpty("POSTBAG_TEST_KEYRING")) {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        qunsetenv("KDE_SESSION_VERSION");
    }
}

void TestSystemKeyring::withoutOneItSaysSo()
{
    if (!qEnvironmentVariableIsEmpty("POSTBAG_TEST_KEYRING"))
        QSKIP("there is a keyring");
    privacy::SystemKeyring keyring;
    std::optional<Error> readError;
    std::optional<Error> writeError;
    QElapsedTimer timer;
    timer.start();
    keyring.read(entry, [&](const auto &found) { readError = found.error(); });
    keyring.write(entry, QStringLiteral("Kingfisher-7731"), [&](const auto &done) { writeError = done.error(); });
    QTRY_VERIFY(readError && writeError);
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    for (const Error &error : {*readError, *writeError}) {
        QCOMPARE(error.kind, Error::Kind::NotFound);
        QVERIFY(error.message.contains(QStringLiteral("no keyring")));
        QVERIFY(!error.message.contains(QStringLiteral("Kingfisher")));
        QVERIFY(!error.detail.contains(QStringLiteral("juniper")));
    }
}

void TestSystemKeyring::aSlowOneIsNotWaitedFor()
{
    privacy::SystemKeyring keyring(0);
    int answers = 0;
    keyring.read(entry, [&](const auto &found) {
        ++answers;
        QVERIFY(!found);
        QCOMPARE(found.error().kind, Error::Kind::Refused);
    });
    QTRY_COMPARE(answers, 1);
    QTest::qWait(200);
    QCOMPARE(answers, 1); // what comes later is not told
}

void TestSystemKeyring::keepsAndForgets()
{
    if (qEnvironmentVariableIsEmpty("POSTBAG_TEST_KEYRING"))
        QSKIP("POSTBAG_TEST_KEYRING is not set: the keyring of this computer is left alone");
    privacy::SystemKeyring keyring;
    const auto read = [&keyring] {
        std::optional<base::Result<std::optional<QString>>> found;
        keyring.read(entry, [&found](const auto &result) { found = result; });
        return QTest::qWaitFor([&found] { return found.has_value(); }, 6000) && *found ? **found : std::nullopt;
    };
    const auto well = [](auto start) {
        std::optional<bool> done;
        start([&done](const base::Result<void> &result) { done = result.has_value(); });
        return QTest::qWaitFor([&done] { return done.has_value(); }, 6000) && *done;
    };
    QVERIFY(well([&](auto then) { keyring.remove(entry, then); }));
    QVERIFY(!read());
    QVERIFY(well([&](auto then) { keyring.write(entry, QStringLiteral("Kingfisher-7731ü"), then); }));
    QCOMPARE(read(), QStringLiteral("Kingfisher-7731ü"));
    QVERIFY(well([&](auto then) { keyring.remove(entry, then); }));
    QVERIFY(!read());
}

QTEST_GUILESS_MAIN(TestSystemKeyring)
#include "tst_system_keyring.moc"
