#include "ui/tag_panel.h"

#include "editorial/inbox.h"
#include "editorial/tags.h"
#include "editorial/writing.h"
#include "ui/reading_font.h"
#include "ui_tag_panel.h"

#include <QKeyEvent>
#include <QLocale>
#include <QToolButton>

namespace ui {

namespace {

constexpr int pauseMs = 1200;
constexpr qint64 mostCounted = 1'000'000;

struct Described {
    std::optional<editorial::Change> change;
    std::optional<base::Error> refused;
};

// Where the synonyms cannot be used, the description is kept with those that the tag had.
Described describe(editorial::Desk &desk, const desk::Tag &before, const QString &description,
                   const QStringList &synonyms)
{
    auto change = editorial::describeTag(desk, before.id, description, synonyms);
    if (change)
        return {std::move(*change), {}};
    Described outcome{{}, change.error()};
    if (description.trimmed() != before.description) {
        if (auto without = editorial::describeTag(desk, before.id, description, before.synonyms))
            outcome.change = std::move(*without);
    }
    return outcome;
}

base::Result<desk::TagCounts> carriers(editorial::Desk &desk, const desk::TagId &tag)
{
    editorial::LetterQuery letters;
    letters.tag = tag;
    editorial::ArticleQuery articles;
    articles.tag = tag;
    const auto letterCount = editorial::letterCount(desk, letters, mostCounted);
    if (!letterCount)
        return letterCount.error();
    const auto articleCount = editorial::articleCount(desk, articles, mostCounted);
    if (!articleCount)
        return articleCount.error();
    return desk::TagCounts{*letterCount, *articleCount};
}

} // namespace

TagPanel::TagPanel(Workplace &workplace, QWidget *parent)
    : QWidget(parent), m_workplace(workplace), m_form(std::make_unique<Ui::TagPanel>())
{
    m_form->setupUi(this);
    build();
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, [this] { save([](const base::Result<void> &) {}); });
    connect(m_form->description_edit, &QPlainTextEdit::textChanged, this, &TagPanel::noteEdit);
    connect(m_form->synonyms_edit, &QLineEdit::textEdited, this, &TagPanel::noteEdit);
    connect(m_form->synonyms_edit, &QLineEdit::editingFinished, this,
            [this] { save([](const base::Result<void> &) {}); });
    connect(m_form->articles_button, &QPushButton::clicked, this, &TagPanel::articlesWanted);
    connect(m_form->letters_button, &QPushButton::clicked, this, &TagPanel::lettersWanted);
    m_form->description_edit->installEventFilter(this);
    m_form->synonyms_edit->installEventFilter(this);
    showTag({});
}

TagPanel::~TagPanel() = default;

void TagPanel::build()
{
    for (const ActionId id : {ActionId::RenameTag, ActionId::MergeTag, ActionId::MoveTag, ActionId::DeleteTag})
        addButton(id);
    m_form->button_line->addStretch();
    for (QLabel *quiet : {m_form->path, m_form->address, m_form->synonyms_hint, m_form->description_hint})
        quiet->setForegroundRole(QPalette::PlaceholderText);
    m_form->synonyms_problem->setForegroundRole(QPalette::BrightText);
    m_form->nothing->setForegroundRole(QPalette::PlaceholderText);
    useFont();
}

void TagPanel::addButton(ActionId id)
{
    auto *button = new QToolButton(m_form->tag_page);
    button->setDefaultAction(m_workplace.actions.action(id));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setAccessibleName(button->defaultAction()->iconText());
    button->setObjectName(button->defaultAction()->objectName() + QLatin1String("_button"));
    m_form->button_line->addWidget(button);
}

void TagPanel::useFont()
{
    const QFont face = readingFont(m_workplace.settings);
    QFont headline = face;
    headline.setPointSizeF(face.pointSizeF() * 1.6);
    m_form->name->setFont(headline);
    m_form->description_edit->setFont(face);
}

void TagPanel::showTag(const std::optional<desk::Tag> &tag, const desk::TagCounts &counts, const QString &path)
{
    const bool isSame = tag && m_tag && tag->id == m_tag->id;
    if (!isSame) {
        save([](const base::Result<void> &) {});
        m_refused.reset();
        m_edited = false;
    }
    m_tag = tag;
    m_form->pages->setCurrentWidget(tag ? m_form->tag_page : m_form->empty_page);
    if (!tag)
        return;
    m_form->name->setText(tag->name);
    m_form->path->setText(path);
    m_form->path->setVisible(!tag->parent.isNull());
    m_form->address->setText(tr("Page of the site: topics/%1.html").arg(tag->slug));
    m_own = counts;
    if (!isSame)
        showCounts(counts);
    readCounts();
    if (!m_edited && m_saving == 0)
        showTexts();
    showProblem();
}

void TagPanel::showCounts(const desk::TagCounts &listed)
{
    const int articles = static_cast<int>(listed.articles);
    const int letters = static_cast<int>(listed.letters);
    m_form->articles_button->setText(listed.articles == m_own.articles
                                         ? tr("%Ln article(s)", nullptr, articles)
                                         : tr("%Ln article(s), with the tags below", nullptr, articles));
    m_form->letters_button->setText(listed.letters == m_own.letters
                                        ? tr("%Ln letter(s)", nullptr, letters)
                                        : tr("%Ln letter(s), with the tags below", nullptr, letters));
    m_form->articles_button->setEnabled(articles > 0);
    m_form->letters_button->setEnabled(letters > 0);
}

// The buttons lead to lists, so they count what is listed there: what carries the tag or one below it.
void TagPanel::readCounts()
{
    m_workplace.session.run(
        this, [id = m_tag->id](editorial::Desk &desk) { return carriers(desk, id); },
        [this, id = m_tag->id](const base::Result<desk::TagCounts> &counts) {
            if (counts && m_tag && m_tag->id == id)
                showCounts(*counts);
        });
}

// Leaves a text alone that says the same, so that the caret stays.
void TagPanel::showTexts()
{
    const QSignalBlocker blocked(m_form->description_edit);
    if (m_form->description_edit->toPlainText().trimmed() != m_tag->description)
        m_form->description_edit->setPlainText(m_tag->description);
    if (desk::tagNames(m_form->synonyms_edit->text()) != m_tag->synonyms && !m_refused)
        m_form->synonyms_edit->setText(m_tag->synonyms.join(QLatin1String(", ")));
}

void TagPanel::showProblem()
{
    m_form->synonyms_problem->setText(m_refused ? m_refused->message : QString());
    m_form->synonyms_problem->setVisible(m_refused.has_value());
    m_form->synonyms_hint->setVisible(!m_refused);
}

void TagPanel::noteEdit()
{
    m_edited = true;
    m_pause.start();
}

bool TagPanel::isAsKept() const
{
    return m_form->description_edit->toPlainText().trimmed() == m_tag->description &&
           desk::tagNames(m_form->synonyms_edit->text()) == m_tag->synonyms;
}

void TagPanel::save(Room::Flushed then)
{
    m_pause.stop();
    if (!m_tag || !m_edited) {
        then(m_refused ? base::Result<void>(*m_refused) : base::Result<void>());
        return;
    }
    m_edited = false;
    if (isAsKept()) {
        m_refused.reset();
        showProblem();
        then({});
        return;
    }
    ++m_saving;
    const QString description = m_form->description_edit->toPlainText();
    const QStringList synonyms = desk::tagNames(m_form->synonyms_edit->text());
    m_workplace.session.run(
        &m_workplace.undo,
        [tag = *m_tag, description, synonyms](editorial::Desk &desk) {
            return describe(desk, tag, description, synonyms);
        },
        [&workplace = m_workplace, panel = QPointer<TagPanel>(this), id = m_tag->id,
         then = std::move(then)](Described outcome) {
            if (outcome.change)
                pushChange(workplace, std::move(*outcome.change));
            if (panel)
                panel->saved(id, outcome.refused);
            then(outcome.refused ? base::Result<void>(*outcome.refused) : base::Result<void>());
        });
}

void TagPanel::saved(const desk::TagId &tag, const std::optional<base::Error> &refused)
{
    --m_saving;
    if (m_tag && m_tag->id == tag) {
        m_refused = refused;
        showProblem();
    } else if (refused) {
        m_workplace.notices.error(*refused);
    }
}

void TagPanel::flush(Room::Flushed then)
{
    save(std::move(then));
}

void TagPanel::takeFocus()
{
    m_form->description_edit->setFocus(Qt::OtherFocusReason);
    m_form->description_edit->moveCursor(QTextCursor::End);
}

bool TagPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        Q_EMIT left();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace ui
