// What the menu over a misspelling offers: words that may have been meant, which come from the background while the
// menu is open already, and the way into the dictionary.
#pragma once

#include <QMenu>
#include <QTextCursor>

namespace ui {

class Speller;

// Puts the offers at the top of the menu. `misspelling` is the word, selected; choosing another replaces it as one step
// of undo. `speller` must outlive the menu.
void addSuggestions(QMenu *menu, const QTextCursor &misspelling, Speller &speller);

} // namespace ui
