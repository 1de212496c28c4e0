#include "ui/article_list_presenter.h"

#include <QDate>
#include <QLocale>

namespace ui {

namespace {

base::Result<QList<ListRow>> readRows(editorial::Desk &desk, const editorial::ArticleQuery &query, const QDate &today)
{
    const auto articles = editorial::articles(desk, query);
    if (!articles)
        return articles.error();
    QList<ListRow> rows;
    rows.reserve(articles->size());
    for (const desk::ArticleRow &article : *articles)
        rows.append(articleRow(article, today, QLocale()));
    return rows;
}

base::Result<qint64> countRows(editorial::Desk &desk, const editorial::ArticleQuery &query, qint64 most)
{
    if (!query.search.isEmpty() || !query.tag.isNull())
        return editorial::articleCount(desk, query, most);
    const auto places = editorial::places(desk);
    if (!places)
        return places.error();
    if (query.stage)
        return places->articles.byStage.value(*query.stage);
    qint64 all = places->articles.published;
    if (query.published)
        return all;
    for (const qint64 stage : places->articles.byStage)
        all += stage;
    return all;
}

} // namespace

QString title(const ArticlesPlace &place)
{
    if (place.published)
        return ArticleListPresenter::tr("Published");
    if (place.stage == desk::ArticleStage::Draft)
        return ArticleListPresenter::tr("Drafts");
    if (place.stage)
        return desk::title(*place.stage);
    return place.tag.isNull() ? ArticleListPresenter::tr("All articles") : place.tagName;
}

ArticleListPresenter::ArticleListPresenter(Workplace &workplace, QObject *parent)
    : ListPresenter(workplace, editorial::Area::Articles | editorial::Area::Tags | editorial::Area::Publications,
                    parent)
{}

void ArticleListPresenter::setPlace(const ArticlesPlace &place)
{
    m_place = place;
    reload();
}

editorial::ArticleQuery ArticleListPresenter::query() const
{
    editorial::ArticleQuery query;
    query.search = search();
    query.stage = m_place.stage;
    if (m_place.published)
        query.published = true;
    else if (m_place.stage)
        query.published = false;
    query.tag = m_place.tag;
    return query;
}

RowSource ArticleListPresenter::source() const
{
    editorial::Session &session = workplace().session;
    auto *context = const_cast<ArticleListPresenter *>(this);
    RowSource source;
    source.rows = [&session, context, query = query()](qint64 offset, qint64 limit, RowSource::Rows then) mutable {
        query.offset = offset;
        query.limit = limit;
        session.run(
            context,
            [query](editorial::Desk &desk) { return readRows(desk, query, desk.clock().now().toLocalTime().date()); },
            std::move(then));
    };
    source.count = [&session, context, query = query()](RowSource::Count then) {
        session.run(
            context, [query](editorial::Desk &desk) { return countRows(desk, query, mostFound); }, std::move(then));
    };
    return source;
}

EmptyText ArticleListPresenter::empty() const
{
    if (!search().isEmpty())
        return {tr("No article here holds these words."), {}};
    if (m_place.published)
        return {tr("Articles come here when they are on the site. Approve one, give it a date, and publish."),
                ActionId::GoToPublish};
    if (!m_place.tag.isNull())
        return {tr("No article carries this tag yet."), {}};
    if (m_place.stage == desk::ArticleStage::InReview)
        return {tr("Articles that wait for an editor stand here. Send a draft to review when it is done."), {}};
    if (m_place.stage == desk::ArticleStage::Approved)
        return {tr("Articles that go out with the next publishing stand here."), {}};
    if (m_place.stage == desk::ArticleStage::Withdrawn)
        return {tr("Articles taken back stand here; nothing of them is lost."), {}};
    return {tr("No articles yet. Choose a letter and press Enter to answer it."), ActionId::GoToLetters};
}

void ArticleListPresenter::move(const QList<desk::ArticleId> &ids, desk::ArticleStage stage)
{
    if (ids.isEmpty())
        return;
    perform(workplace(), this,
            [ids, stage](editorial::Desk &desk) { return editorial::moveArticles(desk, ids, stage); });
}

} // namespace ui
