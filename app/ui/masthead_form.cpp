#include "ui/masthead_form.h"

#include "desk/paths.h"
#include "ui/dates.h"
#include "ui/preview_page.h"
#include "ui/reading_font.h"
#include "ui_masthead_form.h"

#include <QCompleter>
#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>

namespace ui {

namespace {

QString languageHint(const QString &tag)
{
    const QLocale locale(tag);
    if (locale.language() == QLocale::C || locale.language() == QLocale::AnyLanguage)
        return {};
    return tag.contains(QLatin1Char('-'))
               ? MastheadForm::tr("%1, %2").arg(locale.nativeLanguageName(), locale.nativeTerritoryName())
               : locale.nativeLanguageName();
}

QString zoneHint(const QString &zone)
{
    const QDateTime there = QDateTime::currentDateTimeUtc().toTimeZone(QTimeZone(zone.toLatin1()));
    return MastheadForm::tr("It is %1 there now. Dates of articles are meant in this zone.")
        .arg(shortTime(there.time(), QLocale()));
}

QString titleOf(const desk::MastheadField &field)
{
    return QCoreApplication::translate("desk::masthead", field.title);
}

} // namespace

MastheadForm::MastheadForm(Workplace &workplace, QWidget *parent)
    : QWidget(parent), m_form(std::make_unique<Ui::MastheadForm>())
{
    m_form->setupUi(this);
    m_form->picture->setWorkplace(workplace);
    const QFont face = readingFont(workplace.settings);
    for (MarkdownField *field : {m_form->introduction, m_form->call_to_action, m_form->bio})
        field->setReadingFont(face);
    m_form->introduction_label->setBuddy(m_form->introduction->edit());
    m_form->call_to_action_label->setBuddy(m_form->call_to_action->edit());
    m_form->bio_label->setBuddy(m_form->bio->edit());
    m_form->bio->setTitle(tr("About the author"));
    m_form->sample->setReadingFont(face);
    fillBoxes();
    addFields();
    m_form->pattern_help->setForegroundRole(QPalette::PlaceholderText);
    connectParts();
}

MastheadForm::~MastheadForm() = default;

void MastheadForm::fillBoxes()
{
    m_form->language->addItems({QStringLiteral("en-GB"), QStringLiteral("en-US"), QStringLiteral("en-IE"),
                                QStringLiteral("de"), QStringLiteral("de-AT"), QStringLiteral("es"),
                                QStringLiteral("fr"), QStringLiteral("it"), QStringLiteral("nl"), QStringLiteral("pl"),
                                QStringLiteral("pt"), QStringLiteral("pt-BR"), QStringLiteral("sv")});
    QStringList zones;
    for (const QByteArray &zone : QTimeZone::availableTimeZoneIds())
        zones.append(QString::fromLatin1(zone));
    m_form->time_zone->addItems(zones);
    for (QComboBox *box : {m_form->language, m_form->time_zone}) {
        box->setInsertPolicy(QComboBox::NoInsert);
        box->completer()->setFilterMode(Qt::MatchContains);
        box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    }
}

void MastheadForm::addFields()
{
    add(QLatin1String("column.name"), m_form->name, m_form->name_note);
    add(QLatin1String("column.letter-label"), m_form->letter_label, m_form->letter_label_note);
    add(QLatin1String("column.answer-label"), m_form->answer_label, m_form->answer_label_note);
    add(QLatin1String("column.language"), m_form->language, m_form->language_note, languageHint);
    add(QLatin1String("column.time-zone"), m_form->time_zone, m_form->time_zone_note, zoneHint);
    add(QLatin1String("column.letter-words"), m_form->letter_words, m_form->letter_words_note,
        [](const QString &) { return tr("A longer letter is pointed out before it goes out. Empty: no limit."); });
    add(QLatin1String("column.introduction"), m_form->introduction);
    add(QLatin1String("column.call-to-action"), m_form->call_to_action);
    add(QLatin1String("column.base-url"), m_form->base_url, m_form->base_url_note, [](const QString &url) {
        return url.isEmpty() ? tr("Where the site will stand, as https://example.org. Without it there is no feed and "
                                  "no sitemap.")
                             : QString();
    });
    add(QLatin1String("column.article-path"), m_form->article_path, m_form->article_path_note,
        [this](const QString &pattern) { return exampleAddress(pattern); });
}

void MastheadForm::add(QLatin1String key, QLineEdit *edit, QLabel *note, std::function<QString(const QString &)> hint)
{
    addField({desk::mastheadField(key), edit, note, [edit] { return edit->text(); },
              [edit](const QString &text) { edit->setText(text); }, std::move(hint)});
    connect(edit, &QLineEdit::textChanged, this, &MastheadForm::check);
}

void MastheadForm::add(QLatin1String key, QComboBox *box, QLabel *note, std::function<QString(const QString &)> hint)
{
    addField({desk::mastheadField(key), box, note, [box] { return box->currentText(); },
              [box](const QString &text) { box->setCurrentText(text); }, std::move(hint)});
    connect(box, &QComboBox::editTextChanged, this, &MastheadForm::check);
}

void MastheadForm::add(QLatin1String key, MarkdownField *field)
{
    const desk::MastheadField *row = desk::mastheadField(key);
    field->setTitle(titleOf(*row));
    addField({row,
              field,
              nullptr,
              [field] { return field->text(); },
              [field](const QString &text) { field->setText(text); },
              {}});
    connect(field, &MarkdownField::edited, this, &MastheadForm::check);
}

void MastheadForm::addField(Field field)
{
    m_fields.append(std::move(field));
}

void MastheadForm::connectParts()
{
    for (QLineEdit *edit : {m_form->author_name, m_form->picture_alt})
        connect(edit, &QLineEdit::textChanged, this, &MastheadForm::check);
    connect(m_form->bio, &MarkdownField::edited, this, &MastheadForm::check);
    connect(m_form->picture, &PictureField::edited, this, &MastheadForm::check);
}

void MastheadForm::setMasthead(const desk::Masthead &masthead)
{
    m_masthead = masthead;
    m_setting = true;
    for (const Field &field : std::as_const(m_fields))
        field.setText(masthead.*(field.row->member));
    const desk::Author author = masthead.authors.value(0);
    m_form->author_name->setText(author.name);
    m_form->bio->setText(author.bio);
    m_form->picture->setPicture(author.picture);
    m_form->picture_alt->setText(author.pictureAlt);
    m_form->picture_alt->setCursorPosition(0);
    m_setting = false;
    m_asSet = typed();
    check();
}

desk::Masthead MastheadForm::masthead() const
{
    desk::Masthead masthead = m_masthead;
    for (const Field &field : m_fields)
        masthead.*(field.row->member) = field.text();
    desk::Author author = masthead.authors.value(0);
    author.name = m_form->author_name->text().simplified();
    author.bio = m_form->bio->text().trimmed();
    author.picture = m_form->picture->picture();
    author.pictureAlt = m_form->picture_alt->text().simplified();
    const bool isNamed = !(author.name.isEmpty() && author.bio.isEmpty() && author.pictureAlt.isEmpty());
    if (!masthead.authors.isEmpty()) {
        masthead.authors.first() = author;
    } else if (isNamed) {
        author.id = desk::AuthorId::create();
        masthead.authors.append(author);
    }
    return masthead;
}

QString MastheadForm::pictureFile() const
{
    return m_form->picture->file();
}

QStringList MastheadForm::typed() const
{
    QStringList all;
    for (const Field &field : m_fields)
        all.append(field.text());
    all.append({m_form->author_name->text(), m_form->bio->text(), m_form->picture_alt->text(),
                m_form->picture->picture().toString(), m_form->picture->file()});
    return all;
}

QStringList MastheadForm::problems() const
{
    QStringList titles;
    for (const Field &field : m_fields) {
        if (!field.row->accept(field.text()))
            titles.append(titleOf(*field.row));
    }
    return titles;
}

void MastheadForm::showFirstProblem()
{
    const auto wrong =
        std::ranges::find_if(m_fields, [](const Field &field) { return !field.row->accept(field.text()).has_value(); });
    if (wrong == m_fields.end())
        return;
    for (int leaf = 0; leaf < m_form->leaves->count(); ++leaf) {
        if (m_form->leaves->widget(leaf)->isAncestorOf(wrong->editor))
            m_form->leaves->setCurrentIndex(leaf);
    }
    wrong->editor->setFocus(Qt::OtherFocusReason);
}

void MastheadForm::check()
{
    if (m_setting)
        return;
    for (const Field &field : std::as_const(m_fields)) {
        if (!field.note)
            continue;
        const auto accepted = field.row->accept(field.text());
        const QString hint = accepted && field.hint ? field.hint(*accepted) : QString();
        field.note->setForegroundRole(accepted ? QPalette::PlaceholderText : QPalette::BrightText);
        field.note->setText(accepted ? hint : accepted.error().message);
        field.note->setVisible(!field.note->text().isEmpty());
    }
    showSample();
    Q_EMIT edited();
}

void MastheadForm::showSample()
{
    PreviewText text;
    text.letterLabel = m_form->letter_label->text();
    text.letter = tr("My sister borrowed my car and brought it back with a dent.");
    text.answerLabel = m_form->answer_label->text();
    text.answer = tr("Dear Torn, a car is a small thing until it is yours.");
    m_form->sample->showHtml(previewHtml(text));
}

QString MastheadForm::exampleAddress(const QString &pattern) const
{
    const QString path = desk::articlePath(pattern, QStringLiteral("the-borrowed-car"), QDate::currentDate());
    const auto base = desk::mastheadField(QStringLiteral("column.base-url"))->accept(m_form->base_url->text());
    const QString site = base && !base->isEmpty() ? *base : QStringLiteral("https://example.org");
    return tr("Example: %1").arg(QString(site + QLatin1Char('/') + path));
}

} // namespace ui
