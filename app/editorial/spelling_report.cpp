#include "editorial/spelling_report.h"

#include "spelling/checker.h"
#include "spelling/personal_words.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>

namespace editorial {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::spelling_report)
};

// Walks through a text once and tells lines and columns of places that only go forward.
class Places
{
public:
    explicit Places(const QString &text) : m_text(text) {}

    void goTo(qsizetype place)
    {
        for (; m_at < place; ++m_at) {
            if (m_text[m_at] == QLatin1Char('\n')) {
                ++m_line;
                m_column = 1;
            } else if (!m_text[m_at].isLowSurrogate()) {
                ++m_column;
            }
        }
    }
    [[nodiscard]] qsizetype line() const { return m_line; }
    [[nodiscard]] qsizetype column() const { return m_column; }

private:
    const QString &m_text;
    qsizetype m_at = 0;
    qsizetype m_line = 1;
    qsizetype m_column = 1;
};

QString systemLanguage()
{
    const QLocale system = QLocale::system();
    return system.language() == QLocale::C ? QStringLiteral("en") : system.bcp47Name();
}

} // namespace

base::Result<SpellingReport> spell(const QString &text, const QString &language, base::Progress &progress)
{
    const auto dictionary =
        spelling::dictionaryFor(language.isEmpty() ? systemLanguage() : language, spelling::findDictionaries());
    if (!dictionary)
        return dictionary.error();
    const auto checker = spelling::Checker::load(*dictionary);
    if (!checker)
        return checker.error();
    const auto personal = spelling::PersonalWords::load(spelling::PersonalWords::defaultPath());
    if (!personal)
        return personal.error();
    (*checker)->setPersonalWords(personal->words());

    SpellingReport report{dictionary->tag, {}};
    Places places(text);
    QHash<QString, QStringList> meant;
    const auto misspellings = (*checker)->check(text);
    for (const spelling::Misspelling &misspelling : misspellings) {
        if (progress.isCancelled())
            return base::Error{base::Error::Kind::Cancelled, Words::tr("The spell check was stopped.")};
        if (!meant.contains(misspelling.word))
            meant.insert(misspelling.word, (*checker)->suggestions(misspelling.word));
        places.goTo(misspelling.start);
        report.words.append({misspelling.word, places.line(), places.column(), meant.value(misspelling.word)});
        progress.report(report.words.size(), misspellings.size(), Words::tr("Looking for what was meant"));
    }
    return report;
}

} // namespace editorial
