// ShortcodeTag: one tag of a WordPress shortcode, "[name key="value" word]", "[name /]" or "[/name]", as far as it can
// be told from text in brackets. Pure, any thread.
#pragma once

#include <QByteArray>
#include <QList>

#include <optional>

namespace intake {

struct ShortcodeAttribute {
    QByteArray key; // lower case; empty for a word that stands alone
    QByteArray value;
};

struct ShortcodeTag {
    QByteArray name; // at most 40 letters, digits, "-" and "_"
    QList<ShortcodeAttribute> attributes;
    bool isClosing = false;
    bool isSure = false; // by its form a shortcode, whether it is closed or not
    qsizetype begin = 0; // at "["
    qsizetype end = 0;   // behind "]"

    [[nodiscard]] QByteArray value(const char *key) const; // empty if there is none
};

// The tag that begins at the "[" at `begin`; nothing where there is none. Looks at 2,000 bytes at most.
[[nodiscard]] std::optional<ShortcodeTag> shortcodeTagAt(QByteArrayView content, qsizetype begin);

} // namespace intake
