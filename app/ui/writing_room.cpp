#include "ui/writing_room.h"

#include "editorial/masthead.h"
#include "ui/answer_panel.h"
#include "ui/article_commands.h"
#include "ui/article_head.h"
#include "ui/attachment_strip.h"
#include "ui/conflict_bar.h"
#include "ui/enclosed_files.h"
#include "ui/find_bar.h"
#include "ui/folded_line.h"
#include "ui/letter_panel.h"
#include "ui/preview_pane.h"
#include "ui/reading_font.h"
#include "ui/related_letters.h"
#include "ui/saving_notices.h"
#include "ui/text_commands.h"
#include "ui/text_sheet.h"

#include <QLabel>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <array>

namespace ui {

namespace {

using Place = SheetArea::PreviewPlace;

struct PlaceRow {
    Place place;
    ActionId action;
    QLatin1String name; // in the settings
};

constexpr std::array places{
    PlaceRow{Place::Off, ActionId::PreviewOff, QLatin1String("off")},
    PlaceRow{Place::Letter, ActionId::PreviewInLetter, QLatin1String("letter")},
    PlaceRow{Place::Right, ActionId::PreviewRight, QLatin1String("right")},
    PlaceRow{Place::Below, ActionId::PreviewBelow, QLatin1String("below")},
};

constexpr int edge = 10;
constexpr int textEdge = 12; // of what stands below the letter
constexpr int zoomStep = 10;
constexpr int smallestZoom = 60;
constexpr int largestZoom = 300;

Place placeNamed(const QString &name)
{
    for (const PlaceRow &row : places) {
        if (name == row.name)
            return row.place;
    }
    return Place::Off;
}

Journal journalOf(const Workplace &workplace)
{
    const QString own = workplace.settings.value(editorial::Setting::JournalFolder).toString();
    return {own.isEmpty() ? Journal::defaultFolder() : own, workplace.session.path()};
}

} // namespace

WritingRoom::WritingRoom(Workplace &workplace, QWidget *parent)
    : Room(parent)
    , m_workplace(workplace)
    , m_speller(workplace.settings)
    , m_articles(workplace.session, journalOf(workplace), m_speller)
    , m_saving(new SavingNotices(workplace, m_articles, this))
    , m_stack(new QStackedWidget(this))
    , m_nothing(new QLabel(tr("Choose a letter and press Enter to answer it."), this))
    , m_desk(new QWidget(this))
    , m_head(new ArticleHead(workplace.actions, workplace.notices, m_desk))
    , m_conflict(new ConflictBar(m_desk))
    , m_find(new FindBar(m_desk))
    , m_letter(new LetterPanel(new AttachmentStrip(workplace)))
    , m_related(new RelatedLetters(workplace, 1, m_letter))
    , m_folded(new FoldedLine(workplace, this))
    , m_answer(new AnswerPanel(workplace.actions))
    , m_preview(new PreviewPane)
    , m_enclosed(new EnclosedFiles(workplace.session, this))
    , m_area(new SheetArea(m_letter, m_answer, m_preview, m_desk))
    , m_texts(new TextCommands(workplace, {*m_letter, *m_answer, *m_area, m_speller, *m_find}, this))
    , m_whole(new ArticleCommands(workplace, *m_head, this))
{
    build();
    connectParts();
    connectActions();
    connectPreviewActions();
    connectFolding();
    useFont();
    m_area->restoreState(workplace.settings.value(editorial::Setting::RoomSplitter).toByteArray());
    usePreviewPlace(placeNamed(workplace.settings.value(editorial::Setting::PreviewPlace).toString()));
    readMasthead();
}

WritingRoom::~WritingRoom()
{
    m_letter->showPair(nullptr);
    m_answer->showPair(nullptr);
    m_preview->setSource({});
    m_head->showArticle(nullptr, 0);
    m_whole->setArticle(nullptr);
}

void WritingRoom::answerLetter(const desk::LetterId &letter)
{
    m_answerWhenOpened = true;
    m_wanted = {};
    m_articles.answer(letter);
}

void WritingRoom::openArticle(const desk::ArticleId &article, const desk::LetterId &focus)
{
    m_answerWhenOpened = false;
    m_focusWhenOpened = focus;
    m_wanted = article;
    m_articles.open(article);
}

QString WritingRoom::title() const
{
    return pair() ? tr("Answer to letter %1").arg(pair()->number()) : tr("Writing");
}

void WritingRoom::enter()
{
    m_workplace.actions.setAvailable(Need::Article, m_article != nullptr);
}

void WritingRoom::leave()
{
    m_head->commit();
    m_articles.retryAll();
    m_workplace.actions.setAvailable(Need::Article, false);
}

void WritingRoom::flush(const Flushed &then)
{
    m_head->commit();
    m_articles.flush(then);
}

void WritingRoom::takeFocus()
{
    if (m_article)
        m_texts->focusAnswer();
    else
        setFocus(Qt::OtherFocusReason);
}

void WritingRoom::find()
{
    if (m_article)
        m_texts->find();
}

QList<QWidget *> WritingRoom::panes()
{
    if (!m_article)
        return {this};
    QList<QWidget *> shown{m_head->titleField()};
    for (QWidget *pane : {static_cast<QWidget *>(m_letter->sheet()), static_cast<QWidget *>(m_answer->sheet()),
                          static_cast<QWidget *>(m_preview)}) {
        if (pane->isVisible())
            shown.append(pane);
    }
    return shown;
}

void WritingRoom::build()
{
    setFocusPolicy(Qt::ClickFocus);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_nothing->setObjectName(QStringLiteral("noArticle"));
    m_conflict->hide();
    m_related->setContentsMargins(textEdge, 0, textEdge, 0);
    m_letter->showBelow(m_related);
    auto *column = new QVBoxLayout(m_desk);
    column->setContentsMargins(edge, edge / 2, edge, edge);
    column->setSpacing(edge / 2);
    column->addWidget(m_head);
    column->addWidget(m_conflict);
    column->addWidget(m_find);
    column->addWidget(m_area, 1);
    m_stack->addWidget(m_nothing);
    m_stack->addWidget(m_desk);
    auto *all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->addWidget(m_stack);
    m_workplace.actions.giveKeys(Part::Writing, this);
}

void WritingRoom::connectParts()
{
    connect(&m_articles, &OpenArticles::opened, this, &WritingRoom::showArticle);
    connect(&m_articles, &OpenArticles::failed, this, [this](const base::Error &error) {
        m_wanted = m_article ? m_article->id() : desk::ArticleId();
        m_workplace.notices.error(error);
    });
    connect(m_saving, &SavingNotices::articleWanted, this, &Room::articleWanted);
    connect(&m_articles, &OpenArticles::savingChanged, this, &WritingRoom::showConflict);
    connect(&m_speller, &Speller::statementChanged, this, &WritingRoom::showSpelling);
    connect(&m_speller, &Speller::failed, this, [this](const base::Error &e) { m_workplace.notices.error(e); });
    connect(m_whole, &ArticleCommands::letterAdded, this,
            [this](const desk::LetterId &letter) { openArticle(m_article->id(), letter); });
    connect(m_related, &RelatedLetters::letterWanted, this, &Room::letterWanted);
    connect(m_related, &RelatedLetters::articleWanted, this, &Room::articleWanted);
    connect(m_head, &ArticleHead::letterChosen, this, &WritingRoom::showPair);
    connect(m_conflict, &ConflictBar::mineWanted, this, [this] {
        if (ArticlePart *part = m_article->firstInConflict())
            part->keepMine();
    });
    connect(m_conflict, &ConflictBar::theirsWanted, this, [this] {
        if (ArticlePart *part = m_article->firstInConflict())
            part->takeTheirs();
    });
    connect(m_area, &SheetArea::stateChanged, this,
            [this] { m_workplace.settings.setValue(editorial::Setting::RoomSplitter, m_area->saveState()); });
    connect(m_area, &SheetArea::previewPlaceChanged, this, &WritingRoom::showPreviewPlace);
    for (TextSheet *sheet : {m_letter->sheet(), m_answer->sheet()}) {
        connect(sheet, &TextSheet::zoomWanted, this, &WritingRoom::zoomBy);
        connect(sheet, &QTextEdit::textChanged, m_preview,
                [this, sheet] { m_preview->noteEdit(sheet->document()->characterCount()); });
    }
    connect(m_enclosed, &EnclosedFiles::read, m_preview, [this] { m_preview->noteEdit(0); });
    connect(m_letter, &LetterPanel::fieldsEdited, m_preview, [this] { m_preview->noteEdit(0); });
    connect(&m_workplace.session, &editorial::Session::changed, this, [this](editorial::Areas areas) {
        if (areas.testFlag(editorial::Area::Masthead))
            readMasthead();
    });
}

void WritingRoom::connectActions()
{
    const auto on = [this](ActionId id, auto slot) {
        m_workplace.actions.connect(id, this, [this, slot] {
            if (isVisible())
                slot();
        });
    };
    on(ActionId::ZoomIn, [this] { zoomBy(1); });
    on(ActionId::ZoomOut, [this] { zoomBy(-1); });
    on(ActionId::ZoomReset, [this] { zoom(100); });
    QAction *spelling = m_workplace.actions.action(ActionId::SpellingOn);
    spelling->setChecked(m_speller.isOn());
    connect(spelling, &QAction::triggered, &m_speller, &Speller::setOn);
}

void WritingRoom::connectPreviewActions()
{
    for (const PlaceRow &row : places)
        m_workplace.actions.connect(row.action, this, [this, place = row.place] { usePreviewPlace(place); });
    m_workplace.actions.connect(ActionId::Preview, this, [this] {
        usePreviewPlace(m_area->previewPlace() == Place::Off ? m_lastPlace : Place::Off);
    });
}

// What was typed in the letter is on the desk before anything is brought back into it there.
void WritingRoom::connectFolding()
{
    m_letter->setFoldedLine(m_folded);
    m_folded->setBefore([this](const std::function<void()> &then) {
        if (!pair())
            return;
        pair()->letterPart().saver().flush([this, then](const base::Result<void> &saved) {
            if (saved)
                then();
            else
                m_workplace.notices.error(saved.error());
        });
    });
}

void WritingRoom::showArticle(OpenArticle *article, const desk::LetterId &focus)
{
    m_article = article;
    m_wanted = article->id();
    m_articles.setShown(article);
    m_head->showArticle(article, 0);
    m_whole->setArticle(article);
    m_stack->setCurrentWidget(m_desk);
    const int wanted = article->indexOf(focus.isNull() ? std::exchange(m_focusWhenOpened, {}) : focus);
    showPair(std::max(wanted, 0));
    showConflict();
    m_workplace.actions.setAvailable(Need::Article, isVisible());
    if (std::exchange(m_answerWhenOpened, false) && isVisible())
        m_texts->focusAnswer();
    Q_EMIT articleShown(article->id());
}

void WritingRoom::showPair(int index)
{
    m_pair = index;
    m_head->showLetterNumber(index);
    m_letter->showPair(pair());
    m_related->showLetter(pair() ? pair()->letterId() : desk::LetterId());
    m_folded->showLetter(pair() ? pair()->letterId() : desk::LetterId());
    m_answer->showPair(pair());
    m_preview->beginAtAnswer();
    m_preview->setSource([this] { return previewText(); });
    Q_EMIT titleChanged();
}

OpenPair *WritingRoom::pair() const
{
    return m_article ? m_article->pairs().at(static_cast<std::size_t>(m_pair)).get() : nullptr;
}

void WritingRoom::readMasthead()
{
    m_workplace.session.run(this, editorial::masthead, [this](const base::Result<desk::Masthead> &masthead) {
        if (!masthead)
            return;
        m_masthead = *masthead;
        const QTimeZone zone(m_masthead.timeZone.toLatin1());
        m_letter->setLabel(m_masthead.letterLabel);
        m_letter->setMostWords(m_masthead.letterWords.toInt());
        m_answer->setLabel(m_masthead.answerLabel);
        m_head->setTimeZone(zone);
        m_whole->setTimeZone(zone);
        m_speller.setLanguage(m_masthead.language);
        m_preview->noteEdit(0);
    });
}

void WritingRoom::showConflict()
{
    m_conflict->setVisible(m_article && m_article->firstInConflict());
}

void WritingRoom::showSpelling()
{
    m_answer->setSpelling(m_speller.statement(), m_speller.explanation());
    m_workplace.actions.action(ActionId::SpellingOn)->setChecked(m_speller.isOn());
}

void WritingRoom::usePreviewPlace(Place place)
{
    if (place != Place::Off)
        m_lastPlace = place;
    m_area->setPreviewPlace(place);
    showPreviewPlace();
}

void WritingRoom::showPreviewPlace()
{
    const Place now = m_area->previewPlace();
    for (const PlaceRow &row : places) {
        m_workplace.actions.action(row.action)->setChecked(row.place == now);
        if (row.place == now)
            m_workplace.settings.setValue(editorial::Setting::PreviewPlace, QString(row.name));
    }
    m_workplace.actions.action(ActionId::Preview)->setChecked(now != Place::Off);
}

PreviewText WritingRoom::previewText() const
{
    const OpenPair *shown = pair();
    if (!shown)
        return {};
    PreviewText text{m_masthead.letterLabel, shown->edited.text(),   shown->signature(),
                     shown->place(),         m_masthead.answerLabel, shown->answer.text()};
    text.files = m_enclosed->namedIn(text.letter + text.answer, lettersOfArticle());
    return text;
}

QList<desk::LetterId> WritingRoom::lettersOfArticle() const
{
    QList<desk::LetterId> letters;
    for (const auto &each : m_article->pairs())
        letters.append(each->letterId());
    return letters;
}

void WritingRoom::zoomBy(int steps)
{
    zoom(m_workplace.settings.value(editorial::Setting::WritingZoom).toInt() + steps * zoomStep);
}

void WritingRoom::zoom(int percent)
{
    m_workplace.settings.setValue(editorial::Setting::WritingZoom, std::clamp(percent, smallestZoom, largestZoom));
    useFont();
}

void WritingRoom::useFont()
{
    const QFont font = readingFont(m_workplace.settings);
    m_articles.setDress({font, readingLineHeight(font)});
    m_letter->setReadingFont(font);
    m_answer->setReadingFont(font);
    m_preview->setReadingFont(font);
}

} // namespace ui
