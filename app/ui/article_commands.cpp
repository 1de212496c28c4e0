#include "ui/article_commands.h"

#include "editorial/writing.h"
#include "ui/article_head.h"
#include "ui/letter_choice_dialog.h"
#include "ui/open_article.h"
#include "ui/publish_date_dialog.h"

#include <algorithm>

namespace ui {

ArticleCommands::ArticleCommands(Workplace &workplace, ArticleHead &head, QWidget *room)
    : QObject(room), m_workplace(workplace), m_head(head), m_room(room)
{
    connectActions();
    connect(&head, &ArticleHead::tagsAdded, this, [this](const QStringList &tags) { changeTags(tags, {}); });
    connect(&head, &ArticleHead::tagRemoved, this, [this](const QString &tag) { changeTags({}, {tag}); });
    connect(&head, &ArticleHead::dateWanted, this, &ArticleCommands::chooseDate);
    connect(&workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas.testFlag(editorial::Area::Tags))
            readTags();
    });
    readTags();
}

void ArticleCommands::setArticle(OpenArticle *article)
{
    if (m_article)
        m_article->disconnect(this);
    m_article = article;
    if (!article)
        return;
    connect(article, &OpenArticle::changed, this, &ArticleCommands::showTags);
    showTags();
}

void ArticleCommands::connectActions()
{
    const auto on = [this](ActionId id, auto slot) {
        m_workplace.actions.connect(id, this, [this, slot] {
            if (m_room->isVisible() && m_article)
                slot();
        });
    };
    on(ActionId::SendToReview, [this] { move(desk::ArticleStage::InReview); });
    on(ActionId::Approve, [this] { move(desk::ArticleStage::Approved); });
    on(ActionId::BackToDraft, [this] { move(desk::ArticleStage::Draft); });
    on(ActionId::Withdraw, [this] { move(desk::ArticleStage::Withdrawn); });
    on(ActionId::AddLetter, [this] { chooseLetter(); });
}

// What was typed goes to the desk first, so that the stage belongs to the text that the person sees.
void ArticleCommands::move(desk::ArticleStage stage)
{
    if (m_article->stored().stage == stage)
        return;
    m_article->saveNow();
    perform(m_workplace, this, [id = m_article->id(), stage](editorial::Desk &desk) {
        return editorial::moveArticles(desk, {id}, stage);
    });
}

void ArticleCommands::changeTags(const QStringList &add, const QStringList &remove)
{
    if (!m_article)
        return;
    perform(m_workplace, this, [id = m_article->id(), add, remove](editorial::Desk &desk) {
        return editorial::tagArticles(desk, {id}, add, remove);
    });
}

void ArticleCommands::readTags()
{
    m_workplace.session.run(this, editorial::tags, [this](const base::Result<editorial::TagTree> &tags) {
        if (!tags)
            return;
        m_tags = *tags;
        showTags();
    });
}

void ArticleCommands::showTags()
{
    if (!m_article)
        return;
    QStringList known;
    QStringList carried;
    const QList<desk::TagId> &ids = m_article->stored().tags;
    for (const desk::Tag &tag : std::as_const(m_tags.tags)) {
        known.append(tag.name);
        if (ids.contains(tag.id))
            carried.append(tag.name);
    }
    m_head.setTagNames(carried, known);
}

void ArticleCommands::chooseDate()
{
    auto *dialog = new PublishDateDialog(m_article->head().publishOn, m_zone, m_room->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &PublishDateDialog::chosen, m_article,
            [article = m_article](const QDateTime &moment) { article->setPublishOn(moment); });
    dialog->open();
}

void ArticleCommands::chooseLetter()
{
    auto *dialog = new LetterChoiceDialog(m_workplace, LetterChoice::AnswerAsWell, {}, m_room->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &LetterChoiceDialog::chosen, this, &ArticleCommands::addLetter);
    dialog->open();
}

void ArticleCommands::addLetter(const desk::LetterId &letter)
{
    m_workplace.session.run(
        this, [id = m_article->id(), letter](editorial::Desk &desk) { return editorial::addLetter(desk, id, letter); },
        [this, letter](const base::Result<desk::AnswerId> &added) {
            if (added)
                Q_EMIT letterAdded(letter);
            else
                m_workplace.notices.error(added.error());
        });
}

} // namespace ui
