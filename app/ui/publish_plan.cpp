#include "ui/publish_plan.h"

#include "editorial/writing.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

#include <algorithm>
#include <array>
#include <limits>

namespace ui {

namespace {

using editorial::PageChange;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::publish_plan)
};

// The checks of desk::mastheadFindings().
constexpr std::array mastheadChecks{QLatin1String("base-url"), QLatin1String("introduction"), QLatin1String("author"),
                                    QLatin1String("picture-alt")};

bool isOfMasthead(const desk::Finding &finding)
{
    return finding.article.isNull() &&
           std::find(mastheadChecks.begin(), mastheadChecks.end(), finding.check) != mastheadChecks.end();
}

constexpr double leastSeconds = 0.5; // less is not worth telling

PublishRow heading(const QString &title, qsizetype count)
{
    PublishRow row{PublishRow::Kind::Heading};
    row.title = Words::tr("%1 · %2").arg(title, QLocale().toString(count));
    return row;
}

PublishRow findingRow(const desk::Finding &finding, const ArticleTitles &titles)
{
    const bool isBlocker = finding.severity == desk::Finding::Severity::Blocker;
    PublishRow row{PublishRow::Kind::Finding};
    row.icon = isBlocker ? QStringLiteral("octagon-alert") : QStringLiteral("triangle-alert");
    row.role = isBlocker ? Role::Blocker : Role::Warning;
    row.word = isBlocker ? Words::tr("Blocker") : Words::tr("Warning");
    row.isOfMasthead = isOfMasthead(finding);
    row.title = row.isOfMasthead ? Words::tr("Masthead") : titles.value(finding.article, finding.where);
    if (!row.isOfMasthead && row.title != finding.where)
        row.place = finding.where;
    row.detail = finding.text.isEmpty() ? finding.message : Words::tr("“%1”: %2").arg(finding.text, finding.message);
    row.article = finding.article;
    return row;
}

PublishRow pageRow(const PageChange &page, const ArticleTitles &titles)
{
    PublishRow row{PublishRow::Kind::Page};
    switch (page.kind) {
    case PageChange::Kind::Added:
        row.icon = QStringLiteral("plus");
        row.role = Role::Fine;
        break;
    case PageChange::Kind::Removed:
        row.icon = QStringLiteral("trash-2");
        break;
    case PageChange::Kind::Changed:
    case PageChange::Kind::Blocked:
        row.icon = QStringLiteral("pencil");
        break;
    }
    row.title = titles.value(page.article, page.path);
    if (row.title != page.path)
        row.place = page.path;
    row.detail = page.reason;
    row.article = page.article;
    return row;
}

void appendFindings(QList<PublishRow> &rows, const QString &title, const QList<desk::Finding> &findings,
                    const ArticleTitles &titles)
{
    if (findings.isEmpty())
        return;
    rows.append(heading(title, findings.size()));
    for (const desk::Finding &finding : findings)
        rows.append(findingRow(finding, titles));
}

void appendPages(QList<PublishRow> &rows, const QString &title, PageChange::Kind kind, const PublishPlan &plan)
{
    QList<PublishRow> pages;
    for (const PageChange &page : plan.report.pages) {
        if (page.kind == kind)
            pages.append(pageRow(page, plan.titles));
    }
    if (pages.isEmpty())
        return;
    rows.append(heading(title, pages.size()));
    rows.append(pages);
}

// "a, b and c"
QString joined(QStringList parts)
{
    if (parts.size() < 2)
        return parts.value(0);
    const QString last = parts.takeLast();
    return Words::tr("%1 and %2").arg(parts.join(Words::tr(", ")), last);
}

QString nothingSentence()
{
    return Words::tr("Nothing to publish: the site says what the desk says.");
}

QString heldBackSentence(const PublishCounts &counted)
{
    return counted.heldBack == 0 ? QString()
                                 : QLatin1Char(' ') + Words::tr("%Ln held back.", nullptr, counted.heldBack);
}

} // namespace

PublishCounts counts(const editorial::ExportReport &report)
{
    PublishCounts counted;
    for (const PageChange &page : report.pages) {
        counted.added += page.kind == PageChange::Kind::Added ? 1 : 0;
        counted.changed += page.kind == PageChange::Kind::Changed ? 1 : 0;
        counted.removed += page.kind == PageChange::Kind::Removed ? 1 : 0;
    }
    QSet<QString> held;
    for (const desk::Finding &finding : report.blocked)
        held.insert(finding.article.isNull() ? finding.where : finding.article.toString());
    counted.heldBack = static_cast<int>(held.size());
    return counted;
}

QList<PublishRow> rows(const PublishPlan &plan)
{
    QList<PublishRow> all;
    appendFindings(all, Words::tr("Held back"), plan.report.blocked, plan.titles);
    appendFindings(all, Words::tr("Worth a look"), plan.report.warnings, plan.titles);
    appendPages(all, Words::tr("Added"), PageChange::Kind::Added, plan);
    appendPages(all, Words::tr("Changed"), PageChange::Kind::Changed, plan);
    appendPages(all, Words::tr("Removed"), PageChange::Kind::Removed, plan);
    return all;
}

QString planSentence(const editorial::ExportReport &report)
{
    const PublishCounts counted = counts(report);
    if (counted.isNothing())
        return nothingSentence() + heldBackSentence(counted);
    QStringList parts;
    if (counted.added > 0)
        parts.append(Words::tr("%Ln page(s) will be added", nullptr, counted.added));
    if (counted.changed > 0)
        parts.append(Words::tr("%Ln page(s) will change", nullptr, counted.changed));
    if (counted.removed > 0)
        parts.append(Words::tr("%Ln page(s) will be removed", nullptr, counted.removed));
    const QString sentence =
        report.unchanged == 0 ? Words::tr("%1.").arg(joined(parts))
                              : Words::tr("%1; %2 as before.").arg(joined(parts), QLocale().toString(report.unchanged));
    return sentence + heldBackSentence(counted);
}

QString doneSentence(const editorial::ExportReport &report)
{
    const PublishCounts counted = counts(report);
    if (counted.isNothing())
        return nothingSentence() + heldBackSentence(counted);
    QStringList parts;
    if (counted.added > 0)
        parts.append(Words::tr("%Ln page(s) added", nullptr, counted.added));
    if (counted.changed > 0)
        parts.append(Words::tr("%Ln page(s) changed", nullptr, counted.changed));
    if (counted.removed > 0)
        parts.append(Words::tr("%Ln page(s) removed", nullptr, counted.removed));
    const QString sentence =
        report.seconds < leastSeconds
            ? Words::tr("%1.").arg(joined(parts))
            : Words::tr("%1 in %2 seconds.").arg(joined(parts), QLocale().toString(report.seconds, 'f', 1));
    return sentence + heldBackSentence(counted);
}

QString publishVerb(const PublishCounts &counts)
{
    if (counts.isNothing())
        return Words::tr("&Publish");
    if (counts.added + counts.changed == 0)
        return Words::tr("&Remove %Ln page(s)", nullptr, counts.removed);
    return Words::tr("&Publish %Ln page(s)", nullptr, counts.added + counts.changed);
}

base::Result<PublishPlan> exportPlan(editorial::Desk &desk, const editorial::ExportRequest &request,
                                     base::Progress &progress)
{
    auto report = editorial::exportSite(desk, request, progress);
    if (!report)
        return report.error();
    editorial::ArticleQuery query;
    query.stage = desk::ArticleStage::Approved;
    query.limit = std::numeric_limits<qint64>::max();
    const auto articles = editorial::articles(desk, query);
    if (!articles)
        return articles.error();
    PublishPlan plan{std::move(*report), {}};
    for (const desk::ArticleRow &article : *articles) {
        if (!article.title.isEmpty())
            plan.titles.insert(article.id, article.title);
    }
    return plan;
}

} // namespace ui
