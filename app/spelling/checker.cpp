#include "spelling/checker.h"

#include "spelling/engine.h"

#include <algorithm>

namespace spelling {

namespace {

// More different words than any book has; then it starts again.
constexpr size_t mostVerdicts = 100'000;

constexpr char16_t curlyApostrophe = 0x2019;

} // namespace

Checker::Checker(std::unique_ptr<Engine> engine) : m_engine(std::move(engine)) {}

Checker::~Checker() = default;

base::Result<std::unique_ptr<Checker>> Checker::load(const Dictionary &dictionary)
{
    base::Result<std::unique_ptr<Engine>> engine = Engine::load(dictionary);
    if (!engine)
        return engine.error();
    return std::unique_ptr<Checker>(new Checker(std::move(engine).value()));
}

QVector<Misspelling> Checker::check(QStringView text, const WordOptions &options)
{
    QVector<Misspelling> found;
    for (const Word &word : splitWords(text, options)) {
        if (isCorrectAt(text, word))
            continue;
        for (const Word &part : hyphenParts(text, word)) {
            const QStringView letters = text.sliced(part.start, part.length);
            if (part.length == word.length || (part.length > 1 && !isKnown(letters)))
                found.append({part.start, part.length, letters.toString()});
        }
    }
    return found;
}

bool Checker::isCorrect(QStringView word)
{
    if (isKnown(word))
        return true;
    const QVector<Word> parts = hyphenParts(word, {0, word.size()});
    return parts.size() > 1 && std::all_of(parts.begin(), parts.end(), [&](const Word &part) {
               return part.length == 1 || isKnown(word.sliced(part.start, part.length));
           });
}

// Also right is a word that only an apostrophe beside it completes, such as 'twas, 'Twas or talkin'.
bool Checker::isCorrectAt(QStringView text, Word place)
{
    if (isCorrect(text.sliced(place.start, place.length)))
        return true;
    const qsizetype end = place.start + place.length;
    if (place.start > 0 && isApostrophe(text[place.start - 1])) {
        const QStringView with = text.sliced(place.start - 1, place.length + 1);
        if (isKnown(with) || (with[1].isUpper() && isKnown(with.toString().toLower())))
            return true;
    }
    return end < text.size() && isApostrophe(text[end]) && isKnown(text.sliced(place.start, place.length + 1));
}

bool Checker::isKnown(QStringView word)
{
    if (const auto known = m_verdicts.find(word); known != m_verdicts.end())
        return known->second;
    if (m_verdicts.size() >= mostVerdicts)
        m_verdicts.clear();
    const bool verdict = lookUp(word);
    m_verdicts.emplace(word.toString(), verdict);
    return verdict;
}

bool Checker::lookUp(QStringView word)
{
    const QString form = lookupForm(word);
    if (m_engine->knows(form))
        return true;
    const bool possessive = form.endsWith(u"'s", Qt::CaseInsensitive);
    if (possessive && m_personal.contains(form.chopped(2)))
        return true;
    // Some dictionaries spell with the curly apostrophe.
    return form.contains(u'\'') && m_engine->knows(QString(form).replace(u'\'', QChar(curlyApostrophe)));
}

QStringList Checker::suggestions(QStringView word, qsizetype atMost)
{
    if (word.isEmpty() || word.size() > longestWord)
        return {};
    QStringList words = m_engine->suggestions(lookupForm(word));
    if (word.contains(QChar(curlyApostrophe)))
        words.replaceInStrings(QStringLiteral("'"), QString(QChar(curlyApostrophe)));
    words.removeDuplicates();
    return words.first(std::clamp<qsizetype>(atMost, 0, words.size()));
}

void Checker::setPersonalWords(const QStringList &words)
{
    for (const QString &word : std::as_const(m_added))
        m_engine->remove(word);
    m_added.clear();
    m_personal.clear();
    m_verdicts.clear();
    for (const QString &word : words)
        add(word);
}

void Checker::add(const QString &word)
{
    const QString form = lookupForm(word);
    if (form.isEmpty())
        return;
    m_personal.insert(form);
    // Hunspell forbids a word of its own for good if it is added and removed again.
    if (!m_engine->knows(form)) {
        m_engine->add(form);
        m_added.insert(form);
    }
    m_verdicts.clear();
}

} // namespace spelling
