// Footers: what nobody wrote by hand: "Sent from my iPhone", confidentiality notices, the lines of virus scanners,
// mailing lists and free mail services. Known by their words, in the languages of MailWords. Pure functions, any
// thread.
#pragma once

#include <QStringView>

namespace intake {

enum class Footer {
    None,
    Notice, // a legal notice, the line of a virus scanner, a wish not to print mail
    List,   // what a mailing list or a free mail service adds
};

// What a paragraph is by the words in it, if it begins like a footer, or stands below a rule. Linear in its length.
[[nodiscard]] Footer footerIn(QStringView paragraph);
[[nodiscard]] bool beginsFooter(QStringView line);

// A warning that an office puts above mail from outside. `paragraph` is the first one of a text.
[[nodiscard]] bool isBanner(QStringView paragraph);

} // namespace intake
