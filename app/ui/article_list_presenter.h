// ArticleListPresenter: the articles of one place. Includes no widget. The window's thread.
#pragma once

#include "editorial/writing.h"
#include "ui/list_presenter.h"

namespace ui {

// Which articles: those of a stage that are not on the site, those that are, those that carry a tag, or all.
struct ArticlesPlace {
    std::optional<desk::ArticleStage> stage;
    bool published = false;
    desk::TagId tag;
    QString tagName;

    friend bool operator==(const ArticlesPlace &a, const ArticlesPlace &b)
    {
        return a.stage == b.stage && a.published == b.published && a.tag == b.tag;
    }
};

// The words for people: "Drafts", "Published", "All articles".
[[nodiscard]] QString title(const ArticlesPlace &place);

class ArticleListPresenter final : public ListPresenter
{
    Q_OBJECT

public:
    explicit ArticleListPresenter(Workplace &workplace, QObject *parent = nullptr);

    void setPlace(const ArticlesPlace &place);
    [[nodiscard]] const ArticlesPlace &place() const { return m_place; }

    [[nodiscard]] QString title() const override { return ui::title(m_place); }
    [[nodiscard]] EmptyText empty() const override;

    // Can be undone; nothing happens for an empty list.
    void move(const QList<desk::ArticleId> &ids, desk::ArticleStage stage);

private:
    [[nodiscard]] RowSource source() const override;
    [[nodiscard]] editorial::ArticleQuery query() const;

    ArticlesPlace m_place;
};

} // namespace ui
