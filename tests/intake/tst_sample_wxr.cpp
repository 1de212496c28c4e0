// WordPressReader on the exports that another project tests its importer with, against what an XML parser finds in
// them.
#include "intake/wordpress_export.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using intake::WordPressItem;
using intake::WordPressReader;
using intake::WordPressTerm;

namespace {

QStringList namesOf(const WordPressItem &item, WordPressTerm::Kind kind)
{
    QStringList names;
    for (const WordPressTerm &term : item.terms) {
        if (term.kind == kind)
            names.append(term.name);
    }
    return names;
}

QJsonObject shown(const WordPressItem &item)
{
    const QDateTime &date = item.localDate;
    return {{QStringLiteral("title"), item.title},
            {QStringLiteral("id"), item.id},
            {QStringLiteral("status"), item.status},
            {QStringLiteral("date"),
             date.isValid() ? date.toString(QStringLiteral("yyyy-MM-dd HH:mm:ss")) : QJsonValue(QJsonValue::Null)},
            {QStringLiteral("slug"), item.slug},
            {QStringLiteral("categories"), QJsonArray::fromStringList(namesOf(item, WordPressTerm::Kind::Category))},
            {QStringLiteral("tags"), QJsonArray::fromStringList(namesOf(item, WordPressTerm::Kind::Tag))},
            {QStringLiteral("comments"), item.comments},
            {QStringLiteral("content_chars"), item.content.toUcs4().size()},
            {QStringLiteral("content_sha1"),
             QString::fromLatin1(QCryptographicHash::hash(item.content.toUtf8(), QCryptographicHash::Sha1).toHex())}};
}

} // namespace

class TestSampleWxr : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void readsWholeFiles_data();
    void readsWholeFiles();
    void mendsBrokenFiles_data();
    void mendsBrokenFiles();

private:
    QDir m_folder;
    QList<QJsonObject> m_expected;
};

void TestSampleWxr::initTestCase()
{
    m_folder = QDir(qEnvironmentVariable("POSTBAG_SAMPLES") + QLatin1String("/wxr"));
    QFile file(m_folder.filePath(QStringLiteral("expected.jsonl")));
    if (!file.open(QIODevice::ReadOnly))
        QSKIP("POSTBAG_SAMPLES is not set to the folder of sample exports");
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (!line.trimmed().isEmpty())
            m_expected.append(QJsonDocument::fromJson(line).object());
    }
    QCOMPARE(m_expected.size(), 12);
}

void TestSampleWxr::readsWholeFiles_data()
{
    QTest::addColumn<QJsonObject>("expected");
    for (const QJsonObject &expected : std::as_const(m_expected)) {
        if (expected.value(QLatin1String("well_formed")).toBool())
            QTest::newRow(qPrintable(expected.value(QLatin1String("file")).toString())) << expected;
    }
}

void TestSampleWxr::readsWholeFiles()
{
    QFETCH(QJsonObject, expected);
    WordPressReader reader;
    QVERIFY(reader.open(m_folder.filePath(expected.value(QLatin1String("file")).toString())));
    int items = 0;
    QMap<QString, QVariant> kinds;
    QJsonArray posts;
    for (auto item = reader.next(); *item; item = reader.next()) {
        ++items;
        const WordPressItem &read = **item;
        const QString kind = read.type + QLatin1Char('/') + read.status;
        kinds[kind] = kinds.value(kind).toInt() + 1;
        if (read.type == QLatin1String("post"))
            posts.append(shown(read));
    }
    QCOMPARE(items, expected.value(QLatin1String("items")).toInt());
    QCOMPARE(QJsonObject::fromVariantMap(kinds), expected.value(QLatin1String("by_type_and_status")).toObject());
    QCOMPARE(reader.droppedComments(), expected.value(QLatin1String("comments")).toInt());
    QCOMPARE(posts, expected.value(QLatin1String("posts")).toArray());
    QVERIFY(reader.repairs().isEmpty());
    QCOMPARE(reader.position(), reader.size());
}

void TestSampleWxr::mendsBrokenFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qint64>("line");
    QTest::addColumn<int>("items");
    QTest::newRow("attachments") << QStringLiteral("multiple/attachments-only.xml") << qint64(11) << 1;
    QTest::newRow("everything") << QStringLiteral("sample.xml") << qint64(109) << 6;
    QTest::newRow("without slugs") << QStringLiteral("sample-no-slug.xml") << qint64(109) << 6;
}

void TestSampleWxr::mendsBrokenFiles()
{
    QFETCH(QString, name);
    QFETCH(qint64, line);
    QFETCH(int, items);
    WordPressReader reader;
    QVERIFY(reader.open(m_folder.filePath(name)));
    QList<WordPressItem> read;
    for (auto item = reader.next(); *item; item = reader.next())
        read.append(**item);
    QCOMPARE(read.size(), items);
    QCOMPARE(reader.repairs().size(), 1);
    QCOMPARE(reader.repairs().first().kind, intake::XmlRepair::Kind::Ampersand);
    QCOMPARE(reader.repairs().first().firstLine, line);
    QCOMPARE(reader.repairs().first().count, 10);
    for (const WordPressItem &item : std::as_const(read)) {
        if (item.type == QLatin1String("attachment"))
            QVERIFY(item.attachmentUrl.endsWith(QLatin1String("&auto=format&fit=crop&w=1268&q=80")));
    }
}

QTEST_APPLESS_MAIN(TestSampleWxr)
#include "tst_sample_wxr.moc"
