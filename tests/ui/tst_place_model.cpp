#include "ui/place_model.h"

#include <QAbstractItemModelTester>
#include <QTest>

using ui::LettersPlace;
using ui::PlaceModel;

// The places at the left, without a window.
class PlaceModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyPlaceIsFoundAgain();
    void countsStandAtTheirPlaces();
    void attentionHasARowOnlyWhileThereIsAny();
};

namespace {

const LettersPlace attention{{}, {}, {}, true};

editorial::Places places(qint64 fresh, qint64 needAttention)
{
    editorial::Places places;
    places.letters.insert(desk::LetterStage::New, {fresh, 1});
    places.letters.insert(desk::LetterStage::Declined, {3, 0});
    places.needAttention = needAttention;
    return places;
}

} // namespace

void PlaceModelTest::everyPlaceIsFoundAgain()
{
    PlaceModel model;
    model.setCounts(places(4, 2));
    int found = 0;
    for (int row = 0; row < model.rowCount(); ++row) {
        const auto place = model.place(model.index(row));
        if (!place)
            continue;
        ++found;
        QCOMPARE(model.indexOf(*place), model.index(row));
        QVERIFY(!model.index(row).data(PlaceModel::IconRole).toString().isEmpty());
    }
    QVERIFY(found > 12);
}

void PlaceModelTest::countsStandAtTheirPlaces()
{
    PlaceModel model;
    model.setCounts(places(4, 2));
    const auto at = [&model](const LettersPlace &place, int role) {
        return model.indexOf(place).data(role);
    };
    QCOMPARE(at({desk::LetterStage::New, {}, {}}, PlaceModel::CountRole).toLongLong(), 4);
    QCOMPARE(at({desk::LetterStage::New, {}, {}}, PlaceModel::UnreadRole).toLongLong(), 1);
    QCOMPARE(at({}, PlaceModel::CountRole).toLongLong(), 7);
    QCOMPARE(at(attention, PlaceModel::CountRole).toLongLong(), 2);
    QVERIFY(at(attention, PlaceModel::WarningRole).toBool());
    QVERIFY(!at({}, PlaceModel::WarningRole).toBool());
    QCOMPARE(at(attention, Qt::AccessibleTextRole).toString(), QStringLiteral("Needs attention, 2"));
}

void PlaceModelTest::attentionHasARowOnlyWhileThereIsAny()
{
    PlaceModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const int usual = model.rowCount();
    model.setCounts(places(4, 0));
    QCOMPARE(model.rowCount(), usual);
    QVERIFY(!model.indexOf(attention).isValid());
    model.setCounts(places(4, 1));
    model.setCounts(places(4, 2));
    QCOMPARE(model.rowCount(), usual + 1);
    QCOMPARE(model.indexOf(attention).row(), 1); // the first of the letters
    model.setCounts(places(4, 0));
    QCOMPARE(model.rowCount(), usual);
    QVERIFY(!model.indexOf(attention).isValid());
}

QTEST_MAIN(PlaceModelTest)
#include "tst_place_model.moc"
