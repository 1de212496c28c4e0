// WordPressReader on what cannot be read or looks as if it could not, and how exports are told from other files.
#include "wordpress_sample.h"

#include "intake/form.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using base::Error;
using intake::WordPressReader;
using namespace wordpress_sample;

namespace {

// A device that breaks off after some bytes.
class Failing final : public QIODevice
{
public:
    explicit Failing(const QByteArray &bytes) : m_left(bytes) { open(QIODevice::ReadOnly | QIODevice::Unbuffered); }
    bool isSequential() const override { return true; }

protected:
    qint64 readData(char *to, qint64 most) override
    {
        if (m_left.isEmpty())
            return -1;
        const QByteArray now = m_left.left(most);
        m_left.remove(0, now.size());
        std::copy(now.cbegin(), now.cend(), to);
        return now.size();
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_left;
};

} // namespace

class TestWordPressFaults : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesLargeItems();
    void toleratesWhatStandsAround_data();
    void toleratesWhatStandsAround();
    void tellsWhatCannotBeRead_data();
    void tellsWhatCannotBeRead();
    void tellsEveryCutFromTheWhole();
    void tellsOfDevices();
    void detectsExports_data();
    void detectsExports();
};

void TestWordPressFaults::refusesLargeItems()
{
    const QByteArray large = "<content:encoded><![CDATA[" + QByteArray("x").repeated(2000) +
                             "]]></content:encoded><wp:post_id>5</wp:post_id><category>c</category>";
    const QByteArray many = QByteArray("<category domain='category' nicename='a'>b</category>").repeated(20000);
    const Export all = read(
        exportOf(post("<wp:post_id>4</wp:post_id>") + post(large) + post(many) + post("<wp:post_id>6</wp:post_id>")),
        1000);
    QVERIFY(!all.error);
    QCOMPARE(all.items.size(), 4);
    QCOMPARE(all.items.at(0).problem, QString());
    QVERIFY2(all.items.at(1).problem.contains(QLatin1String("line 7")), qPrintable(all.items.at(1).problem));
    QCOMPARE(all.items.at(1).id, QStringLiteral("5"));
    QVERIFY(all.items.at(1).content.isEmpty() && all.items.at(1).terms.isEmpty());
    QVERIFY(!all.items.at(2).problem.isEmpty());
    QCOMPARE(all.items.at(3).id, QStringLiteral("6"));
    QCOMPARE(all.items.at(3).problem, QString());
    const Export fits = read(exportOf(post("<content:encoded>" + QByteArray(1000, 'x') + "</content:encoded>")), 1000);
    QCOMPARE(fits.items.first().content.size(), 1000);
    QCOMPARE(fits.items.first().problem, QString());
}

void TestWordPressFaults::toleratesWhatStandsAround_data()
{
    QTest::addColumn<QByteArray>("file");
    const QByteArray sound = exportOf(post("<title>a</title>"));
    QTest::newRow("a mark") << "\xEF\xBB\xBF" + sound;
    QTest::newRow("blank lines") << "\r\n\r\n" + sound;
    QTest::newRow("a warning of PHP") << "<br />\n<b>Warning</b>:  Cannot modify & more in <b>x.php</b>\n" + sound;
    QTest::newRow("behind it") << sound + "<br />\n<b>Fatal error</b>: & more\n";
    QTest::newRow("a document type") << QByteArray(sound).replace(
        "<rss", "<!DOCTYPE rss [<!ENTITY a \"b\"><!ENTITY c SYSTEM \"file:///nonesuch\">]>\n<rss");
    QTest::newRow("another version") << QByteArray(sound).replace("version=\"1.0\"", "version=\"1.1\"");
    QTest::newRow("no declaration") << sound.sliced(sound.indexOf("<rss"));
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE") +
                                   QByteArray(reinterpret_cast<const char *>(QString::fromUtf8(sound).utf16()),
                                              2 * QString::fromUtf8(sound).size());
}

void TestWordPressFaults::toleratesWhatStandsAround()
{
    QFETCH(QByteArray, file);
    const Export all = read(file);
    QVERIFY2(!all.error, qPrintable(all.error ? all.error->message : QString()));
    QCOMPARE(all.items.size(), 1);
    QCOMPARE(all.items.first().title, QStringLiteral("a"));
}

void TestWordPressFaults::tellsWhatCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<Error::Kind>("kind");
    QTest::addColumn<QString>("says");
    QTest::addColumn<int>("items");
    const auto row = [](const char *name, const QByteArray &file, Error::Kind kind, const char *says, int items) {
        QTest::newRow(name) << file << kind << QString::fromLatin1(says) << items;
    };
    using Kind = Error::Kind;
    const QByteArray two = post("<title>a</title>") + post("<title>b</title>");
    row("tags that do not match", exportOf(two + "<item><title>c</link></item>"), Kind::Damaged, "line 10", 2);
    row("a lost tag", exportOf(post("<title>a\n") + two), Kind::Damaged, "line 7", 0);
    row("a lone less-than", exportOf(two + post("<title>a < b</title>")), Kind::Damaged, "line 12", 2);
    row("cut off between items", exportOf(two + "!").split('!').first(), Kind::Damaged, "breaks off at line 10", 2);
    row("cut off in an item", exportOf(two + "<item>\n<title>!").split('!').first(), Kind::Damaged,
        "breaks off at line 11", 2);
    row("cut off at the end", exportOf(two).chopped(8), Kind::Damaged, "breaks off", 2);
    row("cut off in its head", exportOf("<title>!").split('!').first(), Kind::Damaged, "breaks off at line 4", 0);
    row("a web page", "<!DOCTYPE html>\n<html><head><meta charset=utf-8><title>x</title>", Kind::Unusable, "line 2", 0);
    row("text", "Dear Column,\n", Kind::Unusable, "no WordPress export", 0);
    row("nothing", "", Kind::Unusable, "no WordPress export", 0);
    row("bytes", QByteArray("PK\3\4\0\0\0\xFF", 8), Kind::Unusable, "no WordPress export", 0);
    row("a feed", exportOf("<title>x</title><item><title>a</title></item>", " "), Kind::Unusable, "line 4", 0);
    row("an empty feed", exportOf("<title>x</title>", " "), Kind::Unusable, "no WordPress export", 0);
    row("no channel", "<rss" + namespaces + "></rss>", Kind::Unusable, "no WordPress export", 0);
    row("deep", exportOf(QByteArray("<a>").repeated(1000000)), Kind::Damaged, "line 4", 0);
    row("Shift_JIS", QByteArray(exportOf(post("<title>\x93\xFA</title>"))).replace("UTF-8", "Shift_JIS"),
        Kind::Unusable, "save it as UTF-8", 0);
}

void TestWordPressFaults::tellsWhatCannotBeRead()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, says);
    QFETCH(int, items);
    WordPressReader reader;
    const Export all = readAll(reader, reader.open(deviceWith(file), QStringLiteral("blog.xml")));
    QVERIFY(all.error);
    QTEST(all.error->kind, "kind");
    QVERIFY2(all.error->message.contains(says) && all.error->message.startsWith(QLatin1String("blog.xml ")),
             qPrintable(all.error->message));
    QVERIFY(says.contains(QLatin1String("UTF-8")) || all.error->message.contains(QLatin1String("Tools, Export")));
    QCOMPARE(all.error->detail, QString());
    QCOMPARE(all.items.size(), items);
    const auto again = reader.next();
    QVERIFY(!again);
    QCOMPARE(again.error().message, all.error->message);
}

void TestWordPressFaults::tellsEveryCutFromTheWhole()
{
    const QByteArray file = exportOf("<wp:author><wp:author_login>h</wp:author_login></wp:author>\n" +
                                     post("<title>a &amp; b</title><content:encoded><![CDATA[c]]></content:encoded>") +
                                     post("<!-- x --><category domain='tag' nicename='y'>z</category>"));
    QVERIFY(!read(file.trimmed()).error);
    for (qsizetype length = 0; length < file.trimmed().size(); ++length) {
        const Export cut = read(file.first(length));
        QVERIFY2(cut.error, qPrintable(QString::number(length)));
        QVERIFY(cut.items.size() <= 2);
    }
}

void TestWordPressFaults::tellsOfDevices()
{
    WordPressReader missing;
    QCOMPARE(missing.open(QStringLiteral("/nonesuch/blog.xml")).error().kind, Error::Kind::NotFound);

    const QByteArray sound = exportOf(post("<title>a</title>") + post("<title>b</title>"));
    WordPressReader failing;
    const auto opened = failing.open(std::make_unique<Failing>(sound.chopped(60)), QStringLiteral("blog.xml"));
    const Export all = readAll(failing, opened);
    QVERIFY(all.error);
    QCOMPARE(all.error->kind, Error::Kind::Io);

    const QTemporaryDir folder;
    QFile file(folder.filePath(QStringLiteral("blog.xml")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(sound);
    file.close();
    WordPressReader reader;
    QCOMPARE(reader.position(), 0);
    const Export read = readAll(reader, reader.open(file.fileName()));
    QVERIFY(!read.error);
    QCOMPARE(read.items.size(), 2);
    QCOMPARE(reader.size(), sound.size());
    QCOMPARE(reader.position(), sound.size());
}

void TestWordPressFaults::detectsExports_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<bool>("isExport");
    const QByteArray sound = exportOf(post("<title>a</title>"));
    QTest::newRow("an export") << sound << true;
    QTest::newRow("its beginning") << sound.first(200) << true;
    QTest::newRow("with much before") << "<?xml version='1.0'?>\n<!--" + QByteArray(2000, 'x') + "-->\n" + sound
                                      << true;
    QTest::newRow("nothing declared") << exportOf("<wp:wxr_version>1.2</wp:wxr_version>", " ") << true;
    QTest::newRow("a mark and blank lines") << "\xEF\xBB\xBF\r\n" + sound << true;
    QTest::newRow("UTF-16") << QByteArray("\xFF\xFE") +
                                   QByteArray(reinterpret_cast<const char *>(QString::fromUtf8(sound).utf16()),
                                              2 * QString::fromUtf8(sound).size())
                            << true;
    QTest::newRow("a feed") << exportOf("<title>x</title>", " ") << false;
    QTest::newRow("a letter about it") << "Dear Column,\n\n" + sound << false;
    QTest::newRow("a message with it") << "Subject: x\nFrom: a@b.example\nTo: c@d.example\n\n" + sound << false;
    QTest::newRow("a web page") << QByteArray("<!DOCTYPE html><html><p>wordpress.org/export/</p>") << false;
    QTest::newRow("nothing") << QByteArray() << false;
}

void TestWordPressFaults::detectsExports()
{
    QFETCH(QByteArray, bytes);
    QFETCH(bool, isExport);
    QCOMPARE(intake::isWordPressExport(bytes), isExport);
    for (const char *name : {"blog.xml", "blog.txt", "blog.csv", "blog"})
        QCOMPARE(intake::detectForm(QString::fromLatin1(name), bytes) == intake::Form::WordPress, isExport);
    QCOMPARE(intake::detectForm(QStringLiteral("blog.eml"), bytes), intake::Form::Message);
}

QTEST_APPLESS_MAIN(TestWordPressFaults)
#include "tst_wordpress_faults.moc"
