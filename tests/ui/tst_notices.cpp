#include "ui/job_strip.h"
#include "ui/notice_strip.h"

#include <QTest>
#include <QToolButton>

using ui::Notice;
using ui::Notices;
using ui::NoticeStrip;

class NoticesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void worstStandsFirst();
    void newsGivesWayToNews();
    void sameTextStandsOnce();
    void withdrawnGoes();
    void buttonCallsWhileItsOwnerLives();
    void takesNoFocus();
    void progressIsPutInWords();
};

namespace {

base::Error failure()
{
    return {base::Error::Kind::Io, QStringLiteral("The folder Site is read-only. Choose another folder.")};
}

} // namespace

void NoticesTest::worstStandsFirst()
{
    Notices notices;
    NoticeStrip strip(notices);
    QVERIFY(strip.isHidden());
    notices.error(failure());
    notices.news(QStringLiteral("3 letters brought in."));
    notices.warning(QStringLiteral("One could not be read."));
    QCOMPARE(strip.count(), 3);
    QCOMPARE(strip.text(), failure().message);
    QVERIFY(!strip.isHidden());
    strip.findChild<QToolButton *>(QStringLiteral("noticeClose"))->click();
    QCOMPARE(strip.text(), QStringLiteral("One could not be read."));
    strip.findChild<QToolButton *>(QStringLiteral("noticeClose"))->click();
    strip.findChild<QToolButton *>(QStringLiteral("noticeClose"))->click();
    QCOMPARE(strip.count(), 0);
    QVERIFY(strip.isHidden());
}

void NoticesTest::newsGivesWayToNews()
{
    Notices notices;
    NoticeStrip strip(notices);
    notices.news(QStringLiteral("One."));
    notices.news(QStringLiteral("Two."));
    QCOMPARE(strip.count(), 1);
    QCOMPARE(strip.text(), QStringLiteral("Two."));
}

void NoticesTest::sameTextStandsOnce()
{
    Notices notices;
    NoticeStrip strip(notices);
    notices.error(failure());
    notices.error(failure());
    QCOMPARE(strip.count(), 1);
}

void NoticesTest::withdrawnGoes()
{
    Notices notices;
    NoticeStrip strip(notices);
    const int number = notices.error(failure());
    notices.withdraw(number + 1);
    QCOMPARE(strip.count(), 1);
    notices.withdraw(number);
    QCOMPARE(strip.count(), 0);
}

void NoticesTest::buttonCallsWhileItsOwnerLives()
{
    Notices notices;
    NoticeStrip strip(notices);
    auto *button = strip.findChild<QToolButton *>(QStringLiteral("noticeButton"));
    int calls = 0;
    QObject living;
    notices.show({Notice::Severity::Warning, QStringLiteral("A."), QStringLiteral("Details"), &living, [&] {
                      ++calls;
                  }});
    button->click();
    QCOMPARE(calls, 1);
    QCOMPARE(strip.count(), 0);
    {
        QObject dying;
        notices.show({Notice::Severity::Warning, QStringLiteral("B."), QStringLiteral("Details"), &dying, [&] {
                          ++calls;
                      }});
    }
    button->click();
    QCOMPARE(calls, 1);
}

void NoticesTest::takesNoFocus()
{
    Notices notices;
    QWidget window;
    NoticeStrip strip(notices, &window);
    QWidget other(&window);
    other.setFocusPolicy(Qt::StrongFocus);
    window.show();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    other.setFocus();
    notices.error(failure());
    QVERIFY(strip.isVisible());
    QVERIFY(other.hasFocus());
}

void NoticesTest::progressIsPutInWords()
{
    QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
    const QString title = QStringLiteral("Bringing in letters");
    QCOMPARE(ui::progressText(title, 4120, 10'000, {}), QStringLiteral("Bringing in letters · 4,120 of 10,000"));
    QCOMPARE(ui::progressText(title, 0, 0, {}), title);
    QCOMPARE(ui::progressText(title, 10'436'821, 113'039'683, QStringLiteral("5,558 letters")),
             QStringLiteral("Bringing in letters: 5,558 letters · 9 %"));
    QCOMPARE(ui::progressText(title, 12, 0, QStringLiteral("a.mbox")),
             QStringLiteral("Bringing in letters: a.mbox · 12"));
}

QTEST_MAIN(NoticesTest)
#include "tst_notices.moc"
