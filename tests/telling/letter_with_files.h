// A letter of an invented person, with files attached.
#pragma once

#include <QByteArray>
#include <QList>

namespace telling {

struct File {
    QByteArray name;
    QByteArray mediaType;
    QByteArray content;
};

inline QByteArray letterWith(const QList<File> &files, const QByteArray &id = "hedge")
{
    QByteArray text("From: Prudence Quill <prue@quill.example>\nSubject: The hedge\nMessage-ID: <" + id +
                    "@fixture.example>\nDate: Fri, 1 May 2026 10:00:00 +0000\n"
                    "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\n\nLook at it.\n");
    for (const File &file : files)
        text += "--b\nContent-Type: " + file.mediaType + "\nContent-Disposition: attachment; filename=\"" + file.name +
                "\"\nContent-Transfer-Encoding: base64\n\n" + file.content.toBase64() + "\n";
    return text + "--b--\n";
}

} // namespace telling
