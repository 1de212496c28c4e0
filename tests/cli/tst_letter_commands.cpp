#include "command_line.h"

#include <QJsonDocument>
#include <QTest>

namespace {

const QString deskFile = QStringLiteral("wren.postbag");

QStringList withDesk(const char *command, const QStringList &words = {})
{
    return QStringList{QString::fromLatin1(command), deskFile} + words;
}

QStringList words(const char *line)
{
    return QString::fromLatin1(line).split(QLatin1Char(' '));
}

QByteArray message(const QByteArray &subject, const QByteArray &text, const QByteArray &key)
{
    return "From: \"Osbert Quillfeather\" <osbert@quillfeather.example>\r\n"
           "To: wren@wren.example\r\nSubject: " +
           subject + "\r\nDate: Tue, 3 Mar 2026 09:15:00 +0000\r\nMessage-ID: <" + key +
           "@quillfeather.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n";
}

// A desk with two letters, numbers 1 and 2.
void fill(CommandLine &line)
{
    QCOMPARE(line.call(withDesk("new")).status, 0);
    line.write(QStringLiteral("ladder.eml"),
               message("The ladder", "My neighbour keeps my ladder.\r\n\r\nShould I ask?", "a"));
    line.write(QStringLiteral("cake.eml"), message("A cake", "Everybody else got cake.", "b"));
    QCOMPARE(line.call(withDesk("import", words("ladder.eml cake.eml"))).status, 0);
}

QJsonObject letter(CommandLine &line, const char *number)
{
    return line.callJson(withDesk("letter", {QString::fromLatin1(number)})).json;
}

} // namespace

// The commands about letters.
class TestLetterCommands : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void importCountsAndRefuses();
    void importDryRun();
    void importByForm();
    void lettersAsJson();
    void lettersAreChosen();
    void lettersInPages();
    void letterAsJson();
    void letterSaysWhatIsRelated();
    void letterByNumberOrId();
    void letterReveals();
    void letterRaw();
    void lettersThatNeedAttention();
    void editRefusesForwardingsThatAreNone();
    void editDecidesForwardings();
    void editUnfolds();
    void noLettersAreCounted();
    void editChangesTexts();
    void editTagsAndMoves();
    void editHolds();
    void controlCharactersAreShown();
};

void TestLetterCommands::importCountsAndRefuses()
{
    CommandLine line;
    line.call(withDesk("new"));
    line.write(QStringLiteral("ladder.eml"), message("The ladder", "My neighbour keeps my ladder.", "a"));
    const Called first = line.callJson(withDesk("import", words("ladder.eml none.eml ladder.eml")));
    QCOMPARE(first.status, 1);
    QCOMPARE(first.json.value(u"imported").toInt(), 1);
    QCOMPARE(first.json.value(u"already").toInt(), 1);
    QVERIFY(first.json.value(u"warnings").isArray());
    const QJsonArray refused = first.json.value(u"refused").toArray();
    QCOMPARE(refused.size(), 1);
    const QJsonObject item = refused.at(0).toObject();
    QVERIFY(item.value(u"source").toString().endsWith(QLatin1String("none.eml")));
    QVERIFY(item.contains(QLatin1String("item")));
    QVERIFY(!item.value(u"reason").toString().isEmpty());

    const Called second = line.callJson(withDesk("import", words("ladder.eml")));
    QCOMPARE(second.status, 0);
    QCOMPARE(second.json.value(u"imported").toInt(), 0);
    QCOMPARE(second.json.value(u"already").toInt(), 1);
    QCOMPARE(line.callJson(withDesk("letters")).json.value(u"total").toInt(), 1);
}

void TestLetterCommands::importDryRun()
{
    CommandLine line;
    line.call(withDesk("new"));
    line.write(QStringLiteral("ladder.eml"), message("The ladder", "My neighbour keeps my ladder.", "a"));
    const Called called = line.callJson(withDesk("import", words("ladder.eml --dry-run")));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"imported").toInt(), 1);
    QCOMPARE(line.callJson(withDesk("letters")).json.value(u"total").toInt(), 0);
}

void TestLetterCommands::importByForm()
{
    CommandLine line;
    line.call(withDesk("new"));
    const QByteArray begin = "From osbert@quillfeather.example Tue Mar  3 09:15:00 2026\n";
    line.write(QStringLiteral("two.mbox"), begin + message("One", "The first letter.", "a") + "\n" + begin +
                                               message("Two", "The second letter.", "b") + "\n");
    const Called mailbox = line.callJson(withDesk("import", words("two.mbox --as mailbox")));
    QCOMPARE(mailbox.status, 0);
    QCOMPARE(mailbox.json.value(u"imported").toInt(), 2);
    line.write(QStringLiteral("note.txt"), "A note that came by post.\n");
    QCOMPARE(line.callJson(withDesk("import", words("note.txt --as text"))).json.value(u"imported").toInt(), 1);
}

void TestLetterCommands::lettersAsJson()
{
    CommandLine line;
    fill(line);
    const Called called = line.callJson(withDesk("letters"));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"total").toInt(), 2);
    const QJsonArray letters = called.json.value(u"letters").toArray();
    QCOMPARE(letters.size(), 2);
    for (const QJsonValue &each : letters) {
        const QJsonObject letter = each.toObject();
        QCOMPARE(letter.value(u"id").toString().size(), 36);
        QVERIFY(letter.value(u"number").toInt() > 0);
        QCOMPARE(letter.value(u"received").toString(), QStringLiteral("2026-03-03T09:15:00.000Z"));
        QVERIFY(!letter.value(u"subject").toString().isEmpty());
        QVERIFY(letter.value(u"signature").isString());
        QCOMPARE(letter.value(u"stage").toString(), QStringLiteral("new"));
        QVERIFY(letter.value(u"words").toInt() > 0);
        QVERIFY(letter.value(u"tags").isArray());
        QVERIFY(!letter.value(u"excerpt").toString().isEmpty());
    }
}

void TestLetterCommands::lettersAreChosen()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("edit", words("2 --tag cakes --stage shortlisted"))).status, 0);
    const std::pair<const char *, int> choices[] = {
        {"--search ladder", 1},      {"--search neigh", 1}, {"--search zebra", 0},         {"--stage shortlisted", 1},
        {"--stage not-a-letter", 0}, {"--tag Cakes", 1},    {"--tag cakes --stage new", 0}};
    for (const auto &[choice, count] : choices) {
        const Called called = line.callJson(withDesk("letters", words(choice)));
        QVERIFY2(called.status == 0, choice);
        QVERIFY2(called.json.value(u"total").toInt() == count, choice);
    }
    QCOMPARE(line.call(withDesk("letters", words("--tag none"))).status, 2);
    QVERIFY(line.call(withDesk("letters")).text().contains(QLatin1String("The ladder")));
}

void TestLetterCommands::lettersInPages()
{
    CommandLine line;
    fill(line);
    const auto shortest = line.callJson(withDesk("letters", words("--order shortest --limit 1"))).json;
    QCOMPARE(shortest.value(u"total").toInt(), 2);
    QCOMPARE(shortest.value(u"letters").toArray().size(), 1);
    QCOMPARE(shortest.value(u"letters").toArray().at(0).toObject().value(u"subject").toString(),
             QStringLiteral("A cake"));
    const auto second = line.callJson(withDesk("letters", words("--order shortest --limit 1 --offset 1"))).json;
    QCOMPARE(second.value(u"letters").toArray().at(0).toObject().value(u"subject").toString(),
             QStringLiteral("The ladder"));
}

void TestLetterCommands::letterAsJson()
{
    CommandLine line;
    fill(line);
    const QJsonObject shown = letter(line, "1");
    for (const char *name : {"id", "number", "received", "subject", "signature", "stage", "words", "tags", "excerpt",
                             "original", "edited", "channel", "attachments", "follows", "followedBy", "alike"})
        QVERIFY2(shown.contains(QLatin1String(name)), name);
    QCOMPARE(shown.value(u"subject").toString(), QStringLiteral("The ladder"));
    QVERIFY(shown.value(u"original").toString().startsWith(QLatin1String("My neighbour keeps my ladder.\n\nShould")));
    QCOMPARE(shown.value(u"edited"), shown.value(u"original"));
    QCOMPARE(shown.value(u"channel").toString(), QStringLiteral("message"));
    QVERIFY(shown.value(u"follows").isNull());
    QVERIFY(!shown.contains(QLatin1String("correspondent")));
}

void TestLetterCommands::letterSaysWhatIsRelated()
{
    CommandLine line;
    fill(line);
    QVERIFY(letter(line, "2").value(u"alike").toArray().isEmpty());
    QCOMPARE(line.call(withDesk("answer",
                                {QStringLiteral("1"), QStringLiteral("--title"), QStringLiteral("The ladder"),
                                 QStringLiteral("--text"), QStringLiteral("-"), QStringLiteral("--publish-on"),
                                 QStringLiteral("2019-05-01"), QStringLiteral("--stage"), QStringLiteral("approved")}),
                       "Ask.")
                 .status,
             0);
    line.write(QStringLiteral("again.eml"),
               message("Ladders", "My neighbour keeps our ladder.\r\n\r\nShould I ask?", "c"));
    QCOMPARE(line.call(withDesk("import", words("again.eml"))).status, 0);

    const QJsonObject again = letter(line, "3");
    const QString first = letter(line, "1").value(u"id").toString();
    QVERIFY(!again.value(u"follows").isNull()); // of the same writer
    const QJsonArray alike = again.value(u"alike").toArray();
    QCOMPARE(alike.size(), 1);
    const QJsonObject found = alike.at(0).toObject();
    QCOMPARE(found.value(u"letter").toString(), first);
    QCOMPARE(found.value(u"number").toInt(), 1);
    QCOMPARE(found.value(u"title").toString(), QStringLiteral("The ladder"));
    QCOMPARE(found.value(u"slug").toString(), QStringLiteral("the-ladder"));
    QCOMPARE(found.value(u"article").toString().size(), 36);
    QCOMPARE(found.value(u"year").toInt(), 2019);
    QVERIFY(found.value(u"likeness").toInt() >= 80 && found.value(u"likeness").toInt() < 100);
    QVERIFY(!found.contains(QLatin1String("subject")));
    const QString text = line.call(withDesk("letter", words("3"))).text();
    QVERIFY2(text.contains(QStringLiteral("answered in 2019: The ladder (the-ladder)")), qPrintable(text));
    QVERIFY(text.contains(QStringLiteral("% alike")));

    // The first letter is like the third, which no article answers.
    const QJsonObject unanswered = letter(line, "1").value(u"alike").toArray().at(0).toObject();
    QCOMPARE(unanswered.value(u"number").toInt(), 3);
    QCOMPARE(unanswered.value(u"year").toInt(), 2026);
    for (const char *name : {"article", "title", "slug"})
        QVERIFY2(unanswered.value(QLatin1String(name)).isNull(), name);
    QCOMPARE(letter(line, "2").value(u"followedBy").toArray(), QJsonArray{again.value(u"id")});
}

void TestLetterCommands::letterByNumberOrId()
{
    CommandLine line;
    fill(line);
    const QString id = letter(line, "2").value(u"id").toString();
    QCOMPARE(line.callJson(withDesk("letter", {id})).json.value(u"number").toInt(), 2);
    for (const char *name : {"3", "0", "-1", "ladder", "00000000-0000-0000-0000-000000000001"}) {
        const Called called =
            line.callJson({QStringLiteral("letter"), QStringLiteral("--"), deskFile, QLatin1String(name)});
        QVERIFY2(called.status != 0, name);
    }
    QCOMPARE(line.call(withDesk("letter", {QStringLiteral("3")})).status, 2);
}

void TestLetterCommands::letterReveals()
{
    CommandLine line;
    fill(line);
    for (const char *command : {"letters", "letter", "edit"}) {
        const QStringList number = qstrcmp(command, "letters") == 0 ? QStringList() : QStringList{QStringLiteral("1")};
        QVERIFY(!line.call(withDesk(command, number)).text().contains(QLatin1String("uillfeather")));
        QVERIFY(!line.callJson(withDesk(command, number)).text().contains(QLatin1String("uillfeather")));
    }
    const Called revealed = line.callJson(withDesk("letter", words("1 --reveal")));
    const QJsonObject writer = revealed.json.value(u"correspondent").toObject();
    QCOMPARE(writer.value(u"name").toString(), QStringLiteral("Osbert Quillfeather"));
    QCOMPARE(writer.value(u"address").toString(), QStringLiteral("osbert@quillfeather.example"));
    QVERIFY(writer.value(u"headers").toString().contains(QLatin1String("Message-ID")));
    QVERIFY(line.call(withDesk("letter", words("1 --reveal"))).text().contains(QLatin1String("Osbert Quillfeather")));
}

void TestLetterCommands::letterRaw()
{
    CommandLine line;
    fill(line);
    const QByteArray sent = line.read(QStringLiteral("ladder.eml"));
    const Called alone = line.call(withDesk("letter", words("1 --raw")));
    QCOMPARE(alone.status, 2);
    QVERIFY(alone.out.isEmpty());
    QVERIFY(alone.messages().contains(QLatin1String("--reveal")));
    const Called raw = line.call(withDesk("letter", words("1 --raw --reveal")));
    QCOMPARE(raw.status, 0);
    QCOMPARE(raw.out, sent);
    const Called json = line.callJson(withDesk("letter", words("1 --raw --reveal")));
    QCOMPARE(QByteArray::fromBase64(json.json.value(u"raw").toString().toLatin1()), sent);
}

// Two letters with one message id, of which the second has to be looked at.
void TestLetterCommands::lettersThatNeedAttention()
{
    CommandLine line;
    fill(line);
    line.write(QStringLiteral("again.eml"), message("The ladder", "He gave it back, bent.", "a"));
    const Called imported = line.callJson(withDesk("import", words("again.eml")));
    QCOMPARE(imported.json.value(u"needAttention").toInt(), 1);
    QCOMPARE(imported.json.value(u"notLetters").toInt(-1), 0);
    const Called needing = line.callJson(withDesk("letters", words("--needs-attention")));
    QCOMPARE(needing.json.value(u"total").toInt(), 1);
    const QJsonObject row = needing.json.value(u"letters").toArray().first().toObject();
    QCOMPARE(row.value(u"number").toInt(), 3);
    QVERIFY(!row.value(u"notice").toString().isEmpty());
    QVERIFY(line.call(withDesk("letters")).text().contains(QLatin1String("needs attention")));
    QVERIFY(letter(line, "3").value(u"forwarding").isNull());

    const Called seen = line.callJson(withDesk("edit", words("3 --seen-to")));
    QCOMPARE(seen.status, 0);
    QCOMPARE(seen.json.value(u"needsAttention").toBool(true), false);
    QCOMPARE(seen.json.value(u"notice"), row.value(u"notice"));
    QCOMPARE(line.callJson(withDesk("letters", words("--needs-attention"))).json.value(u"total").toInt(), 0);
    QCOMPARE(line.call(withDesk("edit", words("1 --seen-to"))).status, 0); // nothing to see to
}

void TestLetterCommands::editRefusesForwardingsThatAreNone()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("edit", words("1 --forwarding open"))).status, 2);
    const Called refused = line.call(withDesk("edit", words("1 --forwarding taken --place Truro")));
    QCOMPARE(refused.status, 2);
    QVERIFY(refused.messages().contains(QLatin1String("passed on")));
    QCOMPARE(letter(line, "1").value(u"place").toString(), QString());
}

void TestLetterCommands::editDecidesForwardings()
{
    CommandLine line;
    fill(line);
    line.write(QStringLiteral("passed.eml"),
               message("Fwd: The goose",
                       "See what she writes.\r\n\r\n---------- Forwarded message ---------\r\nFrom: Ottoline Pym "
                       "<ottoline@pym.example>\r\nDate: Mon, 2 Mar 2026 at 08:00\r\nSubject: The goose\r\nTo: "
                       "<osbert@quillfeather.example>\r\n\r\nThe goose hates me. What shall I do?",
                       "c"));
    QCOMPARE(line.callJson(withDesk("import", words("passed.eml"))).json.value(u"imported").toInt(), 1);
    const QJsonObject open = letter(line, "3");
    QCOMPARE(open.value(u"forwarding").toString(), QStringLiteral("open"));
    QVERIFY(open.value(u"edited").toString().contains(QLatin1String("See what she writes.")));

    const Called taken = line.callJson(withDesk("edit", words("3 --forwarding taken")));
    QCOMPARE(taken.status, 0);
    QCOMPARE(taken.json.value(u"forwarding").toString(), QStringLiteral("taken"));
    QCOMPARE(taken.json.value(u"edited").toString(), QStringLiteral("The goose hates me. What shall I do?"));
    QCOMPARE(taken.json.value(u"subject").toString(), QStringLiteral("The goose"));
    QCOMPARE(taken.json.value(u"original"), open.value(u"original"));
    QJsonObject besides = taken.json;
    besides.remove(QStringLiteral("original"));
    QVERIFY(!QJsonDocument(besides).toJson().contains("Pym")); // nobody is given away but by their own words
    QVERIFY(line.call(withDesk("letter", words("3"))).text().contains(QLatin1String("Passed on")));

    const Called kept = line.callJson(withDesk("edit", words("3 --forwarding kept")));
    QCOMPARE(kept.json.value(u"forwarding").toString(), QStringLiteral("kept"));
    QCOMPARE(kept.json.value(u"edited"), open.value(u"edited"));
}

void TestLetterCommands::editUnfolds()
{
    CommandLine line;
    fill(line);
    line.write(QStringLiteral("answer.eml"),
               message("Re: The ladder",
                       "He gave it back.\r\n\r\nOn 3 Mar 2026, Ask Wren <wren@wren.example> wrote:\r\n> Ask him.\r\n> "
                       "Kindly.",
                       "d"));
    line.call(withDesk("import", words("answer.eml")));
    const QJsonObject folded = letter(line, "3");
    QCOMPARE(folded.value(u"edited").toString(), QStringLiteral("He gave it back."));
    const QJsonArray parts = folded.value(u"folded").toArray();
    QCOMPARE(parts.size(), 1);
    QCOMPARE(parts.first().toObject().value(u"kind").toString(), QStringLiteral("quoted"));
    QCOMPARE(parts.first().toObject().value(u"lines").toInt(), 3);

    QCOMPARE(line.call(withDesk("edit", words("3 --unfold --text answer.eml"))).status, 2);
    const Called unfolded = line.callJson(withDesk("edit", words("3 --unfold")));
    QCOMPARE(unfolded.status, 0);
    QCOMPARE(unfolded.json.value(u"edited"), unfolded.json.value(u"original"));
    QVERIFY(unfolded.json.value(u"folded").toArray().isEmpty());
    QCOMPARE(line.call(withDesk("edit", words("3 --unfold"))).status, 2); // nothing is left
}

void TestLetterCommands::noLettersAreCounted()
{
    CommandLine line;
    fill(line);
    line.write(QStringLiteral("away.eml"), QByteArray(message("Out of office", "I am away until Monday.", "e"))
                                               .replace("Message-ID:", "Auto-Submitted: auto-replied\r\nMessage-ID:"));
    const Called imported = line.callJson(withDesk("import", words("away.eml")));
    QCOMPARE(imported.json.value(u"notLetters").toInt(), 1);
    QCOMPARE(letter(line, "3").value(u"stage").toString(), QStringLiteral("not a letter"));
    QVERIFY(!letter(line, "3").value(u"notice").toString().isEmpty());
    QCOMPARE(line.callJson(withDesk("edit", words("3 --stage new"))).json.value(u"stage").toString(),
             QStringLiteral("new"));
}

void TestLetterCommands::editChangesTexts()
{
    CommandLine line;
    fill(line);
    const QString original = letter(line, "1").value(u"original").toString();
    line.write(QStringLiteral("edited.txt"), "A neighbour keeps the ladder.\n");
    const Called called = line.callJson(
        withDesk("edit", {QStringLiteral("1"), QStringLiteral("--text"), QStringLiteral("edited.txt"),
                          QStringLiteral("--signature"), QStringLiteral("Without a Rung"), QStringLiteral("--subject"),
                          QStringLiteral("Ladders"), QStringLiteral("--place"), QStringLiteral("Leith")}));
    QCOMPARE(called.status, 0);
    QCOMPARE(called.json.value(u"edited").toString().trimmed(), QStringLiteral("A neighbour keeps the ladder."));
    const QJsonObject after = letter(line, "1");
    QCOMPARE(after.value(u"original").toString(), original);
    QCOMPARE(after.value(u"signature").toString(), QStringLiteral("Without a Rung"));
    QCOMPARE(after.value(u"subject").toString(), QStringLiteral("Ladders"));
    QCOMPARE(after.value(u"place").toString(), QStringLiteral("Leith"));
    QCOMPARE(after.value(u"words").toInt(), 5);

    QCOMPARE(line.call(withDesk("edit", words("1 --text -")), "From the pipe.").status, 0);
    QCOMPARE(letter(line, "1").value(u"edited").toString(), QStringLiteral("From the pipe."));
    QCOMPARE(letter(line, "1").value(u"signature").toString(), QStringLiteral("Without a Rung"));
}

void TestLetterCommands::editTagsAndMoves()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("edit", words("1 --tag ladders --tag neighbours"))).status, 0);
    QCOMPARE(line.call(withDesk("edit", words("1 --tag tools --untag ladders --stage Not_A_Letter"))).status, 0);
    const QJsonObject after = letter(line, "1");
    QCOMPARE(after.value(u"tags").toArray(), (QJsonArray{QStringLiteral("neighbours"), QStringLiteral("tools")}));
    QCOMPARE(after.value(u"stage").toString(), QStringLiteral("not a letter"));
}

void TestLetterCommands::editHolds()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("edit", words("1 --stage held --until 2999-12-31"))).status, 0);
    const QJsonObject after = letter(line, "1");
    QCOMPARE(after.value(u"stage").toString(), QStringLiteral("held"));
    QCOMPARE(after.value(u"heldUntil").toString(), QStringLiteral("2999-12-31"));
    QCOMPARE(line.call(withDesk("edit", words("2 --stage held --until 2001-01-01"))).status, 2);
    QCOMPARE(letter(line, "2").value(u"stage").toString(), QStringLiteral("new"));
}

void TestLetterCommands::controlCharactersAreShown()
{
    CommandLine line;
    fill(line);
    QCOMPARE(line.call(withDesk("edit", words("1 --text -")), "a \x1b]0;title\x07 \xe2\x80\xae b").status, 0);
    const Called shown = line.call(withDesk("letter", words("1")));
    QVERIFY(!shown.out.contains('\x1b'));
    QVERIFY(!shown.out.contains('\x07'));
    QVERIFY(!shown.out.contains("\xe2\x80\xae"));
    QVERIFY(shown.text().contains(QLatin1String("]0;title")));
}

QTEST_GUILESS_MAIN(TestLetterCommands)
#include "tst_letter_commands.moc"
