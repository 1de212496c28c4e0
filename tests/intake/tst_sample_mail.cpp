// Reads real messages, beside what two other readers made of them. Where this one differs, the table says why.
#include "intake/message.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using base::Result;
using intake::IncomingLetter;

namespace {

struct Difference {
    const char *file;
    const char *field;
    const char *ours;
    const char *reason;
};

constexpr Difference differences[] = {
    {"plain_emails/mix_caps_content_type.eml", "from_name", "Big Bug", "a name before an address without brackets"},
    {"plain_emails/mix_caps_content_type.eml", "from_address", "bb@bug.com", "the address is the word with the @"},
    {"plain_emails/raw_email10.eml", "body_start", "Test test. Hi. Waving. m", "an unknown charset is still a text"},
    {"plain_emails/raw_email5.eml", "body_start",
     "Test test. Hi. Waving. m ---------------------------------------------------------------- Sent via Bell "
     "Mobility's Text Messaging service. Envoyé par le service",
     "no charset is given, and the bytes are UTF-8"},
    {"plain_emails/raw_email6.eml", "body_start",
     "Test test. Hi. Waving. m ---------------------------------------------------------------- Sent via Bell "
     "Mobility's Text Messaging service. Envoyé par le service",
     "the charset given is us-ascii, but the bytes are UTF-8"},
    {"plain_emails/raw_email_bad_time.eml", "date", "2008-06-30T09:34:00Z",
     "the year 3609 cannot be meant: the time of delivery"},
    {"plain_emails/raw_email_bad_time.eml", "body_start", "Filter2: This message has been scanned for viruses and",
     "the boundary is not quoted, but it is there"},
    {"plain_emails/raw_email_with_bad_date.eml", "date", "2007-11-05T09:17:37Z",
     "the date is no date: the time of delivery"},
    {"plain_emails/raw_email_incorrect_header.eml", "subject", "Stop adware/spyware once and for all.",
     "one broken line does not end the headers"},
    {"plain_emails/raw_email_incorrect_header.eml", "from_name", "xxx xxx", "as above"},
    {"plain_emails/raw_email_incorrect_header.eml", "from_address", "xxx@xxx.xxx", "as above"},
    {"plain_emails/raw_email_incorrect_header.eml", "date", "2005-02-23T22:20:17Z", "as above"},
    {"plain_emails/raw_email_incorrect_header.eml", "body_start", "You are infected with: Ad Ware and Spy Ware",
     "as above"},
    {"rfc2822/example13.eml", "subject", "Saying Hello", "space before the colon is obsolete, but allowed"},
    {"rfc2822/example13.eml", "from_name", "John Doe", "as above"},
    {"rfc2822/example13.eml", "from_address", "jdoe@machine.example", "as above"},
    {"rfc2822/example13.eml", "date", "1997-11-21T15:55:06Z", "as above"},
    {"rfc2822/example13.eml", "body_start", "This is a message just to say hello. So, \"Hello\".", "as above"},
    {"rfc6532/utf8_headers.eml", "from_name", "Jöhn Doe", "the reference lost the letters that are not ASCII"},
    {"rfc6532/utf8_headers.eml", "from_address", "jdöe@mächine.example", "as above"},
};

const Difference *differenceOf(const QString &file, const QString &field)
{
    for (const Difference &difference : differences) {
        if (file == QLatin1String(difference.file) && field == QLatin1String(difference.field))
            return &difference;
    }
    return nullptr;
}

QString asUtc(const QString &date)
{
    return date.isEmpty() ? QString() : QDateTime::fromString(date, Qt::ISODate).toUTC().toString(Qt::ISODate);
}

QByteArray fileAt(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

class TestSampleMail : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsMessagesOfTheStandards_data();
    void readsMessagesOfTheStandards();
    void readsPlainMessages_data();
    void readsPlainMessages();
    void readsAllThatIsThere();

private:
    void addRows(const QString &folder, const QString &jsonLines);
    static void compare(const QString &file, const QString &field, const QString &read, const QString &expected);
    static void compareHeaders(const IncomingLetter &letter, const QJsonObject &expected);

    QString m_samples;
};

void TestSampleMail::initTestCase()
{
    m_samples = qEnvironmentVariable("POSTBAG_SAMPLES");
    if (m_samples.isEmpty() || !QDir(m_samples).exists(QStringLiteral("email-rfc")))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample mail");
}

void TestSampleMail::addRows(const QString &folder, const QString &jsonLines)
{
    QTest::addColumn<QByteArray>("raw");
    QTest::addColumn<QJsonObject>("expected");
    const QDir dir(QDir(m_samples).filePath(folder));
    for (const QByteArray &line : fileAt(dir.filePath(jsonLines)).split('\n')) {
        const QJsonObject expected = QJsonDocument::fromJson(line).object();
        const QString file = expected.value(QLatin1String("file")).toString();
        if (!file.isEmpty())
            QTest::newRow(qPrintable(file)) << fileAt(dir.filePath(file)) << expected;
    }
}

void TestSampleMail::compare(const QString &file, const QString &field, const QString &read, const QString &expected)
{
    if (const Difference *difference = differenceOf(file, field)) {
        const QString ours = QString::fromUtf8(difference->ours);
        QVERIFY2(read != expected, "the table names a difference that is none");
        QCOMPARE(field == QLatin1String("body_start") ? read.left(ours.size()) : read, ours);
    } else {
        QCOMPARE(read, expected);
    }
}

void TestSampleMail::compareHeaders(const IncomingLetter &letter, const QJsonObject &expected)
{
    const QString file = expected.value(QLatin1String("file")).toString();
    const auto text = [&expected](const char *field) {
        return expected.value(QLatin1String(field)).toString();
    };
    compare(file, QStringLiteral("subject"), letter.subject, text("subject").simplified());
    compare(file, QStringLiteral("from_name"), letter.sender.name, text("from_name"));
    compare(file, QStringLiteral("from_address"), letter.sender.address, text("from_address"));
    compare(file, QStringLiteral("date"), letter.received.toString(Qt::ISODate), asUtc(text("date")));
}

void TestSampleMail::readsMessagesOfTheStandards_data()
{
    addRows(QStringLiteral("email-rfc"), QStringLiteral("expected.jsonl"));
}

void TestSampleMail::readsMessagesOfTheStandards()
{
    QFETCH(QByteArray, raw);
    QFETCH(QJsonObject, expected);
    const Result<IncomingLetter> letter = intake::readMessage(raw);
    QVERIFY(letter.has_value());
    compareHeaders(*letter, expected);
    QStringList texts;
    for (const QJsonValue &part : expected.value(QLatin1String("text_parts")).toArray())
        texts.append(part.toObject().value(QLatin1String("body")).toString().trimmed());
    QCOMPARE(letter->text, texts.join(QStringLiteral("\n\n")));
    QCOMPARE(letter->attachments.size(), expected.value(QLatin1String("attachment_count")).toInt());
}

void TestSampleMail::readsPlainMessages_data()
{
    addRows(QStringLiteral("email-ruby-mail"), QStringLiteral("reference-python.jsonl"));
}

void TestSampleMail::readsPlainMessages()
{
    QFETCH(QByteArray, raw);
    QFETCH(QJsonObject, expected);
    const Result<IncomingLetter> letter = intake::readMessage(raw);
    QVERIFY(letter.has_value());
    compareHeaders(*letter, expected);
    const QString file = expected.value(QLatin1String("file")).toString();
    const QString start = expected.value(QLatin1String("body_start")).toString().trimmed();
    const QString text = letter->text.simplified();
    const bool differs = differenceOf(file, QStringLiteral("body_start"));
    compare(file, QStringLiteral("body_start"), differs ? text : text.left(start.size()), start);
    if (!differs && expected.value(QLatin1String("body_chars")).toInt() <= 160)
        QCOMPARE(text, start);
}

void TestSampleMail::readsAllThatIsThere()
{
    int count = 0;
    for (const char *folder :
         {"email-rfc/rfc", "email-ruby-mail/plain_emails", "email-ruby-mail/rfc2822", "email-ruby-mail/rfc6532"}) {
        const QDir dir(QDir(m_samples).filePath(QLatin1String(folder)));
        for (const QString &name : dir.entryList({QStringLiteral("*.eml")}, QDir::Files)) {
            const Result<IncomingLetter> letter = intake::readMessage(fileAt(dir.filePath(name)));
            QVERIFY2(letter.has_value(), qPrintable(name));
            QVERIFY2(!letter->text.isEmpty(), qPrintable(name));
            ++count;
        }
    }
    QCOMPARE(count, 41);
}

QTEST_APPLESS_MAIN(TestSampleMail)
#include "tst_sample_mail.moc"
