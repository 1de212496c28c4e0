// ListRow: what a row of a list of letters or articles shows, worked out away from the window. Values, any thread.
#pragma once

#include "editorial/inbox.h"
#include "ui/palette.h"

#include <QLocale>

namespace ui {

struct ListRow {
    QUuid id;
    QString name;    // first line, bold when unread
    QString date;    // at the end of the first line
    QString subject; // second line
    QString excerpt; // third line, grey
    QString size;    // at the end of the third line: "212 words"
    QString icon;    // of the stage
    Role iconRole = Role::SecondaryText;
    QString stage;  // the stage in a word, for tool tips and assistive programs
    QString notice; // stands in place of the excerpt: why it needs attention, or why it is no letter
    bool needsAttention = false;
    bool unread = false;
    desk::LetterStage letterStage = desk::LetterStage::New;
    QList<desk::TagId> tags;
};

// What people read in one breath, for assistive programs and tests.
[[nodiscard]] QString spoken(const ListRow &row);

[[nodiscard]] ListRow letterRow(const editorial::LetterItem &item, const QDate &today, const QLocale &locale);
[[nodiscard]] ListRow articleRow(const desk::ArticleRow &row, const QDate &today, const QLocale &locale);

// The icon of a stage, and whether the accent shows that something is to be done there.
[[nodiscard]] QString iconOf(desk::LetterStage stage);
[[nodiscard]] QString iconOf(desk::ArticleStage stage);

} // namespace ui

Q_DECLARE_METATYPE(ui::ListRow)
