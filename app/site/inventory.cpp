#include "site/inventory.h"

#include "site/digest.h"

namespace site {

namespace {

constexpr qint64 largestManifest = 256 << 20; // bytes

const QString newManifest = QStringLiteral(".postbag-manifest.new");

// The manifest in that file; empty where there is no file.
base::Result<Manifest> readManifest(Folder &folder, const QString &file, QStringList &refused)
{
    if (folder.standing(file).state == Folder::State::Missing)
        return Manifest();
    const base::Result<QByteArray> json = folder.read(file, largestManifest);
    if (!json)
        return json.error();
    return Manifest::fromJson(*json, refused);
}

bool holds(Folder &folder, const QString &file, const Manifest::Entry &entry)
{
    const Folder::Standing standing = folder.standing(file);
    if (standing.state != Folder::State::File || standing.size != entry.size)
        return false;
    const base::Result<QByteArray> content = folder.read(file, entry.size);
    return content && contentDigest(*content) == entry.digest;
}

} // namespace

base::Result<Inventory> takeInventory(Folder &folder)
{
    Inventory inventory;
    base::Result<Manifest> manifest = readManifest(folder, manifestName, inventory.refused);
    if (!manifest)
        return manifest.error();
    inventory.manifest = std::move(*manifest);

    // The staged manifest is written when all is staged: without one, nothing has been moved.
    QStringList ignored;
    const base::Result<Manifest> staged = readManifest(folder, stagedManifest, ignored);
    if (!staged)
        return inventory;
    for (auto entry = staged->entries().cbegin(); entry != staged->entries().cend(); ++entry) {
        const Manifest::Entry *const old = inventory.manifest.entry(entry.key());
        if ((!old || *old != entry.value()) && holds(folder, entry.key(), entry.value())) {
            inventory.manifest.insert(entry.key(), entry.value());
            inventory.isRepaired = true;
        }
    }
    return inventory;
}

base::Result<void> clearInterrupted(Folder &folder, const Inventory &inventory)
{
    if (inventory.isRepaired) {
        if (folder.standing(newManifest).state == Folder::State::File) {
            if (const base::Result<void> removed = folder.remove(newManifest); !removed)
                return removed;
        }
        if (const base::Result<void> made = folder.create(newManifest, inventory.manifest.toJson()); !made)
            return made;
        if (const base::Result<void> moved = folder.move(newManifest, manifestName, Folder::Over::File); !moved)
            return moved;
    }
    return folder.removeFlatFolder(stagingFolder);
}

} // namespace site
