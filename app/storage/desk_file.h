// DeskFile: one connection to a desk, NAME.postbag: an SQLite database in WAL mode that holds everything of one column.
// Opening migrates it to this version, after a copy was made beside it. Each thread opens its own DeskFile; one
// DeskLock per process keeps other Postbags out.
#pragma once

#include "base/progress.h"
#include "base/result.h"

#include <QString>

#include <memory>

class QLockFile;

namespace storage {

class ArticleStore;
class AssetStore;
class Connection;
class CorrespondentStore;
class IndexStore;
class IntakeStore;
class LetterStore;
class MailAccountStore;
class MastheadStore;
class PostStore;
class PublicationStore;
class RedirectStore;
class RelationStore;
class RevisionStore;
class SheetMapStore;
class Snapshot;
class TagStore;

// Holds the desk for this process from take() until it is destroyed. A lock left by a process that is gone does not
// count.
class DeskLock
{
public:
    // Fails with Kind::Refused while another Postbag has the desk open.
    [[nodiscard]] static base::Result<std::unique_ptr<DeskLock>> take(const QString &path);
    ~DeskLock();
    DeskLock(const DeskLock &) = delete;
    DeskLock &operator=(const DeskLock &) = delete;

private:
    explicit DeskLock(std::unique_ptr<QLockFile> file);
    std::unique_ptr<QLockFile> m_file;
};

class DeskFile
{
public:
    // Makes a new, empty desk. Fails if a file of that name exists.
    [[nodiscard]] static base::Result<std::unique_ptr<DeskFile>> create(const QString &path);

    // Opens a desk. Each of these fails with its own message, and the file stays as it is: no such file; no desk;
    // damaged; read-only; made by a newer Postbag; locked by another program.
    [[nodiscard]] static base::Result<std::unique_ptr<DeskFile>> open(const QString &path);

    ~DeskFile();
    DeskFile(const DeskFile &) = delete;
    DeskFile &operator=(const DeskFile &) = delete;

    [[nodiscard]] QString path() const;

    LetterStore &letters();
    CorrespondentStore &correspondents();
    IntakeStore &intake();
    RelationStore &relations();
    MailAccountStore &mailAccounts();
    ArticleStore &articles();
    TagStore &tags();
    MastheadStore &masthead();
    IndexStore &index();
    AssetStore &assets();
    RevisionStore &revisions(); // and remarks
    PublicationStore &publications();
    SheetMapStore &sheetMaps();
    PostStore &posts();
    RedirectStore &redirects();

    // Writes a whole, verified copy to a file that does not exist yet.
    [[nodiscard]] base::Result<void> backUp(const QString &target, base::Progress &progress);

    // What is wrong with the file: SQLite's integrity and foreign key checks and the search index against the texts.
    // Empty: nothing.
    [[nodiscard]] base::Result<QStringList> verify(base::Progress &progress);

private:
    explicit DeskFile(std::unique_ptr<Connection> connection);

    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<LetterStore> m_letters;
    std::unique_ptr<CorrespondentStore> m_correspondents;
    std::unique_ptr<IntakeStore> m_intake;
    std::unique_ptr<RelationStore> m_relations;
    std::unique_ptr<MailAccountStore> m_mailAccounts;
    std::unique_ptr<ArticleStore> m_articles;
    std::unique_ptr<TagStore> m_tags;
    std::unique_ptr<MastheadStore> m_masthead;
    std::unique_ptr<IndexStore> m_index;
    std::unique_ptr<AssetStore> m_assets;
    std::unique_ptr<RevisionStore> m_revisions;
    std::unique_ptr<PublicationStore> m_publications;
    std::unique_ptr<SheetMapStore> m_sheetMaps;
    std::unique_ptr<PostStore> m_posts;
    std::unique_ptr<RedirectStore> m_redirects;

    friend class Transaction;
    friend class Reading;
};

// When what is added can be found by a search.
enum class Indexing {
    AtOnce,
    AtCommit, // all of it together, which takes a fraction of the time
};

// Everything between begin and commit() is taken or nothing is; without commit() it is rolled back. They nest: only the
// outermost one counts, and a rolled-back inner one fails the outer commit.
class Transaction
{
public:
    explicit Transaction(DeskFile &file, Indexing indexing = Indexing::AtOnce);
    ~Transaction();
    Transaction(const Transaction &) = delete;
    Transaction &operator=(const Transaction &) = delete;

    [[nodiscard]] base::Result<void> commit();

private:
    Connection &m_connection;
    base::Result<void> m_deferred;
    Indexing m_indexing;
    bool m_open = true;
};

// While it lives, all that is read through the file is the desk at one moment, whatever other connections write
// meanwhile. Nothing may be written through the file until it is gone.
class Reading
{
public:
    explicit Reading(DeskFile &file);
    ~Reading();
    Reading(const Reading &) = delete;
    Reading &operator=(const Reading &) = delete;

private:
    std::unique_ptr<Snapshot> m_snapshot;
};

} // namespace storage
