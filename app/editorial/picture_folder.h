// PictureFolder: the pictures of an old site in a folder of this machine, found by the addresses that its posts name.
// Nothing is fetched, and nothing outside the folder is read. A value, any thread.
#pragma once

#include "base/result.h"

#include <QString>

namespace editorial {

struct FoundPicture {
    QString name;      // of the file
    QString mediaType; // by its bytes
    QByteArray content;
};

class PictureFolder
{
public:
    // `folder` is "wp-content/uploads" of the old site, or a folder above it; empty: there is none.
    explicit PictureFolder(const QString &folder = {});

    // The file of the picture at that address, or empty. Of a picture that WordPress made smaller ("car-300x200.jpg"),
    // the large one where the small one is missing.
    [[nodiscard]] QString find(const QString &address) const;
    // The picture in the file; Kind::Unusable, Kind::Damaged or Kind::Io where it cannot be published.
    [[nodiscard]] static base::Result<FoundPicture> read(const QString &file);

private:
    [[nodiscard]] QString within(const QString &relative) const;

    QString m_root; // canonical; empty: none
};

} // namespace editorial
