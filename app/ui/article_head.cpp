#include "ui/article_head.h"

#include "desk/paths.h"
#include "desk/stage.h"
#include "ui/dates.h"
#include "ui/icons.h"
#include "ui/open_article.h"
#include "ui_article_head.h"

#include <QEvent>
#include <QLocale>
#include <QMenu>

namespace ui {

namespace {

struct StageLook {
    const char *icon;
    Role role;
};

StageLook lookOf(desk::ArticleStage stage)
{
    switch (stage) {
    case desk::ArticleStage::Draft:
        return {"circle-dot", Role::SecondaryText};
    case desk::ArticleStage::InReview:
        return {"eye", Role::Warning};
    case desk::ArticleStage::Approved:
        return {"circle-check", Role::Fine};
    case desk::ArticleStage::Withdrawn:
        return {"circle-slash", Role::SecondaryText};
    }
    return {};
}

QString dateText(const QDateTime &moment, const QTimeZone &zone)
{
    const QDateTime local = zone.isValid() ? moment.toTimeZone(zone) : moment;
    const QLocale locale;
    const QString day = locale.toString(local.date(), QLocale::ShortFormat);
    return local.time() == QTime(0, 0) ? day : QString(day + QLatin1Char(' ') + shortTime(local.time(), locale));
}

void setTextIfOther(QLineEdit *field, const QString &text)
{
    if (field->text() != text)
        field->setText(text);
}

} // namespace

ArticleHead::ArticleHead(const Actions &actions, Notices &notices, QWidget *parent)
    : QWidget(parent), m_notices(notices), m_form(std::make_unique<Ui::ArticleHeadForm>())
{
    m_form->setupUi(this);
    build(actions);
    dress();
    connect(m_form->title, &QLineEdit::textEdited, this, [this](const QString &text) { m_article->setTitle(text); });
    connect(m_form->slug, &QLineEdit::editingFinished, this, &ArticleHead::takeSlug);
    connect(m_form->tags, &TagField::tagsAdded, this, &ArticleHead::tagsAdded);
    connect(m_form->tags, &TagField::tagRemoved, this, &ArticleHead::tagRemoved);
    connect(m_form->date, &QToolButton::clicked, this, &ArticleHead::dateWanted);
    connect(m_form->letter, &QComboBox::activated, this, &ArticleHead::letterChosen);
}

ArticleHead::~ArticleHead() = default;

void ArticleHead::showArticle(OpenArticle *article, int letter)
{
    if (m_article)
        m_article->disconnect(this);
    m_article = article;
    m_letter = letter;
    if (!article)
        return;
    connect(article, &OpenArticle::changed, this, &ArticleHead::refresh);
    connect(article, &OpenArticle::pairsChanged, this, &ArticleHead::showLetters);
    refresh();
    m_form->title->setCursorPosition(0);
}

void ArticleHead::showLetterNumber(int letter)
{
    m_letter = letter;
    showLetters();
}

void ArticleHead::setTagNames(const QStringList &ofArticle, const QStringList &known)
{
    m_form->tags->setTags(ofArticle);
    m_form->tags->setKnownTags(known);
}

void ArticleHead::setTimeZone(const QTimeZone &zone)
{
    m_zone = zone;
    if (m_article)
        showDate();
}

QWidget *ArticleHead::titleField() const
{
    return m_form->title;
}

void ArticleHead::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        dress();
}

void ArticleHead::build(const Actions &actions)
{
    auto *menu = new QMenu(m_form->stage);
    for (const ActionId id : {ActionId::SendToReview, ActionId::Approve, ActionId::BackToDraft, ActionId::Withdraw})
        menu->addAction(actions.action(id));
    connect(m_form->stage, &QToolButton::clicked, menu,
            [menu, button = m_form->stage] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    m_form->slugLabel->setForegroundRole(QPalette::PlaceholderText);
    m_form->addLetter->setDefaultAction(actions.action(ActionId::AddLetter));
    m_form->date->setIcon(icon(QStringLiteral("calendar"), Role::SecondaryText));
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.6);
    big.setBold(true);
    m_form->title->setFont(big);
}

// Title and address stand on the ground of the room, without a field around them.
void ArticleHead::dress()
{
    for (QLineEdit *field : {m_form->title, m_form->slug}) {
        QPalette palette = field->palette();
        palette.setColor(QPalette::Base, Qt::transparent);
        if (field == m_form->slug)
            palette.setColor(QPalette::Text, color(Role::SecondaryText, this->palette()));
        field->setPalette(palette);
    }
}

void ArticleHead::refresh()
{
    const HeadDraft &head = m_article->head();
    if (m_form->title->text().simplified() != head.title)
        m_form->title->setText(head.title);
    if (!m_form->slug->hasFocus() || !m_form->slug->isModified())
        setTextIfOther(m_form->slug, head.slug);
    showStage();
    showDate();
    showLetters();
}

void ArticleHead::showStage()
{
    const desk::ArticleStage stage = m_article->stored().stage;
    const StageLook look = lookOf(stage);
    const QString name = desk::title(stage);
    m_form->stage->setText(name + QStringLiteral(" ▾"));
    m_form->stage->setAccessibleName(tr("Stage of the article: %1").arg(name));
    m_form->stage->setIcon(icon(QString::fromLatin1(look.icon), look.role));
}

void ArticleHead::showDate()
{
    const QDateTime &moment = m_article->head().publishOn;
    QString text = moment.isValid() ? dateText(moment, m_zone) : tr("no date yet");
    if (m_article->stored().published.isValid())
        text = tr("%1 · published").arg(text);
    m_form->date->setText(text);
}

void ArticleHead::showLetters()
{
    const int count = static_cast<int>(m_article->pairs().size());
    m_form->letter->setVisible(count > 1);
    m_form->letter->clear();
    for (int i = 0; i < count; ++i)
        m_form->letter->addItem(tr("Letter %1 of %2").arg(i + 1).arg(count));
    m_form->letter->setCurrentIndex(m_letter);
}

void ArticleHead::takeSlug()
{
    const QString typed = m_form->slug->text().trimmed();
    if (!m_article || !m_form->slug->isModified() || typed == m_article->head().slug)
        return;
    m_form->slug->setModified(false);
    if (typed.isEmpty()) {
        m_article->setSlug({});
        return;
    }
    const base::Result<QString> slug = desk::acceptSlug(typed);
    if (slug)
        m_article->setSlug(*slug);
    else
        m_notices.error(slug.error());
    m_form->slug->setText(m_article->head().slug);
}

} // namespace ui
