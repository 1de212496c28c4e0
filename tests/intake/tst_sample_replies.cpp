// Reads real replies: how the person's own words begin and end, and what is folded away around them. Where it is
// doubtful what should be, the table says why.
#include "intake/folding.h"

#include <QDir>
#include <QFile>
#include <QTest>

using intake::Fold;
using intake::foldsOf;
using intake::withoutFolds;

namespace {

constexpr char quoted[] = "quoted";
constexpr char signature[] = "signature";
constexpr char footer[] = "footer";
constexpr char nothing[] = "";

struct Expected {
    const char *file;
    const char *first; // how the first line of the own text begins
    const char *last;  // how its last line ends
    const char *folded;
    const char *doubt = nullptr;
};

constexpr Expected replies[] = {
    {"correct_sig.txt", "this is an email", "-- signature.", signature},
    {"email_1_1.txt", "Hi folks", "-Abhishek Kona", footer, "a name behind a dash is a sign-off, which stays"},
    {"email_1_2.txt", "Hi,", "individually.\"", "quoted quoted footer"},
    {"email_1_3.txt", "Oh thanks.", "-Abhishek Kona", "quoted footer", "as above"},
    {"email_1_4.txt", "Awesome!", "with it.", quoted},
    {"email_1_5.txt", "One:", "for a while.", nothing},
    {"email_1_6.txt", "I get proper", "torch of pixels", quoted,
     "made up in jest: no device is named, so it may be meant"},
    {"email_1_7.txt", ":+1:", ":+1:", quoted},
    {"email_1_8.txt", "I will reply", "and under this.", "quoted quoted quoted signature"},
    {"email_2_1.txt", "Outlook with", "a reply", quoted},
    {"email_2_2.txt", "Outlook with", "above line", quoted},
    {"email_2_3.txt", "Outlook with", "above line", quoted},
    {"email_BlackBerry.txt", "Here is", "another email", footer},
    {"email_bullets.txt", "test 2", "- and another", "quoted signature"},
    {"email_iPhone.txt", "Here is", "another email", footer},
    {"email_multi_word_sent_from_my_mobile_device.txt", "Here is", "another email", footer},
    {"email_one_is_not_on.txt", "Thank,", "when I run...", quoted},
    {"email_sent_from_my_not_signature.txt", "Here is", "mobile phone.", nothing},
    {"email_sig_delimiter_in_middle_of_line.txt", "Hi there!", "kthxbai", nothing},
    {"greedy_on.txt", "On your remote", "is not working.", quoted},
    {"pathological.txt", "I think", "to a computer.", quoted},
};

QString kindsOf(const QList<Fold> &folds)
{
    QStringList names;
    for (const Fold &fold : folds)
        names.append(QStringList{QStringLiteral("quoted"), QStringLiteral("signature"), QStringLiteral("footer"),
                                 QStringLiteral("head")}
                         .at(int(fold.kind)));
    return names.join(QLatin1Char(' '));
}

} // namespace

class TestSampleReplies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void foldsReplies_data();
    void foldsReplies();
    void knowsAllOfThem();

private:
    QDir m_samples;
};

void TestSampleReplies::initTestCase()
{
    m_samples = QDir(qEnvironmentVariable("POSTBAG_SAMPLES") + QStringLiteral("/email-replies"));
    if (qEnvironmentVariableIsEmpty("POSTBAG_SAMPLES") || !m_samples.exists())
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
}

void TestSampleReplies::foldsReplies_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("last");
    QTest::addColumn<QString>("folded");
    for (const Expected &reply : replies)
        QTest::newRow(reply.file) << QString::fromLatin1(reply.file) << QString::fromLatin1(reply.first)
                                  << QString::fromLatin1(reply.last) << QString::fromLatin1(reply.folded);
}

void TestSampleReplies::foldsReplies()
{
    QFETCH(QString, file);
    QFETCH(QString, first);
    QFETCH(QString, last);
    QFETCH(QString, folded);
    QFile source(m_samples.filePath(file));
    QVERIFY(source.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(source.readAll()).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    const QList<Fold> folds = foldsOf(text);
    QCOMPARE(kindsOf(folds), folded);
    const QStringList own = withoutFolds(text, folds).trimmed().split(QLatin1Char('\n'));
    QVERIFY(own.first().startsWith(first));
    QVERIFY(own.last().endsWith(last));
}

void TestSampleReplies::knowsAllOfThem()
{
    QStringList files = m_samples.entryList({QStringLiteral("*.txt")}, QDir::Files, QDir::Name);
    files.removeAll(QStringLiteral("SOURCE.txt"));
    QCOMPARE(files.size(), qsizetype(std::size(replies)));
    for (const Expected &reply : replies)
        QVERIFY(files.contains(QLatin1String(reply.file)));
}

QTEST_APPLESS_MAIN(TestSampleReplies)
#include "tst_sample_replies.moc"
