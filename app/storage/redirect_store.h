// RedirectStore: addresses within the site that an article had before; each leads to where it is now. Belongs to a
// DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/id.h"

#include <QList>

namespace storage {

class Connection;

struct Redirect {
    QString path; // within the site: "2019/05/the-borrowed-car/", "old.html"
    desk::ArticleId article;
};

class RedirectStore
{
public:
    explicit RedirectStore(Connection &connection);

    // An address that led elsewhere leads to this article from now on.
    [[nodiscard]] base::Result<void> put(const Redirect &redirect);
    [[nodiscard]] base::Result<QList<Redirect>> redirects(); // by path

private:
    Connection &m_connection;
};

} // namespace storage
