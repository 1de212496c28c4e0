// Edition: everything that one export puts on the site, without the long texts, so that a column of 10,000 articles
// fits in memory. Whoever makes it has chosen what may go out. Values, any thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"
#include "desk/index.h"
#include "desk/masthead.h"
#include "desk/tag.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QSize>

#include <functional>

namespace site {

// One letter and its answer, as they are printed.
struct Piece {
    desk::LetterId letter;
    QString letterText;
    QString signature;
    QString place;
    QString answerText; // Markdown
};

// A picture or a paper that came with a letter, as a page refers to it.
struct EnclosedFile {
    QString id;   // "attachment:ID" in the texts
    QString file; // of the site
    QSize size;   // of a picture, in pixels; empty: a paper
};

struct Texts {
    QList<Piece> pieces;            // in the order of the page
    QList<EnclosedFile> files = {}; // that they may show or link
};

struct ArticleHead {
    desk::ArticleId id;
    QString title;
    QString path;          // address within the site: "letters/x.html", or "letters/x/" in folder style
    QString summary;       // one sentence; empty: the excerpt serves
    QString excerpt;       // beginning of the first letter
    QDateTime published;   // in the desk's time zone, with its offset; invalid: not dated yet
    desk::AuthorId author; // null: the masthead's first author
    QList<desk::TagId> tags;
    QList<desk::LetterId> letters; // in the order of the page
    QByteArray digest; // over all texts, signatures and places of the article; a new one makes its page be written anew
    QList<desk::AttachmentId> enclosures = {}; // that its texts show or link
};

// An address within the site that led to an article before, and now leads readers on.
struct Redirect {
    QString path; // as ArticleHead has it
    desk::ArticleId article;
};

// A picture that the masthead's authors refer to.
struct Picture {
    desk::AssetId id;
    QString fileName;
    QByteArray content;
};

// A picture or a paper that came with a letter, as it goes public.
struct Enclosure {
    QByteArray content;
    QString suffix; // of its file: "jpg"
    QSize size;     // of a picture, in pixels; empty: a paper
};

struct Edition {
    desk::Masthead masthead;
    QList<ArticleHead> articles; // newest first
    QList<Redirect> redirects = {};
    QList<desk::Tag> tags;
    desk::Index index;
    QList<Picture> pictures;
    QDateTime asOf;  // articles dated later are left out; invalid: none is
    int copying = 0; // counts up when the same attachment gives another enclosure
};

// Fetches the texts of some articles, in their order; asked only for pages that must be rendered, from the thread of
// the export.
using LoadTexts = std::function<base::Result<QList<Texts>>(const QList<desk::ArticleId> &)>;

// Fetches an enclosure, on the thread of the export; Kind::Unusable, Damaged or NotFound where it cannot go out.
using LoadEnclosure = std::function<base::Result<Enclosure>(const desk::AttachmentId &)>;

struct Loaders {
    LoadTexts texts;
    LoadEnclosure enclosure; // may be empty where no article has any
};

} // namespace site
