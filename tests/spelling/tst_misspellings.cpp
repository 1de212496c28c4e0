// Real misspellings: they are marked, and the right word is among the first suggestions as often as the hunspell
// program itself puts it there.
#include "spelling/checker.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

#include <algorithm>

using spelling::Checker;

class TestMisspellings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void misspellingsAreMarked();
    void rightWordIsSuggested();
    void suggestionsEqualTheProgram();

private:
    struct Sample {
        QString wrong;
        QStringList right;
    };

    static bool isAmong(const QStringList &suggestions, const Sample &sample);

    spelling::Dictionary m_dictionary;
    std::unique_ptr<Checker> m_checker;
    QVector<Sample> m_samples;
    QVector<Sample> m_asked; // every sixth: asking for suggestions is slow
    int m_suggested = 0;     // of m_asked
};

bool TestMisspellings::isAmong(const QStringList &suggestions, const Sample &sample)
{
    return std::any_of(sample.right.begin(), sample.right.end(), [&](const QString &right) {
        return suggestions.first(qMin(5, suggestions.size())).contains(right);
    });
}

void TestMisspellings::initTestCase()
{
    if (!qEnvironmentVariableIsSet("POSTBAG_SAMPLES"))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
    QFile file(qEnvironmentVariable("POSTBAG_SAMPLES") +
               QStringLiteral("/spelling/wikipedia-common-misspellings-sample.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
    const auto dictionary = spelling::dictionaryFor(QStringLiteral("en-US"), spelling::findDictionaries());
    if (!dictionary || dictionary->tag != QLatin1String("en-US"))
        QSKIP("The package hunspell-en-us is not installed");
    m_dictionary = *dictionary;
    auto loaded = Checker::load(m_dictionary);
    QVERIFY(loaded);
    m_checker = std::move(loaded).value();

    file.readLine();
    while (!file.atEnd()) {
        const QStringList fields = QString::fromUtf8(file.readLine()).trimmed().split(u'\t');
        QCOMPARE(fields.size(), 2);
        m_samples.append({fields.first(), fields.last().split(QStringLiteral(", "))});
    }
    QVERIFY(m_samples.size() > 300);

    for (qsizetype at = 0; at < m_samples.size(); at += 6) {
        m_asked.append(m_samples.at(at));
        m_suggested += isAmong(m_checker->suggestions(m_samples.at(at).wrong), m_samples.at(at)) ? 1 : 0;
    }
    qInfo("%d of %d suggested", m_suggested, int(m_asked.size()));
}

void TestMisspellings::misspellingsAreMarked()
{
    int marked = 0;
    for (const Sample &sample : std::as_const(m_samples))
        marked += m_checker->check(QString(u"the " + sample.wrong + u" letter")).isEmpty() ? 0 : 1;
    qInfo("%d of %d marked", marked, int(m_samples.size()));
    QVERIFY(marked >= m_samples.size() * 95 / 100);
}

void TestMisspellings::rightWordIsSuggested()
{
    QVERIFY(m_suggested >= m_asked.size() * 85 / 100);
}

void TestMisspellings::suggestionsEqualTheProgram()
{
    const QString program = QStandardPaths::findExecutable(QStringLiteral("hunspell"));
    if (program.isEmpty())
        QSKIP("The program hunspell is not installed, so there is nothing to compare with");
    QProcess process;
    process.start(program, {QStringLiteral("-i"), QStringLiteral("UTF-8"), QStringLiteral("-d"),
                            m_dictionary.dicPath.chopped(4), QStringLiteral("-a")});
    QVERIFY(process.waitForStarted());
    for (const Sample &sample : std::as_const(m_asked))
        process.write(QString(u'^' + sample.wrong + u'\n').toUtf8());
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished(60'000));

    // Its lines: "& word count offset: one, two" for a word with suggestions; one line a word, then an empty one.
    QHash<QString, QStringList> theirs;
    const QStringList lines = QString::fromUtf8(process.readAllStandardOutput()).split(u'\n');
    for (const QString &line : lines) {
        if (line.startsWith(u"& "))
            theirs.insert(line.section(u' ', 1, 1), line.section(QStringLiteral(": "), 1).split(QStringLiteral(", ")));
    }
    QVERIFY(theirs.size() > m_asked.size() * 9 / 10);
    int theirCount = 0;
    for (const Sample &sample : std::as_const(m_asked))
        theirCount += isAmong(theirs.value(sample.wrong), sample) ? 1 : 0;
    qInfo("%d suggested here, %d by the program", m_suggested, theirCount);
    QVERIFY(m_suggested >= theirCount);
}

QTEST_GUILESS_MAIN(TestMisspellings)
#include "tst_misspellings.moc"
