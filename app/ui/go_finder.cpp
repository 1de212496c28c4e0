#include "ui/go_finder.h"

#include "editorial/tags.h"
#include "ui/list_row.h"

#include <algorithm>

namespace ui {

namespace {

constexpr int typingPauseMs = 60;

bool holdsAll(const QString &text, const QStringList &words)
{
    return std::all_of(words.begin(), words.end(),
                       [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

QStringList wordsOf(const QString &text)
{
    return text.simplified().split(u' ', Qt::SkipEmptyParts);
}

QList<GoTarget> lettersWith(editorial::Desk &desk, const QString &text)
{
    editorial::LetterQuery query;
    query.search = text;
    query.limit = GoFinder::mostOfAKind;
    QList<GoTarget> targets;
    const auto found = editorial::letters(desk, query).value_or(QList<editorial::LetterItem>());
    for (const editorial::LetterItem &item : found)
        targets.append({item.row.id, item.row.subject.isEmpty() ? item.shownName : item.row.subject,
                        GoFinder::tr("letter %1 · %2").arg(item.row.number).arg(item.shownName),
                        iconOf(item.row.stage)});
    return targets;
}

QList<GoTarget> articlesWith(editorial::Desk &desk, const QString &text)
{
    editorial::ArticleQuery query;
    query.search = text;
    query.limit = GoFinder::mostOfAKind;
    QList<GoTarget> targets;
    const auto found = editorial::articles(desk, query).value_or(QList<desk::ArticleRow>());
    for (const desk::ArticleRow &row : found)
        targets.append(
            {row.id, row.title, GoFinder::tr("article · %1").arg(desk::title(row.stage)), iconOf(row.stage)});
    return targets;
}

QList<GoTarget> tagsWith(editorial::Desk &desk, const QString &text)
{
    QList<GoTarget> targets;
    const auto tree = editorial::tags(desk).value_or(editorial::TagTree());
    for (const desk::Tag &tag : tree.tags) {
        const QString names = tag.name + QLatin1Char(' ') + tag.synonyms.join(u' ');
        if (targets.size() < GoFinder::mostOfAKind && holdsAll(names, wordsOf(text)))
            targets.append({GoTag{tag.id, tag.name}, tag.name, GoFinder::tr("tag"), QStringLiteral("tag")});
    }
    return targets;
}

} // namespace

GoFinder::GoFinder(Workplace &workplace, QObject *parent) : QObject(parent), m_workplace(workplace)
{
    m_typing.setSingleShot(true);
    m_typing.setInterval(typingPauseMs);
    connect(&m_typing, &QTimer::timeout, this, &GoFinder::ask);
}

QList<GoTarget> GoFinder::actionsWith(const QString &text) const
{
    QList<GoTarget> targets;
    for (const ActionRow &row : actionRows()) {
        const QAction *action = m_workplace.actions.action(row.id);
        const QString menu = ui::title(row.menu).remove(u'&');
        if (row.id == ActionId::GoToAnything || !action->isEnabled() ||
            !holdsAll(menu + QLatin1Char(' ') + action->iconText(), wordsOf(text)))
            continue;
        targets.append({row.id, action->iconText(), action->shortcut().toString(QKeySequence::NativeText),
                        QString::fromLatin1(row.icon)});
    }
    return targets;
}

void GoFinder::find(const QString &text)
{
    m_text = text.trimmed();
    m_typing.start();
}

void GoFinder::ask()
{
    const int asked = ++m_asked;
    if (m_text.isEmpty()) {
        Q_EMIT found(actionsWith({}));
        return;
    }
    m_workplace.session.run(
        this,
        [text = m_text](editorial::Desk &desk) {
            return lettersWith(desk, text) + articlesWith(desk, text) + tagsWith(desk, text);
        },
        [this, asked, text = m_text](const QList<GoTarget> &targets) {
            if (asked == m_asked)
                Q_EMIT found(targets + actionsWith(text));
        });
}

} // namespace ui
