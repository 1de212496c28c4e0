#include "cli/article_commands.h"

#include "cli/article_listing.h"
#include "cli/invocation.h"
#include "cli/text_source.h"
#include "desk/paths.h"
#include "editorial/masthead.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace cli {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(cli::article_commands)
};

constexpr qint64 pageSize = 500;

base::Error unusable(const QString &message)
{
    return base::Error{base::Error::Kind::Unusable, message};
}

base::Result<std::optional<desk::ArticleStage>> stageGiven(const Invocation &invocation)
{
    const auto given = invocation.given(QLatin1String("stage"));
    if (!given)
        return std::optional<desk::ArticleStage>();
    if (const auto stage = desk::articleStageNamed(*given))
        return stage;
    QStringList names;
    for (const desk::ArticleStage stage : desk::articleStages())
        names.append(desk::name(stage));
    return unusable(
        Words::tr("An article has no stage “%1”. Choose one of: %2.").arg(*given, names.join(QLatin1String(", "))));
}

// What `answer` was told, as far as it can be looked at without the desk.
struct Wanted {
    std::optional<QString> title;
    std::optional<QString> text;
    std::optional<QString> slug;
    std::optional<QString> summary;
    std::optional<desk::ArticleStage> stage;
    std::optional<QDateTime> publishOn;
    QStringList add;
    QStringList remove;
};

base::Result<Wanted> wantedOf(const Invocation &invocation)
{
    Wanted wanted;
    wanted.title = invocation.given(QLatin1String("title"));
    wanted.summary = invocation.given(QLatin1String("summary"));
    wanted.add = invocation.values(QLatin1String("tag"));
    wanted.remove = invocation.values(QLatin1String("untag"));
    if (wanted.title && wanted.title->simplified().isEmpty())
        return unusable(Words::tr("--title needs words."));
    if (const auto slug = invocation.given(QLatin1String("slug"))) {
        const auto accepted = desk::acceptSlug(*slug);
        if (!accepted)
            return accepted.error();
        wanted.slug = *accepted;
    }
    const auto stage = stageGiven(invocation);
    if (!stage)
        return stage.error();
    wanted.stage = *stage;
    if (const auto file = invocation.given(QLatin1String("text"))) {
        const auto text = readText(*file);
        if (!text)
            return text.error();
        wanted.text = *text;
    }
    return wanted;
}

base::Result<void> readDate(editorial::Desk &desk, const Invocation &invocation, Wanted &wanted)
{
    const auto given = invocation.given(QLatin1String("publish-on"));
    if (!given)
        return {};
    const auto masthead = editorial::masthead(desk);
    if (!masthead)
        return masthead.error();
    const auto date = editorial::dateNamed(*given, *masthead);
    if (!date)
        return date.error();
    wanted.publishOn = *date;
    return {};
}

// The article that answers the letter; a new one needs a title and a text, and a slug that is free.
base::Result<desk::ArticleId> articleFor(editorial::Desk &desk, const desk::LetterId &letter, const Wanted &wanted)
{
    const auto view = editorial::letter(desk, letter);
    if (!view)
        return view.error();
    if (view->article.isNull() && (!wanted.title || !wanted.text))
        return unusable(
            Words::tr("Letter %1 has no answer yet. Give both --title and --text.").arg(view->letter.number));
    if (wanted.slug) {
        const auto owner = editorial::articleNamed(desk, *wanted.slug);
        if (owner && *owner != view->article)
            return unusable(Words::tr("Another article has the slug “%1”. Choose another one.").arg(*wanted.slug));
    }
    return view->article.isNull() ? editorial::startAnswer(desk, letter) : base::Result<desk::ArticleId>(view->article);
}

base::Result<void> saveHead(editorial::Desk &desk, const desk::Article &article, const Wanted &wanted, bool isNew)
{
    const QString slug = wanted.slug.value_or(isNew ? QString() : article.slug);
    const editorial::ArticleEdit edit{article.id,
                                      article.version,
                                      wanted.title.value_or(article.title),
                                      slug,
                                      wanted.summary.value_or(article.summary),
                                      wanted.publishOn.value_or(article.publishOn)};
    if (const auto saved = editorial::saveArticle(desk, edit); !saved)
        return saved.error();
    return {};
}

base::Result<void> saveText(editorial::Desk &desk, const desk::Article &article, const desk::LetterId &letter,
                            const Wanted &wanted)
{
    const auto own = std::ranges::find(article.answers, letter, &desk::Answer::letter);
    if (!wanted.text || own == article.answers.end() || own->text == *wanted.text)
        return {};
    desk::Answer answer = *own;
    answer.text = *wanted.text;
    if (const auto saved = editorial::saveAnswer(desk, article.id, answer); !saved)
        return saved.error();
    return {};
}

base::Result<void> apply(editorial::Desk &desk, const desk::ArticleId &id, const desk::LetterId &letter,
                         const Wanted &wanted, bool isNew)
{
    const auto view = editorial::article(desk, id);
    if (!view)
        return view.error();
    if (const auto saved = saveHead(desk, view->article, wanted, isNew); !saved)
        return saved.error();
    if (const auto saved = saveText(desk, view->article, letter, wanted); !saved)
        return saved.error();
    if (!wanted.add.isEmpty() || !wanted.remove.isEmpty()) {
        if (const auto tagged = editorial::tagArticles(desk, {id}, wanted.add, wanted.remove); !tagged)
            return tagged.error();
    }
    if (wanted.stage) {
        if (const auto moved = editorial::moveArticles(desk, {id}, *wanted.stage); !moved)
            return moved.error();
    }
    return {};
}

base::Result<Status> show(editorial::Desk &desk, const desk::ArticleId &id, const Invocation &invocation)
{
    const auto view = editorial::article(desk, id);
    if (!view)
        return view.error();
    const auto tags = tagNames(desk);
    if (!tags)
        return tags.error();
    invocation.output().result(toJson(*view, *tags), shown(*view, *tags));
    return Status::Done;
}

base::Result<editorial::ArticleQuery> queryGiven(editorial::Desk &desk, const Invocation &invocation)
{
    editorial::ArticleQuery query;
    query.search = invocation.value(QLatin1String("search"));
    const auto stage = stageGiven(invocation);
    if (!stage)
        return stage.error();
    query.stage = *stage;
    const auto limit = invocation.number(QLatin1String("limit"), std::numeric_limits<qint32>::max());
    const auto offset = invocation.number(QLatin1String("offset"), 0);
    if (!limit || !offset)
        return limit ? offset.error() : limit.error();
    query.limit = *limit;
    query.offset = *offset;
    if (const auto name = invocation.given(QLatin1String("tag"))) {
        const auto tag = editorial::tagNamed(desk, *name);
        if (!tag)
            return tag.error();
        query.tag = tag->id;
    }
    return query;
}

// All rows of the query, read page by page.
base::Result<QList<desk::ArticleRow>> allRows(editorial::Desk &desk, editorial::ArticleQuery query)
{
    QList<desk::ArticleRow> rows;
    const qint64 most = query.limit;
    while (rows.size() < most) {
        query.limit = std::min(pageSize, most - rows.size());
        const auto page = editorial::articles(desk, query);
        if (!page)
            return page.error();
        rows.append(*page);
        query.offset += page->size();
        if (page->size() < query.limit)
            break;
    }
    return rows;
}

base::Result<QJsonArray> whole(editorial::Desk &desk, const QList<desk::ArticleRow> &rows, const TagNames &tags)
{
    QJsonArray articles;
    for (const desk::ArticleRow &row : rows) {
        const auto view = editorial::article(desk, row.id);
        if (!view)
            return view.error();
        articles.append(toJson(*view, tags));
    }
    return articles;
}

} // namespace

base::Result<Status> answerLetter(Invocation &invocation)
{
    auto wanted = wantedOf(invocation);
    if (!wanted)
        return wanted.error();
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto letter = editorial::letterNamed(**desk, invocation.argument(1));
    if (!letter)
        return letter.error();
    if (const auto read = readDate(**desk, invocation, *wanted); !read)
        return read.error();
    const auto before = editorial::letter(**desk, *letter);
    if (!before)
        return before.error();
    const auto article = articleFor(**desk, *letter, *wanted);
    if (!article)
        return article.error();
    if (const auto applied = apply(**desk, *article, *letter, *wanted, before->article.isNull()); !applied)
        return applied.error();
    return show(**desk, *article, invocation);
}

base::Result<Status> listArticles(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto query = queryGiven(**desk, invocation);
    if (!query)
        return query.error();
    const auto rows = allRows(**desk, *query);
    if (!rows)
        return rows.error();
    const auto tags = tagNames(**desk);
    if (!tags)
        return tags.error();
    base::Result<QJsonArray> articles = QJsonArray();
    if (invocation.output().isJson())
        articles = whole(**desk, *rows, *tags);
    if (!articles)
        return articles.error();
    invocation.output().result({{QStringLiteral("articles"), *articles}}, listed(*rows, *tags));
    return Status::Done;
}

base::Result<Status> showArticle(Invocation &invocation)
{
    const auto desk = invocation.openDesk();
    if (!desk)
        return desk.error();
    const auto id = editorial::articleNamed(**desk, invocation.argument(1));
    if (!id)
        return id.error();
    return show(**desk, *id, invocation);
}

} // namespace cli
