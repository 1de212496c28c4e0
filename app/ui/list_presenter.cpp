#include "ui/list_presenter.h"

#include <QLocale>

namespace ui {

namespace {

constexpr int togetherMs = 40;

} // namespace

ListPresenter::ListPresenter(Workplace &workplace, editorial::Areas areas, QObject *parent)
    : QObject(parent), m_workplace(workplace)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &ListPresenter::searchNow);
    m_refreshing.setSingleShot(true);
    m_refreshing.setInterval(togetherMs);
    connect(&m_refreshing, &QTimer::timeout, &m_model, &RowModel::refresh);
    connect(&workplace.session, &editorial::Session::changed, this, [this, areas](editorial::Areas changed) {
        if (changed & areas)
            m_refreshing.start();
    });
    connect(&m_model, &RowModel::failed, this, [this](const base::Error &error) { m_workplace.notices.error(error); });
    connect(&m_model, &RowModel::counted, this, [this](qint64 count) {
        m_count = count;
        Q_EMIT headingChanged();
    });
}

QString ListPresenter::heading() const
{
    if (m_count < 0)
        return title();
    const QString count = QLocale().toString(m_count);
    return tr("%1 · %2").arg(title(), isCountCut() ? tr("more than %1").arg(count) : count);
}

bool ListPresenter::isCountCut() const
{
    return m_count >= mostFound && !m_search.isEmpty();
}

void ListPresenter::setSearch(const QString &text)
{
    m_typed = text.trimmed();
    m_typing.start();
}

void ListPresenter::searchNow()
{
    m_typing.stop();
    if (m_typed == m_search)
        return;
    m_search = m_typed;
    reload();
}

void ListPresenter::reload()
{
    m_count = -1;
    m_model.setSource(source());
    Q_EMIT headingChanged();
}

} // namespace ui
