#include "intake/mailbox.h"
#include "intake/message.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using base::Error;
using base::Result;
using intake::MailboxItem;
using intake::MailboxReader;

namespace {

const QByteArray separator = "From w@t.example Mon May  2 16:07:05 2005\n";

// Bytes of this process that are in memory.
qint64 residentMemory()
{
    QFile statm(QStringLiteral("/proc/self/statm"));
    if (!statm.open(QIODevice::ReadOnly))
        return 0;
    return statm.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE);
}

} // namespace

class TestMailbox : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void takesMessagesApart();
    void keepsSentencesThatBeginWithFrom();
    void undoesQuotation();
    void readsWindowsLineEnds();
    void tellsAnUnfinishedMessage();
    void readsAnEmptyFile();
    void refusesOtherFiles_data();
    void refusesOtherFiles();
    void refusesALargeMessageAndGoesOn();
    void readsLinesLongerThanItsBuffer();
    void holdsOneMessageAtATime();

private:
    QString write(const QByteArray &bytes);
    QList<MailboxItem> items(const QByteArray &bytes, qint64 limit = intake::letterLimit);

    QTemporaryDir m_folder;
};

QString TestMailbox::write(const QByteArray &bytes)
{
    QFile file(m_folder.filePath(QStringLiteral("mailbox")));
    const bool written = file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    return written ? file.fileName() : QString();
}

QList<MailboxItem> TestMailbox::items(const QByteArray &bytes, qint64 limit)
{
    MailboxReader reader(limit);
    QList<MailboxItem> all;
    if (const Result<void> opened = reader.open(write(bytes)); !opened)
        return all;
    while (std::optional<MailboxItem> item = reader.next())
        all.append(*item);
    return reader.position() == bytes.size() && !reader.next() ? all : QList<MailboxItem>();
}

void TestMailbox::takesMessagesApart()
{
    const QByteArray first = "Subject: one\n\nOne.\n";
    const QByteArray second = "Subject: two\n\nTwo.\n\n\n";
    const QList<MailboxItem> all = items(separator + first + "\n" + separator + second + "\n");
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).raw, first);
    QCOMPARE(all.at(0).number, 1);
    QCOMPARE(all.at(0).offset, 0);
    QCOMPARE(all.at(1).raw, second);
    QCOMPARE(all.at(1).number, 2);
    QCOMPARE(all.at(1).offset, separator.size() + first.size() + 1);
    QCOMPARE(all.at(1).place(), QStringLiteral("message 2 at byte %1").arg(all.at(1).offset));
    QVERIFY(!all.at(1).isUnfinished);
    QVERIFY(all.at(1).warnings().isEmpty());

    QCOMPARE(items("\n\xEF\xBB\xBF").size(), 0);
    QCOMPARE(items("\n\n" + separator + first).size(), 1);
    QCOMPARE(items("\xEF\xBB\xBF" + separator + first).size(), 1);
    QCOMPARE(items(separator + "\n" + separator + "\n").size(), 2);
}

void TestMailbox::keepsSentencesThatBeginWithFrom()
{
    const QByteArray body = "Subject: one\n\nDear Column,\n\nFrom the moment I met him, he hummed.\n\n"
                            "From 10:00 in May 2005 on I hummed too.\nText\n" +
                            separator + "Still the first.\n";
    const QList<MailboxItem> all = items(separator + body + "\n" + separator + "Subject: two\n\nTwo.\n\n");
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).raw, body);
}

void TestMailbox::undoesQuotation()
{
    const QList<MailboxItem> all =
        items(separator + "Subject: s\n\n>From here\n>>From there\n> From nowhere\n >From home\n>from\n\n");
    QCOMPARE(all.size(), 1);
    QCOMPARE(all.at(0).raw, QByteArray("Subject: s\n\nFrom here\n>From there\n> From nowhere\n >From home\n>from\n"));
}

void TestMailbox::readsWindowsLineEnds()
{
    QByteArray bytes = separator + "Subject: s\n\nOne.\n\n" + separator + "Subject: t\n\n>From two.\n\n";
    const QList<MailboxItem> all = items(bytes.replace("\n", "\r\n"));
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).raw, QByteArray("Subject: s\r\n\r\nOne.\r\n"));
    QCOMPARE(all.at(1).raw, QByteArray("Subject: t\r\n\r\nFrom two.\r\n"));
}

void TestMailbox::tellsAnUnfinishedMessage()
{
    const QList<MailboxItem> all = items(separator + "Subject: s\n\nOne.\n\n" + separator + "Subject: t\n\nTwo and th");
    QCOMPARE(all.size(), 2);
    QVERIFY(!all.at(0).isUnfinished);
    QVERIFY(all.at(1).isUnfinished);
    QCOMPARE(all.at(1).raw, QByteArray("Subject: t\n\nTwo and th"));
    QCOMPARE(all.at(1).warnings().size(), 1);

    const QList<MailboxItem> cut = items(separator.chopped(1));
    QCOMPARE(cut.size(), 1);
    QVERIFY(cut.at(0).raw.isEmpty());
}

void TestMailbox::readsAnEmptyFile()
{
    MailboxReader reader;
    QVERIFY(reader.open(write({})).has_value());
    QCOMPARE(reader.size(), 0);
    QVERIFY(!reader.next());
}

void TestMailbox::refusesOtherFiles_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("a message") << QByteArray("Subject: s\n\nx\n");
    QTest::newRow("a text") << QByteArray("From the moment I met him\n\nFrom 2 May 2005 16:07 he hummed.\n\nWhy?\n");
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE\x46\0\x72\0\x6F\0\x6D\0\x20\0", 12);
    QTest::newRow("junk") << QByteArray(600'000, '\7');
}

void TestMailbox::refusesOtherFiles()
{
    QFETCH(QByteArray, bytes);
    MailboxReader reader;
    const Result<void> opened = reader.open(write(bytes));
    QVERIFY(!opened.has_value());
    QCOMPARE(opened.error().kind, Error::Kind::Unusable);
    QVERIFY(!reader.next());

    const Result<void> missing = reader.open(m_folder.filePath(QStringLiteral("no such file")));
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().kind, Error::Kind::NotFound);
    QVERIFY(!reader.open(m_folder.path()).has_value());
}

void TestMailbox::refusesALargeMessageAndGoesOn()
{
    const QByteArray large = "Subject: large\n\n" + QByteArray("line\n").repeated(300'000) + "\n";
    const QByteArray small = "Subject: small\n\nSmall.\n\n";
    const QList<MailboxItem> all = items(separator + small + separator + large + separator + small, 1024 * 1024);
    QCOMPARE(all.size(), 3);
    QVERIFY(all.at(0).refusal.isEmpty());
    QVERIFY(all.at(1).refusal.contains(QStringLiteral("1 MB")));
    QCOMPARE(all.at(1).raw, large.first(1024 * 1024)); // its beginning is there
    QCOMPARE(all.at(1).offset, separator.size() + small.size());
    QVERIFY(all.at(2).refusal.isEmpty());
    QVERIFY(all.at(2).raw.endsWith("Small.\n"));
}

void TestMailbox::readsLinesLongerThanItsBuffer()
{
    // The second piece of the long line would look like a separator.
    const QByteArray piece = QByteArray(256 * 1024, 'x') + separator;
    const QByteArray body = "Subject: s\n\n\n" + piece + piece + "\nend\n";
    const QList<MailboxItem> all = items(separator + body + "\n" + separator + body);
    QCOMPARE(all.size(), 2);
    QCOMPARE(all.at(0).raw, body);
    QCOMPARE(all.at(1).raw, body);
}

void TestMailbox::holdsOneMessageAtATime()
{
    constexpr int count = 200'000;
    const QString path = m_folder.filePath(QStringLiteral("many"));
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        for (int i = 0; i < count; ++i) {
            const QByteArray number = QByteArray::number(i);
            const QByteArray message = "From: Writer " + number + " <w" + number + "@t.example>\nSubject: Letter " +
                                       number + "\nDate: Tue, 4 Mar 2025 21:14:09 +0100\n\nDear Column,\n\n" +
                                       QByteArray("my neighbour hums.\n").repeated(10) + "\n";
            QVERIFY(file.write(separator + message) > 0);
        }
    }
    QElapsedTimer timer;
    timer.start();
    MailboxReader reader;
    QVERIFY(reader.open(path).has_value());
    int seen = 0;
    qint64 early = 0;
    while (const std::optional<MailboxItem> item = reader.next()) {
        if (seen % 40 == 0) {
            const Result<intake::IncomingLetter> letter = intake::readMessage(item->raw);
            QVERIFY(letter.has_value());
            QCOMPARE(letter->subject, QStringLiteral("Letter %1").arg(seen));
        }
        if (++seen == 5000)
            early = residentMemory();
    }
    QCOMPARE(seen, count);
    QCOMPARE(reader.position(), reader.size());
    const qint64 grown = residentMemory() - early;
    QVERIFY2(grown < 4 * 1024 * 1024, qPrintable(QStringLiteral("%1 bytes more").arg(grown)));
    QVERIFY2(timer.elapsed() < 20'000, qPrintable(QStringLiteral("%1 ms").arg(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestMailbox)
#include "tst_mailbox.moc"
