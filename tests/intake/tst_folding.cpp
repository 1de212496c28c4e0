#include "intake/folding.h"

#include <QElapsedTimer>
#include <QTest>

using intake::Fold;
using intake::foldsOf;
using intake::withoutFolds;

namespace {

constexpr char attribution[] = "On Tue, Mar 4, 2025 at 10:15 AM Letters <letters@column.example> wrote:\n";
constexpr char outlook[] = "From: Letters <letters@column.example>\nSent: Tuesday, 4 March 2025 10:15\n"
                           "To: Wilma Tansley\nSubject: Your hedge\n\nDear Wilma,\nhow is it now?\n";

QString kindsOf(const QList<Fold> &folds)
{
    QString kinds;
    for (const Fold &fold : folds)
        kinds.append(QLatin1Char("QSFH"[int(fold.kind)]));
    return kinds;
}

// Whole lines, in order, without overlap.
bool areSound(const QString &text, const QList<Fold> &folds)
{
    qsizetype before = 0;
    for (const Fold &fold : folds) {
        const bool begins = fold.begin == 0 || text.at(fold.begin - 1) == QLatin1Char('\n');
        const bool ends = fold.end == text.size() || text.at(fold.end - 1) == QLatin1Char('\n');
        if (fold.begin < before || fold.end <= fold.begin || fold.end > text.size() || !begins || !ends)
            return false;
        before = fold.end;
    }
    return true;
}

QString text(const QByteArray &utf8)
{
    return QString::fromUtf8(utf8);
}

} // namespace

class TestFolding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void foldsQuotations_data();
    void foldsQuotations();
    void keepsOwnWords_data();
    void keepsOwnWords();
    void foldsHeads_data();
    void foldsHeads();
    void knowsTheSubject_data();
    void knowsTheSubject();
    void leavesOneBlankLine();
    void losesNoLineOfTheWriter();
    void takesLinearTime();
};

void TestFolding::foldsQuotations_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("kinds");

    const auto row = [](const char *tag, const QByteArray &letter, const char *own, const char *kinds) {
        QTest::newRow(tag) << text(letter) << QString::fromUtf8(own) << QString::fromLatin1(kinds);
    };
    const QByteArray at = attribution;
    row("answer above", "It grows.\n\n" + at + "> How is it?\n> Yours\n", "It grows.", "Q");
    row("answer above, blank line", "It grows.\n\n" + at + "\n\n> How is it?\n", "It grows.", "Q");
    row("answer below", at + "> How is it?\n\nIt grows.\n\nWilma\n", "It grows.\n\nWilma", "Q");
    row("answers between",
        "Dear Column,\n" + at + "> How is it?\nIt grows.\n> And he?\n\nHe snores.\n\n>> old\n> new\n\nWilma\n",
        "Dear Column,\n\nIt grows.\n\nHe snores.\n\nWilma", "QQQ");
    row("HTML of Gmail", "It grows.\n\n" + at + "\n> How is it?\n>\n> > And he?\n", "It grows.", "Q");
    row("wrapped", "It grows.\n\nOn Tue, Mar 4, 2025 at 10:15 AM Letters\n<letters@column.example>\nwrote:\n\n> How?\n",
        "It grows.", "Q");
    row("Outlook, with a marker", "It grows.\n\n-----Original Message-----\n" + QByteArray(outlook), "It grows.", "Q");
    row("Outlook, with a rule", "It grows.\n\n________________________________\n" + QByteArray(outlook), "It grows.",
        "Q");
    row("Outlook, bare", "It grows.\n\n" + QByteArray(outlook), "It grows.", "Q");
    row("Outlook, stars", "It grows.\n\n*From:* Letters\n*Sent:* then\n*To:* W\n*Subject:* s\n\nDear Wilma\n",
        "It grows.", "Q");
    row("Outlook, German", "Sie wächst.\n\nVon: Kolumne\nGesendet: Dienstag\nAn: Wilma\nBetreff: Hecke\n\nUnd nun?\n",
        "Sie wächst.", "Q");
    row("Outlook, French", "Elle pousse.\n\nDe : Courrier\nEnvoyé : mardi\nÀ : Wilma\nObjet : Haie\n\nEt alors?\n",
        "Elle pousse.", "Q");
    row("Yahoo, no marks", "It grows.\n\nOn Tuesday, March 4, 2025, 10:15 AM, L <l@c.example> wrote:\n\nHow is it?\n",
        "It grows.", "Q");
    row("Proton",
        "It grows.\n\n------- Original Message -------\nOn Tuesday, March 4th, 2025 at 10:15 AM, "
        "L <l@c.example> wrote:\n\n> How is it?\n",
        "It grows.", "Q");
    row("Yahoo, of old",
        "It grows.\n\n--- On Tue, 3/4/25, Letters <letters@column.example> wrote:\n\n" + QByteArray(outlook),
        "It grows.", "Q");
    row("GMX",
        "Sie wächst.\n\nGesendet: Dienstag, 04. März 2025 um 10:15 Uhr\nVon: Kolumne <k@c.example>\nAn: Wilma\n"
        "Betreff: Hecke\n\nUnd nun?\n",
        "Sie wächst.", "Q");
    row("Samsung",
        "It grows.\n\n-------- Original message --------\nFrom: L <l@c.example>\n"
        "Date: 04/03/2025  10:15  (GMT+00:00)\nTo: W\nSubject: Re: s\n\nHow?\n",
        "It grows.", "Q");
    row("BlackBerry", "It grows.\nSent from my BlackBerry\n\n-----Original Message-----\n" + QByteArray(outlook),
        "It grows.", "FQ");
    row("German", "Sie wächst.\n\nAm 04.03.2025 um 10:15 schrieb Kolumne:\n> Und nun?\n", "Sie wächst.", "Q");
    row("Finnish", "Kasvaa.\n\nti 4. maalisk. 2025 klo 10.15 Palsta (p@c.example) kirjoitti:\n> Entä nyt?\n", "Kasvaa.",
        "Q");
    row("earlier mail without a word above", "It grows.\n\n> How is it?\n>> It was small.\n\nWilma\n",
        "It grows.\n\nWilma", "Q");
    row("name above, at the end", "It grows.\n\nLetters Column wrote:\n> How is it?\n> Yours\n", "It grows.", "Q");
    row("name above, at the beginning", "Letters Column wrote:\n> How is it?\n> Yours\n\nIt grows.\n", "It grows.",
        "Q");
    row("day above", "It grows.\n\nOn Tue, 4 Mar 2025, Letters Column wrote:\n> How is it?\n", "It grows.", "Q");
    row("signature above the quotation", "It grows.\n\n-- \nWilma Tansley\nTruro\n\n" + at + "> How is it?\n",
        "It grows.", "SQ");
    row("footer below the quotation", "It grows.\n\n" + at + "> How is it?\n\nSent from my iPhone\n", "It grows.",
        "QF");
}

void TestFolding::foldsQuotations()
{
    QFETCH(QString, letter);
    QFETCH(QString, own);
    QFETCH(QString, kinds);
    for (const QString &subject : {QString(), QStringLiteral("Re: Your hedge")}) {
        const QList<Fold> folds = foldsOf(letter, subject);
        QCOMPARE(kindsOf(folds), kinds);
        QCOMPARE(withoutFolds(letter, folds), own);
        QVERIFY(areSound(letter, folds));
    }
    const QString unended = letter.chopped(1);
    QCOMPARE(withoutFolds(unended, foldsOf(unended)), own);
}

void TestFolding::keepsOwnWords_data()
{
    QTest::addColumn<QString>("letter");

    const auto row = [](const char *tag, const QByteArray &letter) {
        QTest::newRow(tag) << text(letter);
    };
    row("plain", "Dear Column,\n\nmy hedge grows.\n\nWilma\n");
    row("empty", "");
    row("quotation only", attribution + QByteArray("> How is it?\n"));
    row("signature only", "-- \nWilma\n");
    row("device only", "Sent from my iPhone\n");
    row("one quoted line", "He wrote me this:\n\n> I love you\n\nAnd then he left.\n");
    row("poem",
        "He wrote me a poem:\n> Roses are red,\n> violets are blue,\n> the hedge is high,\n> and so are you.\n\n"
        "What does he mean?\n");
    row("poem at the end", "What does he mean by this poem?\n\n> Roses are red,\n> violets are blue.\n");
    row("husband wrote",
        "I am sad.\n\nOn Tuesday at 10:15 my husband wrote:\n\n> I leave you.\n> Farewell.\n\nWhat now?\n");
    row("a name in a story", "My friend Gil Orme moved.\n\nGil Orme wrote:\n> Come.\n> Soon.\n\nShould I go?\n");
    row("mail in a story, introduced", "I got this from my boss:\n\n" + QByteArray(outlook) + "\nShould I answer?\n");
    row("mail in a story, with a pen name",
        "I got a mail.\n\n" + QByteArray(outlook) + "\nWhat now?\n\nTorn in Truro\n");
    row("marked mail in a story, with a pen name",
        "I got a mail.\n\n-----Original Message-----\n" + QByteArray(outlook) + "\nWhat now?\n\nTorn in Truro\n");
    row("unmarked mail in a story", "I got a mail.\n\nOn Tuesday, March 4, 2025, 10:15 AM, L <l@c.example> wrote:\n\n"
                                    "How is it?\n\nWhat now?\n\n— Torn in Truro\n");
    row("answer before marked quotation", "Dear Column,\n" + QByteArray(attribution) + "\nIt grows.\n\n> How is it?\n");
    row("notice in a story",
        "My boss says that his mail was confidential and intended only for him, and that I passed it on "
        "in error. Is that so?\n");
    row("wrote without mail", "On 4 March 2025 I wrote:\n\nDear Sir.\n\nHe did not answer.\n");
    row("pen name below dashes", "My hedge grows.\n\n--\nTorn in Truro\n");
    row("pen name below a mark", "My hedge grows.\n\n-- \nSleepless\n");
    row("pen name below a closing", "My hedge grows.\n\n-- \nYours,\nSleepless in Somerset\n");
    row("postscript below a mark", "My hedge grows.\n\n-- \nWilma\n\nP.S. He has an axe.\n");
    row("dashes as a division",
        "My hedge grows.\n\n--\n\n" +
            QByteArray("And there is more to say of it, which takes long lines to be said in full, as "
                       "you will see, for it is a long story of a hedge, an axe, and the man who has "
                       "it, and me.\n"));
    row("question below dashes", "My hedge grows.\n\n--\nWhat now?\n");
    row("sent from my desk", "My hedge grows.\n\nSent from my desk, which is much easier than my mobile phone.\n");
    row("sent from the heart", "My hedge grows.\n\nSent from my broken heart\n");
    row("sent from bed", "My hedge grows.\n\nSent from my phone while he sleeps beside me.\n");
    row("confidential", "My hedge grows.\n\nPlease keep this confidential. I sent you the first letter by mistake.\n");
    row("mailing list", "My hedge grows.\n\nI am on the mailing list of a man who will not let me unsubscribe.\n");
    row("a rule", "My hedge grows.\n\n----------\n\nAnd so does his.\n");
    row("a rule at the end", "My hedge grows.\n\n----------\n");
    row("greater than", "I am 40 and he is\n> 50, so what?\n\nWilma\n");
    row("virus", "My hedge grows.\n\nI have had a virus, and was checked for it.\n");
    row("on the other hand", "On your advice I wrote:\nNo.\n");
    row("Begin forwarded, in words", "Begin forwarded message: he says so to everything.\n\nWhy?\n");
}

void TestFolding::keepsOwnWords()
{
    QFETCH(QString, letter);
    QCOMPARE(kindsOf(foldsOf(letter)), QString());
    QCOMPARE(withoutFolds(letter, foldsOf(letter)), letter);
}

void TestFolding::foldsHeads_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<QString>("own");
    QTest::addColumn<QString>("kinds");

    const auto row = [](const char *tag, const QByteArray &letter, const char *subject, const char *own,
                        const char *kinds) {
        QTest::newRow(tag) << text(letter) << QString::fromLatin1(subject) << QString::fromUtf8(own)
                           << QString::fromLatin1(kinds);
    };
    const QByteArray gmail = "---------- Forwarded message ---------\nFrom: Gil <g@o.example>\nDate: 4 March 2025\n"
                             "Subject: Hedge\nTo: <w@t.example>\n\n\n";
    row("Gmail", gmail + "My hedge grows.\n", "", "My hedge grows.", "H");
    row("with words above", "For you.\n\n" + gmail + "My hedge grows.\n", "Fwd: Hedge", "For you.\n\nMy hedge grows.",
        "H");
    row("signature above", "For you.\n-- \nWilma Tansley\n\n" + gmail + "My hedge grows.\n", "",
        "For you.\n\nMy hedge grows.", "SH");
    row("device above", "For you.\n\nSent from my iPhone\n\n" + gmail + "My hedge grows.\n", "",
        "For you.\n\nMy hedge grows.", "FH");
    row("footer below", gmail + "My hedge grows.\n\nSent from my iPhone\n", "", "My hedge grows.", "HF");
    row("quotation below", gmail + "My hedge grows.\n\n" + attribution + "> How is it?\n", "", "My hedge grows.", "HQ");
    row("Apple, quoted",
        "Begin forwarded message:\n\n> From: Gil <g@o.example>\n> Date: 4 March 2025\n> Subject: Hedge\n>\n"
        "> My hedge grows.\n",
        "", "> My hedge grows.", "H");
    row("Outlook, passed on", "For you.\n\n-----Original Message-----\n" + QByteArray(outlook), "FW: Your hedge",
        "For you.\n\nDear Wilma,\nhow is it now?", "H");
    row("Outlook, alone", outlook, "", "Dear Wilma,\nhow is it now?", "H");
    row("twice", "For you.\n\n" + gmail + gmail + "My hedge grows.\n", "", "For you.\n\nMy hedge grows.", "H");
    row("banner", "CAUTION: This email originated from outside of the organization. Do not click.\n\nMy hedge grows.\n",
        "", "My hedge grows.", "F");
}

void TestFolding::foldsHeads()
{
    QFETCH(QString, letter);
    QFETCH(QString, subject);
    QFETCH(QString, own);
    QFETCH(QString, kinds);
    const QList<Fold> folds = foldsOf(letter, subject);
    QCOMPARE(kindsOf(folds), kinds);
    QCOMPARE(withoutFolds(letter, folds), own);
    QVERIFY(areSound(letter, folds));
}

void TestFolding::knowsTheSubject_data()
{
    QTest::addColumn<QString>("letter");
    QTest::addColumn<QString>("subject");
    QTest::addColumn<bool>("folds");

    const QString mail =
        QString(QStringLiteral("I got a mail.\n\n") + QLatin1String(outlook) + QStringLiteral("\nWhat now?\n"));
    QTest::newRow("mail, no subject") << mail << QString() << true;
    QTest::newRow("mail, an answer") << mail << QStringLiteral("Re: Your hedge") << true;
    QTest::newRow("mail, no answer") << mail << QStringLiteral("My boss") << false;
    const QString marked =
        QString(mail).replace(QStringLiteral("From:"), QStringLiteral("-----Original Message-----\nFrom:"));
    QTest::newRow("marked mail, no subject") << marked << QString() << true;
    QTest::newRow("marked mail, no answer") << marked << QStringLiteral("My boss") << false;
    const QString quoted = QStringLiteral("It grows.\n\n> How is it?\n> Yours\n");
    QTest::newRow("quotation, no subject") << quoted << QString() << false;
    QTest::newRow("quotation, an answer") << quoted << QStringLiteral("Re: Your hedge") << true;
    QTest::newRow("quotation, no answer") << quoted << QStringLiteral("A poem") << false;
    const QString penned =
        QString(QStringLiteral("It grows.\n\n") + QLatin1String(outlook) + QStringLiteral("\nTorn in Truro\n"));
    QTest::newRow("pen name, no subject") << penned << QString() << false;
    QTest::newRow("pen name, an answer") << penned << QStringLiteral("AW: Your hedge") << true;
}

void TestFolding::knowsTheSubject()
{
    QFETCH(QString, letter);
    QFETCH(QString, subject);
    QFETCH(bool, folds);
    QCOMPARE(!foldsOf(letter, subject).isEmpty(), folds);
}

void TestFolding::leavesOneBlankLine()
{
    const QString letter = text("one\n\n\n" + QByteArray(attribution) + "> quoted\n\n\n\ntwo\n\n\nthree\n\n");
    QCOMPARE(withoutFolds(letter, foldsOf(letter)), QStringLiteral("one\n\ntwo\n\n\nthree"));
    QCOMPARE(withoutFolds(letter, {}), letter);
    QCOMPARE(withoutFolds(QString(), {}), QString());
    const QList<Fold> all{{Fold::Kind::Quoted, 0, letter.size()}};
    QCOMPARE(withoutFolds(letter, all), QString());
}

// Letters put together at random: what the writer says is always there.
void TestFolding::losesNoLineOfTheWriter()
{
    const QByteArray answered = attribution + QByteArray("> quoted\n");
    const char *pieces[] = {answered.constData(),
                            "> quoted\n> lines\n",
                            ">> deeper\n",
                            "\n",
                            "> one line\n",
                            "\n\n\n",
                            "-- \n",
                            "----------\n",
                            "> From: x\n> Date: y\n> To: z\n> Subject: s\n",
                            "Wilma wrote:\n",
                            "* * *\n",
                            "> \n"};
    quint32 state = 1;
    const auto next = [&state](quint32 bound) {
        state = state * 1664525U + 1013904223U;
        return (state >> 16) % bound;
    };
    for (int round = 0; round < 3000; ++round) {
        QByteArray letter;
        QStringList own;
        for (quint32 i = next(12) + 2; i > 0; --i) {
            if (next(3) == 0) {
                own.append(QStringLiteral("What of thing %1?").arg(own.size()));
                letter.append(own.last().toUtf8() + "\n");
            } else {
                letter.append(pieces[next(std::size(pieces))]);
            }
        }
        const QString whole = text(letter);
        const QList<Fold> folds = foldsOf(whole);
        QVERIFY(areSound(whole, folds));
        const QString kept = withoutFolds(whole, folds);
        for (const QString &line : own)
            QVERIFY2(kept.contains(line), letter.replace("\n", "|").constData());
    }
}

void TestFolding::takesLinearTime()
{
    QElapsedTimer timer;
    timer.start();
    for (const QByteArray &piece :
         {QByteArray("> quoted\n"), QByteArray(">"), QByteArray("On 4 March 2025 10:15 wrote:\n"), QByteArray("-- \n"),
          QByteArray("From: a\nDate: b\nTo: c\n"), QByteArray("x:\nFrom: a\nDate: b\nTo: c\n"), QByteArray("From: a\n"),
          QByteArray("Sent from my iPhone\n"), QByteArray("________________\n"), QByteArray("\n"),
          QByteArray("a\n\n> b\n"), QByteArray("W T wrote:\n> b\n\na\n\n"),
          QByteArray("---------- Forwarded message ---------\n"),
          QByteArray("This is confidential for the intended recipient\n"),
          QByteArray("To unsubscribe http://x.example\n\n"), QByteArray(attribution), QByteArray("a "),
          QByteArray("> From: a\n> Date: b\n> To: c\n\n")}) {
        const QString letter = text(piece.repeated(40'000 / piece.size()));
        QVERIFY(areSound(letter, foldsOf(letter)));
        QVERIFY(areSound(letter, foldsOf(letter, QStringLiteral("Re: x"))));
        const QString mixed = QString(QStringLiteral("> first\n").repeated(2'000) + letter);
        QVERIFY(areSound(mixed, foldsOf(mixed)));
    }
    QVERIFY2(timer.elapsed() < 40'000, "this takes seconds if it is linear");
}

QTEST_APPLESS_MAIN(TestFolding)
#include "tst_folding.moc"
