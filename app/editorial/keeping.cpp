#include "editorial/keeping.h"

#include "storage/desk_file.h"

namespace editorial {

base::Result<void> backUp(Desk &desk, const QString &target, base::Progress &progress)
{
    return desk.file().backUp(target, progress);
}

base::Result<QStringList> verify(Desk &desk, base::Progress &progress)
{
    return desk.file().verify(progress);
}

} // namespace editorial
