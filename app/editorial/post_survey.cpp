#include "editorial/post_survey.h"

#include "editorial/masthead.h"
#include "storage/desk_file.h"
#include "storage/tag_store.h"

#include <QCoreApplication>

#include <algorithm>
#include <functional>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_survey)
};

// Walks through the archive twice: to find the labels, and to try them.
class Survey
{
public:
    Survey(Desk &desk, const PostImportRequest &request, const PostCatalogue &catalogue, const QTimeZone &zone,
           base::Progress &progress)
        : m_desk(desk), m_request(request), m_catalogue(catalogue), m_zone(zone), m_progress(progress)
    {}

    base::Result<PostSurvey> run();

private:
    using Visit = std::function<base::Result<void>(const ReadPost &)>;

    [[nodiscard]] base::Result<void> each(const QString &step, const Visit &visit);
    [[nodiscard]] base::Result<void> findLabels();
    [[nodiscard]] base::Result<void> tryPost(const ReadPost &read);
    void countSplit(const ReadPost &read, const intake::ColumnSplit &split);
    [[nodiscard]] base::Result<void> findTopics();

    Desk &m_desk;
    const PostImportRequest &m_request;
    const PostCatalogue &m_catalogue;
    QTimeZone m_zone;
    base::Progress &m_progress;
    PostSurvey m_survey;
    intake::CommonParts m_cut; // the masthead's already
    intake::CommonPartsCensus m_common;
    QSet<QString> m_topics;
    QSet<QString> m_authors;
};

base::Result<PostSurvey> Survey::run()
{
    m_survey.site = m_catalogue.site;
    m_survey.types = m_catalogue.types;
    m_survey.warnings = m_catalogue.warnings;
    if (const auto found = findLabels(); !found)
        return found.error();
    const auto tried = each(Words::tr("Trying the labels"), [this](const ReadPost &read) { return tryPost(read); });
    if (!tried)
        return tried.error();
    m_survey.common = m_common.result();
    m_survey.authors = QStringList(m_authors.begin(), m_authors.end());
    m_survey.authors.sort();
    if (const auto found = findTopics(); !found)
        return found.error();
    return m_survey;
}

base::Result<void> Survey::each(const QString &step, const Visit &visit)
{
    PostSource source(m_catalogue, m_request.wish, m_zone, PostSource::Pictures::LookFor);
    while (true) {
        if (m_progress.isCancelled())
            return base::Error{base::Error::Kind::Cancelled, Words::tr("Cancelled. Nothing was imported.")};
        const auto read = source.next();
        if (!read)
            return read.error();
        if (!*read)
            return {};
        if (const auto visited = visit(**read); !visited)
            return visited;
        m_progress.report(source.position(), source.size(), step);
    }
}

base::Result<void> Survey::findLabels()
{
    intake::LabelCensus census;
    const auto counted = each(Words::tr("Looking for labels"), [&census](const ReadPost &read) -> base::Result<void> {
        if (read.leftOut.isEmpty())
            census.add(read.post.text);
        return {};
    });
    if (!counted)
        return counted;
    m_survey.labels = census.proposals();
    const auto known = columnGrammar(m_desk);
    if (!known)
        return known.error();
    m_cut = known->common;
    m_survey.hasIntroduction = !m_cut.introduction.isEmpty();
    m_survey.hasCallToAction = !m_cut.callToAction.isEmpty();
    m_survey.used = m_request.labels.isEmpty() ? known->labels : m_request.labels;
    const auto isUsed = [this](const intake::LabelProposal &proposal) {
        return std::ranges::any_of(m_survey.used, [&proposal](const desk::ColumnLabel &label) {
            return label.phrase == proposal.label.phrase;
        });
    };
    if (m_request.labels.isEmpty() && std::ranges::none_of(m_survey.labels, isUsed)) {
        for (const intake::LabelProposal &proposal : std::as_const(m_survey.labels))
            m_survey.used.append(proposal.label);
    }
    return {};
}

base::Result<void> Survey::tryPost(const ReadPost &read)
{
    ++m_survey.statuses[read.status];
    if (!read.leftOut.isEmpty()) {
        m_survey.leftOut.append({read.post.title, read.place, read.leftOut});
        return {};
    }
    const auto known = m_desk.file().posts().post(read.post.guid);
    if (!known)
        return known.error();
    if (*known && (*known)->source == read.source)
        ++m_survey.already;
    else if (*known)
        ++m_survey.changed;
    ++m_survey.posts;
    m_topics.unite(QSet<QString>(read.post.topics.begin(), read.post.topics.end()));
    if (!read.post.author.isEmpty())
        m_authors.insert(read.post.author);
    m_survey.picturesFound += read.picturesFound;
    m_survey.picturesMissing += read.picturesMissing.size();
    for (const QString &text : read.notes)
        m_survey.notes.append({read.post.title, read.place, text});
    countSplit(read, intake::splitColumn(read.post.text, {m_survey.used, m_cut}));
    return {};
}

void Survey::countSplit(const ReadPost &read, const intake::ColumnSplit &split)
{
    if (split.pieces.isEmpty()) {
        ++m_survey.waiting;
        return;
    }
    ++(split.doubts.isEmpty() ? m_survey.parted : m_survey.doubtful);
    m_survey.letters += split.pieces.size();
    for (const QString &doubt : split.doubts)
        m_survey.doubts.append({read.post.title, read.place, doubt});
    m_common.add(split.introduction, split.pieces.last().answer);
}

base::Result<void> Survey::findTopics()
{
    const auto tags = m_desk.file().tags().tags();
    if (!tags)
        return tags.error();
    m_survey.topics = QStringList(m_topics.begin(), m_topics.end());
    m_survey.topics.sort(Qt::CaseInsensitive);
    for (const QString &topic : std::as_const(m_survey.topics)) {
        const bool isThere = std::ranges::any_of(*tags, [&topic](const desk::Tag &tag) {
            return tag.name.compare(topic, Qt::CaseInsensitive) == 0 ||
                   tag.synonyms.contains(topic, Qt::CaseInsensitive);
        });
        if (!isThere)
            m_survey.newTopics.append(topic);
    }
    return {};
}

} // namespace

base::Result<PostSurvey> surveyPosts(Desk &desk, const PostImportRequest &request, base::Progress &progress)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    const auto catalogue = readCatalogue(request.wish.files, progress);
    if (!catalogue)
        return catalogue.error();
    return Survey(desk, request, *catalogue, zoneOf(*head), progress).run();
}

} // namespace editorial
