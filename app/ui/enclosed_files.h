// EnclosedFiles: the pictures and papers that came with letters, as the preview shows them: from the copies that go
// out, never from the originals. Each is read once, on the desk's thread, when a text first names it, and kept in
// memory while the same letters are shown. The window's thread.
#pragma once

#include "editorial/session.h"
#include "ui/preview_page.h"

namespace ui {

class EnclosedFiles final : public QObject
{
    Q_OBJECT

public:
    // The session must outlive this.
    explicit EnclosedFiles(editorial::Session &session, QObject *parent = nullptr);

    // Those that came with one of the letters, that the text names and that are here already; the others are read.
    [[nodiscard]] QList<PreviewFile> namedIn(const QString &text, const QList<desk::LetterId> &letters);

Q_SIGNALS:
    // There are more than before.
    void read();

private:
    void readFile(const desk::AttachmentId &id);

    editorial::Session &m_session;
    QList<desk::LetterId> m_letters;
    QHash<desk::AttachmentId, std::optional<PreviewFile>> m_files; // without one: not read yet, or nothing goes out
};

} // namespace ui
