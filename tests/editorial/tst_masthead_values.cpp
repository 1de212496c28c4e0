#include "desk_fixture.h"

#include "editorial/masthead.h"

class TestMastheadValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyIsSetAndRead();
    void refusesWhatCannotBeUsed();
    void aPictureIsToldByItsBytes();
    void aStaleMastheadIsRefused();
    void changesCanBeTakenBack();
};

void TestMastheadValues::everyKeyIsSetAndRead()
{
    DeskFixture fixture;
    const QHash<QString, QString> special{
        {QStringLiteral("column.base-url"), QStringLiteral("https://juniper.example")},
        {QStringLiteral("column.language"), QStringLiteral("de-AT")},
        {QStringLiteral("column.time-zone"), QStringLiteral("Europe/Vienna")},
        {QStringLiteral("column.article-path"), QStringLiteral("{year}/{slug}/")},
        {QStringLiteral("column.letter-words"), QStringLiteral("350")},
    };
    for (const QString &key : editorial::mastheadKeys()) {
        if (key == editorial::authorPicture)
            continue;
        const QString value = special.value(key, QString(QLatin1String("value of ") + key));
        DO(editorial::setMastheadValue(*fixture.desk, key, value));
        TAKE(stored, editorial::mastheadValue(*fixture.desk, key));
        QCOMPARE(stored, value);
    }
}

void TestMastheadValues::refusesWhatCannotBeUsed()
{
    DeskFixture fixture;
    const QList<std::pair<QString, QString>> wrong{
        {QStringLiteral("column.name"), QStringLiteral("  ")},
        {QStringLiteral("column.base-url"), QStringLiteral("juniper")},
        {QStringLiteral("column.base-url"), QStringLiteral("javascript:alert(1)")},
        {QStringLiteral("column.language"), QStringLiteral("English please")},
        {QStringLiteral("column.time-zone"), QStringLiteral("Mars/Olympus")},
        {QStringLiteral("column.article-path"), QStringLiteral("../{slug}.html")},
        {QStringLiteral("column.letter-words"), QStringLiteral("many")},
        {QStringLiteral("column.nothing"), QStringLiteral("x")},
        {QStringLiteral("author.picture"), QStringLiteral("no such file")},
    };
    for (const auto &[key, value] : wrong) {
        const auto before = editorial::mastheadValue(*fixture.desk, key).value_or(QString());
        const auto set = editorial::setMastheadValue(*fixture.desk, key, value);
        QVERIFY2(!set, qPrintable(key + QLatin1Char('=') + value));
        QVERIFY(!set.error().message.isEmpty());
        QCOMPARE(editorial::mastheadValue(*fixture.desk, key).value_or(QString()), before);
    }
}

void TestMastheadValues::aPictureIsToldByItsBytes()
{
    DeskFixture fixture;
    const QString text = fixture.writeFile(QStringLiteral("portrait.png"), "not a picture at all");
    QVERIFY(!editorial::setAuthorPicture(*fixture.desk, text));
    const QString drawing = fixture.writeFile(QStringLiteral("portrait.svg"),
                                              "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1 1\"/>");
    DO(editorial::setAuthorPicture(*fixture.desk, drawing));
    TAKE(name, editorial::mastheadValue(*fixture.desk, editorial::authorPicture));
    QCOMPARE(name, QStringLiteral("portrait.svg"));
    TAKE(head, editorial::masthead(*fixture.desk));
    TAKE(picture, editorial::picture(*fixture.desk, head.authors.first().picture));
    QCOMPARE(picture.mediaType, QStringLiteral("image/svg+xml"));
}

void TestMastheadValues::aStaleMastheadIsRefused()
{
    DeskFixture fixture;
    TAKE(head, editorial::masthead(*fixture.desk));
    desk::Masthead mine = head;
    mine.introduction = QStringLiteral("Mine.");
    DO(editorial::setMastheadValue(*fixture.desk, QStringLiteral("column.introduction"), QStringLiteral("Theirs.")));
    const auto saved = editorial::saveMasthead(*fixture.desk, mine);
    QVERIFY(!saved);
    QCOMPARE(saved.error().kind, base::Error::Kind::Conflict);
    TAKE(stored, editorial::masthead(*fixture.desk));
    QCOMPARE(stored.introduction, QStringLiteral("Theirs."));
}

void TestMastheadValues::changesCanBeTakenBack()
{
    DeskFixture fixture;
    TAKE(change, editorial::setMastheadValue(*fixture.desk, editorial::authorName, QStringLiteral("Juniper Wells")));
    DO(change.undo(*fixture.desk));
    TAKE(before, editorial::mastheadValue(*fixture.desk, editorial::authorName));
    QCOMPARE(before, QString());
    DO(change.redo(*fixture.desk));
    TAKE(after, editorial::mastheadValue(*fixture.desk, editorial::authorName));
    QCOMPARE(after, QStringLiteral("Juniper Wells"));
}

QTEST_GUILESS_MAIN(TestMastheadValues)
#include "tst_masthead_values.moc"
