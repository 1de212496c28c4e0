#include "ui/icons.h"
#include "ui/palette.h"

#include <QApplication>
#include <QTest>
#include <QWidget>

using ui::Role;
using ui::Style;

class PaletteTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void contrastIsThatOfWcag();
    void textStandsOut_data();
    void textStandsOut();
    void stylesAreToldApart();
    void paletteCarriesItsRoles();
    void highContrastWins();
    void followerHoldsAndRenews();
    void iconsTakeTheColourOfTheirRole();
};

void PaletteTest::contrastIsThatOfWcag()
{
    QCOMPARE(ui::contrast(Qt::black, Qt::white), 21.0);
    QCOMPARE(ui::contrast(Qt::white, Qt::white), 1.0);
    QVERIFY(qAbs(ui::contrast(QColor(0x76, 0x76, 0x76), Qt::white) - 4.54) < 0.01);
}

void PaletteTest::textStandsOut_data()
{
    QTest::addColumn<Style>("style");
    QTest::addColumn<Role>("ground");
    for (const Style style : {Style::Light, Style::Dark}) {
        for (const Role ground : {Role::Ground, Role::Sheet, Role::LetterSheet}) {
            const QString name = QStringLiteral("style %1 on %2").arg(int(style)).arg(int(ground));
            QTest::newRow(qPrintable(name)) << style << ground;
        }
    }
}

void PaletteTest::textStandsOut()
{
    QFETCH(Style, style);
    QFETCH(Role, ground);
    const QColor below = ui::tableColor(ground, style);
    QVERIFY(ui::contrast(ui::tableColor(Role::Text, style), below) >= 7.0);
    for (const Role mark : {Role::SecondaryText, Role::Accent, Role::Blocker, Role::Warning, Role::Fine})
        QVERIFY2(ui::contrast(ui::tableColor(mark, style), below) >= 4.5, qPrintable(QString::number(int(mark))));
}

QPalette desktopOf(const QColor &window, const QColor &text)
{
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, window);
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Text, text);
    return palette;
}

void PaletteTest::stylesAreToldApart()
{
    QCOMPARE(ui::styleOf(desktopOf(QColor(0xEF, 0xEF, 0xEF), Qt::black)), Style::Light);
    QCOMPARE(ui::styleOf(desktopOf(QColor(0x2E, 0x34, 0x36), QColor(0xEE, 0xEE, 0xEC))), Style::Dark);
    QCOMPARE(ui::styleOf(desktopOf(Qt::white, Qt::black)), Style::HighContrast);
    QCOMPARE(ui::styleOf(desktopOf(Qt::black, Qt::white)), Style::HighContrast);
}

void PaletteTest::paletteCarriesItsRoles()
{
    for (const Style style : {Style::Light, Style::Dark}) {
        const QPalette palette = ui::paletteFor(style, QPalette());
        for (const Role role : {Role::Ground, Role::Sheet, Role::LetterSheet, Role::Text, Role::SecondaryText,
                                Role::Accent, Role::Line, Role::Blocker, Role::Warning, Role::Fine})
            QCOMPARE(ui::color(role, palette), ui::tableColor(role, style));
        QCOMPARE(palette.color(QPalette::Base), ui::tableColor(Role::Sheet, style));
        QVERIFY(ui::contrast(palette.color(QPalette::HighlightedText), palette.color(QPalette::Highlight)) >= 4.5);
        QVERIFY(ui::contrast(palette.color(QPalette::ButtonText), palette.color(QPalette::Button)) >= 7.0);
        QVERIFY(ui::contrast(palette.color(QPalette::PlaceholderText), palette.color(QPalette::Base)) >= 4.5);
    }
}

void PaletteTest::highContrastWins()
{
    const QPalette desktop = desktopOf(Qt::black, Qt::white);
    QCOMPARE(ui::paletteFor(Style::HighContrast, desktop), desktop);
    QCOMPARE(ui::color(Role::LetterSheet, desktop), QColor(Qt::black));
    QCOMPARE(ui::color(Role::SecondaryText, desktop), QColor(Qt::white));
    QCOMPARE(ui::color(Role::Blocker, desktop), QColor(Qt::white));
    QVERIFY(!ui::tableColor(Role::Text, Style::HighContrast).isValid());
}

void PaletteTest::followerHoldsAndRenews()
{
    ui::PaletteFollower follower;
    for (const Style style : {Style::Dark, Style::Light}) {
        follower.hold(style);
        QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tableColor(Role::Ground, style));
        const QWidget widget;
        QCOMPARE(widget.palette().color(QPalette::Text), ui::tableColor(Role::Text, style));
    }
    // What a desktop sends when its style changes: the program's colours must stand afterwards.
    QApplication::setPalette(QPalette());
    QCOMPARE(QApplication::palette().color(QPalette::Window), ui::tableColor(Role::Ground, Style::Light));
    follower.hold({});
    QVERIFY(QApplication::palette().color(QPalette::Window).isValid());
}

void PaletteTest::iconsTakeTheColourOfTheirRole()
{
    ui::PaletteFollower follower;
    const QIcon star = ui::icon(QStringLiteral("star"), Role::Accent);
    for (const Style style : {Style::Light, Style::Dark}) {
        follower.hold(style);
        const QImage image = star.pixmap(32, 32).toImage();
        const QColor accent = ui::tableColor(Role::Accent, style);
        bool found = false;
        for (int y = 0; y < image.height() && !found; ++y) {
            for (int x = 0; x < image.width() && !found; ++x)
                found = image.pixelColor(x, y) == accent;
        }
        QVERIFY(found);
    }
    QVERIFY(ui::icon(QString()).isNull());
}

QTEST_MAIN(PaletteTest)
#include "tst_palette.moc"
