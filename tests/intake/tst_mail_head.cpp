#include "intake/mail_head.h"

#include <QTest>

using intake::linesOf;
using intake::MailHead;
using intake::mailHeadAt;
using intake::Marker;
using intake::markerIn;

Q_DECLARE_METATYPE(intake::Marker)

class TestMailHead : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsMarkers_data();
    void knowsMarkers();
    void readsFields_data();
    void readsFields();
    void readsWriters_data();
    void readsWriters();
    void endsWhereTheMessageBegins();
    void passesOverOtherLines_data();
    void passesOverOtherLines();
    void knowsSubjects();
};

void TestMailHead::knowsMarkers_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<Marker>("marker");

    const auto row = [](const char *line, Marker marker) {
        QTest::newRow(line) << QString::fromUtf8(line) << marker;
    };
    for (const char *line :
         {"---------- Forwarded message ---------",
          "---------- Forwarded message ----------",
          "-------- Forwarded Message --------",
          "----- Forwarded Message -----",
          "Begin forwarded message:",
          "---------------------- Forwarded by Wilma Tansley on 04.03.2025 10:15 ---------------------------",
          "-------- Weitergeleitete Nachricht --------",
          "Anfang der weitergeleiteten Nachricht:",
          "---------- Message transféré ---------",
          "Début du message réexpédié :",
          "-------- Mensaje reenviado --------",
          "Inicio del mensaje reenviado:",
          "-------- Messaggio Inoltrato --------",
          "Inizio messaggio inoltrato:",
          "-------- Doorgestuurd bericht --------",
          "Begin doorgestuurd bericht:",
          "-------- Mensagem encaminhada --------",
          "Início da mensagem reencaminhada:",
          "-------- Vidarebefordrat meddelande --------",
          "-------- Videresendt besked --------",
          "-------- Videresendt melding --------",
          "-------- Przekazana wiadomość --------",
          "-------- Välitetty viesti --------"})
        row(line, Marker::Forwarded);
    for (const char *line :
         {"-----Original Message-----", "-------- Original Message --------", "------- Original Message -------",
          "\u2010\u2010\u2010\u2010\u2010\u2010\u2010 Original Message \u2010\u2010\u2010\u2010\u2010\u2010\u2010",
          "-----Ursprüngliche Nachricht-----", "-----Message d'origine-----", "-----Mensaje original-----",
          "-----Messaggio originale-----", "-----Oorspronkelijk bericht-----", "-----Mensagem original-----",
          "-----Ursprungligt meddelande-----", "-----Oprindelig meddelelse-----", "-----Opprinnelig melding-----",
          "-----Wiadomość oryginalna-----", "-----Alkuperäinen viesti-----"})
        row(line, Marker::Original);
    for (const char *line : {"Original Message", "- Original Message -", "-----", "----- Our garden -----", "", ":",
                             "The original message is lost:", "-- Forwarded"})
        row(line, Marker::None);
}

void TestMailHead::knowsMarkers()
{
    QFETCH(QString, line);
    QFETCH(Marker, marker);
    QCOMPARE(markerIn(line), marker);
}

void TestMailHead::readsFields_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("subject");

    const auto row = [](const char *tag, const char *text, const char *subject = "The hedge") {
        QTest::newRow(tag) << QString::fromUtf8(text) << QString::fromUtf8(subject);
    };
    row("Outlook", "From: Wilma Tansley <w@t.example>\nSent: 4 March 2025 10:15\nTo: Letters\nSubject: The hedge");
    row("stars", "*From:* Wilma Tansley <w@t.example>\n*Sent:* 4 March 2025 10:15\n*To:* L\n*Subject:* The hedge");
    row("Gmail", "---------- Forwarded message ---------\nFrom: Wilma Tansley <w@t.example>\n"
                 "Date: 4 March 2025 10:15\nSubject: The hedge\nTo: <letters@column.example>");
    row("Apple", "Begin forwarded message:\n\n> From: Wilma Tansley <w@t.example>\n> Subject: The hedge\n"
                 "> Date: 4 March 2025 10:15\n> To: letters@column.example");
    row("Thunderbird", "-------- Forwarded Message --------\nSubject: \tThe hedge\nDate: \t4 March 2025 10:15\n"
                       "From: \tWilma Tansley <w@t.example>\nTo: \tletters@column.example");
    row("German", "-----Ursprüngliche Nachricht-----\nVon: Wilma Tansley <w@t.example>\n"
                  "Gesendet: 4 March 2025 10:15\nAn: L\nBetreff: The hedge");
    row("French", "De : Wilma Tansley <w@t.example>\nEnvoyé : 4 March 2025 10:15\nÀ : L\nObjet : The hedge");
    row("Spanish", "De: Wilma Tansley <w@t.example>\nEnviado el: 4 March 2025 10:15\nPara: L\nAsunto: The hedge");
    row("Italian", "Da: Wilma Tansley <w@t.example>\nInviato: 4 March 2025 10:15\nA: L\nOggetto: The hedge");
    row("Dutch", "Van: Wilma Tansley <w@t.example>\nVerzonden: 4 March 2025 10:15\nAan: L\nOnderwerp: The hedge");
    row("Portuguese", "De: Wilma Tansley <w@t.example>\nEnviada em: 4 March 2025 10:15\nPara: L\nAssunto: The hedge");
    row("Swedish", "Från: Wilma Tansley <w@t.example>\nSkickat: 4 March 2025 10:15\nTill: L\nÄmne: The hedge");
    row("Danish", "Fra: Wilma Tansley <w@t.example>\nSendt: 4 March 2025 10:15\nTil: L\nEmne: The hedge");
    row("Norwegian", "Fra: Wilma Tansley <w@t.example>\nDato: 4 March 2025 10:15\nTil: L\nEmne: The hedge");
    row("Polish", "Od: Wilma Tansley <w@t.example>\nWysłano: 4 March 2025 10:15\nDo: L\nTemat: The hedge");
    row("Finnish", "Lähettäjä: Wilma Tansley <w@t.example>\nLähetetty: 4 March 2025 10:15\nVastaanottaja: L\n"
                   "Aihe: The hedge");
    row("day first", "Sent: 4 March 2025 10:15\nFrom: Wilma Tansley <w@t.example>\nTo: L\nSubject: The hedge");
    row("blank lines between", "From: Wilma Tansley <w@t.example>\n\nSent: 4 March 2025 10:15\n\nSubject: The hedge");
    row("wrapped addresses", "From: Wilma Tansley <w@t.example>\nSent: 4 March 2025 10:15\nTo: Letters <l@c.example>,\n"
                             " Gil <g@o.example>;\n Bo <b@o.example>\nSubject: The hedge");
    row("wrapped subject", "From: Wilma Tansley <w@t.example>\nSubject: The\nhedge\nDate: 4 March 2025 10:15");
    row("no subject", "From: Wilma Tansley <w@t.example>\nSent: 4 March 2025 10:15\nTo: Letters", "");
}

void TestMailHead::readsFields()
{
    QFETCH(QString, text);
    QFETCH(QString, subject);
    const QString whole = QString(text + QStringLiteral("\n\nMy hedge grows.\n"));
    const auto lines = linesOf(whole);
    const auto head = mailHeadAt(lines, 0);
    QVERIFY(head);
    QCOMPARE(head->subject, subject);
    QCOMPARE(head->date, QStringLiteral("4 March 2025 10:15"));
    QCOMPARE(head->writer().name, QStringLiteral("Wilma Tansley"));
    QCOMPARE(head->writer().address, QStringLiteral("w@t.example"));
    QCOMPARE(head->first, qsizetype(0));
    QCOMPARE(head->behind, lines.size() - 2);
}

void TestMailHead::readsWriters_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("address");

    const auto row = [](const char *from, const char *name, const char *address) {
        QTest::newRow(from) << QString::fromUtf8(from) << QString::fromUtf8(name) << QString::fromUtf8(address);
    };
    row("Wilma Tansley <w@t.example>", "Wilma Tansley", "w@t.example");
    row("Wilma Tansley [mailto:w@t.example]", "Wilma Tansley", "w@t.example");
    row("Wilma Tansley <mailto:w@t.example>", "Wilma Tansley", "w@t.example");
    row("Wilma Tansley <w@t.example <mailto:w@t.example>>", "Wilma Tansley", "w@t.example");
    row("'Wilma Tansley' <w@t.example>", "Wilma Tansley", "w@t.example");
    row("\"Tansley, Wilma\" <w@t.example>", "Tansley, Wilma", "w@t.example");
    row("w@t.example <w@t.example>", "", "w@t.example");
    row("w@t.example", "", "w@t.example");
    row("Wilma Tansley", "Wilma Tansley", "");
    row("Jörn Weiß <j@w.example>", "Jörn Weiß", "j@w.example");
    row("", "", "");
}

void TestMailHead::readsWriters()
{
    QFETCH(QString, from);
    QFETCH(QString, name);
    QFETCH(QString, address);
    MailHead head;
    head.from = from;
    QCOMPARE(head.writer().name, name);
    QCOMPARE(head.writer().address, address);
}

void TestMailHead::endsWhereTheMessageBegins()
{
    const QString text = QStringLiteral("-----Original Message-----\nFrom: W\nSent: then\nTo: L\nSubject: The hedge\n"
                                        "Dear Column,\nNote: it grows.\n");
    const auto lines = linesOf(text);
    QCOMPARE(mailHeadAt(lines, 0)->behind, qsizetype(5));
    const QString marker = QStringLiteral("-----Original Message-----\nDear Column,\n");
    QCOMPARE(mailHeadAt(linesOf(marker), 0)->behind, qsizetype(1));
    const QString last = QStringLiteral("Begin forwarded message:\n\n> From: W\n> Date: then");
    QCOMPARE(mailHeadAt(linesOf(last), 0)->behind, qsizetype(4));
}

void TestMailHead::passesOverOtherLines_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text :
         {"From: my heart\nTo: yours\n", "From: W\nTo: L\nSubject: s\n", "Dear Column,\n", "From: W",
          "From:\n\n\nDate: d\nSubject: s\n", "Original message:\n\nI love you.\n", "Subject: s\nDate: d\nFrom: W\n",
          "Date: d\nFrom: W\nTo: L\n", "\n", "De: x\nA: y\nB: z\n"})
        QTest::newRow(text) << QString::fromUtf8(text);
}

void TestMailHead::passesOverOtherLines()
{
    QFETCH(QString, text);
    QVERIFY(!mailHeadAt(linesOf(text), 0));
}

void TestMailHead::knowsSubjects()
{
    for (const char *subject : {"Fwd: The hedge", "FW: The hedge", "fwd:The hedge", "WG: x", "TR : x", "RV: x", "I: x",
                                "[column] Fwd: x", "Fwd[2]: x", "Fwd: Re: x", "VB: x", "PD: x", "Doorst: x"})
        QVERIFY2(intake::isForwardSubject(QString::fromUtf8(subject)), subject);
    for (const char *subject : {"Re: Fwd: x", "The hedge", "", ":", "Forwardness: x", "VS: x", "Iris: x"})
        QVERIFY2(!intake::isForwardSubject(QString::fromUtf8(subject)), subject);
    QVERIFY(intake::isForwardSubject(u"VS: x", u"Fra"));
    for (const char *subject :
         {"Re: x", "RE[2]: x", "AW: x", "Antw: x", "SV: x", "Odp: x", "VS: x", "Re2: x", "[c] Re: x"})
        QVERIFY2(intake::isReplySubject(QString::fromUtf8(subject)), subject);
    for (const char *subject : {"Fwd: Re: x", "Regarding: x", "x", "Read: this"})
        QVERIFY2(!intake::isReplySubject(QString::fromUtf8(subject)), subject);
}

QTEST_APPLESS_MAIN(TestMailHead)
#include "tst_mail_head.moc"
