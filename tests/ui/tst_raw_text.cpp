#include "ui/raw_text.h"

#include <QTest>

// A raw message as characters on pages, without a window.
class RawTextTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void showsATextAsItIs();
    void makesCommandsVisible();
    void showsBytesThatAreNoText();
    void cutsNoCharacterInTwo();
    void pagesHoldEverythingOnce();
    void isBoundedForOneLongLine();
};

void RawTextTest::showsATextAsItIs()
{
    const ui::RawPage page = ui::rawPage("From: a@b.example\r\n\r\n<b>Déjà vu</b>\t1", 0);
    QCOMPARE(page.text, QStringLiteral("From: a@b.example\n\n<b>Déjà vu</b>\t1"));
    QCOMPARE(page.begin, 0);
    QCOMPARE(ui::rawPage({}, 0).text, QString());
    QCOMPARE(ui::rawPageCount({}), 1);
    QCOMPARE(ui::rawPage("a", 1).text, QString());
    QCOMPARE(ui::rawPage("a", -1).text, QString());
}

void RawTextTest::makesCommandsVisible()
{
    QCOMPARE(ui::rawPage(QByteArrayView("a\0b\x1b[2Jc\x7f\rd", 11), 0).text,
             QStringLiteral(u"a\u2400b\u241B[2Jc\u2421\u240Dd"));
    // A turned reading direction and a line separator would show what is not there.
    QCOMPARE(ui::rawPage("a\xe2\x80\xae"
                         "b\xe2\x80\xa8"
                         "c",
                         0)
                 .text,
             QStringLiteral(u"a\uFFFDb\uFFFDc"));
}

void RawTextTest::showsBytesThatAreNoText()
{
    QCOMPARE(ui::rawPage("caf\xe9 \xff\xfe", 0).text, QStringLiteral(u"caf\u00E9 \u00FF\u00FE"));
}

void RawTextTest::cutsNoCharacterInTwo()
{
    // Three bytes each, so that one lies across the end of the first page.
    const QByteArray raw = QStringLiteral("€").repeated(ui::rawPageSize / 2).toUtf8();
    QVERIFY(ui::rawPageSize % 3 != 0);
    QString all;
    for (qsizetype page = 0; page < ui::rawPageCount(raw); ++page)
        all += ui::rawPage(raw, page).text;
    QCOMPARE(all, QString::fromUtf8(raw));
}

void RawTextTest::pagesHoldEverythingOnce()
{
    const QByteArray raw(3 * ui::rawPageSize + 5, '\x80'); // nothing but ends of characters
    qsizetype at = 0;
    for (qsizetype page = 0; page < ui::rawPageCount(raw); ++page) {
        const ui::RawPage shown = ui::rawPage(raw, page);
        QCOMPARE(shown.begin, at);
        at = shown.end;
    }
    QCOMPARE(at, raw.size());
    QCOMPARE(ui::rawPageCount(raw), 4);
    QCOMPARE(ui::rawPageCount(QByteArray(2 * ui::rawPageSize, 'a')), 2);
}

void RawTextTest::isBoundedForOneLongLine()
{
    const QByteArray raw(50'000'000, 'a');
    QVERIFY(ui::rawPage(raw, 700).text.size() <= ui::rawPageSize + 4);
}

QTEST_APPLESS_MAIN(RawTextTest)
#include "tst_raw_text.moc"
