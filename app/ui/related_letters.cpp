#include "ui/related_letters.h"

#include "ui/link_button.h"

#include <QBoxLayout>
#include <QMenu>

#include <algorithm>
#include <utility>

namespace ui {

namespace {

constexpr int pauseMs = 150;
constexpr int between = 18;
constexpr qsizetype mostInALine = 2;
constexpr int mostMenuCharacters = 80;

QString titleOf(const editorial::RelatedLetter &letter)
{
    if (letter.article.isNull())
        return letter.subject.isEmpty() ? RelatedLetters::tr("(no subject)") : letter.subject.simplified();
    return letter.title.isEmpty() ? RelatedLetters::tr("(no title)") : letter.title.simplified();
}

// As a menu shows it, without keys of its own and not too long.
QString menuText(const QString &text, const QFontMetrics &metrics)
{
    return metrics.elidedText(text, Qt::ElideMiddle, metrics.averageCharWidth() * mostMenuCharacters)
        .replace(u'&', QStringLiteral("&&"));
}

} // namespace

RelatedLetters::RelatedLetters(Workplace &workplace, qsizetype most, QWidget *parent)
    : QWidget(parent), m_workplace(workplace), m_most(most), m_column(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("relatedLetters"));
    setAccessibleName(tr("Related letters"));
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &RelatedLetters::ask);
    connect(&workplace.session, &editorial::Session::changed, this, &RelatedLetters::refresh);
    hide();
}

void RelatedLetters::showLetter(const desk::LetterId &id)
{
    if (id == m_letter && !m_isStale)
        return;
    if (std::exchange(m_letter, id) != id)
        clear();
    m_isStale = false;
    if (id.isNull())
        m_pause.stop();
    else
        m_pause.start();
}

void RelatedLetters::refresh(editorial::Areas areas)
{
    if (m_letter.isNull() || !(areas & (editorial::Area::Letters | editorial::Area::Articles)))
        return;
    m_isStale = !parentWidget() || !parentWidget()->isVisible();
    if (!m_isStale)
        m_pause.start();
}

void RelatedLetters::ask()
{
    m_workplace.session.run(
        this, [id = m_letter](editorial::Desk &desk) { return editorial::related(desk, id); },
        [this, id = m_letter](const base::Result<editorial::Related> &related) {
            if (id != m_letter)
                return;
            if (related)
                showRelated(*related);
            else
                m_workplace.notices.error(related.error());
        });
}

void RelatedLetters::clear()
{
    hide();
    for (QWidget *line : std::as_const(m_lines)) {
        m_column->removeWidget(line);
        line->hide();
        line->deleteLater();
    }
    m_lines.clear();
    m_shown = {};
}

void RelatedLetters::showRelated(const editorial::Related &related)
{
    // The focus stays in a link that is still there.
    if (related == m_shown)
        return;
    clear();
    m_shown = related;
    if (related.earlier)
        showEarlier(*related.earlier);
    showSequels(related.sequels);
    showAlike(related.alike);
    setVisible(!m_lines.isEmpty());
}

void RelatedLetters::showEarlier(const editorial::RelatedLetter &earlier)
{
    QBoxLayout *line = addLine();
    addWhole(line, {QStringLiteral("history"), tr("Follows letter %1").arg(earlier.number), titleOf(earlier),
                    earlier.letter});
    if (!earlier.article.isNull())
        add(line, {{},
                   tr("answered in “%1” (%2)").arg(titleOf(earlier), QString::number(earlier.year)),
                   titleOf(earlier),
                   earlier.article});
    line->addStretch(1);
}

void RelatedLetters::showSequels(const QList<editorial::RelatedLetter> &sequels)
{
    if (sequels.isEmpty())
        return;
    QList<Link> links;
    for (const editorial::RelatedLetter &sequel : sequels)
        links.append({QStringLiteral("corner-down-right"), tr("Letter %1 follows this one").arg(sequel.number),
                      titleOf(sequel), sequel.letter});
    const qsizetype shown = std::min({m_most, mostInALine, links.size()});
    QBoxLayout *line = addLine();
    for (const Link &link : links.first(shown))
        addWhole(line, link);
    addMore(line, links, shown);
    line->addStretch(1);
}

void RelatedLetters::showAlike(const QList<editorial::RelatedLetter> &alike)
{
    QList<Link> links;
    for (const editorial::RelatedLetter &each : alike)
        links.append(linkTo(each));
    for (qsizetype at = 0; at < std::min(m_most, links.size()); ++at) {
        QBoxLayout *line = addLine();
        add(line, links.at(at));
        if (at + 1 == m_most)
            addMore(line, links, m_most);
        line->addStretch(1);
    }
}

RelatedLetters::Link RelatedLetters::linkTo(const editorial::RelatedLetter &alike)
{
    const QString year = QString::number(alike.year);
    const QString percent = QString::number(alike.percent);
    const QString hint = tr("%1 % of the words are the same").arg(percent);
    if (alike.article.isNull())
        return {QStringLiteral("mail"),
                tr("Like letter %1 of %2: %3 · %4 %").arg(QString::number(alike.number), year, titleOf(alike), percent),
                hint, alike.letter};
    return {QStringLiteral("circle-check"), tr("Answered in %1: %2 · %3 %").arg(year, titleOf(alike), percent), hint,
            alike.article};
}

QBoxLayout *RelatedLetters::addLine()
{
    auto *line = new QWidget(this);
    auto *row = new QHBoxLayout(line);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(between);
    m_column->addWidget(line);
    m_lines.append(line);
    return row;
}

LinkButton *RelatedLetters::add(QBoxLayout *line, const Link &link)
{
    auto *button = new LinkButton(link.icon, link.text, line->parentWidget());
    button->setToolTip(QStringLiteral("<p>%1<br>%2</p>").arg(link.text.toHtmlEscaped(), link.hint.toHtmlEscaped()));
    button->setAccessibleDescription(link.hint);
    connect(button, &QPushButton::clicked, this, [this, link] { go(link); });
    line->addWidget(button);
    return button;
}

void RelatedLetters::addWhole(QBoxLayout *line, const Link &link)
{
    add(line, link)->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void RelatedLetters::addMore(QBoxLayout *line, const QList<Link> &links, qsizetype from)
{
    if (links.size() <= from)
        return;
    auto *button =
        new LinkButton({}, tr("%Ln more", nullptr, static_cast<int>(links.size() - from)), line->parentWidget());
    button->setObjectName(QStringLiteral("moreRelated"));
    button->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *menu = new QMenu(button);
    for (const Link &link : links.sliced(from))
        connect(menu->addAction(menuText(link.text, fontMetrics())), &QAction::triggered, this,
                [this, link] { go(link); });
    connect(button, &QPushButton::clicked, menu,
            [button, menu] { menu->popup(button->mapToGlobal(button->rect().bottomLeft())); });
    line->addWidget(button);
}

void RelatedLetters::go(const Link &link)
{
    if (const auto *letter = std::get_if<desk::LetterId>(&link.goal))
        Q_EMIT letterWanted(*letter);
    else
        Q_EMIT articleWanted(std::get<desk::ArticleId>(link.goal));
}

} // namespace ui
