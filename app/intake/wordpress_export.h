// WordPressReader: takes a WordPress export (WXR, RSS 2.0 with the elements of wordpress.org/export) apart into its
// items, one after another, without ever holding more of it than the item at hand. What is broken in it is mended as
// far as xml_repair.h says. It does not know what becomes of an item. Owned by the import; one thread.
//
// What is private stays out: of comments only their number is taken, of a password only that there is one, and an
// e-mail address is neither a name nor a login.
#pragma once

#include "base/result.h"
#include "intake/xml_tally.h"

#include <QDateTime>
#include <QStringList>

#include <memory>
#include <optional>

class QIODevice;

namespace intake {

class WordPressXml;

struct WordPressSite {
    QString title;
    QString link; // of the blog, else of the site; does not end in "/"
    QString language;
};

struct WordPressAuthor {
    QString login; // as in WordPressItem::author
    QString name;  // the name that is shown, else first and last name; empty where these hold an address
};

struct WordPressTerm {
    enum class Kind { Category, Tag };

    Kind kind = Kind::Category;
    QString slug; // as it stands there, which may be percent-encoded
    QString name;
    QString parent; // slug of it
    QString description;
};

// A post, a page, a picture. Texts are trimmed, but for `content` and `excerpt`, and empty where there are none.
struct WordPressItem {
    qint64 line = 0; // where it begins, from 1
    QString problem; // for people: why its texts and terms are missing; empty: they are there
    QString type;    // "post", "page", "attachment", ...
    QString status;  // "publish", "draft", ... in lower case
    QString guid;
    QString id;
    QString title; // without references of HTML
    QString link;
    QString slug;        // as it stands there, which may be percent-encoded
    QDateTime date;      // UTC; of post_date_gmt, else of pubDate, else invalid
    QDateTime localDate; // the time on the site's clock, said to be UTC, since its zone is not in the file
    QString author;      // login; where that is an e-mail address, a name made up for it
    QString content;     // HTML as it was written, with block comments and shortcodes; lines end with "\n"
    QString excerpt;
    QString parent;             // id of the item that it belongs to; "0": none
    QString attachmentUrl;      // of an attachment
    QString thumbnail;          // id of the attachment that is its picture
    QString imageAlt;           // of an attachment
    QList<WordPressTerm> terms; // kind, slug and name only
    bool hasPassword = false;
    qint64 comments = 0;
};

class WordPressReader
{
public:
    // Larger items come with a `problem`. Characters of content and excerpt; of all else 1 million are kept.
    static constexpr qsizetype usualLimit = 16LL * 1024 * 1024;

    explicit WordPressReader(qsizetype limit = usualLimit);
    ~WordPressReader();
    WordPressReader(const WordPressReader &) = delete;
    WordPressReader &operator=(const WordPressReader &) = delete;

    // Reads what stands before the first item. Fails if the file cannot be read (Kind::NotFound, Kind::Io), is no
    // WordPress export (Kind::Unusable) or is broken beyond repair there (Kind::Damaged).
    [[nodiscard]] base::Result<void> open(const QString &path);
    // The same with what is open for reading already; `name` is for messages.
    [[nodiscard]] base::Result<void> open(std::unique_ptr<QIODevice> device, const QString &name);

    // The next item; nothing at the end of an export that is whole. Fails, and goes on failing, as open() does.
    [[nodiscard]] base::Result<std::optional<WordPressItem>> next();

    // As far as they are read, which is all of them after open() in what WordPress writes. The first 16 million
    // characters of authors and terms are kept.
    [[nodiscard]] const WordPressSite &site() const { return m_site; }
    [[nodiscard]] const QList<WordPressAuthor> &authors() const { return m_authors; }
    [[nodiscard]] const QList<WordPressTerm> &terms() const { return m_terms; }

    [[nodiscard]] QList<XmlRepair> repairs() const;
    [[nodiscard]] qint64 droppedComments() const { return m_droppedComments; }
    [[nodiscard]] qint64 position() const; // bytes read so far; 0 before open()
    [[nodiscard]] qint64 size() const { return m_size; }

private:
    [[nodiscard]] base::Result<void> enterChannel();
    [[nodiscard]] base::Result<void> goToItem();
    void takeFromChannel();
    void takeAuthor();
    void takeTerm();
    [[nodiscard]] WordPressItem readItem();
    [[nodiscard]] base::Error fault() const;
    [[nodiscard]] base::Error noExport() const;
    [[nodiscard]] QString headText();

    qsizetype m_limit;
    std::unique_ptr<WordPressXml> m_xml;
    QString m_name; // of the file, for people
    WordPressSite m_site;
    QList<WordPressAuthor> m_authors;
    QList<WordPressTerm> m_terms;
    std::optional<base::Error> m_error;
    qsizetype m_headLeft = 0; // characters that may still be kept of authors and terms
    qint64 m_droppedComments = 0;
    qint64 m_size = 0;
    bool m_atItem = false;
    bool m_isExport = false; // an element of wordpress.org/export was there
};

// Whether a file that begins so is a WordPress export; 8 KB are enough. Nothing but markup stands before its root.
[[nodiscard]] bool isWordPressExport(QByteArrayView beginning);

} // namespace intake
