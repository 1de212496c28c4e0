#include "site/address.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace site {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(site::address)
};

constexpr qsizetype longestPath = 1000; // bytes
constexpr qsizetype longestPart = 255;  // bytes, as most file systems have it

const QLatin1String folderPage("index.html");

bool isReservedOnWindows(QStringView part)
{
    const qsizetype dot = part.indexOf(u'.');
    const QStringView stem = dot < 0 ? part : part.first(dot);
    const auto isOneOf = [](QStringView word, std::initializer_list<QStringView> all) {
        return std::ranges::any_of(all,
                                   [word](QStringView one) { return word.compare(one, Qt::CaseInsensitive) == 0; });
    };
    if (stem.size() == 3)
        return isOneOf(stem, {u"con", u"prn", u"aux", u"nul"});
    return stem.size() == 4 && stem.back() >= u'0' && stem.back() <= u'9' && isOneOf(stem.first(3), {u"com", u"lpt"});
}

// Without counting where that can be told.
bool isLonger(QStringView text, qsizetype mostBytes)
{
    constexpr qsizetype mostBytesOfOne = 3;
    return text.size() * mostBytesOfOne > mostBytes && text.toUtf8().size() > mostBytes;
}

bool isPart(QStringView part)
{
    if (part.isEmpty() || part.startsWith(u'.') || part.endsWith(u'.') || part.endsWith(u' ') ||
        isLonger(part, longestPart))
        return false;
    for (const QChar c : part) {
        if (c.category() == QChar::Other_Control || QStringView(u"\\:*?\"<>|").contains(c))
            return false;
    }
    return part.isValidUtf16() && !isReservedOnWindows(part);
}

} // namespace

bool isFilePath(const QString &path)
{
    if (path.isEmpty() || isLonger(path, longestPath))
        return false;
    for (const QStringView part : QStringView(path).tokenize(u'/')) {
        if (!isPart(part))
            return false;
    }
    return true;
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
    const bool isPlain = std::ranges::all_of(path, [](QChar c) { return c.unicode() < 0x80; });
    if (isPlain)
        return path.toLower();
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
