#include "ui/enclosed_files.h"

#include "editorial/enclosing.h"
#include "ui/picture_reader.h"

namespace ui {

namespace {

constexpr QSize largestPicture(1200, 1200); // wider than a column of text, also on a fine screen

// Without one where nothing goes out, or it is a picture that cannot be shown here.
std::optional<PreviewFile> fileOf(editorial::Desk &desk, const desk::AttachmentId &id,
                                  const QList<desk::LetterId> &letters)
{
    const auto copy = editorial::enclosure(desk, id, letters);
    if (!copy)
        return std::nullopt;
    if (copy->size.isEmpty())
        return PreviewFile{id.toString(), {}, {}};
    const QImage picture = readPicture(copy->content, largestPicture).image;
    return picture.isNull() ? std::nullopt : std::optional(PreviewFile{id.toString(), picture, copy->size});
}

} // namespace

EnclosedFiles::EnclosedFiles(editorial::Session &session, QObject *parent) : QObject(parent), m_session(session) {}

QList<PreviewFile> EnclosedFiles::namedIn(const QString &text, const QList<desk::LetterId> &letters)
{
    if (letters != m_letters)
        m_files.clear();
    m_letters = letters;
    QList<PreviewFile> files;
    for (const desk::AttachmentId &id : editorial::mentionedAttachments(text)) {
        const auto known = m_files.constFind(id);
        if (known == m_files.cend())
            readFile(id);
        else if (*known)
            files.append(**known);
    }
    return files;
}

void EnclosedFiles::readFile(const desk::AttachmentId &id)
{
    m_files.insert(id, std::nullopt);
    m_session.run(
        this, [id, letters = m_letters](editorial::Desk &desk) { return fileOf(desk, id, letters); },
        [this, id, letters = m_letters](const std::optional<PreviewFile> &file) {
            if (!file || letters != m_letters)
                return;
            m_files.insert(id, file);
            Q_EMIT read();
        });
}

} // namespace ui
