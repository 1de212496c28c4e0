// Translation: the program's words in the person's language, from translations/. The window's thread, once, before the
// first word is shown.
#pragma once

class QCoreApplication;

namespace editorial {

// Installs the program's own words and Qt's for the locale. English has a file of its own, for its plurals, which also
// stands in where a language has none.
void addTranslations(QCoreApplication &application);

} // namespace editorial
