#include "ui/text_saver.h"

#include <QSignalSpy>
#include <QTest>

using base::Error;
using ui::TextSaver;

namespace {

// Time that passes when the test says so, and a desk that answers when the test says so.
struct Stage {
    struct Delay {
        qint64 at = 0;
        std::function<void()> then;
    };

    qint64 now = 0;
    std::vector<Delay> delays;
    QString typed;     // what stands in the editor
    QStringList begun; // texts whose save was started
    QString onDesk;    // the text of the last save that worked
    TextSaver::Done answer;

    TextSaver saver{[this](TextSaver::Done done) {
                        begun.append(typed);
                        answer = std::move(done);
                    },
                    [this](int ms, QObject *, std::function<void()> then) {
                        delays.push_back({now + ms, std::move(then)});
                    }};

    void type(const QString &text)
    {
        typed += text;
        saver.touch();
    }

    void pass(qint64 ms)
    {
        const qint64 until = now + ms;
        while (true) {
            const auto next = std::min_element(delays.begin(), delays.end(),
                                               [](const Delay &a, const Delay &b) { return a.at < b.at; });
            if (next == delays.end() || next->at > until)
                break;
            const Delay due = std::move(*next);
            delays.erase(next);
            now = due.at;
            due.then();
        }
        now = until;
    }

    void succeed()
    {
        onDesk = begun.last();
        std::exchange(answer, nullptr)({});
    }

    void fail(Error::Kind kind = Error::Kind::Io) { std::exchange(answer, nullptr)(Error{kind, QStringLiteral("no")}); }
};

// Remembers the outcome that a flush was answered with.
struct Answers {
    int count = 0;
    bool well = false;
    TextSaver::Done take()
    {
        return [this](const base::Result<void> &outcome) {
            ++count;
            well = outcome.has_value();
        };
    }
};

} // namespace

class TextSaverTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingTypedSavesNothing();
    void typingOnDoesNotPutTheSaveOff();
    void oneSaveAtATimeAndTheLastKeysToo();
    void flushWaitsForEverythingTyped();
    void flushIsAnsweredAtOnceWhenAllIsKept();
    void failureIsToldOnceAndTriedAgain();
    void flushTellsTheFailure();
    void conflictStopsUntilSettled();
    void insistingSavesAfterAConflict();
    void answerAfterTheEndIsDropped();
};

void TextSaverTest::nothingTypedSavesNothing()
{
    Stage stage;
    stage.pass(60000);
    QVERIFY(stage.begun.isEmpty());
    stage.saver.saveNow();
    QVERIFY(stage.begun.isEmpty());
}

void TextSaverTest::typingOnDoesNotPutTheSaveOff()
{
    Stage stage;
    for (int key = 0; key < 20 && stage.begun.isEmpty(); ++key) {
        stage.type(QStringLiteral("x"));
        stage.pass(100);
    }
    QCOMPARE(stage.begun.size(), 1);
    QVERIFY(stage.now <= 1000);
}

void TextSaverTest::oneSaveAtATimeAndTheLastKeysToo()
{
    Stage stage;
    QSignalSpy saved(&stage.saver, &TextSaver::saved);
    stage.type(QStringLiteral("one"));
    stage.pass(1000);
    stage.type(QStringLiteral(" two"));
    stage.pass(5000);
    QCOMPARE(stage.begun, QStringList{QStringLiteral("one")});
    stage.succeed();
    QVERIFY(stage.saver.isUnsaved());
    stage.pass(1000);
    QCOMPARE(stage.begun.last(), QStringLiteral("one two"));
    stage.succeed();
    QVERIFY(!stage.saver.isUnsaved());
    QCOMPARE(saved.size(), 2);
    stage.pass(60000);
    QCOMPARE(stage.begun.size(), 2);
}

void TextSaverTest::flushWaitsForEverythingTyped()
{
    Stage stage;
    Answers answers;
    stage.type(QStringLiteral("one"));
    stage.pass(1000);
    stage.type(QStringLiteral(" two"));
    stage.saver.flush(answers.take());
    QCOMPARE(answers.count, 0);
    stage.succeed();
    QCOMPARE(answers.count, 0);
    QCOMPARE(stage.begun.last(), QStringLiteral("one two"));
    stage.succeed();
    QCOMPARE(answers.count, 1);
    QVERIFY(answers.well);
    QCOMPARE(stage.onDesk, QStringLiteral("one two"));
}

void TextSaverTest::flushIsAnsweredAtOnceWhenAllIsKept()
{
    Stage stage;
    Answers answers;
    stage.saver.flush(answers.take());
    QCOMPARE(answers.count, 1);
    QVERIFY(answers.well);
    QVERIFY(stage.begun.isEmpty());
}

void TextSaverTest::failureIsToldOnceAndTriedAgain()
{
    Stage stage;
    QSignalSpy failed(&stage.saver, &TextSaver::failed);
    QSignalSpy recovered(&stage.saver, &TextSaver::recovered);
    stage.type(QStringLiteral("kept in the editor"));
    stage.pass(1000);
    for (int attempt = 1; attempt <= 3; ++attempt) {
        stage.fail();
        QVERIFY(stage.saver.isFailing());
        stage.type(QStringLiteral("!"));
        stage.pass(TextSaver::retryAfterMs);
        QCOMPARE(stage.begun.size(), attempt + 1);
    }
    QCOMPARE(failed.size(), 1);
    stage.succeed();
    QCOMPARE(recovered.size(), 1);
    QVERIFY(!stage.saver.isFailing());
    QCOMPARE(stage.onDesk, QStringLiteral("kept in the editor!!!"));
}

void TextSaverTest::flushTellsTheFailure()
{
    Stage stage;
    Answers answers;
    stage.type(QStringLiteral("x"));
    stage.saver.flush(answers.take());
    stage.fail();
    QCOMPARE(answers.count, 1);
    QVERIFY(!answers.well);
    QVERIFY(stage.saver.isUnsaved());
}

void TextSaverTest::conflictStopsUntilSettled()
{
    Stage stage;
    QSignalSpy conflicted(&stage.saver, &TextSaver::conflicted);
    stage.type(QStringLiteral("mine"));
    stage.pass(1000);
    stage.fail(Error::Kind::Conflict);
    QCOMPARE(conflicted.size(), 1);
    stage.type(QStringLiteral(" too"));
    stage.pass(60000);
    stage.saver.saveNow();
    QCOMPARE(stage.begun.size(), 1);
    Answers answers;
    stage.saver.flush(answers.take());
    QCOMPARE(answers.count, 1);
    QVERIFY(!answers.well);
    stage.saver.settle();
    QVERIFY(!stage.saver.isUnsaved());
    stage.type(QStringLiteral("again"));
    stage.pass(1000);
    QCOMPARE(stage.begun.size(), 2);
}

void TextSaverTest::insistingSavesAfterAConflict()
{
    Stage stage;
    stage.type(QStringLiteral("mine"));
    stage.pass(1000);
    stage.fail(Error::Kind::Conflict);
    stage.saver.insist();
    QCOMPARE(stage.begun.size(), 2);
    stage.succeed();
    QCOMPARE(stage.onDesk, QStringLiteral("mine"));
    QVERIFY(!stage.saver.isInConflict());
}

void TextSaverTest::answerAfterTheEndIsDropped()
{
    TextSaver::Done answer;
    {
        TextSaver saver([&answer](TextSaver::Done done) { answer = std::move(done); });
        saver.touch();
        saver.saveNow();
    }
    QVERIFY(answer);
    answer({});
}

QTEST_GUILESS_MAIN(TextSaverTest)
#include "tst_text_saver.moc"
