#include "cli/site_commands.h"

#include "cli/article_listing.h"
#include "cli/invocation.h"
#include "editorial/masthead.h"

#include <QCoreApplication>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::site_commands)
};

// The slugs of the articles that the findings are about.
base::Result<QHash<desk::ArticleId, QString>> slugs(editorial::Desk &desk, const QList<desk::Finding> &findings)
{
    QHash<desk::ArticleId, QString> slugs;
    for (const desk::Finding &finding : findings) {
        if (finding.article.isNull() || slugs.contains(finding.article))
            continue;
        const auto view = editorial::article(desk, finding.article);
        if (!view)
            return view.error();
        slugs.insert(finding.article, view->article.slug);
    }
    return slugs;
}

base::Result<editorial::ExportRequest> requestGiven(editorial::Desk &desk, const Invocation &invocation)
{
    editorial::ExportRequest request;
    request.site = invocation.argument(1);
    request.theme = invocation.value(QLatin1String("theme"));
    request.dryRun = invocation.has(QLatin1String("dry-run"));
    if (const auto given = invocation.given(QLatin1String("as-of"))) {
        const auto masthead = editorial::masthead(desk);
        if (!masthead)
            return masthead.error();
        const auto asOf = editorial::dateNamed(*given, *masthead);
        if (!asOf)
            return asOf.error();
        request.asOf = *asOf;
    }
    return request;
}

} // namespace

base::Result<Status> checkArticles(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    desk::ArticleId article;
    if (invocation.argumentCount() > 1) {
        const auto named = editorial::articleNamed(**desk, invocation.argument(1));
        if (!named)
            return named.error();
        article = *named;
    }
    const auto findings = editorial::check(**desk, article, invocation.progress());
    if (!findings)
        return findings.error();
    const auto names = slugs(**desk, *findings);
    if (!names)
        return names.error();
    invocation.output().result({{QStringLiteral("findings"), toJson(*findings)}},
                               findings->isEmpty() ? Words::tr("Nothing was found.") : listed(*findings, *names));
    return desk::hasBlocker(*findings) ? Status::Blocked : Status::Done;
}

base::Result<Status> exportDesk(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto request = requestGiven(**desk, invocation);
    if (!request)
        return request.error();
    const auto report = editorial::exportSite(**desk, *request, invocation.progress());
    if (!report)
        return invocation.unreachable(report.error());
    const auto names = slugs(**desk, report->blocked + report->warnings);
    if (!names)
        return names.error();
    invocation.output().result(toJson(*report), shown(*report, *names, request->dryRun));
    return report->blocked.isEmpty() ? Status::Done : Status::Blocked;
}

base::Result<Status> renderPage(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto article = editorial::articleNamed(**desk, invocation.argument(1));
    if (!article)
        return article.error();
    const auto page = editorial::articlePage(**desk, *article);
    if (!page)
        return page.error();
    invocation.output().document({{QStringLiteral("html"), QString::fromUtf8(*page)}}, *page);
    return Status::Done;
}

} // namespace cli
