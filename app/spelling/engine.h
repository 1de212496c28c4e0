// Engine: one Hunspell dictionary in memory, spoken to in Unicode whatever its encoding is. Private to this layer.
// Hunspell is not safe to share: an engine belongs to one thread.
#pragma once

#include "base/result.h"
#include "spelling/dictionaries.h"

#include <QString>
#include <QStringList>

#include <memory>

class Hunspell;

namespace spelling {

class Engine
{
public:
    // About 30 ms and 12 MiB. Fails if a file is missing, unreadable or no dictionary, or if its encoding is unknown.
    [[nodiscard]] static base::Result<std::unique_ptr<Engine>> load(const Dictionary &dictionary);
    ~Engine();
    Engine(const Engine &) = delete;
    Engine &operator=(const Engine &) = delete;

    // Words and answers are in lookupForm(). A word that the encoding cannot say is not known.
    [[nodiscard]] bool knows(const QString &word);
    [[nodiscard]] QStringList suggestions(const QString &word); // up to 0.1 s
    void add(const QString &word);
    void remove(const QString &word); // only what was added

private:
    class Codec;
    Engine(std::unique_ptr<Hunspell> hunspell, std::unique_ptr<Codec> codec);

    std::unique_ptr<Hunspell> m_hunspell;
    std::unique_ptr<Codec> m_codec;
};

} // namespace spelling
