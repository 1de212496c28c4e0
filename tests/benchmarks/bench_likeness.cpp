// What is like a letter: published letters of which a fifth of the words was changed, over 20,000 and 100,000 letters,
// and whether the article that answers them is among the first three.
#include "big_desk.h"
#include "editorial/relations.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <algorithm>

namespace {

constexpr int rounds = 50;
constexpr int shown = 3;

struct Figures {
    QList<double> milliseconds;
    int found = 0;
};

bool isAmongFirst(const QList<editorial::RelatedLetter> &alike, const QString &slug)
{
    const auto first = alike.first(std::min<qsizetype>(shown, alike.size()));
    return std::ranges::any_of(first, [&slug](const auto &letter) { return letter.slug == slug; });
}

// `textOf` gives the text that is asked about for the letter with this number.
template <typename TextOf>
Figures ask(editorial::Desk &desk, int letters, TextOf textOf)
{
    Figures figures;
    for (int round = 0; round < rounds; ++round) {
        const int number = letters / rounds * round / 5 * 5;
        const QString text = textOf(static_cast<quint32>(number));
        QElapsedTimer timer;
        timer.start();
        const auto alike = editorial::alike(desk, text);
        figures.milliseconds.append(static_cast<double>(timer.nsecsElapsed()) / 1e6);
        if (!alike)
            qFatal("alike: %s", qPrintable(alike.error().message));
        figures.found += isAmongFirst(*alike, QStringLiteral("question-%1").arg(number)) ? 1 : 0;
    }
    return figures;
}

// The short ones, which are the most common.
QString commonWords(const QString &text)
{
    QStringList words = text.simplified().split(u' ');
    words.removeIf([](const QString &word) { return word.size() > 2; });
    return words.join(u' ');
}

void print(const QString &what, const Figures &figures, const QString &found = {})
{
    benchmarks::printRow(
        what, benchmarks::median(figures.milliseconds), QStringLiteral("ms"),
        QStringLiteral("slowest %1 ms%2").arg(*std::ranges::max_element(figures.milliseconds), 0, 'f', 0).arg(found));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    const QTemporaryDir folder;
    const base::SystemClock clock;
    const InventedWriting writing;
    for (const int letters : {20'000, 100'000}) {
        const QString path = folder.filePath(QStringLiteral("%1.postbag").arg(letters));
        const auto desk = benchmarks::deskOfWriting(path, letters, writing, clock);
        if (!desk)
            qFatal("desk: %s", qPrintable(desk.error().message));
        const auto original = [&](quint32 number) {
            return writing.letter(QRandomGenerator(number).bounded(60, 450), number);
        };
        const Figures changed =
            ask(**desk, letters, [&](quint32 number) { return writing.changed(original(number), 20, number + 1); });
        print(QStringLiteral("What is like a letter, a fifth changed, of %L1").arg(letters), changed,
              QStringLiteral(", %1 of %2 among the first three").arg(changed.found).arg(rounds));
        print(QStringLiteral("The same for ten words"),
              ask(**desk, letters, [&](quint32 number) { return original(number).section(u' ', 0, 9); }));
        print(QStringLiteral("The same for common words alone"),
              ask(**desk, letters, [&](quint32 number) { return commonWords(original(number)); }));
    }
    return 0;
}
