#include "ui/conflict_bar.h"
#include "ui/journal.h"
#include "writing_bench.h"

#include <QDirIterator>
#include <QPushButton>

using ui::ActionId;
using ui::Journal;
using ui::JournalEntry;

// What is typed stands in the journal until the desk has it, and comes back from there.
class JournalTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void entriesComeBack();
    void deskHasItsOwnEntries();
    void brokenEntriesAreLeftAlone_data();
    void brokenEntriesAreLeftAlone();
    void folderThatCannotBeMadeIsAnError();
    void filesAreForTheirOwnerAlone();
    void nothingIsLeftOnceTheDeskHasIt();
    void typingThatTheDeskRefusesStandsInTheJournal();
    void leftTextIsBroughtBack();
    void leftTextIsJoinedWithOtherFields();
    void leftTextThatWasSentIsNoConflict();
    void leftTextThatOthersChangedIsAConflict();
    void leftTextThatIsOnTheDeskIsNoNews();

private:
    [[nodiscard]] static JournalEntry entry(const QString &text, const QString &words)
    {
        return {text,
                desk::ArticleId::fromName(text),
                {{QStringLiteral("mine"), words}},
                QDateTime(QDate(2026, 6, 1), QTime(9, 0, 0, 5), Qt::UTC)};
    }
    // The article that answers the first letter of the bench, with this answer; closed again.
    [[nodiscard]] static editorial::ArticleView answered(WritingBench &bench, const QString &text);
    // As a program leaves it that was typed into and ended.
    static void leave(const WritingBench &bench, const editorial::ArticleView &view, const QString &mine,
                      const QString &base, const QJsonObject &more = {});
    [[nodiscard]] static QStringList filesIn(const QString &folder);
};

editorial::ArticleView JournalTest::answered(WritingBench &bench, const QString &text)
{
    if (!bench.answerLetter(bench.letters.first()))
        return {};
    bench.answer()->setPlainText(text);
    const desk::ArticleId id = bench.room->shownArticle();
    if (!bench.flush())
        return {};
    bench.room.reset();
    return bench.stored(id);
}

void JournalTest::leave(const WritingBench &bench, const editorial::ArticleView &view, const QString &mine,
                        const QString &base, const QJsonObject &more)
{
    QJsonObject typed{{QStringLiteral("mine"), QJsonObject{{QStringLiteral("text"), mine}}},
                      {QStringLiteral("base"), QJsonObject{{QStringLiteral("text"), base}}},
                      {QStringLiteral("version"), 1}};
    for (auto it = more.begin(); it != more.end(); ++it)
        typed.insert(it.key(), it.value());
    const desk::Answer &answer = view.article.answers.first();
    const QString name = QStringLiteral("answer/%1/%2").arg(view.article.id.toString(), answer.id.toString());
    const Journal journal(bench.journalFolder(), bench.files.path());
    QVERIFY(journal.keep({name, view.article.id, typed, QDateTime::currentDateTimeUtc()}));
}

QStringList JournalTest::filesIn(const QString &folder)
{
    QStringList files;
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext())
        files.append(each.next());
    return files;
}

void JournalTest::entriesComeBack()
{
    QTemporaryDir folder;
    const Journal journal(folder.path(), QStringLiteral("/desks/a.postbag"));
    QVERIFY(journal.entries().isEmpty());
    QVERIFY(journal.keep(entry(QStringLiteral("answer/1"), QStringLiteral("first"))));
    QVERIFY(journal.keep(entry(QStringLiteral("answer/2"), QStringLiteral("second"))));
    QVERIFY(journal.keep(entry(QStringLiteral("answer/1"), QStringLiteral("first \u2019 again"))));
    const auto entries = journal.entries();
    QCOMPARE(entries.size(), 2);
    const auto one = std::find_if(entries.begin(), entries.end(),
                                  [](const JournalEntry &e) { return e.text == QLatin1String("answer/1"); });
    QCOMPARE(one->typed.value(QLatin1String("mine")).toString(), QStringLiteral("first \u2019 again"));
    QCOMPARE(one->article, desk::ArticleId::fromName(QStringLiteral("answer/1")));
    QCOMPARE(one->written, entry({}, {}).written);
    journal.drop(QStringLiteral("answer/1"));
    QCOMPARE(journal.entries().size(), 1);
    journal.drop(QStringLiteral("answer/2"));
    QVERIFY(QDir(folder.path()).isEmpty());
}

void JournalTest::deskHasItsOwnEntries()
{
    QTemporaryDir folder;
    QVERIFY(Journal(folder.path(), QStringLiteral("/desks/a.postbag")).keep(entry(QStringLiteral("x"), {})));
    QVERIFY(Journal(folder.path(), QStringLiteral("/desks/b.postbag")).entries().isEmpty());
    QCOMPARE(Journal(folder.path(), QStringLiteral("/desks/a.postbag")).entries().size(), 1);
}

void JournalTest::brokenEntriesAreLeftAlone_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("empty") << QByteArray();
    QTest::newRow("cut off") << QByteArray("{\"text\": \"answer/1\", \"typ");
    QTest::newRow("list") << QByteArray("[1, 2]");
    QTest::newRow("without an article") << QByteArray("{\"text\": \"a\", \"typed\": {\"mine\": 1}}");
}

void JournalTest::brokenEntriesAreLeftAlone()
{
    QFETCH(QByteArray, bytes);
    QTemporaryDir folder;
    const Journal journal(folder.path(), QStringLiteral("/desks/a.postbag"));
    QVERIFY(journal.keep(entry(QStringLiteral("answer/1"), QStringLiteral("words"))));
    const QFileInfo whole(filesIn(folder.path()).first());
    QFile broken(whole.dir().filePath(QStringLiteral("broken.json")));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(bytes);
    broken.close();
    QCOMPARE(journal.entries().size(), 1);
    journal.drop(QStringLiteral("answer/1"));
    QVERIFY(broken.exists());
}

void JournalTest::folderThatCannotBeMadeIsAnError()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("file")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Journal journal(file.fileName(), QStringLiteral("/desks/a.postbag"));
    const auto kept = journal.keep(entry(QStringLiteral("answer/1"), QStringLiteral("words")));
    QVERIFY(!kept);
    QVERIFY(journal.entries().isEmpty());
}

void JournalTest::filesAreForTheirOwnerAlone()
{
    QTemporaryDir folder;
    QVERIFY(Journal(folder.path(), QStringLiteral("/desks/a.postbag")).keep(entry(QStringLiteral("x"), {})));
    const QFileInfo file(filesIn(folder.path()).first());
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(file.permissions() & others));
    QVERIFY(!(QFileInfo(file.path()).permissions() & (others | QFile::ExeGroup | QFile::ExeOther)));
}

void JournalTest::nothingIsLeftOnceTheDeskHasIt()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    QVERIFY(bench.answerLetter(bench.letters.first()));
    QTest::keyClicks(bench.answer(), QStringLiteral("Dear you"));
    QTRY_COMPARE(filesIn(bench.journalFolder()).size(), 1);
    QVERIFY(bench.flush());
    QTRY_VERIFY(filesIn(bench.journalFolder()).isEmpty());
}

void JournalTest::typingThatTheDeskRefusesStandsInTheJournal()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    QVERIFY(bench.answerLetter(bench.letters.first()));
    const desk::ArticleId id = bench.room->shownArticle();
    QVERIFY(bench.files.run([id](editorial::Desk &desk) { // changed elsewhere: every save is refused
        auto view = editorial::article(desk, id);
        desk::Answer answer = view->article.answers.first();
        answer.text = QStringLiteral("Theirs");
        return editorial::saveAnswer(desk, id, answer);
    }));
    QTest::keyClicks(bench.answer(), QStringLiteral("Mine"));
    QTRY_VERIFY(bench.room->findChild<ui::ConflictBar *>()->isVisible());
    QTest::keyClicks(bench.answer(), QStringLiteral(" and more"));
    const Journal journal(bench.journalFolder(), bench.files.path());
    QElapsedTimer clock;
    clock.start();
    QTRY_VERIFY(!journal.entries().isEmpty() &&
                journal.entries().first().typed.value(QLatin1String("mine")).toObject().value(QLatin1String("text")) ==
                    QStringLiteral("Mine and more"));
    QVERIFY2(clock.elapsed() < 1000, qPrintable(QString::number(clock.elapsed())));
    QTest::mouseClick(bench.part<QPushButton>("keepMine"), Qt::LeftButton);
    QTRY_VERIFY(filesIn(bench.journalFolder()).isEmpty());
}

void JournalTest::leftTextIsBroughtBack()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    const auto view = answered(bench, QStringLiteral("Dear you"));
    QVERIFY(!view.article.answers.isEmpty());
    leave(bench, view, QStringLiteral("Dear you, a wall"), QStringLiteral("Dear you"));

    QSignalSpy notices(&bench.notices, &ui::Notices::shown);
    bench.room = std::make_unique<ui::WritingRoom>(*bench.workplace);
    bench.room->show();
    QTRY_COMPARE(notices.size(), 1);
    const auto notice = notices.first().at(1).value<ui::Notice>();
    QVERIFY(notice.text.contains(QStringLiteral("1 text")) || notice.text.contains(QStringLiteral("text(s)")));
    QSignalSpy wanted(bench.room.get(), &ui::Room::articleWanted);
    notice.pressed();
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<desk::ArticleId>(), view.article.id);

    QVERIFY(bench.openArticle(view.article.id));
    QCOMPARE(bench.answer()->toPlainText(), QStringLiteral("Dear you, a wall"));
    QCOMPARE(notices.size(), 2);
    QVERIFY(bench.flush());
    QCOMPARE(bench.stored(view.article.id).article.answers.first().text, QStringLiteral("Dear you, a wall"));
    QTRY_VERIFY(filesIn(bench.journalFolder()).isEmpty());
    QTest::keyClick(bench.answer(), Qt::Key_Z, Qt::ControlModifier);
    QCOMPARE(bench.answer()->toPlainText(), QStringLiteral("Dear you"));
}

void JournalTest::leftTextIsJoinedWithOtherFields()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    const auto view = answered(bench, QStringLiteral("Dear you"));
    const desk::LetterId letter = view.letters.first().letter.id;
    const QString edited = view.letters.first().letter.edited;
    const auto draft = [&](const QString &text, const QString &place) {
        return QJsonObject{{QStringLiteral("edited"), text},
                           {QStringLiteral("signature"), QString()},
                           {QStringLiteral("place"), place},
                           {QStringLiteral("subject"), view.letters.first().letter.subject}};
    };
    const Journal journal(bench.journalFolder(), bench.files.path());
    QVERIFY(journal.keep({QStringLiteral("letter/") + letter.toString(),
                          view.article.id,
                          {{QStringLiteral("mine"), draft(edited, QStringLiteral("Truro"))},
                           {QStringLiteral("base"), draft(edited, {})},
                           {QStringLiteral("version"), 1}},
                          QDateTime::currentDateTimeUtc()}));
    QVERIFY(bench.files.run([letter](editorial::Desk &desk) {
        const auto kept = ui::readDraft(desk, ui::LetterSpot{letter});
        ui::LetterDraft theirs = kept->draft;
        theirs.edited = QStringLiteral("Shorter");
        return ui::writeDraft(desk, ui::LetterSpot{letter}, theirs, kept->version);
    }));
    bench.room = std::make_unique<ui::WritingRoom>(*bench.workplace);
    bench.room->show();
    QVERIFY(bench.openArticle(view.article.id));
    QVERIFY(bench.flush());
    const auto after = bench.stored(view.article.id).letters.first().letter;
    QCOMPARE(after.edited, QStringLiteral("Shorter"));
    QCOMPARE(after.place, QStringLiteral("Truro"));
}

void JournalTest::leftTextThatWasSentIsNoConflict()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    const auto view = answered(bench, QStringLiteral("one two"));
    leave(bench, view, QStringLiteral("one two three"), QStringLiteral("one"),
          {{QStringLiteral("sent"), QJsonObject{{QStringLiteral("text"), QStringLiteral("one two")}}}});
    bench.room = std::make_unique<ui::WritingRoom>(*bench.workplace);
    bench.room->show();
    QVERIFY(bench.openArticle(view.article.id));
    QVERIFY(bench.flush());
    QCOMPARE(bench.stored(view.article.id).article.answers.first().text, QStringLiteral("one two three"));
}

void JournalTest::leftTextThatOthersChangedIsAConflict()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    const auto view = answered(bench, QStringLiteral("theirs"));
    leave(bench, view, QStringLiteral("mine"), QStringLiteral("base"));
    bench.room = std::make_unique<ui::WritingRoom>(*bench.workplace);
    bench.room->show();
    QVERIFY(bench.openArticle(view.article.id));
    QCOMPARE(bench.answer()->toPlainText(), QStringLiteral("mine"));
    QTRY_VERIFY(bench.room->findChild<ui::ConflictBar *>()->isVisible());
    QCOMPARE(bench.stored(view.article.id).article.answers.first().text, QStringLiteral("theirs"));
    QTest::mouseClick(bench.part<QPushButton>("takeTheirs"), Qt::LeftButton);
    QTRY_COMPARE(bench.answer()->toPlainText(), QStringLiteral("theirs"));
    QTRY_VERIFY(filesIn(bench.journalFolder()).isEmpty());
}

void JournalTest::leftTextThatIsOnTheDeskIsNoNews()
{
    WritingBench bench;
    QVERIFY(bench.open(1));
    const auto view = answered(bench, QStringLiteral("done"));
    leave(bench, view, QStringLiteral("done"), QStringLiteral("do"));
    QSignalSpy notices(&bench.notices, &ui::Notices::shown);
    bench.room = std::make_unique<ui::WritingRoom>(*bench.workplace);
    bench.room->show();
    QTRY_VERIFY(filesIn(bench.journalFolder()).isEmpty());
    QVERIFY(bench.openArticle(view.article.id));
    QVERIFY(!bench.answer()->document()->isUndoAvailable());
    QCOMPARE(notices.size(), 0);
}

QTEST_MAIN(JournalTest)
#include "tst_journal.moc"
