#include "intake/footers.h"

#include <QString>
#include <QTest>

using intake::Footer;
using intake::footerIn;
using intake::isDeviceLine;

Q_DECLARE_METATYPE(intake::Footer)

class TestFooters : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsDeviceLines_data();
    void knowsDeviceLines();
    void knowsParagraphs_data();
    void knowsParagraphs();
    void knowsBanners();
};

void TestFooters::knowsDeviceLines_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<bool>("isOne");

    for (const char *line : {"Sent from my iPhone",
                             "Sent from my iPad.",
                             "sent from my iphone",
                             "*Sent from my iPhone*",
                             "<Sent from my iPhone>",
                             "Sent from my Verizon Wireless 4G LTE smartphone",
                             "Sent from my BlackBerry® wireless handheld",
                             "Sent from Yahoo Mail on Android",
                             "Sent from Outlook for Android",
                             "Get Outlook for Android",
                             "Get Outlook for iOS<https://aka.example/ol>",
                             "Sent with Proton Mail secure email.",
                             "Sent using Zoho Mail",
                             "Sent from my phone. Excuse brevity and typos.",
                             "Gesendet von Mail für Windows",
                             "Gesendet mit der GMX Mail App",
                             "Diese Nachricht wurde von meinem Android-Mobiltelefon mit K-9 Mail gesendet.",
                             "Von meinem Samsung Galaxy Smartphone gesendet.",
                             "Envoyé depuis mon téléphone Orange",
                             "Envoyé à partir de Outlook",
                             "Provenance : Courrier pour Windows",
                             "Télécharger Outlook pour iOS",
                             "Enviado desde mi móvil",
                             "Enviado desde Outlook",
                             "Inviato dal mio cellulare",
                             "Inviato da Outlook per Android",
                             "Scarica Outlook per iOS",
                             "Verzonden vanaf mijn iPad",
                             "Enviado a partir do meu iPhone",
                             "Enviado do meu celular",
                             "Skickat från Outlook",
                             "Skickat från min Samsung Galaxy",
                             "Sendt fra min Samsung Mobil-telefon",
                             "Sendt fra Outlook",
                             "Wysłano z telefonu Samsung",
                             "Wysłane z iPhone’a",
                             "Lähetetty iPadista",
                             "Lähetetty puhelimesta"})
        QTest::newRow(line) << QString::fromUtf8(line) << true;
    for (const char *line :
         {"", "Sent from my desk", "Sent from my heart", "Sent from Siberia in 1944", "I sent it from my iPhone",
          "Sent from my desk, not from my phone", "Sent from my phone while he sleeps beside me", "Sent from my phone?",
          "Sent by my phone-obsessed husband", "Was it sent from my iPhone?", "Sent from a magnificent torch of pixels",
          "Get out", "Gesendet von meinem Mann", "Enviado por mi madre", "From my iPhone to yours",
          "Sent from my iPhone, which he then threw into the sea"})
        QTest::newRow(line) << QString::fromUtf8(line) << false;
    QTest::newRow("long") << QString(QStringLiteral("Sent from my iPhone ").repeated(50)) << false;
}

void TestFooters::knowsDeviceLines()
{
    QFETCH(QString, line);
    QFETCH(bool, isOne);
    QCOMPARE(isDeviceLine(line), isOne);
}

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
