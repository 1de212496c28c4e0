#include "ui/reading_room.h"

#include "base/text.h"
#include "editorial/masthead.h"
#include "ui/attachment_strip.h"
#include "ui/folded_line.h"
#include "ui/icons.h"
#include "ui/intake_bar.h"
#include "ui/letter_sheet.h"
#include "ui/list_row.h"
#include "ui/reading_font.h"
#include "ui/related_letters.h"

#include <QBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPushButton>

#include <algorithm>
#include <memory>

namespace ui {

namespace {

constexpr int zoomStep = 10; // percent
constexpr int smallestZoom = 60;
constexpr int largestZoom = 300;
constexpr int shownOfAKind = 3; // of what is related to the letter

QLabel *plainLabel(const QString &name, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setObjectName(name);
    label->setTextFormat(Qt::PlainText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    label->setWordWrap(true);
    return label;
}

void makeQuiet(QLabel *label)
{
    label->setForegroundRole(QPalette::PlaceholderText);
}

} // namespace

ReadingRoom::ReadingRoom(Workplace &workplace, QWidget *parent)
    : Room(parent)
    , m_workplace(workplace)
    , m_name(plainLabel(QStringLiteral("letterName"), this))
    , m_facts(plainLabel(QStringLiteral("letterFacts"), this))
    , m_writer(plainLabel(QStringLiteral("letterWriter"), this))
    , m_related(new RelatedLetters(workplace, shownOfAKind, this))
    , m_buttons(new QWidget(this))
    , m_attachments(new AttachmentStrip(workplace, this))
    , m_intake(new IntakeBar(workplace, this))
    , m_sheet(new LetterSheet(this))
    , m_folded(new FoldedLine(workplace, this))
    , m_nothing(plainLabel(QStringLiteral("nothingChosen"), this))
{
    setObjectName(QStringLiteral("readingRoom"));
    build();
    connect(&workplace.session, &editorial::Session::changed, this, &ReadingRoom::refresh);
    connect(m_related, &RelatedLetters::letterWanted, this, &Room::letterWanted);
    connect(m_related, &RelatedLetters::articleWanted, this, &Room::articleWanted);
    const auto zoomOn = [this](ActionId id, int step) {
        m_workplace.actions.connect(id, this, [this, step] { zoom(step); });
    };
    zoomOn(ActionId::ZoomIn, zoomStep);
    zoomOn(ActionId::ZoomOut, -zoomStep);
    zoomOn(ActionId::ZoomReset, 0);
    useFont();
    readLabel();
    showNothing(tr("Choose a letter to read it here."));
}

void ReadingRoom::build()
{
    QFont nameFont = m_name->font();
    nameFont.setPointSizeF(nameFont.pointSizeF() * 1.35);
    nameFont.setBold(true);
    m_name->setFont(nameFont);
    makeQuiet(m_facts);
    makeQuiet(m_nothing);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_sheet->setObjectName(QStringLiteral("readingSheet"));
    m_sheet->setAccessibleName(tr("Letter"));

    auto *line = new QHBoxLayout(m_buttons);
    line->setContentsMargins(0, 6, 0, 6);
    m_answer = addButton(line, ActionId::OpenLetter);
    m_answer->setObjectName(QStringLiteral("answerButton"));
    m_answer->setIcon(icon(QStringLiteral("pen-line"), Role::Accent));
    for (const ActionId id : {ActionId::Shortlist, ActionId::Hold, ActionId::Decline, ActionId::TagLetters})
        addButton(line, id);
    line->addStretch(1);

    auto *top = new QVBoxLayout;
    top->setContentsMargins(24, 14, 24, 6);
    top->setSpacing(2);
    top->addWidget(m_name);
    top->addWidget(m_facts);
    top->addWidget(m_related);
    top->addWidget(m_writer);
    top->addWidget(m_buttons);
    top->addWidget(m_attachments);
    top->addWidget(m_intake);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_sheet, 1);
    m_folded->setContentsMargins(12, 0, 12, 0); // as what stands above
    column->addWidget(m_folded);
    column->addWidget(m_nothing, 1);
}

QPushButton *ReadingRoom::addButton(QBoxLayout *line, ActionId id)
{
    QAction *action = m_workplace.actions.action(id);
    auto *button = new QPushButton(action->icon(), action->text(), m_buttons);
    button->setObjectName(action->objectName() + QStringLiteral(".button"));
    button->setToolTip(
        QStringLiteral("%1 (%2)").arg(action->iconText(), action->shortcut().toString(QKeySequence::NativeText)));
    button->setEnabled(action->isEnabled());
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, button, [button, action] { button->setEnabled(action->isEnabled()); });
    line->addWidget(button);
    return button;
}

void ReadingRoom::showLetter(const desk::LetterId &id)
{
    const bool another = id != m_shown;
    m_shown = id;
    if (another)
        m_writer->hide();
    m_workplace.session.run(
        this, [id](editorial::Desk &desk) { return editorial::letter(desk, id); },
        [this, id](const base::Result<editorial::LetterView> &view) {
            if (id != m_shown)
                return;
            if (view)
                take(*view);
            else
                showNothing(view.error().message);
        });
}

void ReadingRoom::take(const editorial::LetterView &view)
{
    const desk::Letter &letter = view.letter;
    const QString signature = letter.signature.isEmpty() ? view.deskName : letter.signature;
    const QLocale locale;
    m_name->setText(letter.subject.isEmpty() ? tr("Letter %L1").arg(letter.number) : letter.subject);
    QStringList facts{signature, tr("letter %1").arg(letter.number),
                      locale.toString(letter.received.toLocalTime().date(), QLocale::LongFormat),
                      tr("%Ln word(s)", nullptr, static_cast<int>(base::wordCount(letter.edited))),
                      desk::title(letter.stage)};
    if (!letter.place.isEmpty())
        facts.insert(1, letter.place);
    m_facts->setText(facts.join(QStringLiteral(" · ")));
    m_answer->setText(view.article.isNull() ? m_workplace.actions.action(ActionId::OpenLetter)->text()
                                            : tr("Open the &answer"));
    const bool same = m_sheet->isVisible() && m_text == letter.edited && m_signature == signature;
    m_text = letter.edited;
    m_signature = signature;
    if (!same)
        m_sheet->showLetter(m_label, m_text, m_signature);
    m_related->showLetter(letter.id);
    m_attachments->showAttachments(view.attachments);
    m_intake->showLetter(letter.id);
    m_folded->showLetter(letter.id);
    for (QWidget *part :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_facts), m_buttons, static_cast<QWidget *>(m_sheet)})
        part->show();
    m_nothing->hide();
    Q_EMIT letterShown(letter.id, letter.unread);
}

void ReadingRoom::showSeveral(int letters)
{
    showNothing(tr("%Ln letter(s) are chosen. What you do now is done to all of them.", nullptr, letters));
    m_buttons->show();
}

void ReadingRoom::showNothing(const QString &why)
{
    m_shown = {};
    m_related->showLetter({});
    m_text.clear();
    m_intake->showLetter({});
    m_folded->showLetter({});
    m_nothing->setText(why);
    for (QWidget *part :
         {static_cast<QWidget *>(m_name), static_cast<QWidget *>(m_facts), m_buttons,
          static_cast<QWidget *>(m_attachments), static_cast<QWidget *>(m_writer), static_cast<QWidget *>(m_sheet)})
        part->hide();
    m_nothing->show();
}

void ReadingRoom::revealWriter()
{
    if (m_shown.isNull())
        return;
    m_workplace.session.run(
        this, [id = m_shown](editorial::Desk &desk) { return editorial::writer(desk, id); },
        [this, id = m_shown](const base::Result<editorial::Writer> &writer) {
            if (id != m_shown)
                return;
            if (!writer) {
                m_workplace.notices.error(writer.error());
                return;
            }
            m_writer->setText(tr("Written by %1 <%2>. This is shown to you alone and is never published.")
                                  .arg(writer->name, writer->address));
            m_writer->show();
        });
}

bool ReadingRoom::readOn()
{
    return m_sheet->isVisible() && m_sheet->readOn();
}

void ReadingRoom::refresh(editorial::Areas areas)
{
    if (areas & editorial::Area::Masthead)
        readLabel();
    if ((areas & editorial::Area::Letters) && !m_shown.isNull())
        showLetter(m_shown);
}

void ReadingRoom::readLabel()
{
    m_workplace.session.run(
        this, [](editorial::Desk &desk) { return editorial::masthead(desk); },
        [this](const base::Result<desk::Masthead> &masthead) {
            if (!masthead)
                return;
            m_label = masthead->letterLabel;
            if (!m_shown.isNull())
                m_sheet->showLetter(m_label, m_text, m_signature);
        });
}

// Another room may have changed the size of the text.
void ReadingRoom::enter()
{
    useFont();
}

void ReadingRoom::zoom(int step)
{
    if (!isVisible())
        return;
    const int now = m_workplace.settings.value(editorial::Setting::WritingZoom).toInt();
    const int zoomed = step == 0 ? 100 : std::clamp(now + step, smallestZoom, largestZoom);
    m_workplace.settings.setValue(editorial::Setting::WritingZoom, zoomed);
    useFont();
}

void ReadingRoom::useFont()
{
    m_sheet->setReadingFont(readingFont(m_workplace.settings));
}

QString ReadingRoom::title() const
{
    return tr("Letter");
}

void ReadingRoom::takeFocus()
{
    m_sheet->setFocus(Qt::OtherFocusReason);
}

QList<QWidget *> ReadingRoom::panes()
{
    return {m_sheet};
}

} // namespace ui
