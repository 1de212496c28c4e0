#include "ui/letter_panel.h"

#include "ui/attachment_strip.h"
#include "ui/open_article.h"
#include "ui/text_sheet.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QToolButton>

namespace ui {

namespace {

constexpr int edge = 12;

// Leaves a field alone that says the same, so that the caret stays; otherwise its beginning is what is seen.
void showField(QLineEdit *field, const QString &text)
{
    if (field->text() == text)
        return;
    field->setText(text);
    field->setCursorPosition(0);
}

} // namespace

LetterPanel::LetterPanel(AttachmentStrip *attachments, QWidget *parent)
    : TextPanel(tr("Letter"), QStringLiteral("letter"), QPalette::AlternateBase, parent)
    , m_below(new QWidget(this))
    , m_editedSwitch(addSwitch(tr("Edited"), QStringLiteral("showEdited"), false))
    , m_originalSwitch(addSwitch(tr("Original"), QStringLiteral("showOriginal"), true))
    , m_signature(new QLineEdit(this))
    , m_place(new QLineEdit(this))
    , m_attachments(attachments)
{
    m_attachments->setContentsMargins(edge, 0, edge, 0);
    addBelow(m_attachments);
    (new QVBoxLayout(m_below))->setContentsMargins(0, 0, 0, 0);
    addBelow(m_below);
    addBelow(makeFields());
    connect(m_signature, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_pair->setSignature(text);
        Q_EMIT fieldsEdited();
    });
    connect(m_place, &QLineEdit::textEdited, this, [this](const QString &text) {
        m_pair->setPlace(text);
        Q_EMIT fieldsEdited();
    });
    showPair(nullptr);
}

void LetterPanel::showPair(OpenPair *pair)
{
    if (m_pair)
        m_pair->disconnect(this);
    m_pair = pair;
    if (pair)
        connect(pair, &OpenPair::fieldsChanged, this, &LetterPanel::showFields);
    m_attachments->showLetter(pair ? pair->letterId() : desk::LetterId());
    showText();
    showFields();
}

void LetterPanel::setOriginalShown(bool shown)
{
    m_isOriginal = shown;
    showText();
}

void LetterPanel::setFoldedLine(QWidget *line)
{
    m_below->layout()->addWidget(line);
}

void LetterPanel::setMostWords(int words)
{
    m_mostWords = words;
    countSoon();
}

void LetterPanel::showCount(qsizetype words)
{
    if (!m_pair) {
        status()->clear();
        return;
    }
    const QLocale locale;
    if (m_isOriginal)
        status()->setText(tr("%Ln word(s), as it came", nullptr, static_cast<int>(words)));
    else if (m_mostWords <= 0)
        status()->setText(tr("%Ln word(s)", nullptr, static_cast<int>(words)));
    else if (words <= m_mostWords)
        status()->setText(tr("%1 of %2 words").arg(locale.toString(words), locale.toString(m_mostWords)));
    else
        status()->setText(
            tr("%1 of %2 words, %3 too many")
                .arg(locale.toString(words), locale.toString(m_mostWords), locale.toString(words - m_mostWords)));
}

QToolButton *LetterPanel::addSwitch(const QString &text, const QString &name, bool isOriginal)
{
    auto *button = new QToolButton(this);
    button->setObjectName(name);
    button->setText(text);
    button->setCheckable(true);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    connect(button, &QToolButton::clicked, this, [this, isOriginal] { setOriginalShown(isOriginal); });
    addTool(button);
    return button;
}

QWidget *LetterPanel::makeFields()
{
    auto *fields = new QWidget(this);
    auto *row = new QHBoxLayout(fields);
    row->setContentsMargins(edge, 0, edge, 0);
    const auto add = [&](QLineEdit *field, const QString &name, const QString &text, const QString &hint, int share) {
        auto *label = new QLabel(text, fields);
        label->setBuddy(field);
        field->setObjectName(name);
        field->setAccessibleName(text);
        field->setPlaceholderText(hint);
        row->addWidget(label);
        row->addWidget(field, share);
    };
    add(m_signature, QStringLiteral("signature"), tr("Signed"), tr("a pen name"), 3);
    add(m_place, QStringLiteral("place"), tr("Place"), tr("none"), 2);
    return fields;
}

void LetterPanel::showText()
{
    m_editedSwitch->setChecked(!m_isOriginal);
    m_originalSwitch->setChecked(m_isOriginal);
    m_below->setVisible(!m_isOriginal);
    sheet()->setReadOnly(m_isOriginal || !m_pair);
    sheet()->setTextInteractionFlags(sheet()->isReadOnly() ? Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard
                                                           : Qt::TextEditorInteraction);
    sheet()->setAccessibleDescription(m_isOriginal ? tr("as it came, cannot be changed") : tr("as it will be printed"));
    if (!m_pair)
        sheet()->showNothing();
    else if (m_isOriginal)
        sheet()->showText(&m_pair->original, nullptr);
    else
        sheet()->showText(&m_pair->edited, &m_pair->editedMarks);
    countSoon();
}

void LetterPanel::showFields()
{
    m_signature->setEnabled(m_pair);
    m_place->setEnabled(m_pair);
    const QString signature = m_pair ? m_pair->signature() : QString();
    const QString place = m_pair ? m_pair->place() : QString();
    showField(m_signature, signature);
    showField(m_place, place);
    Q_EMIT fieldsEdited();
}

} // namespace ui
