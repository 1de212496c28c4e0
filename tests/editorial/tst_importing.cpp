#include "desk_fixture.h"

#include "base/progress.h"
#include "privacy/correspondent.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"

namespace {

QByteArray message(int number, const QByteArray &text)
{
    return "From: Reader " + QByteArray::number(number) + " <reader" + QByteArray::number(number) +
           "@mail.example>\nSubject: Question " + QByteArray::number(number) + "\nMessage-ID: <" +
           QByteArray::number(number) + "@mail.example>\nDate: Fri, 1 May 2026 10:00:00 +0000\n\n" + text + "\n";
}

QByteArray mailbox(int messages)
{
    QByteArray all;
    for (int number = 1; number <= messages; ++number)
        all += "From reader@mail.example Fri May  1 10:00:00 2026\n" +
               message(number, "Why is number " + QByteArray::number(number) + " so odd?") + "\n";
    return all;
}

editorial::LetterQuery queryFor(const QString &search)
{
    editorial::LetterQuery query;
    query.search = search;
    return query;
}

// Cancels after some reports.
class CancelAfter final : public base::Progress
{
public:
    explicit CancelAfter(int reports) : m_left(reports) {}
    void report(qint64, qint64, const QString &) override { --m_left; }
    bool isCancelled() const override { return m_left <= 0; }

private:
    int m_left;
};

} // namespace

class TestImporting : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesMessagesMailboxesAndTexts();
    void theSameTwiceIsOneLetter();
    void theSameIdWithAnotherTextIsTwo();
    void listsWhatCannotBeReadAndGoesOn();
    void keepsWhatCannotBeReadOfAMailbox();
    void readsAMaildir();
    void readsAFolderOfMessages();
    void aMaildirMustBeOne();
    void aDryRunWritesNothing();
    void aCancelKeepsWhatIsDone();
};

void TestImporting::takesMessagesMailboxesAndTexts()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QStringList sources{
        fixture.writeFile(QStringLiteral("a.eml"), message(900, "One message.")),
        fixture.writeFile(QStringLiteral("b.mbox"), mailbox(25)),
        fixture.writeFile(QStringLiteral("c.txt"), "The fence\n\nMy neighbour paints it at night.\n")};
    TAKE(report, editorial::importLetters(*fixture.desk, {sources, {}, false}, progress));
    QCOMPARE(report.imported, 27);
    QCOMPARE(report.already, 0);
    QVERIFY(report.refused.isEmpty());
    QCOMPARE(report.letters.size(), 27);
    TAKE(text, editorial::letter(*fixture.desk, report.letters.last()));
    QCOMPARE(text.letter.subject, QStringLiteral("The fence"));
    QCOMPARE(text.letter.channel, QStringLiteral("text"));
    QCOMPARE(text.letter.received, fixture.clock.now());
    TAKE(found, editorial::letters(*fixture.desk, queryFor(QStringLiteral("number 17"))));
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.first().row.subject, QStringLiteral("Question 17"));
}

void TestImporting::theSameTwiceIsOneLetter()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QString file = fixture.writeFile(QStringLiteral("b.mbox"), mailbox(10) + mailbox(3));
    TAKE(first, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    QCOMPARE(first.imported, 10);
    QCOMPARE(first.already, 3);
    TAKE(second, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    QCOMPARE(second.imported, 0);
    QCOMPARE(second.already, 13);
}

void TestImporting::theSameIdWithAnotherTextIsTwo()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QStringList sources{fixture.writeFile(QStringLiteral("a.eml"), message(1, "One text.")),
                              fixture.writeFile(QStringLiteral("b.eml"), message(1, "Another text."))};
    TAKE(report, editorial::importLetters(*fixture.desk, {sources, {}, false}, progress));
    QCOMPARE(report.imported, 2);
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().contains(QLatin1String("letter 1 ")), qPrintable(report.warnings.first()));
}

void TestImporting::listsWhatCannotBeReadAndGoesOn()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QString missing = fixture.folder.filePath(QStringLiteral("missing.eml"));
    const QString emptyFolder = fixture.folder.filePath(QStringLiteral("empty"));
    QVERIFY(QDir().mkpath(emptyFolder));
    const QStringList sources{missing, emptyFolder, fixture.writeFile(QStringLiteral("empty.eml"), {}),
                              fixture.writeFile(QStringLiteral("good.eml"), message(1, "One text.")),
                              fixture.writeFile(QStringLiteral("blank.txt"), {})};
    TAKE(report, editorial::importLetters(*fixture.desk, {sources, {}, false}, progress));
    QCOMPARE(report.imported, 1);
    QCOMPARE(report.refused.size(), 4);
    QVERIFY(report.refused.last().reason.startsWith(QLatin1String("blank.txt is empty.")));
    QCOMPARE(report.refused.first().source, missing);
    for (const auto &refused : report.refused)
        QVERIFY(!refused.reason.isEmpty());
}

void TestImporting::keepsWhatCannotBeReadOfAMailbox()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QByteArray separator = "From reader@mail.example Fri May  1 10:00:00 2026\n";
    const QByteArray junk = "Saved by a program\n";
    const QByteArray noMessage = QByteArray("\0\1\2\3", 4).repeated(100) + "\n";
    const QByteArray other = QByteArray("\4\5\6\0", 4).repeated(100) + "\n";
    const QByteArray large =
        message(2, "It goes on and on.") + QByteArray(1000, 'x').append('\n').repeated(70'000) + "\n";
    const QString file = fixture.writeFile(QStringLiteral("b.mbox"), junk + separator + message(1, "One.") + "\n" +
                                                                         separator + noMessage + "\n" + separator +
                                                                         other + "\n" + separator + large + separator);
    TAKE(report, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    QCOMPARE(report.imported, 5);
    QCOMPARE(report.needAttention, 4);
    QVERIFY(report.warnings.size() >= 4);
    QCOMPARE(report.refused.size(), 1); // of which there is nothing
    const QByteArrayList raws{junk, {}, noMessage, other};
    for (const int at : {0, 2, 3}) {
        TAKE(text, editorial::letter(*fixture.desk, report.letters.at(at)));
        QVERIFY(text.letter.needsAttention && !text.letter.notice.isEmpty());
        TAKE(sealed, fixture.desk->file().correspondents().correspondent(text.letter.correspondent, true));
        TAKE(opened, fixture.desk->vault().open(sealed));
        QCOMPARE(opened.raw, raws.at(at));
    }
    TAKE(beginning, editorial::letter(*fixture.desk, report.letters.at(4)));
    QCOMPARE(beginning.letter.subject, QStringLiteral("Question 2"));
    QVERIFY(beginning.letter.original.startsWith(QLatin1String("It goes on and on.")));
    TAKE(again, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    QCOMPARE(again.already, 5);
}

void TestImporting::readsAMaildir()
{
    DeskFixture fixture;
    base::NoProgress progress;
    for (const char *part : {"mail/cur", "mail/new", "mail/tmp", "mail/.Sent/cur", "mail/.Sent/new"})
        QVERIFY(QDir(fixture.folder.path()).mkpath(QLatin1String(part)));
    const QStringList files{
        fixture.writeFile(QStringLiteral("mail/cur/1700000002.P1.host,S=200:2,RS"), message(2, "The second.")),
        fixture.writeFile(QStringLiteral("mail/new/1700000001.P1.host"), message(1, "The first.")),
        fixture.writeFile(QStringLiteral("mail/cur/1700000003.P1.host:2,"), {})};
    fixture.writeFile(QStringLiteral("mail/tmp/1700000004.P1.host"), message(4, "Half a mess"));
    fixture.writeFile(QStringLiteral("mail/.Sent/cur/1700000005.P1.host:2,S"), message(5, "An answer."));
    const QString mail = fixture.folder.filePath(QStringLiteral("mail"));
    TAKE(report, editorial::importLetters(*fixture.desk, {{mail}, {}, false}, progress));
    QCOMPARE(report.imported, 2);
    QCOMPARE(report.refused.size(), 1);
    QCOMPARE(report.refused.first().item, QStringLiteral("cur/1700000003.P1.host:2,"));
    QCOMPARE(report.warnings.size(), 1); // the folder within
    TAKE(first, editorial::letter(*fixture.desk, report.letters.first()));
    QCOMPARE(first.letter.subject, QStringLiteral("Question 1"));
    for (const QString &file : files)
        QVERIFY2(QFile::exists(file), qPrintable(file)); // where it was
    TAKE(again, editorial::importLetters(*fixture.desk, {{mail}, editorial::SourceForm::Maildir, false}, progress));
    QCOMPARE(again.already, 2);
}

void TestImporting::readsAFolderOfMessages()
{
    DeskFixture fixture;
    base::NoProgress progress;
    QVERIFY(QDir(fixture.folder.path()).mkpath(QStringLiteral("saved/older")));
    fixture.writeFile(QStringLiteral("saved/one.eml"), message(1, "One."));
    fixture.writeFile(QStringLiteral("saved/older/two.EML"), message(2, "Two."));
    fixture.writeFile(QStringLiteral("saved/photo.jpg"), "no letter");
    TAKE(report, editorial::importLetters(*fixture.desk,
                                          {{fixture.folder.filePath(QStringLiteral("saved"))}, {}, false}, progress));
    QCOMPARE(report.imported, 2);
    QVERIFY(report.refused.isEmpty());
    QCOMPARE(report.warnings.size(), 1);
    QVERIFY2(report.warnings.first().contains(QLatin1Char('1')), qPrintable(report.warnings.first()));
}

void TestImporting::aMaildirMustBeOne()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QString file = fixture.writeFile(QStringLiteral("one.eml"), message(1, "One."));
    TAKE(report, editorial::importLetters(
                     *fixture.desk, {{file, fixture.folder.path()}, editorial::SourceForm::Maildir, false}, progress));
    QCOMPARE(report.imported, 0);
    QCOMPARE(report.refused.size(), 2);
}

void TestImporting::aDryRunWritesNothing()
{
    DeskFixture fixture;
    base::NoProgress progress;
    const QString file = fixture.writeFile(QStringLiteral("b.mbox"), mailbox(10) + mailbox(3));
    TAKE(report, editorial::importLetters(*fixture.desk, {{file}, {}, true}, progress));
    QCOMPARE(report.imported, 10);
    QCOMPARE(report.already, 3);
    TAKE(count, editorial::letterCount(*fixture.desk, {}, 100));
    QCOMPARE(count, 0);
}

void TestImporting::aCancelKeepsWhatIsDone()
{
    DeskFixture fixture;
    CancelAfter progress(40);
    const QString file = fixture.writeFile(QStringLiteral("b.mbox"), mailbox(200));
    TAKE(report, editorial::importLetters(*fixture.desk, {{file}, {}, false}, progress));
    QVERIFY(report.cancelled);
    QVERIFY(report.imported >= 30 && report.imported <= 40);
    TAKE(count, editorial::letterCount(*fixture.desk, {}, 1000));
    QCOMPARE(count, report.imported);
}

QTEST_GUILESS_MAIN(TestImporting)
#include "tst_importing.moc"
