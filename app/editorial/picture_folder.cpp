#include "editorial/picture_folder.h"

#include "base/files.h"
#include "editorial/public_copy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QUrl>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::picture_folder)
};

constexpr qint64 largestPicture = 16LL * 1024 * 1024; // bytes

const QLatin1String uploads("uploads/");

QString mediaType(const QString &suffix)
{
    return QLatin1String("image/") + (suffix == QLatin1String("jpg") ? QStringLiteral("jpeg") : suffix);
}

// "2019/05/car.jpg" of ".../wp-content/uploads/2019/05/car.jpg?w=300".
QString relativePath(const QString &address)
{
    const QString path = QUrl(address.trimmed()).path(QUrl::FullyDecoded);
    const qsizetype at = path.lastIndexOf(uploads);
    return at < 0 ? path : path.sliced(at + uploads.size());
}

} // namespace

PictureFolder::PictureFolder(const QString &folder)
{
    if (folder.isEmpty())
        return;
    QDir root(folder);
    for (const char *below : {"wp-content", "uploads"}) {
        if (root.exists(QLatin1String(below)))
            root.cd(QLatin1String(below));
    }
    m_root = root.canonicalPath();
}

QString PictureFolder::find(const QString &address) const
{
    static const QRegularExpression made(QStringLiteral("-(?:[0-9]+x[0-9]+|scaled)(\\.[A-Za-z]+)$"));
    const QString path = relativePath(address);
    if (m_root.isEmpty() || path.isEmpty())
        return {};
    const QString file = within(path);
    return file.isEmpty() ? within(QString(path).replace(made, QStringLiteral("\\1"))) : file;
}

// Through symbolic links too, nothing outside counts.
QString PictureFolder::within(const QString &relative) const
{
    const QFileInfo file(m_root + QLatin1Char('/') + relative);
    const QString path = file.canonicalFilePath();
    return file.isFile() && path.startsWith(m_root + QLatin1Char('/')) ? path : QString();
}

base::Result<FoundPicture> PictureFolder::read(const QString &file)
{
    auto content = base::readFile(file, largestPicture);
    if (!content)
        return content.error();
    const auto copy = publicCopy(*content, {});
    if (!copy)
        return copy.error();
    if (copy->size.isEmpty())
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("%1 is no picture.").arg(QDir::toNativeSeparators(file))};
    return FoundPicture{QFileInfo(file).fileName(), mediaType(copy->suffix), *std::move(content)};
}

} // namespace editorial
