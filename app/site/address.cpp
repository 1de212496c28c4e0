#include "site/address.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::address)
};

constexpr qsizetype longestPath = 1000; // bytes
constexpr qsizetype longestPart = 255;  // bytes, as most file systems have it

const QLatin1String folderPage("index.html");

bool isReservedOnWindows(const QString &part)
{
    static const QRegularExpression reserved(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])(\\..*)?$"),
                                             QRegularExpression::CaseInsensitiveOption);
    return part.size() >= 3 && reserved.match(part).hasMatch();
}

bool isPart(const QString &part)
{
    if (part.isEmpty() || part.startsWith(QLatin1Char('.')) || part.endsWith(QLatin1Char('.')) ||
        part.endsWith(QLatin1Char(' ')) || part.toUtf8().size() > longestPart)
        return false;
    for (const QChar c : part) {
        if (c.category() == QChar::Other_Control || QStringLiteral("\\:*?\"<>|").contains(c))
            return false;
    }
    return part.isValidUtf16() && !isReservedOnWindows(part);
}

} // namespace

bool isFilePath(const QString &path)
{
    if (path.isEmpty() || path.toUtf8().size() > longestPath)
        return false;
    const QStringList parts = path.split(QLatin1Char('/'));
    return std::all_of(parts.begin(), parts.end(), isPart);
}

base::Result<QString> fileOf(const QString &address)
{
    QString file = address;
    if (file.endsWith(QLatin1Char('/')))
        file += folderPage;
    if (!isFilePath(file))
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("“%1” cannot be the address of a page. Use a relative path such as "
                                     "letters/a-title.html, without “..”, backslashes and hidden folders.")
                               .arg(address)};
    return file;
}

QString clashKey(const QString &path)
{
    return path.normalized(QString::NormalizationForm_C).toCaseFolded().normalized(QString::NormalizationForm_C);
}

QByteArray wayUp(const QString &file)
{
    return QByteArray("../").repeated(file.count(QLatin1Char('/')));
}

QByteArray encoded(const QString &path)
{
    return QUrl::toPercentEncoding(path, "/");
}

QByteArray absolute(const QString &baseUrl, const QString &file)
{
    QString address = file;
    if (address == folderPage || address.endsWith(QLatin1Char('/') + folderPage))
        address.chop(folderPage.size());
    return QUrl(baseUrl).toEncoded() + '/' + encoded(address);
}

} // namespace site
