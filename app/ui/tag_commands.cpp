#include "ui/tag_commands.h"

#include "ui/tag_choice_dialog.h"
#include "ui/tag_model.h"
#include "ui/tag_name_dialog.h"
#include "ui/tag_words.h"

#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace ui {

namespace {

// The tags that `fits` takes, by their paths.
template <typename Fits>
QList<TagChoice> choicesOf(const TagModel &model, Fits fits)
{
    QList<TagChoice> choices;
    for (const desk::Tag &tag : model.tree().tags) {
        if (fits(tag))
            choices.append({tag.id, model.pathOf(tag.id), TagModel::soughtIn(tag)});
    }
    std::ranges::sort(choices, [](const TagChoice &a, const TagChoice &b) {
        return QString::localeAwareCompare(a.path, b.path) < 0;
    });
    return choices;
}

QString nameOf(const desk::Tag *tag)
{
    return tag ? tag->name : QString();
}

} // namespace

TagCommands::TagCommands(Workplace &workplace, const TagModel &model, QWidget *room)
    : QObject(room), m_workplace(workplace), m_model(model), m_room(room)
{}

void TagCommands::add(const desk::TagId &above)
{
    auto *dialog = new TagNameDialog(m_model.tree().tags, above, m_room->window());
    connect(dialog, &TagNameDialog::chosen, this, [this](const QString &name, const desk::TagId &parent) {
        perform(
            m_workplace, this, [name, parent](editorial::Desk &desk) { return editorial::addTag(desk, name, parent); },
            [this, name](bool done) {
                if (done)
                    Q_EMIT made(name);
            });
    });
    dialog->open();
}

void TagCommands::rename(const desk::TagId &tag, const QString &name)
{
    perform(m_workplace, this, [tag, name](editorial::Desk &desk) { return editorial::renameTag(desk, tag, name); });
}

void TagCommands::merge(const desk::TagId &id)
{
    const desk::Tag *tag = m_model.tag(id);
    if (!tag)
        return;
    const QList<TagChoice> choices =
        choicesOf(m_model, [&](const desk::Tag &into) { return m_model.canMerge(id, into.id); });
    auto *dialog = new TagChoiceDialog(
        tr("Merge “%1” into another tag").arg(tag->name), tr("&Merge the tags"), choices,
        [&model = m_model, from = *tag](const desk::TagId &into) {
            return mergeText(from, model.tree().counts.value(from.id), model.namesBelow(from.id),
                             nameOf(model.tag(into)));
        },
        m_room->window());
    connect(dialog, &TagChoiceDialog::chosen, this, [this, id](const desk::TagId &into) {
        perform(
            m_workplace, this, [id, into](editorial::Desk &desk) { return editorial::mergeTags(desk, id, into); },
            [this, into](bool done) {
                if (done)
                    Q_EMIT chosen(into);
            });
    });
    dialog->open();
}

void TagCommands::move(const desk::TagId &id)
{
    const desk::Tag *tag = m_model.tag(id);
    if (!tag)
        return;
    QList<TagChoice> choices = choicesOf(m_model, [&](const desk::Tag &parent) {
        return parent.id != tag->parent && m_model.canHangBelow(id, parent.id);
    });
    if (!tag->parent.isNull())
        choices.prepend({{}, tr("(at the top, below no tag)"), tr("top")});
    auto *dialog = new TagChoiceDialog(
        tr("Move “%1” below another tag").arg(tag->name), tr("&Move the tag"), choices,
        [&model = m_model, moved = *tag](const desk::TagId &parent) {
            return moveText(moved, model.namesBelow(moved.id), nameOf(model.tag(parent)));
        },
        m_room->window());
    connect(dialog, &TagChoiceDialog::chosen, this, [this, id](const desk::TagId &parent) { moveBelow(id, parent); });
    dialog->open();
}

void TagCommands::moveBelow(const desk::TagId &tag, const desk::TagId &parent)
{
    perform(
        m_workplace, this, [tag, parent](editorial::Desk &desk) { return editorial::moveTag(desk, tag, parent); },
        [this, tag](bool done) {
            if (done)
                Q_EMIT chosen(tag);
        });
}

void TagCommands::remove(const desk::TagId &id)
{
    const desk::Tag *tag = m_model.tag(id);
    if (!tag)
        return;
    const desk::TagCounts counts = m_model.tree().counts.value(id);
    const QStringList below = m_model.namesBelow(id);
    if (counts.articles + counts.letters == 0 && below.isEmpty()) {
        removeNow(id);
        return;
    }
    auto *question = new QMessageBox(QMessageBox::Question, tr("Delete a tag"), tr("Delete “%1”?").arg(tag->name),
                                     QMessageBox::NoButton, m_room->window());
    question->setObjectName(QStringLiteral("delete_question"));
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(deleteText(counts, below));
    const QPushButton *yes = question->addButton(tr("&Delete the tag"), QMessageBox::AcceptRole);
    question->setDefaultButton(question->addButton(tr("&Keep it"), QMessageBox::RejectRole));
    connect(yes, &QPushButton::clicked, this, [this, id] { removeNow(id); });
    question->open();
}

void TagCommands::removeNow(const desk::TagId &tag)
{
    perform(m_workplace, this, [tag](editorial::Desk &desk) { return editorial::deleteTag(desk, tag); });
}

} // namespace ui
