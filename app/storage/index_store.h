// IndexStore: headings, entries and references of the public index. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/index.h"

namespace storage {

class Connection;

class IndexStore
{
public:
    explicit IndexStore(Connection &connection);

    [[nodiscard]] base::Result<desk::Index> index();
    [[nodiscard]] base::Result<void> addHeading(const desk::IndexHeading &heading);
    [[nodiscard]] base::Result<void> addEntry(const desk::IndexEntry &entry);
    [[nodiscard]] base::Result<void> addReference(const desk::IndexReference &reference);

private:
    Connection &m_connection;
};

} // namespace storage
