// ArticleHead: what stands above the texts of an article: title, address, tags, date, stage, and which of its letters
// is shown. It shows an OpenArticle and changes its title and address itself; the rest goes out as signals. The
// window's thread.
#pragma once

#include "desk/id.h"
#include "ui/actions.h"
#include "ui/notices.h"

#include <QTimeZone>
#include <QWidget>

#include <memory>

namespace Ui {
class ArticleHeadForm;
}

namespace ui {

class OpenArticle;

class ArticleHead final : public QWidget
{
    Q_OBJECT

public:
    ArticleHead(const Actions &actions, Notices &notices, QWidget *parent = nullptr);
    ~ArticleHead() override;

    // Null: nothing. The article must outlive its being shown. `letter` is the index of the letter shown.
    void showArticle(OpenArticle *article, int letter);
    void showLetterNumber(int letter);
    void setTagNames(const QStringList &ofArticle, const QStringList &known);
    void setTimeZone(const QTimeZone &zone);
    [[nodiscard]] QWidget *titleField() const;
    // Takes what stands in a field that still has the focus.
    void commit() { takeSlug(); }

Q_SIGNALS:
    void tagsAdded(const QStringList &tags);
    void tagRemoved(const QString &tag);
    void dateWanted();
    void letterChosen(int index);

protected:
    void changeEvent(QEvent *event) override;

private:
    void build(const Actions &actions);
    void dress();
    void refresh();
    void showStage();
    void showDate();
    void showLetters();
    void takeSlug();

    Notices &m_notices;
    std::unique_ptr<Ui::ArticleHeadForm> m_form;
    OpenArticle *m_article = nullptr;
    int m_letter = 0;
    QTimeZone m_zone;
};

} // namespace ui
