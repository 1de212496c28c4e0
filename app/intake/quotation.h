// Quotation: mailboxes put ">" before lines of a letter that begin with "From ", so that they are not taken for
// separators, and whoever reads the mailbox takes it off again. Pure, any thread.
#pragma once

#include <QByteArray>

namespace intake {

// The message without the marks of its mailbox. Which lines bear one depends on the variant, and no file says which it
// is: mboxrd marks lines of any number of ">" and "From ", so that each loses one; mboxo and mboxcl mark "From " alone,
// so that ">From " may also be what the letter quotes from earlier mail; mboxcl2 marks nothing. What stands around a
// line tells:
//
// - Lines before the end of the headers have no marks.
// - Where a line of the message begins with "From " and has no mark, its mailbox marks only what would be a separator
//   (or nothing), so other lines keep what they have.
// - Where the nearest other line before or after begins with at least as many ">", written as close to the text, the
//   line is one of a quotation and keeps them all.
// - Any other line that begins with ">" and "From " loses one ">".
[[nodiscard]] QByteArray withoutMarks(const QByteArray &message);

} // namespace intake
