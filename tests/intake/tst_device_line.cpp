#include "intake/device_line.h"

#include <QString>
#include <QTest>

using intake::isDeviceLine;

class TestDeviceLine : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsDeviceLines_data();
    void knowsDeviceLines();
};

void TestDeviceLine::knowsDeviceLines_data()
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

void TestDeviceLine::knowsDeviceLines()
{
    QFETCH(QString, line);
    QFETCH(bool, isOne);
    QCOMPARE(isDeviceLine(line), isOne);
}

QTEST_APPLESS_MAIN(TestDeviceLine)
#include "tst_device_line.moc"
