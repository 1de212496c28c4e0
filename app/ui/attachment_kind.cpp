#include "ui/attachment_kind.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::attachment_kind)
};

struct KindRow {
    AttachmentKind kind;
    const char *title;
    const char *icon;
    const char *mediaTypes; // beginnings, apart by spaces
    const char *endings;    // of names, with a space on either side
};

constexpr std::array kinds{
    KindRow{AttachmentKind::Picture, QT_TRANSLATE_NOOP("ui::attachment_kind", "Picture"), "image", "image/",
            " jpg jpeg png gif webp bmp tif tiff heic heif svg avif "},
    KindRow{AttachmentKind::Pdf, QT_TRANSLATE_NOOP("ui::attachment_kind", "PDF"), "file-text", "application/pdf",
            " pdf "},
    KindRow{AttachmentKind::Sheet, QT_TRANSLATE_NOOP("ui::attachment_kind", "Spreadsheet"), "file-text",
            "text/csv application/vnd.ms-excel application/vnd.oasis.opendocument.spreadsheet "
            "application/vnd.openxmlformats-officedocument.spreadsheetml",
            " csv tsv xls xlsx ods "},
    KindRow{AttachmentKind::Document, QT_TRANSLATE_NOOP("ui::attachment_kind", "Document"), "file-text",
            "application/msword application/rtf text/rtf application/vnd.oasis.opendocument "
            "application/vnd.openxmlformats-officedocument application/vnd.ms-powerpoint text/html",
            " doc docx odt rtf ppt pptx odp pages html htm "},
    KindRow{AttachmentKind::Message, QT_TRANSLATE_NOOP("ui::attachment_kind", "Message"), "mail",
            "message/ application/vnd.ms-outlook", " eml msg "},
    KindRow{AttachmentKind::Sound, QT_TRANSLATE_NOOP("ui::attachment_kind", "Sound"), "paperclip", "audio/",
            " mp3 m4a ogg oga opus wav flac amr aac "},
    KindRow{AttachmentKind::Film, QT_TRANSLATE_NOOP("ui::attachment_kind", "Film"), "paperclip", "video/",
            " mp4 mov avi mkv webm 3gp "},
    KindRow{AttachmentKind::Archive, QT_TRANSLATE_NOOP("ui::attachment_kind", "Archive"), "archive",
            "application/zip application/x-7z application/x-rar application/gzip application/x-tar",
            " zip 7z rar gz tgz tar bz2 xz "},
    KindRow{AttachmentKind::Text, QT_TRANSLATE_NOOP("ui::attachment_kind", "Text"), "file-text", "text/",
            " txt text md log "},
    KindRow{AttachmentKind::Other, QT_TRANSLATE_NOOP("ui::attachment_kind", "File"), "paperclip", "", ""},
};

const KindRow &rowOf(AttachmentKind kind)
{
    return *std::find_if(kinds.begin(), kinds.end(), [kind](const KindRow &row) { return row.kind == kind; });
}

bool isOfType(const KindRow &row, const QString &mediaType)
{
    const QStringList beginnings = QString::fromLatin1(row.mediaTypes).split(QLatin1Char(' '), Qt::SkipEmptyParts);
    return std::any_of(beginnings.begin(), beginnings.end(),
                       [&mediaType](const QString &beginning) { return mediaType.startsWith(beginning); });
}

bool isNamedSo(const KindRow &row, const QString &name)
{
    const QString ending = name.section(QLatin1Char('.'), -1).toLower();
    return name.contains(QLatin1Char('.')) &&
           QString::fromLatin1(row.endings).contains(QLatin1Char(' ') + ending + QLatin1Char(' '));
}

} // namespace

AttachmentKind kindOf(const desk::Attachment &attachment)
{
    const QString type = attachment.mediaType.toLower();
    const auto *row =
        std::find_if(kinds.begin(), kinds.end(), [&](const KindRow &each) { return isOfType(each, type); });
    if (row == kinds.end())
        row = std::find_if(kinds.begin(), kinds.end(),
                           [&](const KindRow &each) { return isNamedSo(each, attachment.name); });
    return row == kinds.end() ? AttachmentKind::Other : row->kind;
}

QString title(AttachmentKind kind)
{
    return Words::tr(rowOf(kind).title);
}

QString iconName(AttachmentKind kind)
{
    return QLatin1String(rowOf(kind).icon);
}

QString sizeText(const desk::Attachment &attachment)
{
    return QLocale().formattedDataSize(attachment.size, 1, QLocale::DataSizeTraditionalFormat);
}

QString spokenName(const desk::Attachment &attachment)
{
    return Words::tr("%1 %2, %3", "kind, name, size")
        .arg(title(kindOf(attachment)), attachment.name, sizeText(attachment));
}

} // namespace ui
