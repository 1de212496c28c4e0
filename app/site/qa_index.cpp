#include "site/qa_index.h"

#include "desk/paths.h"

#include <QCollator>
#include <QLocale>

#include <algorithm>

namespace site {

namespace {

constexpr qsizetype longestUnsplit = 400; // lines; beyond, every letter has its own page

// "The borrowed car" stands under B.
QString withoutArticle(const QString &title, const QString &language)
{
    if (!language.startsWith(QLatin1String("en"), Qt::CaseInsensitive))
        return title;
    for (const QLatin1String article : {QLatin1String("the "), QLatin1String("a "), QLatin1String("an ")}) {
        if (title.startsWith(article, Qt::CaseInsensitive))
            return title.sliced(article.size());
    }
    return title;
}

// The letter that a line stands under: its first letter or digit without marks, or nothing.
QString letterOf(const QString &sortText)
{
    const QString plain = sortText.normalized(QString::NormalizationForm_KD);
    for (qsizetype at = 0; at < plain.size(); ++at) {
        const QChar c = plain.at(at);
        if (c.isLetter())
            return QString(c.toUpper());
        if (c.isHighSurrogate() && at + 1 < plain.size() &&
            QChar::isLetter(QChar::surrogateToUcs4(c, plain.at(at + 1))))
            return plain.sliced(at, 2);
        if (c.isDigit())
            return {};
    }
    return {};
}

QString anchorOf(const QString &letter)
{
    if (letter.isEmpty())
        return QStringLiteral("other");
    const QChar c = letter.front();
    if (letter.size() == 1 && c >= QLatin1Char('A') && c <= QLatin1Char('Z'))
        return letter.toLower();
    return QLatin1String("u") + QString::number(letter.toUcs4().constFirst(), 16);
}

QCollator collatorOf(const QString &language)
{
    QLocale locale(language);
    if (locale.language() == QLocale::C)
        locale = QLocale(QLocale::English);
    QCollator collator(locale);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    collator.setNumericMode(true);
    collator.setIgnorePunctuation(true);
    return collator;
}

} // namespace

struct QaIndex::Builder {
    // One line of the A to Z.
    struct Line {
        Item item;
        QString letter;
        QCollatorSortKey key;
    };

    explicit Builder(const Outline &made)
        : outline(made), index(made.edition().index), collator(collatorOf(made.masthead().language))
    {
        gather();
    }

    void gather();
    void findShown();
    void nameAnchors();
    void addLines(Item &item, const desk::HeadingId &heading, int level) const;
    [[nodiscard]] Heading headingOf(const desk::IndexHeading &heading, int level) const;
    [[nodiscard]] Link linkTo(const desk::IndexEntry &entry) const;
    void sortHeadings(QList<desk::HeadingId> &ids) const;
    [[nodiscard]] Line lineOf(Item item, const QString &sortText) const;
    [[nodiscard]] std::vector<Line> lines() const;
    void resolveReferences(QList<Group> &groups) const;

    const Outline &outline;
    const desk::Index &index;
    QCollator collator;
    QHash<desk::HeadingId, const desk::IndexHeading *> headings;
    QHash<desk::HeadingId, QList<desk::HeadingId>> below;
    QHash<desk::HeadingId, QList<const desk::IndexEntry *>> entries;
    QHash<desk::HeadingId, QList<const desk::IndexReference *>> references;
    QSet<desk::HeadingId> shown;
    QHash<desk::HeadingId, QString> anchors;
    QSet<desk::ArticleId> named; // by a heading
};

void QaIndex::Builder::gather()
{
    for (const desk::IndexHeading &heading : index.headings)
        headings.insert(heading.id, &heading);
    for (const desk::IndexHeading &heading : index.headings)
        below[headings.contains(heading.parent) ? heading.parent : desk::HeadingId()].append(heading.id);
    for (QList<desk::HeadingId> &ids : below)
        sortHeadings(ids);
    for (const desk::IndexEntry &entry : index.entries) {
        if (!headings.contains(entry.heading) || outline.articleAt(entry.article) < 0)
            continue;
        entries[entry.heading].append(&entry);
        named.insert(entry.article);
    }
    for (const desk::IndexReference &reference : index.references)
        references[reference.from].append(&reference);
    findShown();
    nameAnchors();
}

void QaIndex::Builder::sortHeadings(QList<desk::HeadingId> &ids) const
{
    std::sort(ids.begin(), ids.end(), [this](const desk::HeadingId &a, const desk::HeadingId &b) {
        const desk::IndexHeading *const first = headings.value(a);
        const desk::IndexHeading *const second = headings.value(b);
        const int order = collator.compare(first->sortAs.isEmpty() ? first->text : first->sortAs,
                                           second->sortAs.isEmpty() ? second->text : second->sortAs);
        return order != 0 ? order < 0 : a < b;
    });
}

// A heading is shown if it, or one below it, has an entry or refers to one that is shown.
void QaIndex::Builder::findShown()
{
    const auto show = [this](desk::HeadingId id) {
        bool isNew = false;
        for (; headings.contains(id) && !shown.contains(id); id = headings.value(id)->parent) {
            shown.insert(id);
            isNew = true;
        }
        return isNew;
    };
    for (auto entry = entries.cbegin(); entry != entries.cend(); ++entry)
        show(entry.key());
    for (bool grows = true; grows;) {
        grows = false;
        for (const desk::IndexReference &reference : index.references) {
            if (shown.contains(reference.to) && show(reference.from))
                grows = true;
        }
    }
}

void QaIndex::Builder::nameAnchors()
{
    QSet<QString> taken;
    for (const desk::IndexHeading &heading : index.headings) {
        if (!shown.contains(heading.id))
            continue;
        const QString anchor = desk::freeSlug(QString(QLatin1String("on-") + desk::slugFor(heading.text)),
                                              [&taken](const QString &slug) { return taken.contains(slug); });
        taken.insert(anchor);
        anchors.insert(heading.id, anchor);
    }
}

QaIndex::Link QaIndex::Builder::linkTo(const desk::IndexEntry &entry) const
{
    const Outline::Article &article = outline.articles().at(outline.articleAt(entry.article));
    const qsizetype letter = article.head->letters.indexOf(entry.letter);
    return {entry.text.isEmpty() ? article.head->title : entry.text, article.file,
            letter < 0 ? QString() : QStringLiteral("letter-%1").arg(letter + 1)};
}

QaIndex::Heading QaIndex::Builder::headingOf(const desk::IndexHeading &heading, int level) const
{
    Heading made;
    made.text = heading.text;
    made.anchor = anchors.value(heading.id);
    made.level = level;
    for (const desk::IndexEntry *entry : entries.value(heading.id))
        made.entries.append(linkTo(*entry));
    std::stable_sort(made.entries.begin(), made.entries.end(), [this](const Link &a, const Link &b) {
        const int order = collator.compare(a.text, b.text);
        return order != 0 ? order < 0 : a.file < b.file;
    });
    for (const desk::IndexReference *reference : references.value(heading.id)) {
        if (!shown.contains(reference->to) || reference->to == heading.id)
            continue;
        Link link{headings.value(reference->to)->text, {}, anchors.value(reference->to)};
        (reference->kind == desk::IndexReference::Kind::See ? made.see : made.seeAlso).append(link);
    }
    for (QList<Link> *links : {&made.see, &made.seeAlso})
        std::stable_sort(links->begin(), links->end(),
                         [this](const Link &a, const Link &b) { return collator.compare(a.text, b.text) < 0; });
    return made;
}

void QaIndex::Builder::addLines(Item &item, const desk::HeadingId &heading, int level) const
{
    if (!shown.contains(heading))
        return;
    item.headings.append(headingOf(*headings.value(heading), level));
    const QList<desk::HeadingId> subs = below.value(heading);
    for (const desk::HeadingId &sub : subs)
        addLines(item, sub, level + 1);
}

QaIndex::Builder::Line QaIndex::Builder::lineOf(Item item, const QString &sortText) const
{
    return {std::move(item), letterOf(sortText), collator.sortKey(sortText)};
}

std::vector<QaIndex::Builder::Line> QaIndex::Builder::lines() const
{
    std::vector<Line> lines;
    const QList<desk::HeadingId> mains = below.value({});
    for (const desk::HeadingId &main : mains) {
        const desk::IndexHeading *const heading = headings.value(main);
        Item item;
        addLines(item, main, 0);
        if (!item.headings.isEmpty())
            lines.push_back(lineOf(std::move(item), heading->sortAs.isEmpty() ? heading->text : heading->sortAs));
    }
    for (const Outline::Article &article : outline.articles()) {
        if (!named.contains(article.head->id))
            lines.push_back(lineOf({{}, {article.head->title, article.file, {}}},
                                   withoutArticle(article.head->title, outline.masthead().language)));
    }
    std::stable_sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) {
        if (a.letter.isEmpty() != b.letter.isEmpty())
            return b.letter.isEmpty();
        return a.key.compare(b.key) < 0;
    });
    return lines;
}

// References are written with the anchor alone; only now is it known on which page it stands.
void QaIndex::Builder::resolveReferences(QList<Group> &groups) const
{
    QHash<QString, QString> files;
    for (const Group &group : groups) {
        for (const Item &item : group.items) {
            for (const Heading &heading : item.headings)
                files.insert(heading.anchor, group.file);
        }
    }
    for (Group &group : groups) {
        for (Item &item : group.items) {
            for (Heading &heading : item.headings) {
                for (Link &link : heading.see)
                    link.file = files.value(link.anchor);
                for (Link &link : heading.seeAlso)
                    link.file = files.value(link.anchor);
            }
        }
    }
}

QaIndex::QaIndex(const Outline &outline)
{
    Builder builder(outline);
    std::vector<Builder::Line> lines = builder.lines();
    m_isSplit = qsizetype(lines.size()) > longestUnsplit;
    QHash<QString, qsizetype> places;
    for (Builder::Line &line : lines) {
        const QString letter = line.letter;
        const auto place = places.constFind(letter);
        if (place == places.constEnd()) {
            const QString anchor = anchorOf(letter);
            places.insert(letter, m_groups.size());
            m_groups.append({letter.isEmpty() ? QStringLiteral("#") : letter,
                             anchor,
                             m_isSplit ? QStringLiteral("qa-index/%1.html").arg(anchor) : indexFile,
                             {std::move(line.item)}});
        } else {
            m_groups[*place].items.append(std::move(line.item));
        }
    }
    builder.resolveReferences(m_groups);
}

} // namespace site
