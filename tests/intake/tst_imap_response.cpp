#include "intake/imap_response.h"

#include <QTest>

using intake::ImapLines;
using intake::ImapResponse;
using intake::ImapValue;

namespace {

ImapResponse parsed(const QByteArray &line)
{
    return intake::parseResponse({{line}, {}});
}

// The values as text, to compare.
QByteArray shown(const std::vector<ImapValue> &values)
{
    QByteArrayList parts;
    for (const ImapValue &value : values) {
        switch (value.kind) {
        case ImapValue::Kind::Nil:
            parts.append("nil");
            break;
        case ImapValue::Kind::Atom:
            parts.append(value.bytes);
            break;
        case ImapValue::Kind::Text:
            parts.append('<' + value.bytes + '>');
            break;
        case ImapValue::Kind::List:
            parts.append('(' + shown(value.items) + ')');
            break;
        }
    }
    return parts.join(' ');
}

} // namespace

class TestImapResponse : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsStatuses_data();
    void readsStatuses();
    void readsValues_data();
    void readsValues();
    void readsLiterals();
    void depthIsBounded();
    void knowsTheMarkOfALiteral_data();
    void knowsTheMarkOfALiteral();
    void quotes();
};

void TestImapResponse::readsStatuses_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("tag");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("code");
    QTest::addColumn<QByteArray>("argument");
    QTest::addColumn<QString>("text");
    QTest::newRow("tagged") << QByteArray("a7 OK done") << QByteArray("a7") << QByteArray("OK") << QByteArray()
                            << QByteArray() << QStringLiteral("done");
    QTest::newRow("a code") << QByteArray("* ok [uidvalidity 3857529045] UIDs valid") << QByteArray("*")
                            << QByteArray("OK") << QByteArray("UIDVALIDITY") << QByteArray("3857529045")
                            << QStringLiteral("UIDs valid");
    QTest::newRow("a code alone") << QByteArray("a1 NO [AUTHENTICATIONFAILED]") << QByteArray("a1") << QByteArray("NO")
                                  << QByteArray("AUTHENTICATIONFAILED") << QByteArray() << QString();
    QTest::newRow("a bracket that stays open") << QByteArray("* BYE [oops") << QByteArray("*") << QByteArray("BYE")
                                               << QByteArray() << QByteArray() << QStringLiteral("[oops");
    QTest::newRow("control characters") << QByteArray("* NO a\x1B[2Jb") << QByteArray("*") << QByteArray("NO")
                                        << QByteArray() << QByteArray() << QStringLiteral("a[2Jb");
    QTest::newRow("a name alone") << QByteArray("a1 BAD") << QByteArray("a1") << QByteArray("BAD") << QByteArray()
                                  << QByteArray() << QString();
    QTest::newRow("more is wanted") << QByteArray("+ go on") << QByteArray("+") << QByteArray() << QByteArray()
                                    << QByteArray() << QStringLiteral("go on");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QByteArray() << QByteArray() << QByteArray()
                             << QString();
}

void TestImapResponse::readsStatuses()
{
    QFETCH(QByteArray, line);
    const ImapResponse response = parsed(line);
    QTEST(response.tag, "tag");
    QTEST(response.name, "name");
    QTEST(response.code, "code");
    QTEST(response.codeArgument, "argument");
    QTEST(response.text, "text");
}

void TestImapResponse::readsValues_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<qint64>("number");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("values");
    const auto row = [](const char *title, const QByteArray &line, qint64 number, const QByteArray &name,
                        const QByteArray &values) {
        QTest::newRow(title) << line << number << name << values;
    };
    row("exists", "* 23 EXISTS", 23, "EXISTS", "");
    row("list", "* LIST (\\HasNoChildren) \".\" \"a \\\"b\\\\\"", -1, "LIST", "(\\HasNoChildren) <.> <a \"b\\>");
    row("nil", "* LIST () nil INBOX", -1, "LIST", "() nil INBOX");
    row("fetch", "* 3 FETCH (UID 7 RFC822.SIZE 40)", 3, "FETCH", "(UID 7 RFC822.SIZE 40)");
    row("nested", "* 3 FETCH (FLAGS (\\Seen) X (a (b) c))", 3, "FETCH", "(FLAGS (\\Seen) X (a (b) c))");
    row("a section", "* 3 FETCH (BODY[HEADER.FIELDS (DATE)] \"x\")", 3, "FETCH", "(BODY[HEADER.FIELDS (DATE)] <x>)");
    row("stays open", "* 3 FETCH (UID 7 (", 3, "FETCH", "(UID 7 ())");
    row("a quotation that stays open", "* X \"abc", -1, "X", "<abc>");
    row("closes too often", "* X a) b", -1, "X", "a");
    row("only spaces", "*  ", -1, "", "");
    row("a huge number", "* 99999999999999999999 EXISTS", -1, "99999999999999999999", "EXISTS");
}

void TestImapResponse::readsValues()
{
    QFETCH(QByteArray, line);
    const ImapResponse response = parsed(line);
    QTEST(response.number, "number");
    QTEST(response.name, "name");
    QFETCH(QByteArray, values);
    QCOMPARE(shown(response.values), values);
}

void TestImapResponse::readsLiterals()
{
    const ImapLines lines{{"* 1 FETCH (UID 7 BODY[] ", " X ", ")"}, {{"a)\r\n(b", 7}, {{}, 0}}};
    const ImapResponse response = intake::parseResponse(lines);
    QCOMPARE(shown(response.values), QByteArray("(UID 7 BODY[] <a)\r\n(b> X <>)"));
    const ImapResponse cut = intake::parseResponse({{"* 1 FETCH (BODY[] ", ")"}, {{"begin", 5000}}});
    QCOMPARE(cut.values.front().items.at(1).size, 5000);
}

void TestImapResponse::depthIsBounded()
{
    const ImapResponse response = parsed("* X " + QByteArray(100'000, '('));
    QVERIFY(!response.values.empty());
}

void TestImapResponse::knowsTheMarkOfALiteral_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("isFirst");
    QTest::addColumn<qint64>("size");
    QTest::addColumn<int>("length");
    const auto row = [](const QByteArray &line, bool isFirst, qint64 size, int length) {
        QTest::newRow(line.constData()) << line << isFirst << size << length;
    };
    row("* 1 FETCH (BODY[] {310}", true, 310, 5);
    row(" X {0}", false, 0, 3);
    row("* 1 FETCH (BINARY[] ~{12}", true, 12, 5);
    row("* OK a text {5}", true, -1, 0);
    row("a1 no {5}", true, -1, 0);
    row("+ go on {5}", true, -1, 0);
    row("* 1 FETCH (BODY[] {}", true, -1, 0);
    row("* 1 FETCH (BODY[] {-1}", true, -1, 0);
    row("* 1 FETCH (BODY[] {9999999999999999999}", true, -1, 0);
    row("5}", false, -1, 0);
    row("", true, -1, 0);
}

void TestImapResponse::knowsTheMarkOfALiteral()
{
    QFETCH(QByteArray, line);
    QFETCH(bool, isFirst);
    QFETCH(qint64, size);
    QFETCH(int, length);
    const auto mark = intake::literalMark(line, isFirst);
    QCOMPARE(mark.has_value(), size >= 0);
    if (mark) {
        QCOMPARE(mark->size, size);
        QCOMPARE(mark->length, length);
    }
}

void TestImapResponse::quotes()
{
    QCOMPARE(intake::quotedText("a \"b\" \\c"), QByteArray("\"a \\\"b\\\" \\\\c\""));
    QCOMPARE(shown(parsed("* X " + intake::quotedText("a \"b\" \\c")).values), QByteArray("<a \"b\" \\c>"));
}

QTEST_GUILESS_MAIN(TestImapResponse)
#include "tst_imap_response.moc"
