#include "incoming.h"
#include "ui/letter_list_presenter.h"

#include <QSignalSpy>

using desk::LetterStage;
using ui::LetterListPresenter;
using ui::LettersPlace;

namespace {

LettersPlace stage(LetterStage stage)
{
    return {stage, {}, {}};
}

} // namespace

// The presenter over a real desk, without a window.
class LetterListPresenterTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void emptyPlaceSaysWhatBelongsThere();
    void showsTheNewestFirst();
    void orderIsRememberedAndTaken();
    void searchWaitsForAPauseInTyping();
    void movedLettersGoAndComeBackWithUndo();
    void failureBecomesANotice();
    void tagsAndUnreadCanBeUndone();
    void whatNeedsAttentionHasAPlace();

private:
    QString subjectAt(int row) const
    {
        const ui::ListRow *found = m_presenter->model().row(row);
        return found ? found->subject : QString();
    }
    QList<desk::LetterId> firstIds(int count) const
    {
        QList<desk::LetterId> ids;
        for (int row = 0; row < count; ++row)
            ids.append(desk::LetterId(m_presenter->model().row(row)->id));
        return ids;
    }
    int rows() const { return m_presenter->model().rowCount(); }

    std::unique_ptr<OpenSession> m_open;
    std::unique_ptr<ui::Notices> m_notices;
    std::unique_ptr<QUndoStack> m_undo;
    std::unique_ptr<ui::Actions> m_actions;
    std::unique_ptr<ui::Workplace> m_workplace;
    std::unique_ptr<LetterListPresenter> m_presenter;
};

void LetterListPresenterTest::init()
{
    m_open = std::make_unique<OpenSession>();
    QVERIFY(m_open->open());
    m_notices = std::make_unique<ui::Notices>();
    m_undo = std::make_unique<QUndoStack>();
    m_actions = std::make_unique<ui::Actions>();
    m_workplace.reset(new ui::Workplace{*m_open->session, m_open->settings, *m_notices, *m_undo, *m_actions});
    m_presenter = std::make_unique<LetterListPresenter>(*m_workplace);
}

void LetterListPresenterTest::cleanup()
{
    m_presenter.reset();
    m_undo.reset();
    m_workplace.reset();
    m_open.reset();
}

void LetterListPresenterTest::emptyPlaceSaysWhatBelongsThere()
{
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_VERIFY(m_presenter->model().isCounted());
    QCOMPARE(rows(), 0);
    QCOMPARE(m_presenter->empty().action, ui::ActionId::ImportLetters);
    for (const LetterStage each : desk::letterStages()) {
        m_presenter->setPlace(stage(each));
        QVERIFY(!m_presenter->empty().text.isEmpty());
    }
}

void LetterListPresenterTest::showsTheNewestFirst()
{
    QVERIFY(m_open->bringIn(250));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 250);
    QCOMPARE(subjectAt(0), QStringLiteral("Worry 250"));
    QCOMPARE(m_presenter->heading(), QStringLiteral("New · 250"));
    m_presenter->model().index(249).data(ui::RowModel::RowRole);
    QTRY_COMPARE(subjectAt(249), QStringLiteral("Worry 1"));
    m_presenter->setPlace({});
    QTRY_COMPARE(m_presenter->heading(), QStringLiteral("All letters · 250"));
}

void LetterListPresenterTest::orderIsRememberedAndTaken()
{
    QVERIFY(m_open->bringIn(5));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 5);
    m_presenter->setOrder(1);
    QTRY_COMPARE(subjectAt(0), QStringLiteral("Worry 1"));
    QCOMPARE(m_presenter->order(), 1);
    QCOMPARE(m_open->settings.value(editorial::Setting::ListOrder).toInt(), 1);
    QCOMPARE(m_presenter->orders().size(), 4);
}

void LetterListPresenterTest::searchWaitsForAPauseInTyping()
{
    QVERIFY(m_open->bringIn(30));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 30);
    QSignalSpy headings(m_presenter.get(), &ui::ListPresenter::headingChanged);
    for (const QString &typed : {QStringLiteral("w"), QStringLiteral("worry"), QStringLiteral("worry 17")})
        m_presenter->setSearch(typed);
    QCOMPARE(headings.count(), 0);
    QTRY_COMPARE(rows(), 1);
    QCOMPARE(subjectAt(0), QStringLiteral("Worry 17"));
    QCOMPARE(m_presenter->search(), QStringLiteral("worry 17"));

    m_presenter->setSearch(QStringLiteral("nowhere"));
    m_presenter->searchNow();
    QTRY_COMPARE(rows(), 0);
    QCOMPARE(m_presenter->empty().action, ui::ActionId::SearchDesk);
    m_presenter->setSearch({});
    m_presenter->searchNow();
    QTRY_COMPARE(rows(), 30);
}

void LetterListPresenterTest::movedLettersGoAndComeBackWithUndo()
{
    QVERIFY(m_open->bringIn(10));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 10);
    const QList<desk::LetterId> ids = firstIds(3);
    m_presenter->move(ids, LetterStage::Declined);
    QTRY_COMPARE(rows(), 7);
    QCOMPARE(m_undo->count(), 1);
    QVERIFY(!m_undo->undoText().isEmpty());
    m_undo->undo();
    QTRY_COMPARE(rows(), 10);
    m_undo->redo();
    QTRY_COMPARE(rows(), 7);
    m_presenter->move({}, LetterStage::Declined);
    m_presenter->setPlace(stage(LetterStage::Declined));
    QTRY_COMPARE(rows(), 3);
    QCOMPARE(m_undo->count(), 1);
}

void LetterListPresenterTest::failureBecomesANotice()
{
    QVERIFY(m_open->bringIn(1));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 1);
    QSignalSpy notices(m_notices.get(), &ui::Notices::shown);
    m_presenter->move(firstIds(1), LetterStage::Held, QDate(2026, 5, 1)); // a day that is over
    QTRY_COMPARE(notices.count(), 1);
    QCOMPARE(notices.first().at(1).value<ui::Notice>().severity, ui::Notice::Severity::Error);
    QCOMPARE(m_undo->count(), 0);
    QCOMPARE(rows(), 1);
}

void LetterListPresenterTest::tagsAndUnreadCanBeUndone()
{
    QVERIFY(m_open->bringIn(1));
    m_presenter->setPlace(stage(LetterStage::New));
    QTRY_COMPARE(rows(), 1);
    const QList<desk::LetterId> ids = firstIds(1);
    QVERIFY(m_presenter->model().row(0)->unread);
    m_presenter->noteRead(ids.first());
    QTRY_VERIFY(m_presenter->model().index(0).data(ui::RowModel::RowRole).isValid() &&
                !m_presenter->model().row(0)->unread);
    QCOMPARE(m_undo->count(), 0);
    m_presenter->tag(ids, {QStringLiteral("money")}, {});
    QTRY_VERIFY(m_presenter->model().index(0).data(ui::RowModel::RowRole).isValid() &&
                m_presenter->model().row(0)->tags.size() == 1);
    QCOMPARE(m_undo->count(), 1);
    m_undo->undo();
    QTRY_VERIFY(m_presenter->model().index(0).data(ui::RowModel::RowRole).isValid() &&
                m_presenter->model().row(0)->tags.isEmpty());
}

void LetterListPresenterTest::whatNeedsAttentionHasAPlace()
{
    QVERIFY(m_open->bringIn(2));
    QVERIFY(take(*m_open, {letterWithoutEnd()}));
    m_presenter->setPlace({{}, {}, {}, true});
    QTRY_COMPARE(m_presenter->heading(), QStringLiteral("Needs attention · 1"));
    QTRY_COMPARE(subjectAt(0), letterWithoutEnd().subject);
    QVERIFY(m_presenter->model().row(0)->needsAttention);

    m_presenter->setSearch(QStringLiteral("nowhere"));
    m_presenter->searchNow();
    QTRY_COMPARE(rows(), 0);
    m_presenter->setSearch({});
    m_presenter->searchNow();
    QTRY_COMPARE(rows(), 1);

    m_presenter->seeTo({});
    m_presenter->seeTo(firstIds(1));
    QTRY_COMPARE(rows(), 0);
    QVERIFY(!m_presenter->empty().text.isEmpty());
    QCOMPARE(m_undo->count(), 1);
    m_undo->undo();
    QTRY_COMPARE(rows(), 1);
}

QTEST_MAIN(LetterListPresenterTest)
#include "tst_letter_list_presenter.moc"
