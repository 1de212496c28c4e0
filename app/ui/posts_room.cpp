#include "ui/posts_room.h"

#include "ui/list_row.h"
#include "ui/post_marks.h"
#include "ui/reading_font.h"
#include "ui/row_delegate.h"
#include "ui/row_model.h"
#include "ui_posts_room.h"

#include <QLocale>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

using LabelPart = desk::ColumnLabel::Part;

constexpr int listStart = 320;
constexpr int textStart = 740;
constexpr qreal textMargin = 18;

ListRow rowOf(const editorial::UndecidedPost &post)
{
    ListRow row;
    const bool isConflict = post.state == editorial::PostState::Conflict;
    row.name = post.title;
    row.date = post.date.isValid() ? QLocale().toString(post.date.date(), QLocale::ShortFormat) : QString();
    row.subject = isConflict ? PostsRoom::tr("Edited here, changed in the archive") : PostsRoom::tr("No label found");
    row.icon = isConflict ? QStringLiteral("triangle-alert") : QStringLiteral("file-diff");
    row.iconRole = isConflict ? Role::Warning : Role::SecondaryText;
    row.stage = row.subject;
    return row;
}

QFont boldOf(QFont font)
{
    font.setBold(true);
    return font;
}

} // namespace

PostsRoom::PostsRoom(Workplace &workplace, QWidget *parent)
    : Room(parent), m_workplace(workplace), m_form(std::make_unique<Ui::PostsRoom>())
{
    m_form->setupUi(this);
    m_marks = new PostMarks(m_form->text);
    m_form->list_and_text->setStretchFactor(1, 1);
    m_form->list_and_text->setSizes({listStart, textStart});
    m_form->list->setItemDelegate(new RowDelegate(m_form->list));
    m_form->text->setFont(readingFont(m_workplace.settings));
    m_form->text->document()->setDocumentMargin(textMargin);
    m_form->title_label->setFont(boldOf(m_form->title_label->font()));
    m_form->hint->setForegroundRole(QPalette::PlaceholderText);
    m_form->empty_label->setForegroundRole(QPalette::PlaceholderText);
    connectParts();
    connectActions();
    refresh();
}

PostsRoom::~PostsRoom() = default;

void PostsRoom::connectParts()
{
    connect(m_form->list, &QListWidget::currentRowChanged, this, &PostsRoom::showCurrent);
    connect(m_marks, &PostMarks::changed, this, &PostsRoom::showWays);
    connect(m_form->open_button, &QPushButton::clicked, this, [this] {
        if (const auto *post = current())
            Q_EMIT articleWanted(post->article);
    });
    connect(&m_workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas & editorial::Area::Articles)
            refresh();
    });
}

void PostsRoom::connectActions()
{
    const Actions &actions = m_workplace.actions;
    const std::pair<QPushButton *, ActionId> buttons[] = {
        {m_form->letter_button, ActionId::MarkLetter}, {m_form->answer_button, ActionId::MarkAnswer},
        {m_form->clear_button, ActionId::ClearMarks},  {m_form->part_button, ActionId::PartPost},
        {m_form->drop_button, ActionId::DropPost},     {m_form->keep_button, ActionId::KeepArticle},
        {m_form->take_button, ActionId::TakePost},     {m_form->import_button, ActionId::ImportPosts},
    };
    for (const auto &[button, id] : buttons) {
        const QAction *action = actions.action(id);
        button->setIcon(action->icon());
        button->setToolTip(action->shortcut().toString(QKeySequence::NativeText));
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
    }
    actions.connect(ActionId::MarkLetter, m_marks, [this] { m_marks->markHere(LabelPart::Letter); });
    actions.connect(ActionId::MarkAnswer, m_marks, [this] { m_marks->markHere(LabelPart::Answer); });
    actions.connect(ActionId::ClearMarks, m_marks, &PostMarks::clear);
    actions.connect(ActionId::PartPost, this, &PostsRoom::part);
    actions.connect(ActionId::DropPost, this, &PostsRoom::drop);
    actions.connect(ActionId::KeepArticle, this,
                    [this] { decide(&editorial::keepArticle, tr("The article stays as it is.")); });
    actions.connect(ActionId::TakePost, this, [this] {
        decide(&editorial::takePost, tr("The article has the archive’s text; its own is kept as a revision."));
    });
    actions.giveKeys(Part::Posts, this);
}

QString PostsRoom::title() const
{
    return tr("Posts that wait");
}

void PostsRoom::enter()
{
    showWays();
}

void PostsRoom::leave()
{
    for (const Need need : {Need::WaitingPost, Need::Conflict})
        m_workplace.actions.setAvailable(need, false);
}

void PostsRoom::takeFocus()
{
    (m_posts.isEmpty() ? static_cast<QWidget *>(m_form->import_button) : m_form->text)->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> PostsRoom::panes()
{
    return {m_form->list, m_form->text};
}

void PostsRoom::refresh()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::undecidedPosts(desk); },
        [this](const base::Result<QList<editorial::UndecidedPost>> &posts) {
            if (posts)
                take(*posts);
            else
                m_workplace.notices.error(posts.error());
        });
}

// The post at hand stays in sight; where it is settled, the one that took its place.
void PostsRoom::take(const QList<editorial::UndecidedPost> &posts)
{
    const QString shown = m_shown;
    const int row = m_form->list->currentRow();
    m_posts = posts;
    {
        const QSignalBlocker blocker(m_form->list);
        m_form->list->clear();
        for (const editorial::UndecidedPost &post : posts) {
            auto *item = new QListWidgetItem(m_form->list);
            item->setData(RowModel::RowRole, QVariant::fromValue(rowOf(post)));
            item->setData(Qt::AccessibleTextRole, spoken(rowOf(post)));
        }
    }
    const auto same = std::ranges::find(m_posts, shown, &editorial::UndecidedPost::guid);
    const int wanted = same != m_posts.end() ? static_cast<int>(same - m_posts.begin())
                                             : std::clamp(row, 0, std::max(0, static_cast<int>(posts.size()) - 1));
    m_form->pages->setCurrentWidget(posts.isEmpty() ? m_form->empty_page : m_form->posts_page);
    m_form->list->setCurrentRow(posts.isEmpty() ? -1 : wanted);
    showCurrent();
}

const editorial::UndecidedPost *PostsRoom::current() const
{
    const int row = m_form->list->currentRow();
    return row >= 0 && row < m_posts.size() ? &m_posts.at(row) : nullptr;
}

bool PostsRoom::isWaiting() const
{
    const auto *post = current();
    return post && post->state == editorial::PostState::Waiting;
}

void PostsRoom::showCurrent()
{
    const auto *post = current();
    const QString guid = post ? post->guid : QString();
    showWays();
    if (guid == m_shown)
        return;
    m_shown = guid;
    m_form->text->clear();
    m_marks->clear();
    if (!post)
        return;
    m_workplace.session.run(
        this, [guid](editorial::Desk &desk) { return editorial::undecidedPost(desk, guid); },
        [this, guid](const base::Result<desk::Post> &read) {
            if (guid != m_shown)
                return;
            if (read)
                showText(*read);
            else
                m_workplace.notices.error(read.error());
        });
}

void PostsRoom::showText(const desk::Post &post)
{
    m_form->title_label->setText(post.title);
    m_form->text->setPlainText(post.text);
}

// Only what makes sense for the post at hand is in sight.
void PostsRoom::showWays()
{
    const bool waits = isWaiting();
    const bool isConflict = current() && !waits;
    const auto keyOf = [this](ActionId id) {
        return m_workplace.actions.action(id)->shortcut().toString(QKeySequence::NativeText);
    };
    m_form->hint->setText(
        isConflict ? tr("You edited this article, and the archive has another text now, which you see here.")
                   : tr("Put the caret where the letter begins and press %1, then where the answer begins and press "
                        "%2. What stands before a mark on its line is the label and is left out. Then press %3.")
                         .arg(keyOf(ActionId::MarkLetter), keyOf(ActionId::MarkAnswer), keyOf(ActionId::PartPost)));
    m_form->marks_label->setText(m_marks->sentence());
    m_form->teach_box->setVisible(waits && !m_marks->labels().isEmpty());
    m_form->marks_label->setVisible(waits);
    for (QPushButton *button :
         {m_form->letter_button, m_form->answer_button, m_form->clear_button, m_form->part_button, m_form->drop_button})
        button->setVisible(waits);
    for (QPushButton *button : {m_form->open_button, m_form->keep_button, m_form->take_button})
        button->setVisible(isConflict);
    m_form->part_button->setEnabled(m_marks->isComplete());
    m_form->clear_button->setEnabled(!m_marks->marks().isEmpty());
    m_workplace.actions.setAvailable(Need::WaitingPost, waits && isVisible());
    m_workplace.actions.setAvailable(Need::Conflict, isConflict && isVisible());
}

void PostsRoom::part()
{
    if (!isWaiting())
        return;
    const QString guid = m_shown;
    const auto marks = m_marks->marks();
    const auto labels = m_form->teach_box->isChecked() ? m_marks->labels() : QList<desk::ColumnLabel>();
    m_workplace.session.run(
        this, [guid, marks, labels](editorial::Desk &desk) { return editorial::partPost(desk, guid, marks, labels); },
        [this](const base::Result<desk::ArticleId> &article) {
            if (!article) {
                m_workplace.notices.error(article.error());
                return;
            }
            m_workplace.notices.show(
                {Notice::Severity::News, tr("The post is an article now."), tr("Open it"), this, [this, id = *article] {
                     Q_EMIT articleWanted(id);
                 }});
        });
}

void PostsRoom::drop()
{
    if (!isWaiting())
        return;
    perform(m_workplace, this, [guid = m_shown](editorial::Desk &desk) { return editorial::dropPost(desk, guid); });
}

void PostsRoom::decide(base::Result<void> (*decision)(editorial::Desk &, const QString &), const QString &news)
{
    const auto *post = current();
    if (!post || post->state != editorial::PostState::Conflict)
        return;
    m_workplace.session.run(
        this, [decision, guid = post->guid](editorial::Desk &desk) { return decision(desk, guid); },
        [this, news](const base::Result<void> &done) {
            if (done)
                m_workplace.notices.news(news);
            else
                m_workplace.notices.error(done.error());
        });
}

} // namespace ui
