// Letters in a language of nobody, whose words are as common and as rare as those of real ones: a few make up half of
// every text, most occur now and then (B. Mandelbrot's form of Zipf's law, 1953). The same numbers give the same text.
#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

#include <algorithm>
#include <cmath>
#include <vector>

class InventedWriting
{
public:
    InventedWriting()
    {
        double sum = 0;
        m_upTo.reserve(vocabulary);
        for (int rank = 0; rank < vocabulary; ++rank) {
            sum += 1 / std::pow(rank + 2.7, 1.05);
            m_upTo.push_back(sum);
        }
    }

    [[nodiscard]] QString letter(int words, quint32 seed) const
    {
        QRandomGenerator random(seed);
        QString text;
        for (int at = 0; at < words; ++at) {
            QString next = word(random);
            if (at % 13 == 0)
                next[0] = next.at(0).toUpper();
            text += next;
            text += at % 65 == 64 ? QLatin1String(".\n\n") : at % 13 == 12 ? QLatin1String(". ") : QLatin1String(" ");
        }
        return text.trimmed();
    }

    // The text with so many of its words, of 100, replaced by others here and there.
    [[nodiscard]] QString changed(const QString &text, int percent, quint32 seed) const
    {
        QRandomGenerator random(seed);
        QStringList words = text.split(u' ');
        std::vector<qsizetype> places(static_cast<std::size_t>(words.size()));
        for (std::size_t at = 0; at < places.size(); ++at)
            places[at] = static_cast<qsizetype>(at);
        std::shuffle(places.begin(), places.end(), random);
        places.resize(places.size() * static_cast<std::size_t>(percent) / 100);
        for (const qsizetype place : places)
            words[place] = word(random);
        return words.join(u' ');
    }

private:
    static constexpr int vocabulary = 30'000;

    // Common words are short, as they are everywhere.
    static QString wordOfRank(int rank)
    {
        static constexpr QLatin1String consonants("bcdfghjklmnprstvw");
        static constexpr QLatin1String vowels("aeiou");
        QString word;
        for (int left = rank + 1; left > 0; left /= 5) {
            word += consonants.at(left % 17);
            left /= 17;
            word += vowels.at(left % 5);
        }
        return word;
    }

    QString word(QRandomGenerator &random) const
    {
        const double drawn = random.generateDouble() * m_upTo.back();
        const auto rank = std::ranges::lower_bound(m_upTo, drawn) - m_upTo.begin();
        return wordOfRank(static_cast<int>(rank));
    }

    std::vector<double> m_upTo;
};
