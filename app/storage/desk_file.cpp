#include "storage/desk_file.h"

#include "storage/article_store.h"
#include "storage/connection.h"
#include "storage/correspondent_store.h"
#include "storage/index_store.h"
#include "storage/indexing.h"
#include "storage/intake_store.h"
#include "storage/letter_store.h"
#include "storage/mail_account_store.h"
#include "storage/masthead_store.h"
#include "storage/opening.h"
#include "storage/post_store.h"
#include "storage/publication_store.h"
#include "storage/redirect_store.h"
#include "storage/relation_store.h"
#include "storage/revision_store.h"
#include "storage/sheet_map_store.h"
#include "storage/tag_store.h"
#include "storage/upkeep.h"

#include <QFileInfo>

namespace storage {

using base::Result;

DeskFile::DeskFile(std::unique_ptr<Connection> connection)
    : m_connection(std::move(connection))
    , m_letters(std::make_unique<LetterStore>(*m_connection))
    , m_correspondents(std::make_unique<CorrespondentStore>(*m_connection))
    , m_intake(std::make_unique<IntakeStore>(*m_connection))
    , m_relations(std::make_unique<RelationStore>(*m_connection))
    , m_mailAccounts(std::make_unique<MailAccountStore>(*m_connection))
    , m_articles(std::make_unique<ArticleStore>(*m_connection))
    , m_tags(std::make_unique<TagStore>(*m_connection))
    , m_masthead(std::make_unique<MastheadStore>(*m_connection))
    , m_index(std::make_unique<IndexStore>(*m_connection))
    , m_assets(std::make_unique<AssetStore>(*m_connection))
    , m_revisions(std::make_unique<RevisionStore>(*m_connection))
    , m_publications(std::make_unique<PublicationStore>(*m_connection))
    , m_sheetMaps(std::make_unique<SheetMapStore>(*m_connection))
    , m_posts(std::make_unique<PostStore>(*m_connection))
    , m_redirects(std::make_unique<RedirectStore>(*m_connection))
{}

DeskFile::~DeskFile() = default;

Result<std::unique_ptr<DeskFile>> DeskFile::create(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (const Result<void> made = makeDesk(absolute, migrations()); !made)
        return made.error();
    return open(absolute);
}

Result<std::unique_ptr<DeskFile>> DeskFile::open(const QString &path)
{
    Result<std::unique_ptr<Connection>> connection = openDesk(QFileInfo(path).absoluteFilePath(), migrations());
    if (!connection)
        return connection.error();
    return std::unique_ptr<DeskFile>(new DeskFile(*std::move(connection)));
}

QString DeskFile::path() const
{
    return m_connection->path();
}

LetterStore &DeskFile::letters()
{
    return *m_letters;
}

CorrespondentStore &DeskFile::correspondents()
{
    return *m_correspondents;
}

IntakeStore &DeskFile::intake()
{
    return *m_intake;
}

RelationStore &DeskFile::relations()
{
    return *m_relations;
}

MailAccountStore &DeskFile::mailAccounts()
{
    return *m_mailAccounts;
}

ArticleStore &DeskFile::articles()
{
    return *m_articles;
}

TagStore &DeskFile::tags()
{
    return *m_tags;
}

MastheadStore &DeskFile::masthead()
{
    return *m_masthead;
}

IndexStore &DeskFile::index()
{
    return *m_index;
}

AssetStore &DeskFile::assets()
{
    return *m_assets;
}

RevisionStore &DeskFile::revisions()
{
    return *m_revisions;
}

PublicationStore &DeskFile::publications()
{
    return *m_publications;
}

SheetMapStore &DeskFile::sheetMaps()
{
    return *m_sheetMaps;
}

PostStore &DeskFile::posts()
{
    return *m_posts;
}

RedirectStore &DeskFile::redirects()
{
    return *m_redirects;
}

Result<void> DeskFile::backUp(const QString &target, base::Progress &progress)
{
    return storage::backUp(*m_connection, QFileInfo(target).absoluteFilePath(), progress);
}

Result<QStringList> DeskFile::verify(base::Progress &progress)
{
    return storage::verify(*m_connection, progress);
}

Transaction::Transaction(DeskFile &file, Indexing indexing) : m_connection(*file.m_connection), m_indexing(indexing)
{
    m_connection.begin();
    if (indexing == Indexing::AtCommit)
        m_deferred = deferIndexing(m_connection);
}

Transaction::~Transaction()
{
    if (m_open)
        m_connection.rollBack();
}

Result<void> Transaction::commit()
{
    const Result<void> indexed = !m_deferred || m_indexing == Indexing::AtOnce ? m_deferred : indexAdded(m_connection);
    if (!indexed)
        return indexed;
    m_open = false;
    return m_connection.commit();
}

Reading::Reading(DeskFile &file) : m_snapshot(std::make_unique<Snapshot>(*file.m_connection)) {}

Reading::~Reading() = default;

} // namespace storage
