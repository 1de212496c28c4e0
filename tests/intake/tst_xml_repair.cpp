// XmlRepairer: what is mended of an XML file, what is counted, and what is left to the XML reader.
#include "intake/xml_repair.h"

#include <QElapsedTimer>
#include <QStringEncoder>
#include <QTest>
#include <QXmlStreamReader>

using intake::XmlRepair;
using intake::XmlRepairer;
using Kind = intake::XmlRepair::Kind;

namespace {

struct Mended {
    QString text;    // of the root and all in it; "!" and the line where the XML reader finds it broken
    QString repairs; // "&2@1": two ampersands, the first in line 1
};

QString shown(const QList<XmlRepair> &repairs)
{
    const auto letterOf = [](Kind kind) {
        return QLatin1String("c&x[e").at(int(kind));
    };
    QStringList all;
    for (const XmlRepair &repair : repairs)
        all.append(QString(letterOf(repair.kind)) + QString::number(repair.count) + QLatin1Char('@') +
                   QString::number(repair.firstLine));
    return all.join(QLatin1Char(' '));
}

Mended mended(const QByteArray &file, qsizetype piece = 1 << 20)
{
    XmlRepairer repairer;
    QXmlStreamReader xml;
    xml.setNamespaceProcessing(false);
    xml.addData(QString());
    Mended result;
    for (qsizetype at = 0; at < file.size(); at += piece)
        xml.addData(repairer.mend(QByteArrayView(file).sliced(at, qMin(piece, file.size() - at)), false));
    xml.addData(repairer.mend({}, true));
    while (!xml.atEnd()) {
        if (xml.readNext() == QXmlStreamReader::Characters)
            result.text.append(xml.text());
    }
    if (xml.hasError())
        result.text.append(QLatin1Char('!') + QString::number(xml.lineNumber()));
    result.repairs = shown(repairer.repairs());
    return result;
}

QByteArray utf16(const QString &text, QStringConverter::Encoding encoding, bool hasMark)
{
    QStringEncoder encoder(encoding, hasMark ? QStringConverter::Flag::WriteBom : QStringConverter::Flag::Default);
    return encoder(text);
}

} // namespace

class TestXmlRepair : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mends_data();
    void mends();
    void readsEncodings_data();
    void readsEncodings();
    void tellsWhatItCannotRead();
    void leavesSoundFilesAlone_data();
    void leavesSoundFilesAlone();
    void endsSections_data();
    void endsSections();
    void leavesTheRestBroken_data();
    void leavesTheRestBroken();
    void keepsLines();
    void expandsNothing();
    void partsLongTexts();
    void refusesWhatIsTooLong();
    void isFast_data();
    void isFast();
};

void TestXmlRepair::mends_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("repairs");
    const auto row = [](const char *name, const QByteArray &file, const char *text, const char *repairs) {
        QTest::newRow(name) << file << QString::fromUtf8(text) << QString::fromLatin1(repairs);
    };
    row("control characters",
        QByteArray("<r>\na\x01"
                   "b\x0B\x1F"
                   "c\0d\x7F</r>",
                   17),
        "\nabcd\x7F", "c4@2");
    row("in a section",
        "<r>\n\n<![CDATA[a\x08"
        "b]]></r>",
        "\n\nab", "c1@3");
    row("in an attribute",
        "<r t='a\x08"
        "b'>x</r>",
        "x", "c1@1");
    row("as references", "<r>a&#x1;b&#0;c&#xD800;d&#xFFFF;e&#x110000;&#99999999999;</r>", "abcde", "c6@1");
    row("sound references", "<r>&#65;&#x42;&#233;&#x1F600;&lt;&amp;&gt;&quot;&apos;</r>", "ABé\U0001F600<&>\"'", "");
    row("places of windows-1252", "<r>&#150;&#x92;</r>", "\u2013\u2019", "e2@1");
    row("a capital X", "<r>&#X41;</r>", "A", "e1@1");
    row("U+FFFE and U+FFFF", "<r>a\xEF\xBF\xBE\xEF\xBF\xBF\xEF\xBF\xBD</r>", "a\uFFFD", "c2@1");
    row("a lone surrogate",
        "<r>a\xED\xA0\xBD"
        "b</r>",
        "ab", "c1@1");
    row("windows-1252 among UTF-8", "<r>\xE9t\xC3\xA9 \x93no\x94\n\x80</r>", "été “no”\n€", "x4@1");
    row("a broken sequence", "<r>\xE2\x82 \xF0\x9F\x98 \xC3</r>", "â‚ ðŸ˜ Ã", "x6@1");
    row("an overlong sequence", "<r>\xC0\xAF</r>", "À¯", "x2@1");
    row("ampersands", "<r>\na & b &ixid=1&x; && &; &#; &#xg; &</r>", "\na & b &ixid=1&x; && &; &#; &#xg; &", "&9@2");
    row("an ampersand in an attribute", "<r><a h=\"?a=1&b=2&amp;c&nbsp;\"/>x</r>", "x", "&1@1 e1@1");
    row("ampersands in a section", "<r><![CDATA[a & b &nbsp; &#1;]]></r>", "a & b &nbsp; &#1;", "");
    row("named by HTML", "<r>&nbsp;&eacute;&hellip;&Omega;&AMP;</r>", "\u00A0é…Ω&", "e5@1");
    row("named by nobody", "<r>&nonesuch; &nbsp</r>", "&nonesuch; &nbsp", "&2@1");
    row("the end of a section in text", "<r>a]]>b]c]]d</r>", "a]]>b]c]]d", "[1@1");
    row("blank lines before", "\n\n <?xml version=\"1.0\"?><r>&</r>", "&", "&1@3");
    row("junk before", "<br />\n<b>Warning</b>: x in y & z <?xml version='1.0'?>\n<r>&</r>", "&", "&1@3");
    row("junk without a declaration", "Notice: x\n<rss>&</rss>", "&", "&1@2");
    row("a mark", "\xEF\xBB\xBF<?xml version='1.0' encoding='UTF-8'?><r>é</r>", "é", "");
    row("old Mac lines", "<r>\r\ra & b\r</r>", "\n\na & b\n", "&1@3");
    row("DOS lines", "<r>\r\n\r\na & b\r\n</r>", "\n\na & b\n", "&1@3");
    row("comments and instructions", "<r>a<!-- & <b> \n -->b<?php & ?>c&</r>", "a\nbc&", "&1@2");
}

void TestXmlRepair::mends()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, text);
    QFETCH(QString, repairs);
    for (const qsizetype piece : {qsizetype(1) << 20, qsizetype(1)}) {
        const Mended result = mended(file, piece);
        QCOMPARE(result.text, text);
        QCOMPARE(result.repairs, repairs);
    }
}

void TestXmlRepair::readsEncodings_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("text");
    const QString wide = QStringLiteral("<?xml version='1.0' encoding='UTF-16'?>\r\n<r>é\U0001F600</r>");
    const QString smile = QStringLiteral("é\U0001F600");
    QTest::newRow("UTF-16") << utf16(wide, QStringConverter::Utf16LE, true) << smile;
    QTest::newRow("UTF-16, the other way") << utf16(wide, QStringConverter::Utf16BE, true) << smile;
    QTest::newRow("UTF-16 without a mark") << utf16(wide, QStringConverter::Utf16LE, false) << smile;
    QTest::newRow("the other way, too") << utf16(wide, QStringConverter::Utf16BE, false) << smile;
    QTest::newRow("a wrong UTF-16") << wide.toUtf8() << smile;
    const auto row = [](const char *name, const char *charset, const char *bytes, const char *text) {
        QTest::newRow(name) << "<?xml version=\"1.0\" encoding=\"" + QByteArray(charset) + "\"?>\n<r>" + bytes + "</r>"
                            << QString::fromUtf8(text);
    };
    row("Latin-1", "ISO-8859-1", "caf\xE9 \x80", "café €");
    row("windows-1252", "windows-1252", "\x93\xC9\xBB \xFC", "“É» ü");
    row("windows-1251", "windows-1251", "\xCC\xE8\xF0", "Мир");
    row("UTF-8 after all", "iso-8859-1", "caf\xC3\xA9", "café");
    row("a name of nothing", "x-nonesuch", "caf\xC3\xA9", "café");
    row("Shift_JIS in ASCII", "Shift_JIS", "cafe", "cafe");
}

void TestXmlRepair::readsEncodings()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, text);
    const Mended result = mended(file);
    QCOMPARE(result.text.trimmed(), text);
    QCOMPARE(result.repairs, QString());
}

void TestXmlRepair::tellsWhatItCannotRead()
{
    XmlRepairer repairer;
    (void)repairer.mend("<?xml version='1.0' encoding='Shift_JIS'?><r>\x93\xFA</r>", true);
    QCOMPARE(repairer.unreadable(), QByteArray("cp932"));
    // Halves of pairs are no characters, in UTF-16 as elsewhere; neither is half of a unit.
    const char units[] = "\xFF\xFE<\0r\0>\0\x3D\xD8"
                         "a\0\x00\xDE<\0/\0r\0>\0 ";
    const Mended result = mended(QByteArray(units, sizeof(units) - 1));
    QCOMPARE(result.text, QStringLiteral("a"));
    QCOMPARE(result.repairs, QStringLiteral("c2@1 x1@1"));
}

void TestXmlRepair::leavesSoundFilesAlone_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *inside, const char *text) {
        QTest::newRow(name) << QByteArray(inside) << QString::fromUtf8(text);
    };
    row("a section", "<![CDATA[a < b & c ]] > ]>]]>", "a < b & c ]] > ]>");
    row("blanks around it", "\n<![CDATA[a]]>\n", "\na\n");
    row("its end as text", "<![CDATA[a]]]]><![CDATA[>b]]>", "a]]>b");
    row("its end as text, twice", "<![CDATA[]]]]><![CDATA[>]]]]><![CDATA[>]]>", "]]>]]>");
    row("brackets before its end", "<![CDATA[a]]]]>", "a]]");
    row("two of them", "<![CDATA[a]]> <![CDATA[b]]>", "a b");
    row("text between them", "<![CDATA[a]]> &amp; <![CDATA[b]]>", "a & b");
    row("text behind", "<![CDATA[a]]> &amp; b", "a & b");
    row("a beginning in it", "<![CDATA[a <![CDATA[ b]]>", "a <![CDATA[ b");
    row("at once", "<![CDATA[<![CDATA[a]]>", "<![CDATA[a");
    row("a script", "<![CDATA[<script>//<![CDATA[\nx\n//]]]]><![CDATA[></script>]]>",
        "<script>//<![CDATA[\nx\n//]]></script>");
    row("wrapped as text", "<![CDATA[<![CDATA[a]]]]><![CDATA[>]]>", "<![CDATA[a]]>");
    row("the end of its element", "<![CDATA[a </t> <b>c</b>]]>", "a </t> <b>c</b>");
    row("an export that is shown", "<![CDATA[a </t><wp:status>c</wp:status>]]>", "a </t><wp:status>c</wp:status>");
    row("with sections", "<![CDATA[<t><![CDATA[a]]]]><![CDATA[></t><wp:x><![CDATA[b]]]]><![CDATA[></wp:x>]]>",
        "<t><![CDATA[a]]></t><wp:x><![CDATA[b]]></wp:x>");
    row("with a section behind", "<![CDATA[</t><wp:status><![CDATA[b]]]]><![CDATA[></wp:status>]]>",
        "</t><wp:status><![CDATA[b]]></wp:status>");
    row("nothing in it", "<![CDATA[]]>", "");
}

void TestXmlRepair::leavesSoundFilesAlone()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, text);
    const QByteArray file = "<item><t>" + inside + "</t><wp:status>x</wp:status></item>";
    QXmlStreamReader strict(file.mid(6, inside.size() + 7));
    (void)strict.readNextStartElement();
    QCOMPARE(strict.readElementText(), text); // the case is sound
    for (const qsizetype piece : {qsizetype(1) << 20, qsizetype(1)}) {
        const Mended result = mended(file, piece);
        QCOMPARE(result.text, text + QLatin1Char('x'));
        QCOMPARE(result.repairs, QString());
    }
}

void TestXmlRepair::endsSections_data()
{
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("repairs");
    const auto row = [](const char *name, const char *inside, const char *text, const char *repairs) {
        QTest::newRow(name) << QByteArray(inside) << QString::fromUtf8(text) << QString::fromLatin1(repairs);
    };
    row("early, before a tag", "\n<![CDATA[a ]]> <p>b &nbsp;</p>]]>", "\na ]]> <p>b &nbsp;</p>", "[1@2");
    row("early, before text", "<![CDATA[a ]]> b & c]]>", "a ]]> b & c", "[1@1");
    row("early, twice", "<![CDATA[a ]]> b\n]]> <p>c]]>", "a ]]> b\n]]> <p>c", "[2@1");
    row("early, and no more", "<![CDATA[a ]]> <p>b</p>", "a ]]> <p>b</p>", "[2@1");
    row("a script", "<![CDATA[<script>//<![CDATA[\nx\n//]]>\n</script> & <p>b</p>]]>",
        "<script>//<![CDATA[\nx\n//]]>\n</script> & <p>b</p>", "[1@3");
    row("a beginning within", "<![CDATA[a <![CDATA[ b ]]> c ]]>", "a <![CDATA[ b ]]> c ", "[1@1");
    row("text and a beginning behind", "<![CDATA[a ]]> b ]]> <![CDATA[c]]>", "a ]]> b  c", "[1@1");
    row("wrapped", "<![CDATA[<![CDATA[a & b]]>]]>", "a & b", "[1@1");
    row("wrapped with blanks", "<![CDATA[<![CDATA[a]]>\n]]>", "a\n", "[1@1");
    row("never", "<![CDATA[a & <p>b</p>", "a & <p>b</p>", "[1@1");
}

void TestXmlRepair::endsSections()
{
    QFETCH(QByteArray, inside);
    QFETCH(QString, text);
    QFETCH(QString, repairs);
    const QByteArray file = "<item><t>" + inside + "</t ><wp:status><![CDATA[x]]></wp:status></item>";
    for (const qsizetype piece : {qsizetype(1) << 20, qsizetype(1)}) {
        const Mended result = mended(file, piece);
        QCOMPARE(result.text, text + QLatin1Char('x'));
        QCOMPARE(result.repairs, repairs);
    }
}

void TestXmlRepair::leavesTheRestBroken_data()
{
    QTest::addColumn<QByteArray>("file");
    QTest::addColumn<QString>("text");
    QTest::newRow("tags that do not match") << QByteArray("<r>\n<a>x</b>\n</r>") << QStringLiteral("\nx!2");
    QTest::newRow("a lost tag") << QByteArray("<r>\n<a><![CDATA[x]]>\n<link>y</link>\n</r>")
                                << QStringLiteral("\nx\ny\n!4");
    QTest::newRow("cut off in a tag") << QByteArray("<r>\n<a") << QStringLiteral("!2");
    QTest::newRow("in a section") << QByteArray("<r>\n<![CDATA[x") << QStringLiteral("\n!2");
    QTest::newRow("in a comment") << QByteArray("<r>\n<!-- x\n") << QStringLiteral("!2");
    QTest::newRow("in a character") << QByteArray("<r>x\xE2\x82") << QStringLiteral("!1");
    QTest::newRow("a lone less-than") << QByteArray("<r>\na < b</r>") << QStringLiteral("\na !2");
    QTest::newRow("an attribute that never ends") << QByteArray("<r>\n<a b='c>d</a>\n</r>") << QStringLiteral("!2");
    QTest::newRow("nothing") << QByteArray() << QStringLiteral("!1");
    QTest::newRow("no XML") << QByteArray("Dear Column") << QStringLiteral("!1");
}

void TestXmlRepair::leavesTheRestBroken()
{
    QFETCH(QByteArray, file);
    QFETCH(QString, text);
    QCOMPARE(mended(file).text, text);
}

void TestXmlRepair::keepsLines()
{
    const QByteArray before =
        "\n<!-- a\n\r\n --><?b\n?><!DOCTYPE r [\n<!ENTITY x \"]>\">\n]>\n<r\n a='1'>\r<![CDATA[\n]]>";
    const auto lines = before.count('\n') + 1; // of "\r"
    const Mended result = mended(before + "&</r>");
    QCOMPARE(result.repairs, QStringLiteral("&1@%1").arg(lines + 1));
}

void TestXmlRepair::expandsNothing()
{
    const Mended bomb = mended("<!DOCTYPE r [<!ENTITY a \"hahaha\"><!ENTITY b \"&a;&a;&a;\">\n"
                               "<!ENTITY f SYSTEM \"file:///etc/hostname\">]>\n<r>&b;&f;&a;</r>");
    QCOMPARE(bomb.text, QStringLiteral("&b;&f;&a;"));
    QCOMPARE(bomb.repairs, QStringLiteral("&3@3"));
}

void TestXmlRepair::partsLongTexts()
{
    const QByteArray words = QByteArray("Für Elise ] ").repeated(60000);
    for (const auto &[before, after] : {std::pair("<r><![CDATA[", "]]></r>"), std::pair("<r>", "</r>")}) {
        const QByteArray file = before + words + after;
        XmlRepairer repairer;
        QXmlStreamReader xml;
        xml.addData(QString());
        QString text;
        qsizetype longest = 0;
        for (qsizetype at = 0; at <= file.size(); at += 50000) {
            xml.addData(repairer.mend(QByteArrayView(file).sliced(at).first(qMin<qsizetype>(50000, file.size() - at)),
                                      at + 50000 > file.size()));
            while (xml.readNext() != QXmlStreamReader::Invalid && !xml.isEndDocument()) {
                text.append(xml.text());
                longest = qMax(longest, xml.text().size());
            }
        }
        QVERIFY2(!xml.hasError(), qPrintable(xml.errorString()));
        QCOMPARE(text, QString::fromUtf8(words));
        QVERIFY2(longest <= 3 * XmlRepairer::reach, qPrintable(QString::number(longest)));
        QVERIFY(repairer.repairs().isEmpty());
    }
}

void TestXmlRepair::refusesWhatIsTooLong()
{
    QByteArray attributes;
    for (int at = 0; at <= XmlRepairer::mostAttributes; ++at)
        attributes.append(" a" + QByteArray::number(at) + "=''");
    QCOMPARE(mended("<r>\n<a" + attributes + ">x</a></r>").text, QStringLiteral("\n!2"));
    const QByteArray longName(XmlRepairer::reach, 'a');
    QCOMPARE(mended("<r>\n<" + longName + ">x</" + longName + "></r>").text, QStringLiteral("\n!2"));
    const QByteArray fits = "<a b='" + QByteArray(XmlRepairer::reach - 100, 'c') + "&amp;'>";
    QCOMPARE(mended("<r>\n" + fits + "x</a></r>").text, QStringLiteral("\nx"));
}

void TestXmlRepair::isFast_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("again");
    QTest::newRow("ends of sections") << QByteArray("<t><![CDATA[") << QByteArray("]]>");
    QTest::newRow("ends far from a tag") << QByteArray("<t><![CDATA[")
                                         << QByteArray("]]>").repeated(9000) + QByteArray(30000, ' ') + "<b>";
    QTest::newRow("ends of the element") << QByteArray("<t><![CDATA[") << QByteArray("</t><item>");
    QTest::newRow("with beginnings") << QByteArray("<t><![CDATA[") << QByteArray("<![CDATA[</t>  <item>");
    QTest::newRow("sections") << QByteArray("<t>") << QByteArray("<![CDATA[<![CDATA[");
    QTest::newRow("elements with them") << QByteArray("<t>") << QByteArray("<t><![CDATA[<![CDATA[]]></t>");
    QTest::newRow("ampersands") << QByteArray("<t>") << QByteArray("&");
    QTest::newRow("tags that never end") << QByteArray("<t>") << QByteArray("<a '");
    QTest::newRow("comments that never end") << QByteArray("<t><!--") << QByteArray("--");
    QTest::newRow("brackets") << QByteArray("<t><![CDATA[") << QByteArray("]");
    QTest::newRow("document type") << QByteArray("<!DOCTYPE t [") << QByteArray("[");
    QTest::newRow("bytes that are not UTF-8") << QByteArray("<t>") << QByteArray("\xF0\x9F\x98");
}

void TestXmlRepair::isFast()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, again);
    constexpr qsizetype size = 2LL * 1024 * 1024;
    constexpr qsizetype piece = 64LL * 1024;
    const QByteArray file = before + again.repeated(size / again.size());
    XmlRepairer repairer;
    QElapsedTimer timer;
    timer.start();
    for (qsizetype at = 0; at < file.size(); at += piece)
        (void)repairer.mend(QByteArrayView(file).sliced(at, qMin(piece, file.size() - at)), false);
    (void)repairer.mend({}, true);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
}

QTEST_APPLESS_MAIN(TestXmlRepair)
#include "tst_xml_repair.moc"
