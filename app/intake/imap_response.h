// ImapResponse: one response of a mail server taken apart (RFC 3501, 7). Servers are strangers too: whatever comes, the
// result is a value, at worst an empty one. Pure functions, any thread.
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace intake {

// Bytes that were announced by their number. Of more than are wanted only the beginning is kept.
struct ImapLiteral {
    QByteArray bytes;
    qint64 size = 0; // as announced
};

// A response as it came: lines without their ends; each but the last is followed by a literal, whose mark is off too.
struct ImapLines {
    QByteArrayList lines;
    QList<ImapLiteral> literals;
};

struct ImapValue {
    enum class Kind { Nil, Atom, Text, List };
    Kind kind = Kind::Nil;
    QByteArray bytes;
    qint64 size = 0; // of a text on the server, which may be more than `bytes` holds
    std::vector<ImapValue> items;
};

struct ImapResponse {
    QByteArray tag;                // "*"; "+" where the server waits for more; else that of the command which is over
    QByteArray name;               // "OK", "FETCH", "LIST"; in capitals
    qint64 number = -1;            // before the name, as in "* 12 FETCH"
    QByteArray code;               // of a status, in capitals: "UIDVALIDITY"
    QByteArray codeArgument;       // what stands behind it in its brackets
    QString text;                  // of a status, for people
    std::vector<ImapValue> values; // of everything else
};

[[nodiscard]] ImapResponse parseResponse(const ImapLines &lines);

// The mark at the end of a line that says that a literal follows, as "{310}".
struct LiteralMark {
    qint64 size = 0;      // of the literal
    qsizetype length = 0; // of the mark
};

// `isFirst`: the line begins its response. Nothing where no literal follows; what statuses say to people has none.
[[nodiscard]] std::optional<LiteralMark> literalMark(QByteArrayView line, bool isFirst);

// A text as commands hold it: in quotation marks. Only for bytes without line ends.
[[nodiscard]] QByteArray quotedText(QByteArray bytes);

} // namespace intake
