// SheetMapStore: the maps of sheets' columns that the desk keeps under names. Belongs to a DeskFile and its thread.
#pragma once

#include "base/result.h"
#include "desk/sheet_map.h"

namespace storage {

class Connection;

class SheetMapStore
{
public:
    explicit SheetMapStore(Connection &connection);

    // By name. A map that cannot be understood, as one of a newer Postbag, has no columns.
    [[nodiscard]] base::Result<QList<desk::SheetMap>> maps();
    // Adds the map, or saves it if its id is known: Kind::Conflict if the version is not the row's, Kind::Unusable if
    // another map has the name, case apart, or it has none. Gives the new version.
    [[nodiscard]] base::Result<qint64> save(const desk::SheetMap &map);
    // Kind::NotFound if it is gone.
    [[nodiscard]] base::Result<void> remove(const desk::SheetMapId &id);

private:
    Connection &m_connection;
};

} // namespace storage
