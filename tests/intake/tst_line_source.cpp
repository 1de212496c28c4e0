#include "intake/line_source.h"

#include <QBuffer>
#include <QTest>

using intake::LineSource;

namespace {

constexpr qsizetype smallest = 64;

std::unique_ptr<QBuffer> deviceWith(const QByteArray &bytes)
{
    auto buffer = std::make_unique<QBuffer>();
    buffer->setData(bytes);
    buffer->open(QIODevice::ReadOnly);
    return buffer;
}

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

class TestLineSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsLines_data();
    void endsLines();
    void endsLinesWhereverTheBufferEnds();
    void givesLongLinesInPieces();
    void looksAhead();
    void looksElsewhere();
    void tellsWhenItFails();
};

void TestLineSource::endsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QByteArrayList>("lines");
    QTest::newRow("nothing") << QByteArray() << QByteArrayList();
    QTest::newRow("Unix") << QByteArray("a\n\nb\n") << QByteArrayList{"a\n", "\n", "b\n"};
    QTest::newRow("DOS") << QByteArray("a\r\n\r\nb\r\n") << QByteArrayList{"a\r\n", "\r\n", "b\r\n"};
    QTest::newRow("Mac") << QByteArray("a\r\rb\r") << QByteArrayList{"a\r", "\r", "b\r"};
    QTest::newRow("DOS twice") << QByteArray("a\r\r\nb\r\r\n\r\r\n") << QByteArrayList{"a\r\r\n", "b\r\r\n", "\r\r\n"};
    QTest::newRow("mixed") << QByteArray("a\rb\nc\r\n\nd") << QByteArrayList{"a\r", "b\n", "c\r\n", "\n", "d"};
    QTest::newRow("no end") << QByteArray("a\nb") << QByteArrayList{"a\n", "b"};
    QTest::newRow("many returns") << QByteArray("\r\r\r\r\n") << QByteArrayList{"\r", "\r", "\r\r\n"};
}

void TestLineSource::endsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QByteArrayList, lines);
    LineSource source(deviceWith(bytes), smallest);
    QByteArrayList found;
    while (const auto line = source.next()) {
        found.append(line->bytes.toByteArray());
        QVERIFY(line->begins && line->isWhole);
        QCOMPARE(line->isBlank, found.last().trimmed().isEmpty());
    }
    QCOMPARE(found, lines);
    QCOMPARE(source.position(), bytes.size());
    QVERIFY(!source.hasFailed());

    qsizetype at = 0;
    for (const QByteArray &expected : lines) {
        const intake::TextLine line = intake::textLineAt(bytes, at);
        QCOMPARE(line.wholeIn(bytes).toByteArray(), expected);
        at = line.next;
    }
    QCOMPARE(intake::textLineAt(bytes, at).next, bytes.size());
}

void TestLineSource::endsLinesWhereverTheBufferEnds()
{
    for (const QByteArray &end : {QByteArray("\n"), QByteArray("\r\n"), QByteArray("\r"), QByteArray("\r\r\n")}) {
        for (qsizetype length = smallest - 8; length < smallest; ++length) {
            const QByteArray long_(length, 'x');
            LineSource source(deviceWith(long_ + end + "y" + end + end + "z"), smallest);
            QByteArrayList texts;
            int begun = 0;
            while (const auto line = source.next()) {
                begun += line->begins ? 1 : 0;
                texts.append(line->bytes.toByteArray());
            }
            QCOMPARE(begun, 4);
            QCOMPARE(texts.join(), long_ + end + "y" + end + end + "z");
        }
    }
}

void TestLineSource::givesLongLinesInPieces()
{
    const QByteArray bytes = QByteArray(200, 'x') + "\nshort\n" + QByteArray(40, 'y');
    LineSource source(deviceWith(bytes), smallest);
    QByteArray all;
    QList<bool> begins;
    QList<bool> isWhole;
    while (const auto line = source.next()) {
        all.append(line->bytes);
        begins.append(line->begins);
        isWhole.append(line->isWhole);
        QCOMPARE(source.atLineStart(), line->bytes.endsWith('\n') || source.position() == bytes.size());
    }
    QCOMPARE(all, bytes);
    QCOMPARE(begins, (QList<bool>{true, false, false, false, true, true}));
    QCOMPARE(isWhole, (QList<bool>{false, false, false, false, true, true}));
}

void TestLineSource::looksAhead()
{
    LineSource source(deviceWith("one\ntwo\n" + QByteArray(100, 'x')), smallest);
    QCOMPARE(source.ahead(3).toByteArray(), QByteArray("one"));
    QCOMPARE(source.ahead(1000).size(), smallest);
    QCOMPARE(source.next()->bytes.toByteArray(), QByteArray("one\n"));
    QCOMPARE(source.ahead(60).size(), 60);
    source.skip(4);
    QCOMPARE(source.position(), 8);
    QCOMPARE(source.ahead(2).toByteArray(), QByteArray("xx"));
    while (source.next()) {
    }
    QVERIFY(source.ahead(1).isEmpty());
}

void TestLineSource::looksElsewhere()
{
    const QByteArray bytes = "one\n" + QByteArray(100, 'x') + "\nlast\n";
    LineSource source(deviceWith(bytes), smallest);
    QCOMPARE(source.at(105, 4), QByteArray("last"));
    QCOMPARE(source.at(105, 100), QByteArray("last\n"));
    QVERIFY(source.at(1000, 4).isEmpty());
    QCOMPARE(source.next()->bytes.toByteArray(), QByteArray("one\n"));
    QCOMPARE(source.at(4, 2), QByteArray("xx"));
    QCOMPARE(source.at(0, 3), QByteArray("one"));
    QByteArray rest;
    while (const auto line = source.next())
        rest.append(line->bytes);
    QCOMPARE(rest, bytes.sliced(4));
    QVERIFY(!source.hasFailed());
}

void TestLineSource::tellsWhenItFails()
{
    LineSource source(std::make_unique<Failing>("one\ntw"), smallest);
    QVERIFY(source.at(1000, 1).isEmpty());
    QCOMPARE(source.next()->bytes.toByteArray(), QByteArray("one\n"));
    QCOMPARE(source.next()->bytes.toByteArray(), QByteArray("tw"));
    QVERIFY(!source.next());
    QVERIFY(source.hasFailed());
}

QTEST_APPLESS_MAIN(TestLineSource)
#include "tst_line_source.moc"
