#include "ui/row_model.h"
#include "ui/row_view.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using ui::ListRow;
using ui::RowModel;
using ui::RowSource;

namespace {

constexpr qint64 many = 100'000;

QUuid idOf(qint64 row)
{
    return QUuid::createUuidV5(QUuid(), QString::number(row));
}

// Rows numbered from `first`, answered later, as a desk does; or held back, or failing.
struct Numbers {
    qint64 count = many;
    qint64 first = 0;
    bool fails = false;
    bool holdsBack = false;
    QList<qint64> asked;
    QList<std::function<void()>> heldBack;
    QObject context;

    RowSource source()
    {
        RowSource source;
        source.rows = [this](qint64 offset, qint64 limit, RowSource::Rows then) {
            asked.append(offset);
            answer([this, offset, limit, then, from = first] {
                if (fails) {
                    then(base::Error{base::Error::Kind::Io, QStringLiteral("The desk cannot be read.")});
                    return;
                }
                QList<ListRow> rows;
                for (qint64 n = offset; n < std::min(offset + limit, count); ++n) {
                    ListRow row;
                    row.id = idOf(from + n);
                    row.name = QString::number(from + n);
                    rows.append(row);
                }
                then(rows);
            });
        };
        source.count = [this](RowSource::Count then) {
            answer([then, total = count] { then(total); });
        };
        return source;
    }

    void answer(const std::function<void()> &call)
    {
        if (holdsBack)
            heldBack.append(call);
        else
            QMetaObject::invokeMethod(&context, call, Qt::QueuedConnection);
    }

    void letGo()
    {
        const auto calls = std::exchange(heldBack, {});
        for (const auto &call : calls)
            call();
    }
};

QString nameAt(const RowModel &model, int row)
{
    const ListRow *found = model.row(row);
    return found ? found->name : QString();
}

} // namespace

class RowModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isAProperModel();
    void hundredThousandRowsAreReadByThePage();
    void holdsFewPages();
    void keepsAskingForWhatIsInSight();
    void newestSourceWins();
    void refreshKeepsWhatIsInSight();
    void rowsBeyondTheCountAreNotThereYet();
    void failureIsTold();
    void viewShowsAHundredThousandQuickly();
    void viewKeepsTheCurrentRowByItsId();
    void viewLeavesARowThatIsFarAway();
    void viewGoesOnToTheNextRow();
    void firstStepIsToTheFirstRow();
};

void RowModelTest::isAProperModel()
{
    Numbers numbers;
    RowModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    numbers.count = 250;
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 250);
    numbers.count = 120;
    model.refresh();
    QTRY_COMPARE(model.rowCount(), 120);
    numbers.count = 0;
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 0);
}

void RowModelTest::hundredThousandRowsAreReadByThePage()
{
    Numbers numbers;
    RowModel model;
    QVERIFY(!model.isCounted());
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), static_cast<int>(many));
    QCOMPARE(numbers.asked, QList<qint64>{0});
    QCOMPARE(nameAt(model, 0), QStringLiteral("0"));

    const QModelIndex far = model.index(54'321);
    QVERIFY(!far.data(RowModel::RowRole).isValid());
    QVERIFY(!far.data(Qt::DisplayRole).toString().isEmpty());
    QTRY_COMPARE(nameAt(model, 54'321), QStringLiteral("54321"));
    QCOMPARE(far.data(RowModel::RowRole).value<ListRow>().id, idOf(54'321));
    QCOMPARE(numbers.asked, (QList<qint64>{0, 54'300}));
    QCOMPARE(model.rowOf(idOf(54'321)), 54'321);
    QCOMPARE(model.rowOf(idOf(1'000)), -1);
}

void RowModelTest::holdsFewPages()
{
    Numbers numbers;
    RowModel model;
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), static_cast<int>(many));
    for (int page = 0; page < RowModel::keptPages * 3; ++page) {
        model.index(page * RowModel::pageSize).data(RowModel::RowRole);
        QTRY_VERIFY(model.isLoaded(page * RowModel::pageSize));
    }
    QCOMPARE(model.heldPages(), RowModel::keptPages);
    QVERIFY(!model.isLoaded(0));
}

// Whoever scrolls far passes many pages; only the last ones are worth reading.
void RowModelTest::keepsAskingForWhatIsInSight()
{
    Numbers numbers;
    RowModel model;
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), static_cast<int>(many));
    for (int row = 0; row < many; row += RowModel::pageSize)
        model.index(row).data(RowModel::RowRole);
    QTRY_VERIFY(model.isLoaded(static_cast<int>(many) - 1));
    QVERIFY2(numbers.asked.size() < 10, qPrintable(QString::number(numbers.asked.size())));
}

void RowModelTest::newestSourceWins()
{
    Numbers slow;
    slow.holdsBack = true;
    Numbers fast;
    fast.count = 3;
    fast.first = 700;
    RowModel model;
    model.setSource(slow.source());
    model.setSource(fast.source());
    QTRY_COMPARE(model.rowCount(), 3);
    slow.letGo();
    QTest::qWait(20);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(nameAt(model, 0), QStringLiteral("700"));
}

void RowModelTest::refreshKeepsWhatIsInSight()
{
    Numbers numbers;
    numbers.count = 300;
    RowModel model;
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 300);
    QSignalSpy resets(&model, &QAbstractItemModel::modelReset);
    numbers.first = 1000;
    numbers.count = 301;
    numbers.holdsBack = true;
    model.refresh();
    QCOMPARE(nameAt(model, 5), QStringLiteral("5"));
    numbers.letGo();
    QCOMPARE(model.rowCount(), 301);
    QCOMPARE(nameAt(model, 5), QStringLiteral("5"));
    numbers.holdsBack = false;
    model.index(5).data(RowModel::RowRole);
    QTRY_COMPARE(nameAt(model, 5), QStringLiteral("1005"));
    QCOMPARE(resets.count(), 0);
}

// A row comes between the count and the rows.
void RowModelTest::rowsBeyondTheCountAreNotThereYet()
{
    Numbers numbers;
    RowModel model;
    numbers.count = 1;
    numbers.holdsBack = true;
    model.setSource(numbers.source());
    numbers.letGo();
    numbers.count = 2;
    numbers.letGo();
    QCOMPARE(model.rowCount(), 1);
    QCOMPARE(model.rowOf(idOf(0)), 0);
    QCOMPARE(model.rowOf(idOf(1)), -1);
}

void RowModelTest::failureIsTold()
{
    Numbers numbers;
    RowModel model;
    QSignalSpy failures(&model, &RowModel::failed);
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), static_cast<int>(many));
    numbers.fails = true;
    model.index(5'000).data(RowModel::RowRole);
    QTRY_COMPARE(failures.count(), 1);
    QVERIFY(!model.isLoaded(5'000));
    numbers.fails = false;
    model.index(5'000).data(RowModel::RowRole);
    QTRY_VERIFY(model.isLoaded(5'000));
}

void RowModelTest::viewShowsAHundredThousandQuickly()
{
    Numbers numbers;
    RowModel model;
    ui::RowView view;
    view.resize(320, 600);
    view.setRows(&model);
    view.show();
    QVERIFY(QTest::qWaitForWindowExposed(&view));
    QElapsedTimer timer;
    timer.start();
    model.setSource(numbers.source());
    QTRY_VERIFY(model.isLoaded(0));
    view.grab();
    const qint64 opened = timer.restart();
    view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum());
    view.grab();
    QTRY_VERIFY(model.isLoaded(static_cast<int>(many) - 1));
    QVERIFY2(opened < 2000, qPrintable(QString::number(opened)));
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(numbers.asked.size() < 12);
}

void RowModelTest::viewKeepsTheCurrentRowByItsId()
{
    Numbers numbers;
    numbers.count = 50;
    numbers.first = 10;
    RowModel model;
    ui::RowView view;
    view.resize(320, 600);
    view.setRows(&model);
    view.show();
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 50);
    QVERIFY(view.showRow(idOf(15)));
    QCOMPARE(view.currentIndex().row(), 5);

    numbers.first = 8; // two letters came in above
    numbers.count = 52;
    model.refresh();
    QTRY_COMPARE(view.currentIndex().row(), 7);
    QVERIFY(view.current());
    QCOMPARE(view.current()->id, idOf(15));
    QCOMPARE(view.selectedCount(), 1);
}

// Where so many rows came in above that the current one is out of reach, another does not take its place.
void RowModelTest::viewLeavesARowThatIsFarAway()
{
    Numbers numbers;
    numbers.count = 50;
    numbers.first = 5'000;
    RowModel model;
    ui::RowView view;
    view.resize(320, 600);
    view.setRows(&model);
    view.show();
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 50);
    QVERIFY(view.showRow(idOf(5'005)));
    QSignalSpy shown(&view, &ui::RowView::currentShown);
    numbers.first = 0;
    numbers.count = 5'050;
    model.refresh();
    QTRY_VERIFY(model.isLoaded(0) && shown.count() > 0);
    QVERIFY(!view.current());
    QCOMPARE(view.selectedCount(), 0);
    QVERIFY(view.step(1));
    QCOMPARE(view.current()->id, idOf(0));
}

void RowModelTest::viewGoesOnToTheNextRow()
{
    Numbers numbers;
    numbers.count = 50;
    numbers.first = 0;
    RowModel model;
    ui::RowView view;
    view.resize(320, 600);
    view.setRows(&model);
    view.show();
    model.setSource(numbers.source());
    QTRY_COMPARE(model.rowCount(), 50);
    QVERIFY(view.showRow(idOf(0)));
    QSignalSpy shown(&view, &ui::RowView::currentShown);
    numbers.first = 1; // the first letter was declined
    numbers.count = 49;
    model.refresh();
    QTRY_VERIFY(view.current() && view.current()->id == idOf(1));
    QVERIFY(shown.count() > 0);
    QVERIFY(view.step(1));
    QCOMPARE(view.current()->id, idOf(2));
    QVERIFY(view.step(-1));
    QVERIFY(!view.step(-1));
}

void RowModelTest::firstStepIsToTheFirstRow()
{
    Numbers numbers;
    numbers.count = 1;
    RowModel model;
    ui::RowView view;
    view.setRows(&model);
    view.show();
    QVERIFY(QTest::qWaitForWindowActive(&view));
    view.clearFocus();
    model.setSource(numbers.source());
    QTRY_VERIFY(model.isLoaded(0));
    QSignalSpy shown(&view, &ui::RowView::currentShown);
    view.setFocus();
    QVERIFY(view.hasFocus());
    QCOMPARE(shown.count(), 0); // nobody chose a row yet
    QVERIFY(!view.current());
    QVERIFY(view.step(1));
    QCOMPARE(view.currentIndex().row(), 0);
    QCOMPARE(view.selectedCount(), 1);
    QVERIFY(!view.step(1));
}

QTEST_MAIN(RowModelTest)
#include "tst_row_model.moc"
