#include "intake/pgp_text.h"

#include <QTest>

using intake::PgpText;
using intake::withoutPgpBlocks;

class TestPgpText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWhatIsSigned();
    void takesOutWhatIsNoText();
    void readsSeveral();
    void survivesDamage();
    void leavesOrdinaryTextAlone();
};

void TestPgpText::readsWhatIsSigned()
{
    const PgpText parts = withoutPgpBlocks(
        QStringLiteral("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\nCharset: utf-8\n\nMy hedge.\n"
                       "- -- \n- From: me\n\n-----BEGIN PGP SIGNATURE-----\n\niQ==\n"
                       "-----END PGP SIGNATURE-----\nbehind\n"));
    QCOMPARE(parts.text, QStringLiteral("My hedge.\n-- \nFrom: me\n\nbehind\n"));
    QCOMPARE(parts.signatures, QStringLiteral("-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n"));
    QVERIFY(parts.encrypted.isEmpty());
    QVERIFY(!parts.isBrokenOff);
}

void TestPgpText::takesOutWhatIsNoText()
{
    const QString message = QStringLiteral("-----BEGIN PGP MESSAGE-----\n\nhQ==\n-----END PGP MESSAGE-----\n");
    const QString key =
        QStringLiteral("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ==\n-----END PGP PUBLIC KEY BLOCK-----\n");
    const PgpText parts =
        withoutPgpBlocks(QString(QStringLiteral("before\n") + message + QStringLiteral("between\n") + key));
    QCOMPARE(parts.text, QStringLiteral("before\nbetween\n"));
    QCOMPARE(parts.encrypted, message);
    QCOMPARE(parts.keys, key);
    QVERIFY(parts.signatures.isEmpty());
}

void TestPgpText::readsSeveral()
{
    const QString one =
        QStringLiteral("-----BEGIN PGP SIGNED MESSAGE-----\n\nMy hedge.\n-----BEGIN PGP SIGNATURE-----\nx\n"
                       "-----END PGP SIGNATURE-----\n");
    const PgpText parts = withoutPgpBlocks(one.repeated(2));
    QCOMPARE(parts.text, QStringLiteral("My hedge.\nMy hedge.\n"));
    QCOMPARE(parts.signatures.count(QStringLiteral("BEGIN PGP SIGNATURE")), 2);
}

void TestPgpText::survivesDamage()
{
    const PgpText open = withoutPgpBlocks(QStringLiteral("before\n-----BEGIN PGP MESSAGE-----\n\nhQ"));
    QCOMPARE(open.text, QStringLiteral("before"));
    QVERIFY(open.isBrokenOff);
    const PgpText noSignature = withoutPgpBlocks(QStringLiteral("-----BEGIN PGP SIGNED MESSAGE-----\n\nMy hedge."));
    QCOMPARE(noSignature.text, QStringLiteral("My hedge."));
    QVERIFY(!noSignature.isBrokenOff);
    QCOMPARE(withoutPgpBlocks(QStringLiteral("-----END PGP MESSAGE-----")).text,
             QStringLiteral("-----END PGP MESSAGE-----"));
    QCOMPARE(withoutPgpBlocks(QStringLiteral("-----BEGIN PGP FOO-----")).text,
             QStringLiteral("-----BEGIN PGP FOO-----"));
    QCOMPARE(withoutPgpBlocks(QString()).text, QString());
}

void TestPgpText::leavesOrdinaryTextAlone()
{
    QVERIFY(!intake::hasPgpBlocks(QStringLiteral("I use PGP ----- do you?")));
    const QString text = QStringLiteral("one\n\n- two\n-----\n");
    QCOMPARE(withoutPgpBlocks(text).text, text);
}

QTEST_APPLESS_MAIN(TestPgpText)
#include "tst_pgp_text.moc"
