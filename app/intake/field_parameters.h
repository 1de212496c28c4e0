// FieldParameters: a header field with parameters behind it (Content-Type, Content-Disposition; RFC 2045, RFC 2231),
// read however it is written: continued, percent-encoded, with encoded words, without quotation marks or semicolons
// where they should be. Values, any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace intake {

struct FieldParameters {
    struct Parameter {
        QByteArray name;          // lower case, without "*"
        int section = 0;          // of a continued value
        bool isContinued = false; // "name*0"
        bool isPercented = false; // "name*"
        QByteArray value;         // without quotation marks
    };

    QByteArray value; // what stands before the parameters, lower case: "text/plain"
    QList<Parameter> parameters;

    // The value of this parameter as it stands, without its encoding; for names of character sets and the like.
    [[nodiscard]] QByteArray plain(QByteArrayView name) const;
    // The same as text for people, decoded; for names of files.
    [[nodiscard]] QString text(QByteArrayView name) const;
};

// `field` may be folded over several lines.
[[nodiscard]] FieldParameters readParameters(QByteArrayView field);

} // namespace intake
