#include "ui/letter_list_presenter.h"

#include "editorial/arrival.h"

#include <QDate>
#include <QLocale>

namespace ui {

namespace {

base::Result<QList<ListRow>> readRows(editorial::Desk &desk, const editorial::LetterQuery &query, const QDate &today)
{
    const auto items = editorial::letters(desk, query);
    if (!items)
        return items.error();
    QList<ListRow> rows;
    rows.reserve(items->size());
    for (const editorial::LetterItem &item : *items)
        rows.append(letterRow(item, today, QLocale()));
    return rows;
}

// The counters of the desk where they suffice, else a count that stops at `most`.
base::Result<qint64> countRows(editorial::Desk &desk, const editorial::LetterQuery &query, qint64 most)
{
    if (!query.search.isEmpty() || !query.tag.isNull())
        return editorial::letterCount(desk, query, most);
    const auto places = editorial::places(desk);
    if (!places)
        return places.error();
    if (query.needsAttention)
        return places->needAttention;
    if (query.stage)
        return places->letters.value(*query.stage).total;
    qint64 all = 0;
    for (const auto &stage : places->letters)
        all += stage.total;
    return all;
}

} // namespace

LetterListPresenter::LetterListPresenter(Workplace &workplace, QObject *parent)
    : ListPresenter(workplace, editorial::Area::Letters | editorial::Area::Tags, parent)
{}

void LetterListPresenter::setPlace(const LettersPlace &place)
{
    m_place = place;
    reload();
}

editorial::LetterQuery LetterListPresenter::query() const
{
    editorial::LetterQuery query;
    query.search = search();
    query.stage = m_place.stage;
    query.tag = m_place.tag;
    query.needsAttention = m_place.needsAttention;
    query.order = static_cast<editorial::LetterOrder>(order());
    return query;
}

RowSource LetterListPresenter::source() const
{
    editorial::Session &session = workplace().session;
    auto *context = const_cast<LetterListPresenter *>(this);
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

QString LetterListPresenter::title() const
{
    if (m_place.needsAttention)
        return tr("Needs attention");
    if (m_place.stage)
        return desk::title(*m_place.stage);
    return m_place.tag.isNull() ? tr("All letters") : m_place.tagName;
}

EmptyText LetterListPresenter::empty() const
{
    if (!search().isEmpty())
        return {tr("No letter here holds these words. Search all letters instead, or use other words."),
                ActionId::SearchDesk};
    if (m_place.needsAttention)
        return {
            tr("Nothing needs attention. What could not be understood whole when it came stands here until somebody "
               "has seen to it."),
            {}};
    if (!m_place.tag.isNull())
        return {tr("No letter carries this tag yet. Select letters and press T to tag them."), {}};
    if (!m_place.stage)
        return {tr("No letters yet. Bring some in from mailboxes, messages or text files; files dropped on the window "
                   "will do."),
                ActionId::ImportLetters};
    switch (*m_place.stage) {
    case desk::LetterStage::New:
        return {tr("No new letters. Bring some in from mailboxes, messages or text files; files dropped on the window "
                   "will do."),
                ActionId::ImportLetters};
    case desk::LetterStage::Shortlisted:
        return {tr("The letters you may want to answer stand here. Press S on a letter to shortlist it."), {}};
    case desk::LetterStage::Answering:
        return {tr("The letters you are answering stand here. Press Enter on a letter to begin."), {}};
    case desk::LetterStage::Answered:
        return {tr("Letters come here when their article is approved."), {}};
    case desk::LetterStage::Held:
        return {tr("Letters that wait for their day stand here. Press H on a letter to hold it until a date."), {}};
    case desk::LetterStage::Declined:
        return {tr("Letters you will not answer stand here. Press D on a letter to decline it."), {}};
    case desk::LetterStage::NotALetter:
        return {tr("What was sent to the column but is no letter stands here. Press X to put something here."), {}};
    }
    return {};
}

QStringList LetterListPresenter::orders() const
{
    return {tr("Newest first"), tr("Oldest first"), tr("Longest first"), tr("Shortest first")};
}

int LetterListPresenter::order() const
{
    const int order = workplace().settings.value(editorial::Setting::ListOrder).toInt();
    return order >= 0 && order < 4 ? order : 0;
}

void LetterListPresenter::setOrder(int order)
{
    workplace().settings.setValue(editorial::Setting::ListOrder, order);
    reload();
}

void LetterListPresenter::move(const QList<desk::LetterId> &ids, desk::LetterStage stage, const QDate &heldUntil)
{
    if (ids.isEmpty())
        return;
    perform(workplace(), this, [ids, stage, heldUntil](editorial::Desk &desk) {
        return editorial::moveLetters(desk, ids, stage, heldUntil);
    });
}

void LetterListPresenter::markUnread(const QList<desk::LetterId> &ids, bool unread)
{
    if (ids.isEmpty())
        return;
    perform(workplace(), this,
            [ids, unread](editorial::Desk &desk) { return editorial::markUnread(desk, ids, unread); });
}

void LetterListPresenter::seeTo(const QList<desk::LetterId> &ids)
{
    if (ids.isEmpty())
        return;
    perform(workplace(), this, [ids](editorial::Desk &desk) { return editorial::seeTo(desk, ids); });
}

void LetterListPresenter::tag(const QList<desk::LetterId> &ids, const QStringList &add, const QStringList &remove)
{
    if (ids.isEmpty() || (add.isEmpty() && remove.isEmpty()))
        return;
    perform(workplace(), this,
            [ids, add, remove](editorial::Desk &desk) { return editorial::tagLetters(desk, ids, add, remove); });
}

void LetterListPresenter::noteRead(const desk::LetterId &id)
{
    workplace().session.run(
        this, [id](editorial::Desk &desk) { return editorial::markUnread(desk, {id}, false); },
        [](const base::Result<editorial::Change> &) {});
}

} // namespace ui
