#include "intake/footers.h"

#include <QString>
#include <QTest>

using intake::Footer;
using intake::footerIn;

Q_DECLARE_METATYPE(intake::Footer)

class TestFooters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsParagraphs_data();
    void knowsParagraphs();
    void knowsBanners();
};

void TestFooters::knowsParagraphs_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Footer>("footer");

    const auto row = [](const char *text, Footer footer) {
        QTest::newRow(text) << QString::fromUtf8(text) << footer;
    };
    row("This message is for the intended recipient only and may be privileged.", Footer::Notice);
    row("Ce courriel est confidentiel. Si vous n'êtes pas le destinataire, détruisez-le.", Footer::Notice);
    row("Este mensaje es confidencial y para su destinatario.", Footer::Notice);
    row("Questo messaggio è riservato al destinatario.", Footer::Notice);
    row("Dit bericht is vertrouwelijk en alleen voor de geadresseerde.", Footer::Notice);
    row("Esta mensagem é confidencial e para o seu destinatário.", Footer::Notice);
    row("Detta meddelande är för mottagaren. Har du fått det av misstag, radera det.", Footer::Notice);
    row("Denne mail er fortrolig og kun til modtageren.", Footer::Notice);
    row("Ta wiadomość jest poufna, przeznaczona wyłącznie dla adresata.", Footer::Notice);
    row("Tämä viesti on luottamuksellinen ja vain vastaanottajalle.", Footer::Notice);
    row("No virus found in this message.", Footer::Notice);
    row("To unsubscribe, see https://lists.example/x", Footer::List);
    row("To unsubscribe, ask somebody.", Footer::None);
    row("It is confidential.", Footer::None);
    row("", Footer::None);
    row("The", Footer::None);
}

void TestFooters::knowsParagraphs()
{
    QFETCH(QString, text);
    QFETCH(Footer, footer);
    QCOMPARE(footerIn(text), footer);
    QVERIFY(footer == Footer::None || intake::beginsFooter(text));
}

void TestFooters::knowsBanners()
{
    QVERIFY(intake::isBanner(u"CAUTION: This email originated from outside the organisation."));
    QVERIFY(intake::isBanner(u"[EXTERNAL] Do not click."));
    QVERIFY(!intake::isBanner(u"My hedge is seen from outside the house."));
    QVERIFY(!intake::isBanner(u""));
}

QTEST_APPLESS_MAIN(TestFooters)
#include "tst_footers.moc"
