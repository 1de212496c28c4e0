// Invented letters and articles, and a desk in a folder of its own, for the tests of storage.
#pragma once

#include "desk/fingerprint.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/index_store.h"
#include "storage/letter_store.h"
#include "storage/masthead_store.h"
#include "storage/publication_store.h"
#include "storage/revision_store.h"
#include "storage/tag_store.h"

#include <QTemporaryDir>
#include <QTimeZone>

#include <stdexcept>

namespace invented {

inline void fail(const base::Error &error)
{
    throw std::runtime_error(QStringLiteral("%1 / %2").arg(error.message, error.detail).toStdString());
}

// The value, or the end of the test with the error's message.
template <typename T>
T taken(base::Result<T> result)
{
    if (!result)
        fail(result.error());
    return *std::move(result);
}

inline void taken(const base::Result<void> &result)
{
    if (!result)
        fail(result.error());
}

inline QDateTime moment(int day, int hour = 12)
{
    return QDateTime(QDate(2026, 3, 1), QTime(hour, 0), Qt::UTC).addDays(day - 1);
}

inline desk::Letter letter(const QString &name, const QString &text = QStringLiteral("Dear Hazel, my cat sulks."))
{
    desk::Letter letter;
    letter.id = desk::LetterId::fromName(QStringLiteral("letter ") + name);
    letter.correspondent = desk::CorrespondentId::fromName(QStringLiteral("correspondent ") + name);
    letter.subject = QStringLiteral("About ") + name;
    letter.original = text;
    letter.edited = text;
    letter.signature = QStringLiteral("Puzzled");
    letter.place = QStringLiteral("Porthleven");
    letter.channel = QStringLiteral("text");
    letter.received = moment(1);
    letter.fingerprint = desk::fingerprint(text);
    return letter;
}

inline desk::Answer answer(const QString &name, const desk::LetterId &letter,
                           const QString &text = QStringLiteral("Talk to *him* first."))
{
    return {desk::AnswerId::fromName(QStringLiteral("answer ") + name), letter, text, 0};
}

inline desk::Article article(const QString &name)
{
    desk::Article article;
    article.id = desk::ArticleId::fromName(QStringLiteral("article ") + name);
    article.title = QStringLiteral("On ") + name;
    article.slug = QStringLiteral("on-") + name;
    return article;
}

inline desk::Tag tag(const QString &name, const desk::TagId &parent = {})
{
    desk::Tag tag;
    tag.id = desk::TagId::fromName(QStringLiteral("tag ") + name);
    tag.name = name;
    tag.slug = name.toLower();
    tag.parent = parent;
    return tag;
}

// A new desk in a folder that goes with it.
struct Desk {
    Desk() : file(taken(storage::DeskFile::create(path()))) {}

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("column.postbag")); }
    void close() { file.reset(); }
    void reopen()
    {
        file.reset();
        file = taken(storage::DeskFile::open(path()));
    }
    storage::DeskFile *operator->() const { return file.get(); }
    storage::DeskFile &operator*() const { return *file; }

    QTemporaryDir folder;
    std::unique_ptr<storage::DeskFile> file;
};

} // namespace invented
