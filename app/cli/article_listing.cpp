#include "cli/article_listing.h"

#include "base/text.h"
#include "cli/table.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::article_listing)
};

QString day(const QDateTime &at)
{
    return at.isValid() ? at.toUTC().date().toString(Qt::ISODate) : QStringLiteral("-");
}

QString joined(const QStringList &list)
{
    return list.join(QLatin1String(", "));
}

QString verb(editorial::PageChange::Kind kind)
{
    switch (kind) {
    case editorial::PageChange::Kind::Added:
        return Words::tr("added");
    case editorial::PageChange::Kind::Changed:
        return Words::tr("changed");
    case editorial::PageChange::Kind::Removed:
        return Words::tr("removed");
    case editorial::PageChange::Kind::Blocked:
        return Words::tr("left");
    }
    return {};
}

void addBranch(const editorial::TagTree &tree, const desk::TagId &parent, int depth, Table &table)
{
    if (depth > desk::maximumTagDepth)
        return;
    for (const desk::Tag &tag : tree.tags) {
        if (tag.parent != parent)
            continue;
        const desk::TagCounts counts = tree.counts.value(tag.id);
        table.add({QString(2 * depth, QLatin1Char(' ')) + tag.name, QString::number(counts.letters),
                   QString::number(counts.articles), joined(tag.synonyms)});
        addBranch(tree, tag.id, depth + 1, table);
    }
}

} // namespace

QString listed(const QList<desk::ArticleRow> &articles, const TagNames &tags)
{
    if (articles.isEmpty())
        return Words::tr("No articles.");
    Table table({3});
    for (const desk::ArticleRow &row : articles)
        table.add({day(row.publishOn), desk::title(row.stage),
                   row.published.isValid() ? Words::tr("published") : QStringLiteral("-"), QString::number(row.words),
                   row.slug, row.title, joined(tags.of(row.tags))});
    return table.text();
}

QString shown(const editorial::ArticleView &view, const TagNames &tags)
{
    const desk::Article &article = view.article;
    const std::pair<QString, QString> lines[] = {
        {Words::tr("Title"), article.title},
        {Words::tr("Slug"), article.slug},
        {Words::tr("Path"), view.path},
        {Words::tr("Stage"), desk::title(article.stage)},
        {Words::tr("Publish on"), base::toIso(article.publishOn)},
        {Words::tr("Published"), base::toIso(article.published)},
        {Words::tr("Summary"), article.summary},
        {Words::tr("Tags"), joined(tags.of(article.tags))},
        {Words::tr("Id"), article.id.toString()},
    };
    Table table;
    for (const auto &[title, value] : lines) {
        if (!value.isEmpty())
            table.add({title, value});
    }
    QString text = table.text();
    for (qsizetype i = 0; i < article.answers.size(); ++i) {
        const desk::Letter &letter = view.letters[i].letter;
        text += QLatin1Char('\n') + Words::tr("Letter %1").arg(letter.number) + QLatin1String("\n\n") + letter.edited +
                QLatin1String("\n\n") + letter.signature + QLatin1String("\n\n") + Words::tr("Answer") +
                QLatin1String("\n\n") + article.answers[i].text + QLatin1Char('\n');
    }
    return text;
}

QString listed(const editorial::TagTree &tree)
{
    if (tree.tags.isEmpty())
        return Words::tr("No tags.");
    Table table({1, 2});
    table.add({Words::tr("Tag"), Words::tr("Letters"), Words::tr("Articles"), Words::tr("Synonyms")});
    addBranch(tree, {}, 0, table);
    return table.text();
}

QString listed(const QList<desk::Finding> &findings, const QHash<desk::ArticleId, QString> &slugs)
{
    QStringList lines;
    for (const desk::Finding &finding : findings) {
        const bool isBlocker = finding.severity == desk::Finding::Severity::Blocker;
        const QString where = QStringList{slugs.value(finding.article), finding.where}.join(QLatin1String(", "));
        const QString quote = finding.text.isEmpty() ? QString() : Words::tr("“%1”: ").arg(finding.text);
        lines.append((isBlocker ? Words::tr("Blocker: %1: %2%3") : Words::tr("Warning: %1: %2%3"))
                         .arg(where.startsWith(QLatin1String(", ")) ? where.mid(2) : where, quote, finding.message));
    }
    return lines.join(QLatin1Char('\n'));
}

QString shown(const editorial::ExportReport &report, const QHash<desk::ArticleId, QString> &slugs, bool isDryRun)
{
    Table table;
    QHash<editorial::PageChange::Kind, int> counts;
    for (const editorial::PageChange &page : report.pages) {
        ++counts[page.kind];
        table.add({verb(page.kind), page.path, page.reason});
    }
    const QString summary = isDryRun ? Words::tr("Would be added: %1, changed: %2, removed: %3, unchanged: %4")
                                     : Words::tr("Added: %1, changed: %2, removed: %3, unchanged: %4");
    QString text = table.text() +
                   summary.arg(counts[editorial::PageChange::Kind::Added])
                       .arg(counts[editorial::PageChange::Kind::Changed])
                       .arg(counts[editorial::PageChange::Kind::Removed])
                       .arg(report.unchanged) +
                   QLatin1Char('\n');
    if (!report.blocked.isEmpty())
        text += Words::tr("Left out:") + QLatin1Char('\n') + listed(report.blocked, slugs) + QLatin1Char('\n');
    if (!report.warnings.isEmpty())
        text += listed(report.warnings, slugs) + QLatin1Char('\n');
    return text;
}

} // namespace cli
