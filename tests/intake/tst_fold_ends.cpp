// What stands below a letter and is not its writer's.
#include "intake/folding.h"

#include <QTest>

using intake::Fold;
using intake::foldsOf;
using intake::withoutFolds;

namespace {

QString kindsOf(const QList<Fold> &folds)
{
    QString kinds;
    for (const Fold &fold : folds)
        kinds.append(QLatin1Char("QSFH"[int(fold.kind)]));
    return kinds;
}

} // namespace

class TestFoldEnds : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsEnds_data();
    void foldsEnds();
};

void TestFoldEnds::foldsEnds_data()
{
    QTest::addColumn<QString>("end");
    QTest::addColumn<QString>("kinds");

    const auto row = [](const char *tag, const char *end, const char *kinds) {
        QTest::newRow(tag) << QString::fromUtf8(end) << QString::fromLatin1(kinds);
    };
    row("signature", "\n-- \nWilma Tansley\nHead of Hedges\n01234 567890\n", "S");
    row("signature, trimmed mark", "\n--\nWilma Tansley\n", "S");
    row("signature with a blank line", "\n-- \n\n*Wilma Tansley | Hedges*\n", "S");
    row("iPhone", "\nSent from my iPhone\n", "F");
    row("iPhone, no blank line", "Sent from my iPhone\n", "F");
    row("iPhone, excused", "\nSent from my iPhone, please excuse typos.\n", "F");
    row("Galaxy", "\nSent via the Samsung Galaxy S7 edge, an AT&T 4G LTE smartphone\n", "F");
    row("Outlook", "\nGet Outlook for iOS <https://aka.example/x>\n", "F");
    row("Windows", "\nSent from Mail for Windows\n", "F");
    row("Proton", "\nSent with Proton Mail secure email.\n", "F");
    row("German", "\nVon meinem iPhone gesendet\n", "F");
    row("French", "\nEnvoyé de mon iPhone\n", "F");
    row("Spanish", "\nEnviado desde mi iPhone\n", "F");
    row("Italian", "\nInviato da iPhone\n", "F");
    row("Dutch", "\nVerstuurd vanaf mijn iPhone\n", "F");
    row("Portuguese", "\nEnviado do meu iPhone\n", "F");
    row("Swedish", "\nSkickat från min iPhone\n", "F");
    row("Danish", "\nSendt fra min iPhone\n", "F");
    row("Polish", "\nWysłane z iPhone'a\n", "F");
    row("Finnish", "\nLähetetty iPhonesta\n", "F");
    row("notice",
        "\nThis e-mail is confidential and intended solely for the addressee. If you have received it in error,\n"
        "notify the sender and delete it.\n",
        "F");
    row("notice with a title",
        "\nCONFIDENTIALITY NOTICE: The contents are privileged and for the intended recipient.\n", "F");
    row("notice below a rule",
        "\n________________________________\nThis message is confidential. If you are not the\n"
        "intended recipient, destroy it.\n",
        "F");
    row("notice, no blank line",
        "This e-mail and any files are confidential and intended solely for the use of whom they "
        "are addressed to.\n",
        "F");
    row("notice, German",
        "\nDiese E-Mail enthält vertrauliche Informationen. Wenn Sie nicht der richtige Adressat sind,\n"
        "vernichten Sie sie.\n",
        "F");
    row("notice, French",
        "\nCe message est confidentiel et destiné aux seuls destinataires. En cas de réception par "
        "erreur, détruisez-le.\n",
        "F");
    row("virus scanner", "\nThis email has been checked for viruses by Sniffer.\nhttps://www.sniffer.example\n", "F");
    row("virus-free", "\nVirus-free. www.sniffer.example\n", "F");
    row("trees", "\nThink of the trees before printing this mail.\n", "F");
    row("mailing list",
        "\n_______________________________________________\nHedges mailing list\nhedges@lists.example\n"
        "https://lists.example/mailman/listinfo/hedges\n",
        "F");
    row("group",
        "\n-- \nYou received this message because you are subscribed to the group Hedges.\n"
        "To unsubscribe, write to hedges+unsubscribe@groups.example.\n",
        "F");
    row("group, below a rule", "\n----------------------------\n\nTo unsubscribe: http://lists.example/x\n", "F");
    row("several",
        "\n-- \nWilma Tansley\n\nSent from my iPhone\n\nThis e-mail is confidential and for the intended "
        "recipient.\n\n___________________\nHedges mailing list\nhttp://lists.example\n",
        "SF");
}

void TestFoldEnds::foldsEnds()
{
    QFETCH(QString, end);
    QFETCH(QString, kinds);
    const QString own =
        QStringLiteral("Dear Column,\n\nmy hedge grows, and he says that it is mine to cut, which it is\n"
                       "not, as we have all agreed.\nWhat now?\n");
    const QString letter = QString(own + end);
    const QList<Fold> folds = foldsOf(letter);
    if (kinds == QLatin1String("SF"))
        QVERIFY(kindsOf(folds).startsWith(kinds));
    else if (!kindsOf(folds).startsWith(QLatin1Char('S')))
        QCOMPARE(kindsOf(folds), kinds);
    QCOMPARE(withoutFolds(letter, folds), own.trimmed());
}

QTEST_APPLESS_MAIN(TestFoldEnds)
#include "tst_fold_ends.moc"
