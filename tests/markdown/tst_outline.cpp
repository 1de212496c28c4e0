// Headings, links and images with their lines.
#include "markdown/outline.h"

#include <QTest>

class TestOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void headings();
    void links();
    void images();
    void attachments();
    void textBeyondTheLimitsHasNone();
};

void TestOutline::headings()
{
    const auto found = markdown::outline(QStringLiteral("# A *b*\n\nc\n\n> ## `d` e\n\nf\n===\n")).headings;
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).level, 1);
    QCOMPARE(found.at(0).text, QStringLiteral("A b"));
    QCOMPARE(found.at(0).line, 1);
    QCOMPARE(found.at(1).level, 2);
    QCOMPARE(found.at(1).text, QStringLiteral("d e"));
    QCOMPARE(found.at(1).line, 5);
    QCOMPARE(found.at(2).level, 1);
    QCOMPARE(found.at(2).line, 7);
}

void TestOutline::links()
{
    const auto found = markdown::links(QStringLiteral("[a *b*](https://c.example/ü)\nd [e](f.html)\n\n"
                                                      "- [g](ftp://h.example)\n- <javascript:i>\n\n[j][k]\n\n"
                                                      "[k]: //l.example\n"));
    QCOMPARE(found.size(), 5);
    QCOMPARE(found.at(0).url, QStringLiteral("https://c.example/ü"));
    QCOMPARE(found.at(0).text, QStringLiteral("a b"));
    QCOMPARE(found.at(0).line, 1);
    QVERIFY(found.at(0).kept);
    QCOMPARE(found.at(1).line, 2);
    QVERIFY(found.at(1).kept);
    QCOMPARE(found.at(2).line, 4);
    QVERIFY(!found.at(2).kept);
    QCOMPARE(found.at(3).url, QStringLiteral("javascript:i"));
    QVERIFY(!found.at(3).kept);
    QCOMPARE(found.at(4).text, QStringLiteral("j"));
    QCOMPARE(found.at(4).url, QStringLiteral("//l.example"));
    QCOMPARE(found.at(4).line, 7);
    QVERIFY(!found.at(4).kept);
}

void TestOutline::images()
{
    const auto found = markdown::images(QStringLiteral("![A\n*dog*](dog.png)\n\n![](https://a.example/b.png)\n"
                                                       "![x ![y](z.png)](data:image/png;base64,AAAA)"));
    QCOMPARE(found.size(), 4);
    QCOMPARE(found.at(0).url, QStringLiteral("dog.png"));
    QCOMPARE(found.at(0).alt, QStringLiteral("A dog"));
    QVERIFY(found.at(0).kept);
    QCOMPARE(found.at(1).alt, QString());
    QCOMPARE(found.at(1).line, 4);
    QVERIFY(!found.at(1).kept);
    QCOMPARE(found.at(2).alt, QStringLiteral("x y"));
    QVERIFY(!found.at(2).kept);
    QVERIFY(found.at(3).kept);
}

void TestOutline::attachments()
{
    const QString text =
        QStringLiteral("![a](attachment:1) ![b](attachment:2)\n[c](attachment:1) [d](e.html) ![f](g.png)\n\n"
                       "    ![h](attachment:1)\n");
    markdown::Options options;
    options.attachments = {QStringLiteral("1")};
    const markdown::Outline answer = markdown::outline(text, options);
    QCOMPARE(answer.images.size(), 3);
    QVERIFY(answer.images.at(0).kept && !answer.images.at(1).kept && answer.images.at(2).kept);
    QVERIFY(answer.links.at(0).kept && answer.links.at(1).kept);
    options.dialect = markdown::Dialect::Letter;
    const markdown::Outline letter = markdown::outline(text, options);
    QCOMPARE(letter.images.size(), 4); // indented lines are no code in letters
    QVERIFY(letter.images.at(0).kept && !letter.images.at(1).kept && !letter.images.at(2).kept);
    QVERIFY(letter.images.at(3).kept);
    QVERIFY(letter.links.at(0).kept && !letter.links.at(1).kept);
}

void TestOutline::textBeyondTheLimitsHasNone()
{
    const QString links = QStringLiteral("[a](b) ").repeated(200'000);
    QVERIFY(markdown::outline(links).links.isEmpty());
    QVERIFY(markdown::outline(QStringLiteral("> ").repeated(300) + QStringLiteral("# a")).headings.isEmpty());
}

QTEST_GUILESS_MAIN(TestOutline)
#include "tst_outline.moc"
