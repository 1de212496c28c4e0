#include "privacy/clean_copy.h"

#include "privacy/clean_formats.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace privacy {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(privacy::clean_copy)
};

constexpr qint64 mostPixels = 100'000'000;

struct PictureFormat {
    QByteArrayView start;
    CleanedPicture (*clean)(QByteArrayView);
    const char *suffix;
};

constexpr std::array pictureFormats{
    PictureFormat{QByteArrayView("\xff\xd8", 2), cleanJpeg, "jpg"},
    PictureFormat{QByteArrayView("\x89PNG", 4), cleanPng, "png"},
    PictureFormat{QByteArrayView("GIF8", 4), cleanGif, "gif"},
    PictureFormat{QByteArrayView("RIFF", 4), cleanWebp, "webp"},
};

base::Error hasNoCleanCopy()
{
    return {
        base::Error::Kind::Unusable,
        Words::tr("Such a file says who made it, which cannot be taken out. Convert it to a PDF, or to a JPEG or PNG "
                  "picture, first.")};
}

base::Error damagedPicture()
{
    return {base::Error::Kind::Damaged,
            Words::tr("The picture is damaged, so its place and author cannot be taken out. Open it in a picture "
                      "program and save it anew as JPEG or PNG.")};
}

base::Result<CleanCopy> cleanPicture(const PictureFormat &format, const QByteArray &content)
{
    CleanedPicture picture = format.clean(content);
    if (!picture)
        return damagedPicture();
    if (qint64(picture->size.width()) * picture->size.height() > mostPixels)
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("The picture has more than %1 million pixels. Make it smaller first.")
                               .arg(mostPixels / 1'000'000)};
    // What is clean stays as it is when it is cleaned: if not, something was overlooked.
    const CleanedPicture again = format.clean(picture->content);
    if (!again || again->content != picture->content || again->orientation != 1)
        return damagedPicture();
    return CleanCopy{std::move(picture->content), QString::fromLatin1(format.suffix), picture->size,
                     picture->orientation};
}

base::Result<CleanCopy> cleanPaper(const QByteArray &content)
{
    base::Result<QByteArray> paper = cleanPdf(content);
    if (!paper)
        return paper.error();
    const base::Result<QByteArray> again = cleanPdf(*paper);
    if (!again || *again != *paper)
        return hasNoCleanCopy();
    return CleanCopy{std::move(*paper), QStringLiteral("pdf"), {}};
}

// Kinds that are made of characters and still say who made them: rich text, PostScript, web pages and drawings, cards
// and calendars, messages.
bool isPlainText(const QByteArray &content)
{
    constexpr std::array otherStarts{"{\\rtf",    "%!",           "<",     "begin:v",
                                     "received:", "return-path:", "from ", "mime-version:"};
    const QByteArray start = content.left(64).trimmed().toLower();
    return std::ranges::none_of(otherStarts, [&start](const char *other) { return start.startsWith(other); }) &&
           std::ranges::none_of(content, [](char c) { return c >= 0 && c < ' ' && (c < '\t' || c > '\r'); });
}

} // namespace

base::Result<CleanCopy> cleanCopy(const QByteArray &content, const QString &mediaType)
{
    for (const PictureFormat &format : pictureFormats) {
        if (content.startsWith(format.start))
            return cleanPicture(format, content);
    }
    if (content.startsWith("%PDF-"))
        return cleanPaper(content);
    if (mediaType == QLatin1String("text/plain") && isPlainText(content))
        return CleanCopy{content, QStringLiteral("txt"), {}};
    return hasNoCleanCopy();
}

} // namespace privacy
