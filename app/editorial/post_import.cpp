#include "editorial/post_import.h"

#include "base/read_ahead.h"
#include "editorial/masthead.h"
#include "editorial/post_article.h"
#include "editorial/post_topics.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QJsonDocument>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::post_import)
};

using storage::PostState;
using storage::StoredPost;

constexpr qint64 batchMs = 60;                      // of writing, until a cancel is looked at
constexpr qint64 readAheadMost = 8LL * 1024 * 1024; // bytes

// A post that was read and parted, while the ones before it go onto the desk.
struct Item {
    base::Result<ReadPost> read;
    intake::ColumnSplit split;
    qint64 done = 0; // bytes of the archive up to its end
};

qint64 bytesOf(const Item &item)
{
    if (!item.read)
        return 0;
    qint64 bytes = 2 * item.read->post.text.size() * qint64(sizeof(QChar));
    for (const storage::PostPicture &picture : item.read->pictures)
        bytes += picture.content.size();
    return bytes;
}

// One run over one archive.
class PostImport
{
public:
    PostImport(Desk &desk, const PostImportRequest &request, const PostCatalogue &catalogue, base::Progress &progress)
        : m_desk(desk)
        , m_request(request)
        , m_catalogue(catalogue)
        , m_progress(progress)
        , m_batch(desk::PostBatchId::create())
        , m_topics(desk, catalogue, m_batch)
        , m_imported(desk.clock().now())
    {}

    base::Result<PostImportReport> run(const desk::Masthead &masthead);

private:
    [[nodiscard]] base::Result<void> prepare(const desk::Masthead &masthead);
    [[nodiscard]] base::Result<void> takeAll(PostSource &source);
    [[nodiscard]] base::Result<void> take(const Item &item);
    [[nodiscard]] base::Result<void> decide(const ReadPost &read, const intake::ColumnSplit &split,
                                            const std::optional<StoredPost> &known);
    [[nodiscard]] base::Result<void> decideAnew(const ReadPost &read, const PartedPost &parted,
                                                const StoredPost &known);
    [[nodiscard]] base::Result<PartedPost> parted(const ReadPost &read, const intake::ColumnSplit &split);
    [[nodiscard]] base::Result<void> add(const ReadPost &read, const PartedPost &parted);
    [[nodiscard]] base::Result<void> keep(const ReadPost &read, PostState state, const desk::ArticleId &article,
                                          qint64 versions);
    [[nodiscard]] base::Result<void> record(const ReadPost &read, const desk::ArticleId &article);
    void begin();
    [[nodiscard]] base::Result<void> beginBatch();
    [[nodiscard]] base::Result<void> commit();
    [[nodiscard]] static PostNote note(const ReadPost &read, const QString &text, const desk::ArticleId &article = {})
    {
        return {read.post.title, read.place, text, article};
    }

    Desk &m_desk;
    const PostImportRequest &m_request;
    const PostCatalogue &m_catalogue;
    base::Progress &m_progress;
    desk::PostBatchId m_batch;
    PostTopics m_topics;
    QDateTime m_imported;
    intake::ColumnGrammar m_grammar;
    PostImportReport m_report;
    std::unique_ptr<storage::Transaction> m_transaction;
    QElapsedTimer m_sinceBegin;
    bool m_hasBatch = false; // its row is written
};

base::Result<PostImportReport> PostImport::run(const desk::Masthead &masthead)
{
    if (const auto prepared = prepare(masthead); !prepared)
        return prepared.error();
    PostSource source(m_catalogue, m_request.wish, zoneOf(masthead), PostSource::Pictures::Read);
    if (const auto taken = takeAll(source); !taken)
        return taken.error();
    if (const auto committed = commit(); !committed)
        return committed.error();
    m_report.cancelled = m_progress.isCancelled();
    m_report.warnings = m_catalogue.warnings;
    if (m_hasBatch)
        m_report.batch = m_batch;
    return m_report;
}

// The labels that hold, and what becomes the masthead's.
base::Result<void> PostImport::prepare(const desk::Masthead &masthead)
{
    storage::Transaction transaction(m_desk.file());
    const auto known = columnGrammar(m_desk);
    if (!known)
        return known.error();
    m_grammar = *known;
    if (!m_request.common.introduction.isEmpty())
        m_grammar.common.introduction = m_request.common.introduction;
    if (!m_request.common.callToAction.isEmpty())
        m_grammar.common.callToAction = m_request.common.callToAction;
    for (const desk::ColumnLabel &label : m_request.labels) {
        const auto isIt = [&label](const desk::ColumnLabel &one) {
            return one.phrase == label.phrase;
        };
        m_grammar.labels.removeIf(isIt);
        m_grammar.labels.append(label);
    }
    if (!m_request.labels.isEmpty()) {
        if (const auto set = m_desk.file().posts().setLabels(m_grammar.labels); !set)
            return set;
    }
    desk::Masthead filled = masthead;
    if (filled.introduction.isEmpty())
        filled.introduction = m_request.common.introduction;
    if (filled.callToAction.isEmpty())
        filled.callToAction = m_request.common.callToAction;
    if (filled.introduction != masthead.introduction || filled.callToAction != masthead.callToAction) {
        if (const auto saved = saveMasthead(m_desk, filled); !saved)
            return saved.error();
    }
    if (const auto loaded = m_topics.load(); !loaded)
        return loaded;
    return transaction.commit();
}

base::Result<void> PostImport::takeAll(PostSource &source)
{
    const qint64 size = source.size();
    base::ReadAhead<Item> items(
        [this, &source] {
            auto read = source.next();
            if (!read)
                return std::optional(Item{read.error(), {}, source.position()});
            if (!*read)
                return std::optional<Item>();
            intake::ColumnSplit split = intake::splitColumn((*read)->post.text, m_grammar);
            return std::optional(Item{std::move(**read), std::move(split), source.position()});
        },
        bytesOf, readAheadMost);
    while (!m_progress.isCancelled()) {
        const Item *item = items.next();
        if (!item)
            break;
        if (!item->read)
            return item->read.error();
        begin();
        if (const auto taken = take(*item); !taken)
            return taken;
        if (m_sinceBegin.elapsed() > batchMs) {
            if (const auto committed = commit(); !committed)
                return committed;
        }
        m_progress.report(item->done, size,
                          Words::tr("%Ln post(s)", nullptr,
                                    static_cast<int>(m_report.imported + m_report.updated + m_report.already +
                                                     m_report.waiting + m_report.conflicts)));
    }
    return {};
}

base::Result<void> PostImport::take(const Item &item)
{
    const ReadPost &read = *item.read;
    if (!read.leftOut.isEmpty()) {
        m_report.leftOut.append(note(read, read.leftOut));
        return {};
    }
    const auto known = m_desk.file().posts().post(read.post.guid);
    if (!known)
        return known.error();
    return decide(read, item.split, *known);
}

base::Result<void> PostImport::decide(const ReadPost &read, const intake::ColumnSplit &split,
                                      const std::optional<StoredPost> &known)
{
    const bool isParted = !split.pieces.isEmpty();
    const bool isSame = known && known->source == read.source;
    const bool isWaiting = known && known->state == PostState::Waiting;
    if ((isSame && !(isWaiting && isParted)) || (known && known->state == PostState::Dropped)) {
        ++m_report.already;
        return {};
    }
    const bool isAnArticle = known && !isWaiting;
    if (!isParted && !isAnArticle) {
        ++m_report.waiting;
        return keep(read, PostState::Waiting, {}, 0);
    }
    const auto ready = parted(read, split);
    if (!ready)
        return ready.error();
    return isAnArticle ? decideAnew(read, *ready, *known) : add(read, *ready);
}

// The archive has another text than when its article was made.
base::Result<void> PostImport::decideAnew(const ReadPost &read, const PartedPost &parted, const StoredPost &known)
{
    const auto versions = m_desk.file().posts().versions(known.article);
    if (!versions)
        return versions.error();
    const bool isUntouched = known.state == PostState::Article && *versions == known.versions;
    if (isUntouched && !parted.split.pieces.isEmpty()) {
        const auto replaced = replacePostArticle(m_desk, known.article, parted);
        if (replaced) {
            ++m_report.updated;
            return record(read, known.article);
        }
        if (replaced.error().kind != base::Error::Kind::Unusable)
            return replaced;
    }
    ++m_report.conflicts;
    return keep(read, PostState::Conflict, known.article, known.versions);
}

base::Result<PartedPost> PostImport::parted(const ReadPost &read, const intake::ColumnSplit &split)
{
    if (const auto begun = beginBatch(); !begun)
        return begun.error();
    const auto topics = m_topics.tags(read.post.topics);
    if (!topics)
        return topics.error();
    const auto author = m_topics.author(read.post.author);
    if (!author)
        return author.error();
    const auto earlier = m_desk.file().posts().batchOf(read.post.guid);
    if (!earlier)
        return earlier.error();
    return PartedPost{read.post, split, *topics, *author, read.pictures, *earlier ? (*earlier)->imported : m_imported};
}

base::Result<void> PostImport::add(const ReadPost &read, const PartedPost &parted)
{
    const auto notes = addPostArticle(m_desk, parted);
    if (!notes)
        return notes.error();
    ++m_report.imported;
    const desk::ArticleId article = articleOf(read.post);
    for (const QString &doubt : parted.split.doubts)
        m_report.doubts.append(note(read, doubt, article));
    for (const QString &text : read.notes + *notes)
        m_report.notes.append(note(read, text, article));
    return record(read, article);
}

base::Result<void> PostImport::record(const ReadPost &read, const desk::ArticleId &article)
{
    const auto versions = m_desk.file().posts().versions(article);
    if (!versions)
        return versions.error();
    return keep(read, PostState::Article, article, *versions);
}

base::Result<void> PostImport::keep(const ReadPost &read, PostState state, const desk::ArticleId &article,
                                    qint64 versions)
{
    if (const auto begun = beginBatch(); !begun)
        return begun;
    storage::PostStore &posts = m_desk.file().posts();
    StoredPost stored;
    stored.guid = read.post.guid;
    stored.state = state;
    stored.article = article;
    stored.source = read.source;
    stored.versions = versions;
    stored.title = read.post.title;
    stored.date = read.post.date;
    if (state != PostState::Article)
        stored.content = QString::fromUtf8(QJsonDocument(desk::toJson(read.post)).toJson(QJsonDocument::Compact));
    if (const auto put = posts.put(m_batch, stored); !put)
        return put;
    if (const auto removed = posts.removePictures(read.post.guid); !removed || state == PostState::Article)
        return removed;
    for (const storage::PostPicture &picture : read.pictures) {
        if (const auto added = posts.addPicture(read.post.guid, picture); !added)
            return added;
    }
    return {};
}

void PostImport::begin()
{
    if (m_transaction)
        return;
    m_transaction = std::make_unique<storage::Transaction>(m_desk.file(), storage::Indexing::AtCommit);
    m_sinceBegin.start();
}

base::Result<void> PostImport::beginBatch()
{
    if (m_hasBatch)
        return {};
    m_hasBatch = true;
    QStringList names;
    for (const QString &file : m_request.wish.files)
        names.append(QFileInfo(file).fileName());
    return m_desk.file().posts().addBatch(
        {m_batch, names.join(QLatin1String(", ")), m_catalogue.site.link, m_imported, 0, 0});
}

base::Result<void> PostImport::commit()
{
    if (!m_transaction)
        return {};
    const auto transaction = std::exchange(m_transaction, nullptr);
    m_desk.noteChange(Area::Letters | Area::Articles);
    return transaction->commit();
}

} // namespace

base::Result<intake::ColumnGrammar> columnGrammar(Desk &desk)
{
    using Part = desk::ColumnLabel::Part;
    auto labels = desk.file().posts().labels();
    if (!labels)
        return labels.error();
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    // What every new masthead has was confirmed by nobody.
    const desk::Masthead fresh = desk::newMasthead({}, {}, {});
    for (const auto &[part, member] :
         {std::pair(Part::Letter, &desk::Masthead::letterLabel), {Part::Answer, &desk::Masthead::answerLabel}}) {
        const QString phrase = (*head).*member == fresh.*member ? QString() : desk::foldedLabel((*head).*member);
        const auto isIt = [&phrase](const desk::ColumnLabel &one) {
            return one.phrase == phrase;
        };
        if (!phrase.isEmpty() && std::ranges::none_of(*labels, isIt))
            labels->append({part, phrase});
    }
    intake::ColumnGrammar grammar;
    grammar.labels = *labels;
    grammar.common.introduction = head->introduction;
    grammar.common.callToAction = head->callToAction;
    return grammar;
}

base::Result<PostImportReport> importPosts(Desk &desk, const PostImportRequest &request, base::Progress &progress)
{
    const auto head = masthead(desk);
    if (!head)
        return head.error();
    const auto catalogue = readCatalogue(request.wish.files, progress);
    if (!catalogue)
        return catalogue.error();
    return PostImport(desk, request, *catalogue, progress).run(*head);
}

base::Result<storage::TakenBack> takeBackPosts(Desk &desk, const desk::PostBatchId &batch)
{
    const auto taken = desk.file().posts().takeBack(batch);
    if (taken)
        desk.noteChange(Area::Letters | Area::Articles | Area::Tags | Area::Masthead | Area::Index);
    return taken;
}

base::Result<QList<desk::PostBatch>> postBatches(Desk &desk)
{
    return desk.file().posts().batches();
}

} // namespace editorial
