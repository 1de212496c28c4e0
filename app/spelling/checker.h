// Checker: tells which words of a text are not in a dictionary nor among the personal words, and what may have been
// meant. Remembers its verdicts, so that checking a text again costs little. Owned and used by one thread.
#pragma once

#include "base/result.h"
#include "spelling/dictionaries.h"
#include "spelling/words.h"

#include <QHash>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVector>

#include <memory>
#include <string>
#include <unordered_map>

namespace spelling {

class Engine;

struct Misspelling {
    qsizetype start = 0; // in UTF-16 units from the beginning of the text
    qsizetype length = 0;
    QString word; // as it stands there

    friend bool operator==(const Misspelling &, const Misspelling &) = default;
};

class Checker
{
public:
    // Takes about 30 ms. Fails as Engine::load() does.
    [[nodiscard]] static base::Result<std::unique_ptr<Checker>> load(const Dictionary &dictionary);
    ~Checker();
    Checker(const Checker &) = delete;
    Checker &operator=(const Checker &) = delete;

    // The words of the text that are not right, in their order. Of a hyphenated word that is not known as a whole, the
    // parts that are not known.
    [[nodiscard]] QVector<Misspelling> check(QStringView text, const WordOptions &options = {});

    // Curly and straight apostrophes are the same. A hyphenated word is right if all its parts are.
    [[nodiscard]] bool isCorrect(QStringView word);

    // What may have been meant, the likeliest first, with the apostrophes of `word`. Takes up to 0.1 s; nothing for
    // words longer than longestWord.
    [[nodiscard]] QStringList suggestions(QStringView word, qsizetype atMost = 8);

    // The words that are right besides those of the dictionary, with their possessives. Capitals as in a dictionary:
    // "maud" stands for "Maud" and "MAUD" too, "Maud" not for "maud".
    void setPersonalWords(const QStringList &words);
    void add(const QString &word);

private:
    struct ViewHash {
        using is_transparent = void;
        size_t operator()(QStringView word) const { return qHash(word); }
    };

    explicit Checker(std::unique_ptr<Engine> engine);
    bool isKnown(QStringView word);
    bool lookUp(QStringView word);
    bool isCorrectAt(QStringView text, Word place);

    std::unique_ptr<Engine> m_engine;
    std::unordered_map<QString, bool, ViewHash, std::equal_to<>> m_verdicts;
    QSet<QString> m_personal; // in lookupForm()
    QSet<QString> m_added;    // those of them that the dictionary did not have
};

} // namespace spelling
