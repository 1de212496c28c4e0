#include "command_line.h"
#include "telling_files.h"

#include <QTest>

namespace {

const QString deskFile = QStringLiteral("canary.postbag");

QStringList withDesk(const char *command, const QStringList &words = {})
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

// Who wrote: words that stand nowhere else. In lower case.
const QByteArrayList ofHeaders{"zebedee",     "quackenthorpe", "zq-7731",       "postillon.example", "reply-9914",
                               "kite-mailer", "203.0.113.77",  "msgid-55210-x", "ottoline"};
// What the second letter tells of its writer in its text, until somebody edits it. In lower case.
const QByteArrayList ofText{"bartholomea", "snodgrassett", "7946 0991", "79460991", "b.snod@", "wickerwork lane"};

const QByteArray sealed = "Return-Path: <zq-7731@postillon.example>\r\n"
                          "Received: from kite (kite.postillon.example [203.0.113.77])\r\n"
                          "From: \"Zebedee Quackenthorpe\" <zq-7731@postillon.example>\r\n"
                          "Sender: Ottoline <ottoline@postillon.example>\r\n"
                          "Reply-To: reply-9914@postillon.example\r\n"
                          "To: column@column.example\r\n"
                          "X-Mailer: Kite-Mailer\r\n"
                          "Message-ID: <msgid-55210-x@postillon.example>\r\n"
                          "Subject: The choir\r\n"
                          "Date: Mon, 2 Feb 2026 18:30:00 +0000\r\n\r\n"
                          "The choir sings without me now, and I hear it through the wall.\r\n\r\n"
                          "What do I do on Thursdays?\r\n";

const QByteArray told =
    "From: \"Bartholomea Snodgrassett\" <b.snod@post.example>\r\n"
    "To: column@column.example\r\n"
    "Subject: The cake\r\n"
    "Date: Tue, 3 Mar 2026 09:15:00 +0000\r\n\r\n"
    "Everybody else at work got cake. I have been here nine years and bake well. Last week they sang\r\n"
    "for the new man, who had been here nine days, and nobody so much as looked at the calendar.\r\n\r\n"
    "Call me on +44 20 7946 0991, or come to 3 Wickerwork Lane.\r\n\r\n"
    "Bartholomea Snodgrassett\r\nb.snod@post.example\r\n";

// Which of the words stand in the bytes.
QByteArrayList found(const QByteArrayList &words, const QByteArray &bytes)
{
    const QByteArray small = bytes.toLower();
    QByteArrayList those;
    for (const QByteArray &word : words) {
        if (small.contains(word))
            those.append(word);
    }
    return those;
}

} // namespace

// What must never come out: names, addresses and numbers of those who wrote in, through import, editing and export.
class TestCanary : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void commandsNeverTellWhoWrote();
    void messagesNeverTellWhoWrote();
    void revealAloneTells();
    void siteTellsNothing();
    void renderTellsNothing();
    void namesInAnswersAreBlocked_data();
    void namesInAnswersAreBlocked();
    void theNameInTheLetterIsBlocked();
    void attachedPicturesTellNothing();
    void whatCannotBeCleanedIsBlocked();

private:
    QByteArray site(const char *folder = "site");
    // Brings in a letter with this file; gives the Markdown address of the file.
    QByteArray bringIn(const QByteArray &subject, const QByteArray &name, const QByteArray &type,
                       const QByteArray &content);

    CommandLine m_line;
};

void TestCanary::initTestCase()
{
    QCOMPARE(m_line.call(withDesk("new", words("--language en-GB"))).status, 0);
    m_line.write(QStringLiteral("choir.eml"), sealed);
    m_line.write(QStringLiteral("cake.eml"), told);
    m_line.write(QStringLiteral("answer.md"), "Bring your own.\n\nThen see who sings.\n");
    QCOMPARE(m_line.call(withDesk("import", words("choir.eml cake.eml --progress"))).status, 0);
    QCOMPARE(m_line.callJson(withDesk("import", words("choir.eml"))).status, 0);
}

void TestCanary::commandsNeverTellWhoWrote()
{
    m_line.forgetSaid();
    for (const char *line : {"letters", "letters --search choir", "letter 1", "edit 1 --signature Alto --tag choirs",
                             "answer 1 --title Thursdays --text answer.md --publish-on 2026-03-01 --stage approved",
                             "articles", "article thursdays", "tags", "check thursdays", "render thursdays", "get",
                             "export site --progress", "export site --dry-run", "backup copy.postbag", "verify"}) {
        QStringList all = words(line);
        all.insert(1, deskFile);
        QCOMPARE(m_line.call(all).status, 0);
        QVERIFY2(found(ofHeaders, m_line.everythingSaid()).isEmpty(), line);
        if (all.first() == QLatin1String("backup"))
            continue;
        QCOMPARE(m_line.callJson(all).status, 0);
        QVERIFY2(found(ofHeaders, m_line.everythingSaid()).isEmpty(), line);
    }
}

void TestCanary::messagesNeverTellWhoWrote()
{
    m_line.forgetSaid();
    m_line.write(QStringLiteral("broken.eml"),
                 sealed.left(sealed.indexOf("Subject")) + "Content-Type: multipart/mixed\r\n\r\n");
    m_line.write(QStringLiteral("zeros.eml"), QByteArray(4096, '\0') + sealed);
    m_line.call(withDesk("import", words("broken.eml zeros.eml --dry-run --progress")));
    m_line.callJson(withDesk("import", words("broken.eml zeros.eml --as mailbox --dry-run")));
    m_line.callJson(withDesk("letters", words("--search quackenthorpe")));
    m_line.callJson(withDesk("letters", words("--search postillon")));
    QVERIFY(found(ofHeaders, m_line.everythingSaid()).isEmpty());
    QCOMPARE(m_line.callJson(withDesk("letters", words("--search quackenthorpe"))).json.value(u"total").toInt(), 0);
}

void TestCanary::revealAloneTells()
{
    const Called revealed = m_line.callJson(withDesk("letter", words("1 --reveal")));
    QCOMPARE(revealed.status, 0);
    QCOMPARE(found(ofHeaders, revealed.out), ofHeaders);
    QVERIFY(found(ofHeaders, revealed.err).isEmpty());
    QCOMPARE(found({"zebedee", "zq-7731"}, m_line.call(withDesk("letter", words("1 --reveal"))).out).size(), 2);
}

QByteArray TestCanary::site(const char *folder)
{
    QByteArray all;
    for (const QString &file : m_line.filesBelow(QLatin1String(folder)))
        all += file.toUtf8() + '\n' + m_line.read(QLatin1String(folder) + QLatin1Char('/') + file) + '\n';
    return all;
}

QByteArray TestCanary::bringIn(const QByteArray &subject, const QByteArray &name, const QByteArray &type,
                               const QByteArray &content)
{
    m_line.write(QStringLiteral("attached.eml"),
                 "From: \"Zebedee Quackenthorpe\" <zq-7731@postillon.example>\r\nSubject: " + subject +
                     "\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\n\r\n"
                     "What about it?\r\n--b\r\nContent-Type: " +
                     type + "\r\nContent-Disposition: attachment; filename=\"" + name +
                     "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + content.toBase64() + "\r\n--b--\r\n");
    if (m_line.call(withDesk("import", words("attached.eml"))).status != 0)
        return {};
    const QJsonArray letters =
        m_line.callJson(withDesk("letters", {QStringLiteral("--search"), QString::fromLatin1(subject)}))
            .json.value(u"letters")
            .toArray();
    const int number = letters.at(0).toObject().value(u"number").toInt();
    const QJsonArray files =
        m_line.callJson(withDesk("letter", {QString::number(number)})).json.value(u"attachments").toArray();
    return "attachment:" + files.at(0).toObject().value(u"id").toString().toLatin1();
}

void TestCanary::siteTellsNothing()
{
    QCOMPARE(
        m_line.call(withDesk("edit", words("2 --signature Uncaked --text -")), "Everybody else at work got cake.\n")
            .status,
        0);
    m_line.forgetSaid();
    QCOMPARE(
        m_line
            .call(withDesk("answer", words("2 --title Cake --text answer.md --publish-on 2026-03-02 --stage approved")))
            .status,
        0);
    QCOMPARE(m_line.call(withDesk("export", words("site"))).status, 0);
    const QByteArray written = site();
    QVERIFY(written.contains("Everybody else at work got cake."));
    QVERIFY(written.contains("Uncaked"));
    QCOMPARE(found(ofHeaders + ofText, written), QByteArrayList());
    QCOMPARE(found(ofHeaders + ofText, m_line.everythingSaid()), QByteArrayList());
}

void TestCanary::renderTellsNothing()
{
    const Called page = m_line.call(withDesk("render", words("cake")));
    QCOMPARE(page.status, 0);
    QCOMPARE(found(ofHeaders + ofText, page.out), QByteArrayList());
}

void TestCanary::namesInAnswersAreBlocked_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::newRow("the whole name") << QByteArray("Dear Bartholomea Snodgrassett, bring your own.\n");
    QTest::newRow("the family name") << QByteArray("Well, Ms. SNODGRASSETT, bring your own.\n");
    QTest::newRow("the address") << QByteArray("Write from b.snod@post.example once more.\n");
    QTest::newRow("the name in Markdown") << QByteArray("Bring **Snodgrassett's** own.\n");
}

void TestCanary::namesInAnswersAreBlocked()
{
    QFETCH(QByteArray, answer);
    QCOMPARE(m_line.call(withDesk("answer", words("2 --text -")), answer).status, 0);
    QCOMPARE(m_line.call(withDesk("check", words("cake"))).status, 3);

    const Called exported = m_line.callJson(withDesk("export", words("other-site")));
    QCOMPARE(exported.status, 3);
    const QJsonArray blocked = exported.json.value(u"blocked").toArray();
    QVERIFY(!blocked.isEmpty());
    QCOMPARE(blocked.at(0).toObject().value(u"check").toString(), QStringLiteral("identity"));
    QCOMPARE(blocked.at(0).toObject().value(u"severity").toString(), QStringLiteral("blocker"));
    QVERIFY(found(ofText, exported.err).isEmpty());
    const QStringList files = m_line.filesBelow(QStringLiteral("other-site"));
    QVERIFY(files.contains(QStringLiteral("letters/thursdays.html")));
    QVERIFY(!files.contains(QStringLiteral("letters/cake.html")));
    for (const QString &file : files)
        QVERIFY2(found(ofText, m_line.read(QLatin1String("other-site/") + file)).isEmpty(), qPrintable(file));
}

void TestCanary::theNameInTheLetterIsBlocked()
{
    QCOMPARE(m_line.call(withDesk("answer", words("2 --text answer.md"))).status, 0);
    QCOMPARE(m_line.call(withDesk("export", words("third-site"))).status, 0);
    QCOMPARE(m_line.call(withDesk("edit", words("2 --signature Snodgrassett"))).status, 0);
    const Called exported = m_line.callJson(withDesk("export", words("third-site")));
    QCOMPARE(exported.status, 3);
    QVERIFY(exported.json.value(u"removed").toArray().contains(QStringLiteral("letters/cake.html")));
    QVERIFY(!m_line.filesBelow(QStringLiteral("third-site")).contains(QStringLiteral("letters/cake.html")));
}

void TestCanary::attachedPicturesTellNothing()
{
    const QByteArray address =
        bringIn("Hedgerow", "quackenthorpe-garden.jpg", "image/jpeg", telling::jpeg(6, {64, 48}));
    QVERIFY(address.size() > 20);
    m_line.forgetSaid();
    QCOMPARE(m_line.call(withDesk("edit", words("3 --signature Hedged"))).status, 0);
    QCOMPARE(
        m_line
            .call(withDesk("answer", words("3 --title Hedgerow --text - --publish-on 2026-03-03 --stage approved")),
                  "Cut it.\n\n![A hedge](" + address + ")\n")
            .status,
        0);
    m_line.call(withDesk("export", words("picture-site")));
    const QByteArray written = site("picture-site");
    QVERIFY(written.contains("width=\"48\" height=\"64\" alt=\"A hedge\""));
    QCOMPARE(m_line.filesBelow(QStringLiteral("picture-site")).filter(QStringLiteral("assets/letters/")).size(), 1);
    QVERIFY(!written.contains(telling::canary));
    QCOMPARE(found(ofHeaders, written), QByteArrayList());
    QVERIFY(!written.contains(address));
    const Called page = m_line.call(withDesk("render", words("hedgerow")));
    QCOMPARE(page.status, 0);
    QVERIFY(page.out.contains("assets/letters/") && found(ofHeaders, page.out).isEmpty());
    QVERIFY(!m_line.everythingSaid().contains(telling::canary));
}

void TestCanary::whatCannotBeCleanedIsBlocked()
{
    const QByteArray address = bringIn("Allotment", "plan.docx", "application/msword", "PK\3\4" + telling::canary);
    QCOMPARE(m_line.call(withDesk("edit", words("4 --signature Plotted"))).status, 0);
    QCOMPARE(
        m_line
            .call(withDesk("answer", words("4 --title Allotment --text - --publish-on 2026-03-04 --stage approved")),
                  "See [the plan](" + address + ").\n")
            .status,
        0);
    const Called exported = m_line.callJson(withDesk("export", words("plan-site")));
    QCOMPARE(exported.status, 3);
    bool isTold = false;
    for (const QJsonValue &finding : exported.json.value(u"blocked").toArray())
        isTold = isTold || finding.toObject().value(u"check").toString() == QLatin1String("attachment");
    QVERIFY(isTold);
    QVERIFY(!m_line.filesBelow(QStringLiteral("plan-site")).contains(QStringLiteral("letters/allotment.html")));
    QVERIFY(!site("plan-site").contains(telling::canary));
}

QTEST_GUILESS_MAIN(TestCanary)
#include "tst_canary.moc"
