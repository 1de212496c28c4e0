#include "sample_workplace.h"

#include "editorial/inbox.h"
#include "ui/tag_choice_dialog.h"
#include "ui/tag_model.h"
#include "ui/tag_name_dialog.h"
#include "ui/tag_tree_view.h"
#include "ui/tag_words.h"
#include "ui/tags_room.h"

#include <QListWidget>
#include <QMessageBox>
#include <QMimeData>
#include <QSortFilterProxyModel>

using ui::ActionId;

class TestTagsRoom : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void listsTheTreeWithItsCounts();
    void countsWhatIsListed();
    void findsByNameAndSynonym();
    void renamesInPlace();
    void aNameThatIsTakenIsRefused();
    void mergesAndUndoes();
    void movesByDialogAndByDropping();
    void addsBelowTheChosenTag();
    void deletesAfterAQuestionOnlyWhereItIsInUse();
    void describesAfterAPauseAndOnFlush();
    void aSynonymInUseDoesNotCostTheDescription();
    void keepsWhatIsOpenAndChosen();
    void anEmptyDeskSaysWhatBelongsHere();
    void manyTagsStayQuick();
    void hangsAsTheRulesSay();
    void everyControlHasAName();
    void saysWhatWillHappen();

private:
    void trigger(ActionId id) { m_place->actions.action(id)->trigger(); }
    QModelIndex indexOf(const QString &name)
    {
        const QModelIndexList found =
            m_tree->model()->match(m_tree->model()->index(0, 0), Qt::DisplayRole, name, 1,
                                   Qt::MatchExactly | Qt::MatchRecursive | Qt::MatchCaseSensitive);
        return found.value(0);
    }
    void choose(const QString &name)
    {
        m_tree->setCurrentIndex(indexOf(name));
        QVERIFY(indexOf(name).isValid());
    }
    QString chosen() const { return m_tree->currentIndex().data().toString(); }

    std::unique_ptr<SampleWorkplace> m_place;
    std::unique_ptr<ui::TagsRoom> m_room;
    ui::TagTreeView *m_tree = nullptr;
};

void TestTagsRoom::init()
{
    m_place = std::make_unique<SampleWorkplace>();
    QVERIFY(m_place->openSample());
    m_place->actions.setAvailable(ui::Need::Desk, true);
    m_room = std::make_unique<ui::TagsRoom>(m_place->workplace());
    m_room->resize(1060, 760);
    m_room->show();
    m_room->enter();
    m_tree = named<ui::TagTreeView>(*m_room, "tree");
    QVERIFY(m_place->settle());
}

void TestTagsRoom::cleanup()
{
    m_room.reset();
    m_place.reset();
}

void TestTagsRoom::listsTheTreeWithItsCounts()
{
    QCOMPARE(m_tree->model()->rowCount(), 8);
    const QModelIndex family = indexOf(QStringLiteral("family"));
    QCOMPARE(m_tree->model()->rowCount(family), 4);
    const desk::TagCounts counts = m_place->tags().counts.value(m_place->tag(QStringLiteral("family")).id);
    QVERIFY(counts.articles > 0);
    QCOMPARE(family.siblingAtColumn(ui::TagModel::Articles).data().toLongLong(), counts.articles);
    QVERIFY(!m_place->actions.action(ActionId::MergeTag)->isEnabled());
    choose(QStringLiteral("siblings"));
    QVERIFY(m_place->actions.action(ActionId::MergeTag)->isEnabled());
    QCOMPARE(named<QLabel>(*m_room, "name")->text(), QStringLiteral("siblings"));
    QCOMPARE(named<QLabel>(*m_room, "path")->text(), QStringLiteral("family"));
    QVERIFY(named<QLabel>(*m_room, "address")->text().contains(QStringLiteral("topics/siblings.html")));
    QVERIFY(named<QPlainTextEdit>(*m_room, "description_edit")->toPlainText().startsWith(QStringLiteral("Brothers")));
    QSignalSpy articles(m_room.get(), &ui::TagsRoom::articlesWanted);
    QTRY_VERIFY(named<QAbstractButton>(*m_room, "letters_button")->text().startsWith(QStringLiteral("3 letter")));
    click(*m_room, "articles_button");
    QCOMPARE(articles.size(), 1);
    QCOMPARE(articles.first().first().value<desk::TagId>(), m_place->tag(QStringLiteral("siblings")).id);
    m_room->leave();
    QVERIFY(!m_place->actions.action(ActionId::MergeTag)->isEnabled());
}

// A list of letters holds those of the tags below, too, and so does the number that leads to it.
void TestTagsRoom::countsWhatIsListed()
{
    const desk::TagId family = m_place->tag(QStringLiteral("family")).id;
    qint64 letters = 0;
    qint64 articles = 0;
    QVERIFY(m_place->run([&](editorial::Desk &desk) {
        editorial::LetterQuery query;
        query.tag = family;
        letters = *editorial::letterCount(desk, query, 1000);
        editorial::ArticleQuery written;
        written.tag = family;
        articles = *editorial::articleCount(desk, written, 1000);
        return base::Result<void>();
    }));
    QVERIFY(letters > m_place->tags().counts.value(family).letters);
    choose(QStringLiteral("family"));
    const auto *lettersButton = named<QAbstractButton>(*m_room, "letters_button");
    QTRY_VERIFY(lettersButton->text().startsWith(QStringLiteral("%1 letter").arg(letters)));
    const auto *articlesButton = named<QAbstractButton>(*m_room, "articles_button");
    QVERIFY(articlesButton->text().startsWith(QStringLiteral("%1 article").arg(articles)));
    QVERIFY(articlesButton->text().endsWith(QStringLiteral("with the tags below")));
}

void TestTagsRoom::findsByNameAndSynonym()
{
    m_tree->collapseAll();
    m_room->find();
    auto *filter = named<QLineEdit>(*m_room, "filter_edit");
    QVERIFY(filter->hasFocus() || m_room->focusWidget() == filter);
    filter->setText(QStringLiteral("divorce"));
    QCOMPARE(m_tree->model()->rowCount(), 1);
    QVERIFY(m_tree->isExpanded(indexOf(QStringLiteral("love"))));
    QVERIFY(indexOf(QStringLiteral("separation")).isValid());
    QVERIFY(!indexOf(QStringLiteral("marriage")).isValid());
    filter->setText(QStringLiteral("zzz"));
    QVERIFY(named<QLabel>(*m_room, "no_match")->isVisible());
    filter->clear();
    QCOMPARE(m_tree->model()->rowCount(), 8);
    QVERIFY(!named<QLabel>(*m_room, "no_match")->isVisible());
    QVERIFY(!m_tree->isExpanded(indexOf(QStringLiteral("love"))));
}

void TestTagsRoom::renamesInPlace()
{
    choose(QStringLiteral("manners"));
    const desk::TagId id = m_room->shownTag();
    trigger(ActionId::RenameTag);
    auto *editor = m_tree->findChild<QLineEdit *>();
    QVERIFY(editor);
    editor->setText(QStringLiteral("courtesy"));
    QTest::keyClick(editor, Qt::Key_Return);
    QVERIFY(m_place->settle());
    QCOMPARE(m_place->tag(QStringLiteral("courtesy")).id, id);
    QCOMPARE(chosen(), QStringLiteral("courtesy"));
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QCOMPARE(m_place->tag(QStringLiteral("manners")).id, id);
    QCOMPARE(chosen(), QStringLiteral("manners"));
    m_place->undo.redo();
    QVERIFY(m_place->settle());
    QCOMPARE(chosen(), QStringLiteral("courtesy"));
}

void TestTagsRoom::aNameThatIsTakenIsRefused()
{
    QSignalSpy notices(&m_place->notices, &ui::Notices::shown);
    choose(QStringLiteral("manners"));
    m_tree->model()->setData(m_tree->currentIndex(), QStringLiteral("Money"), Qt::EditRole);
    QVERIFY(m_place->settle());
    QCOMPARE(notices.size(), 1);
    QCOMPARE(chosen(), QStringLiteral("manners"));
    QCOMPARE(m_place->undo.count(), 0);
}

void TestTagsRoom::mergesAndUndoes()
{
    const editorial::TagTree before = m_place->tags();
    const desk::Tag money = m_place->tag(QStringLiteral("money"));
    const desk::Tag work = m_place->tag(QStringLiteral("work"));
    choose(QStringLiteral("work"));
    trigger(ActionId::MergeTag);
    auto *dialog = openDialog<ui::TagChoiceDialog>(*m_room);
    QVERIFY(dialog);
    auto *button = named<QAbstractButton>(*dialog, "choose_button");
    QVERIFY(!button->isEnabled());
    auto *filter = named<QLineEdit>(*dialog, "filter_edit");
    QTest::keyClicks(filter, QStringLiteral("bills")); // a synonym of money
    const QString told = named<QLabel>(*dialog, "consequence")->text();
    QVERIFY2(told.contains(QStringLiteral("“money”")) && told.contains(QStringLiteral("colleagues")), qPrintable(told));
    QTest::keyClick(filter, Qt::Key_Return);
    QVERIFY(m_place->settle());
    QCOMPARE(chosen(), QStringLiteral("money"));
    QVERIFY(m_place->tag(QStringLiteral("work")).id.isNull());
    QVERIFY(m_place->tag(QStringLiteral("money")).synonyms.contains(QStringLiteral("work")));
    QVERIFY(m_place->tags().counts.value(money.id).articles >= before.counts.value(money.id).articles);
    QCOMPARE(m_place->tag(QStringLiteral("colleagues")).parent, money.id);
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    const editorial::TagTree after = m_place->tags();
    QCOMPARE(after.tags.size(), before.tags.size());
    QCOMPARE(after.counts.value(work.id).articles, before.counts.value(work.id).articles);
    QCOMPARE(after.counts.value(money.id).letters, before.counts.value(money.id).letters);
    QCOMPARE(m_place->tag(QStringLiteral("colleagues")).parent, work.id);
    QVERIFY(indexOf(QStringLiteral("work")).isValid());
}

void TestTagsRoom::movesByDialogAndByDropping()
{
    const desk::TagId love = m_place->tag(QStringLiteral("love")).id;
    choose(QStringLiteral("friendship"));
    trigger(ActionId::MoveTag);
    auto *dialog = openDialog<ui::TagChoiceDialog>(*m_room);
    QVERIFY(dialog);
    QTest::keyClicks(named<QLineEdit>(*dialog, "filter_edit"), QStringLiteral("love"));
    click(*dialog, "choose_button");
    QVERIFY(m_place->settle());
    QCOMPARE(m_place->tag(QStringLiteral("friendship")).parent, love);
    QCOMPARE(chosen(), QStringLiteral("friendship"));

    QAbstractItemModel *model = m_tree->model();
    const std::unique_ptr<QMimeData> mime(model->mimeData({indexOf(QStringLiteral("family"))}));
    QVERIFY(!model->canDropMimeData(mime.get(), Qt::MoveAction, -1, -1, indexOf(QStringLiteral("siblings"))));
    QVERIFY(!model->canDropMimeData(mime.get(), Qt::MoveAction, -1, -1, indexOf(QStringLiteral("love")))); // too deep
    const std::unique_ptr<QMimeData> small(model->mimeData({indexOf(QStringLiteral("friendship"))}));
    QVERIFY(model->dropMimeData(small.get(), Qt::MoveAction, -1, -1, QModelIndex()));
    QVERIFY(m_place->settle());
    QVERIFY(m_place->tag(QStringLiteral("friendship")).parent.isNull());
    m_place->undo.undo();
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QVERIFY(m_place->tag(QStringLiteral("friendship")).parent.isNull());
}

void TestTagsRoom::addsBelowTheChosenTag()
{
    choose(QStringLiteral("home"));
    trigger(ActionId::AddTag);
    auto *dialog = openDialog<ui::TagNameDialog>(*m_room);
    QVERIFY(dialog);
    auto *name = named<QLineEdit>(*dialog, "name_edit");
    const auto *add = named<QAbstractButton>(*dialog, "add_button");
    QVERIFY(!add->isEnabled());
    name->setText(QStringLiteral("Next Door")); // a synonym of neighbours
    QVERIFY(!add->isEnabled());
    QVERIFY(named<QLabel>(*dialog, "problem")->text().contains(QStringLiteral("neighbours")));
    name->setText(QStringLiteral("gardens"));
    named<QAbstractButton>(*dialog, "below_check")->setChecked(true);
    click(*dialog, "add_button");
    QVERIFY(m_place->settle());
    QCOMPARE(m_place->tag(QStringLiteral("gardens")).parent, m_place->tag(QStringLiteral("home")).id);
    QCOMPARE(chosen(), QStringLiteral("gardens"));
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QVERIFY(m_place->tag(QStringLiteral("gardens")).id.isNull());
    QVERIFY(m_tree->currentIndex().isValid());
}

void TestTagsRoom::deletesAfterAQuestionOnlyWhereItIsInUse()
{
    const editorial::TagTree before = m_place->tags();
    const desk::TagId grief = m_place->tag(QStringLiteral("grief")).id;
    choose(QStringLiteral("grief"));
    trigger(ActionId::DeleteTag);
    auto *question = openDialog<QMessageBox>(*m_room);
    QVERIFY(question);
    QVERIFY(question->informativeText().contains(QStringLiteral("Undo brings it back")));
    for (QAbstractButton *button : question->buttons()) {
        if (question->buttonRole(button) == QMessageBox::AcceptRole)
            button->click();
    }
    QVERIFY(m_place->settle());
    QVERIFY(m_place->tag(QStringLiteral("grief")).id.isNull());
    QVERIFY(m_tree->currentIndex().isValid()); // its neighbour
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    QCOMPARE(m_place->tag(QStringLiteral("grief")).id, grief);
    QCOMPARE(m_place->tags().counts.value(grief).articles, before.counts.value(grief).articles);

    QVERIFY(m_place->run([](editorial::Desk &desk) { return editorial::addTag(desk, QStringLiteral("unused"), {}); }));
    QVERIFY(m_place->settle());
    choose(QStringLiteral("unused"));
    trigger(ActionId::DeleteTag);
    QVERIFY(!openDialog<QMessageBox>(*m_room));
    QVERIFY(m_place->settle());
    QVERIFY(!indexOf(QStringLiteral("unused")).isValid());
}

void TestTagsRoom::describesAfterAPauseAndOnFlush()
{
    choose(QStringLiteral("grief"));
    trigger(ActionId::DescribeTag);
    auto *edit = named<QPlainTextEdit>(*m_room, "description_edit");
    edit->insertPlainText(QStringLiteral(" And staying."));
    QTRY_COMPARE_WITH_TIMEOUT(m_place->undo.count(), 1, 5000);
    QVERIFY(m_place->tag(QStringLiteral("grief")).description.endsWith(QStringLiteral("And staying.")));
    edit->insertPlainText(QStringLiteral(" More."));
    bool flushed = false;
    m_room->flush([&](const base::Result<void> &result) { flushed = result.has_value(); });
    QTRY_VERIFY(flushed);
    QVERIFY(m_place->tag(QStringLiteral("grief")).description.endsWith(QStringLiteral("More.")));
    QVERIFY(m_place->settle());
    QVERIFY(edit->toPlainText().endsWith(QStringLiteral("More.")));

    edit->insertPlainText(QStringLiteral(" Last."));
    choose(QStringLiteral("money")); // leaving saves too
    QVERIFY(m_place->settle());
    QVERIFY(m_place->tag(QStringLiteral("grief")).description.endsWith(QStringLiteral("Last.")));
    m_place->undo.undo();
    QVERIFY(m_place->settle());
    choose(QStringLiteral("grief"));
    QVERIFY(edit->toPlainText().endsWith(QStringLiteral("More.")));
}

void TestTagsRoom::aSynonymInUseDoesNotCostTheDescription()
{
    choose(QStringLiteral("grief"));
    auto *synonyms = named<QLineEdit>(*m_room, "synonyms_edit");
    named<QPlainTextEdit>(*m_room, "description_edit")->setPlainText(QStringLiteral("Missing somebody."));
    synonyms->selectAll();
    synonyms->insert(QStringLiteral("loss, money"));
    Q_EMIT synonyms->textEdited(synonyms->text());
    std::optional<base::Result<void>> flushed;
    m_room->flush([&](const base::Result<void> &result) { flushed = result; });
    QTRY_VERIFY(flushed.has_value());
    QVERIFY(!flushed->has_value());
    QVERIFY(m_place->settle());
    const desk::Tag grief = m_place->tag(QStringLiteral("grief"));
    QCOMPARE(grief.description, QStringLiteral("Missing somebody."));
    QVERIFY(!grief.synonyms.contains(QStringLiteral("money")));
    QVERIFY(named<QLabel>(*m_room, "synonyms_problem")->isVisible());
    QCOMPARE(synonyms->text(), QStringLiteral("loss, money"));
}

void TestTagsRoom::keepsWhatIsOpenAndChosen()
{
    m_tree->collapseAll();
    m_tree->expand(indexOf(QStringLiteral("love")));
    choose(QStringLiteral("dating"));
    QVERIFY(m_place->run([id = m_place->tag(QStringLiteral("home")).id](editorial::Desk &desk) {
        return editorial::renameTag(desk, id, QStringLiteral("at home"));
    }));
    QVERIFY(m_place->settle());
    QCOMPARE(chosen(), QStringLiteral("dating"));
    QVERIFY(m_tree->isExpanded(indexOf(QStringLiteral("love"))));
    QVERIFY(!m_tree->isExpanded(indexOf(QStringLiteral("family"))));
}

void TestTagsRoom::anEmptyDeskSaysWhatBelongsHere()
{
    SampleWorkplace place;
    QVERIFY(place.open());
    ui::TagsRoom room(place.workplace());
    room.show();
    room.enter();
    QVERIFY(place.settle());
    QVERIFY(named<QLabel>(room, "empty_text")->isVisible());
    click(room, "first_button");
    place.actions.setAvailable(ui::Need::Desk, true);
    click(room, "first_button");
    QVERIFY(openDialog<ui::TagNameDialog>(room));
}

void TestTagsRoom::manyTagsStayQuick()
{
    editorial::TagTree tree;
    for (int n = 0; n < 2000; ++n) {
        desk::Tag tag{desk::TagId::fromName(QString::number(n)), QStringLiteral("tag %1").arg(n), {}, {}, {}, {}};
        if (n % 10 != 0)
            tag.parent = tree.tags.at(n - n % 10).id;
        tree.tags.append(tag);
    }
    ui::TagModel model;
    QElapsedTimer timer;
    timer.start();
    model.setTree(tree);
    int mergeable = 0;
    for (const desk::Tag &tag : tree.tags)
        mergeable += model.canMerge(tree.tags.first().id, tag.id) ? 1 : 0;
    QCOMPARE(mergeable, 1990); // all but itself and the nine below it
    QVERIFY2(timer.elapsed() < 2000, qPrintable(QString::number(timer.elapsed())));
}

void TestTagsRoom::hangsAsTheRulesSay()
{
    ui::TagModel model;
    const editorial::TagTree tree = m_place->tags();
    model.setTree(tree);
    for (const desk::Tag &tag : tree.tags) {
        QCOMPARE(model.canHangBelow(tag.id, {}), desk::canHangBelow(tree.tags, tag.id, {}));
        for (const desk::Tag &parent : tree.tags)
            QCOMPARE(model.canHangBelow(tag.id, parent.id), desk::canHangBelow(tree.tags, tag.id, parent.id));
    }
    editorial::TagTree circle;
    const desk::TagId a = desk::TagId::fromName(QStringLiteral("a"));
    const desk::TagId b = desk::TagId::fromName(QStringLiteral("b"));
    circle.tags = {{a, QStringLiteral("a"), {}, b, {}, {}}, {b, QStringLiteral("b"), {}, a, {}, {}}};
    model.setTree(circle); // a damaged tree still shows every tag
    QVERIFY(model.indexOf(a).isValid() && model.indexOf(b).isValid());
    QVERIFY(model.rowCount() >= 1);
}

void TestTagsRoom::everyControlHasAName()
{
    choose(QStringLiteral("siblings"));
    trigger(ActionId::MergeTag);
    trigger(ActionId::AddTag);
    QCOMPARE(namelessControls(*m_room), QStringList());
}

void TestTagsRoom::saysWhatWillHappen()
{
    desk::Tag cash;
    cash.name = QStringLiteral("cash");
    const QString merge = ui::mergeText(cash, {12, 37}, {}, QStringLiteral("money"));
    QVERIFY2(merge.contains(QStringLiteral("37")) && merge.contains(QStringLiteral("12")), qPrintable(merge));
    QVERIFY(merge.contains(QStringLiteral("“cash” becomes a synonym of “money”")));
    QVERIFY(!ui::mergeText(cash, {}, {}, QStringLiteral("money")).contains(QLatin1Char('0')));
    const QString below = ui::deleteText(
        {}, {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c"), QStringLiteral("d"), QStringLiteral("e")});
    QVERIFY2(below.contains(QStringLiteral("“c”")) && !below.contains(QStringLiteral("“d”")), qPrintable(below));
}

QTEST_MAIN(TestTagsRoom)
#include "tst_tags_room.moc"
