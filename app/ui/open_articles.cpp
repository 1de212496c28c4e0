#include "ui/open_articles.h"

#include "editorial/writing.h"

#include <algorithm>

namespace ui {

namespace {

constexpr std::size_t mostArticles = 10;
constexpr int refreshMs = 150;

using View = base::Result<editorial::ArticleView>;

} // namespace

OpenArticles::OpenArticles(editorial::Session &session, Journal journal, Speller &speller, QObject *parent)
    : QObject(parent), m_session(session), m_journal(std::move(journal)), m_speller(speller)
{
    m_refresh.setSingleShot(true);
    m_refresh.setInterval(refreshMs);
    connect(&m_refresh, &QTimer::timeout, this, &OpenArticles::refreshShown);
    connect(&m_session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if ((areas & (editorial::Area::Articles | editorial::Area::Letters)) && !m_refresh.isActive())
            m_refresh.start();
    });
}

OpenArticles::~OpenArticles()
{
    for (const auto &article : m_articles)
        article->saveNow();
}

void OpenArticles::open(const desk::ArticleId &id)
{
    read(id, {}, ++m_request);
}

void OpenArticles::answer(const desk::LetterId &letter)
{
    m_session.run(
        this, [letter](editorial::Desk &desk) { return editorial::startAnswer(desk, letter); },
        [this, letter, request = ++m_request](const base::Result<desk::ArticleId> &id) {
            if (id)
                read(*id, letter, request);
            else if (request == m_request)
                Q_EMIT failed(id.error());
        });
}

void OpenArticles::setShown(OpenArticle *article)
{
    m_shown = article;
    const auto found = std::find_if(m_articles.begin(), m_articles.end(),
                                    [article](const auto &known) { return known.get() == article; });
    if (found != m_articles.end())
        std::rotate(found, found + 1, m_articles.end());
    forgetOldest();
}

void OpenArticles::flush(TextSaver::Done then)
{
    auto outcome = std::make_shared<base::Result<void>>();
    auto missing = std::make_shared<std::size_t>(m_articles.size() + 1);
    const auto answer = [outcome, missing, then = std::move(then)](const base::Result<void> &one) {
        if (!one && *outcome)
            *outcome = one;
        if (--*missing == 0)
            then(*outcome);
    };
    for (const auto &article : m_articles)
        article->flush(answer);
    answer({});
}

void OpenArticles::retryAll()
{
    for (const auto &article : m_articles)
        article->saveNow();
}

bool OpenArticles::isFailing() const
{
    return std::any_of(m_articles.begin(), m_articles.end(), [](const auto &article) { return article->isFailing(); });
}

void OpenArticles::read(const desk::ArticleId &id, const desk::LetterId &focus, int request)
{
    m_session.run(
        this, [id](editorial::Desk &desk) { return editorial::article(desk, id); },
        [this, focus, request](const View &view) {
            if (view)
                take(*view, focus, request);
            else if (request == m_request)
                Q_EMIT failed(view.error());
        });
}

void OpenArticles::take(const editorial::ArticleView &view, const desk::LetterId &focus, int request)
{
    const auto found = std::find_if(m_articles.begin(), m_articles.end(),
                                    [&view](const auto &known) { return known->id() == view.article.id; });
    if (found != m_articles.end())
        (*found)->refresh(view);
    if (request != m_request)
        return;
    OpenArticle *article = found != m_articles.end() ? found->get() : nullptr;
    if (!article) {
        m_articles.push_back(std::make_unique<OpenArticle>(m_session, m_journal, view, m_dress, m_speller));
        article = m_articles.back().get();
        connect(article, &OpenArticle::saveFailed, this, &OpenArticles::saveFailed);
        connect(article, &OpenArticle::savingChanged, this, &OpenArticles::savingChanged);
        if (const auto typed = article->bringBack())
            Q_EMIT broughtBack(*typed);
    }
    Q_EMIT opened(article, focus);
}

void OpenArticles::refreshShown()
{
    if (!m_shown)
        return;
    m_session.run(
        this, [id = m_shown->id()](editorial::Desk &desk) { return editorial::article(desk, id); },
        [this](const View &view) {
            if (view && m_shown && m_shown->id() == view->article.id)
                m_shown->refresh(*view);
        });
}

void OpenArticles::forgetOldest()
{
    while (m_articles.size() > mostArticles) {
        const auto oldest = std::find_if(m_articles.begin(), m_articles.end(), [this](const auto &article) {
            return article.get() != m_shown && !article->isUnsaved();
        });
        if (oldest == m_articles.end())
            return;
        m_articles.erase(oldest);
    }
}

} // namespace ui
