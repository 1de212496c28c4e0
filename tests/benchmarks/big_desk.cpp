#include "big_desk.h"

#include "desk/fingerprint.h"
#include "privacy/correspondent.h"
#include "storage/article_store.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/letter_store.h"
#include "storage/tag_store.h"

#include <QRandomGenerator>
#include <QTextStream>

#include <algorithm>

namespace benchmarks {

namespace {

constexpr const char *vocabulary[] = {
    "my",      "sister",   "brother", "mother",  "father",  "neighbour",  "friend",   "house",    "garden",  "kitchen",
    "always",  "never",    "often",   "says",    "asks",    "thinks",     "forgets",  "borrows",  "lends",   "pays",
    "money",   "dinner",   "wedding", "holiday", "letter",  "photograph", "cat",      "bicycle",  "train",   "office",
    "quiet",   "angry",    "kind",    "tired",   "hopeful", "stubborn",   "generous", "careless", "late",    "early",
    "because", "although", "when",    "until",   "after",   "before",     "without",  "with",     "about",   "between",
    "the",     "a",        "our",     "their",   "every",   "each",       "this",     "that",     "another", "nobody",
};

base::Result<privacy::SealedCorrespondent> writer(const editorial::Desk &desk, int number)
{
    const QString name = QStringLiteral("Writer Number%1").arg(number);
    return desk.vault().seal(
        {desk::CorrespondentId::create(), name, QStringLiteral("writer%1@mail.example").arg(number), {}, {}});
}

base::Result<desk::Letter> addLetter(editorial::Desk &desk, int number, const QString &original,
                                     desk::LetterStage stage)
{
    const auto sealed = writer(desk, number);
    if (!sealed)
        return sealed.error();
    if (const auto added = desk.file().correspondents().add(*sealed); !added)
        return added.error();
    desk::Letter letter;
    letter.id = desk::LetterId::create();
    letter.correspondent = sealed->id;
    letter.subject = text(5, static_cast<quint32>(number) + 7).simplified();
    letter.original = original;
    letter.edited = letter.original;
    letter.signature = QStringLiteral("Number %1").arg(number);
    letter.stage = stage;
    letter.channel = QStringLiteral("text");
    letter.received = QDateTime(QDate(2010, 1, 1), QTime(8, 0), Qt::UTC).addSecs(number * 3000LL);
    letter.fingerprint = desk::fingerprint(letter.original);
    return desk.file().letters().add(letter);
}

base::Result<QList<desk::TagId>> addTags(editorial::Desk &desk, int count)
{
    QList<desk::TagId> ids;
    for (int number = 0; number < count; ++number) {
        desk::Tag tag;
        tag.id = desk::TagId::create();
        tag.name = QStringLiteral("topic %1").arg(number);
        tag.slug = QStringLiteral("topic-%1").arg(number);
        if (const auto added = desk.file().tags().add(tag); !added)
            return added.error();
        ids.append(tag.id);
    }
    return ids;
}

base::Result<void> addArticle(editorial::Desk &desk, int number, const QString &original,
                              const QList<desk::TagId> &tags)
{
    const auto letter = addLetter(desk, number, original, desk::LetterStage::Answered);
    if (!letter)
        return letter.error();
    desk::Article article;
    article.id = desk::ArticleId::create();
    article.title = QStringLiteral("Question %1: ").arg(number) + letter->subject;
    article.slug = QStringLiteral("question-%1").arg(number);
    article.stage = desk::ArticleStage::Approved;
    article.publishOn = letter->received;
    article.tags = {tags.at(number % 40), tags.at((number / 3 + 11) % 40), tags.at((number / 7 + 23) % 40)};
    article.answers.append({desk::AnswerId::create(), letter->id, text(500, static_cast<quint32>(number) + 99)});
    if (const auto added = desk.file().articles().add(article); !added)
        return added.error();
    return {};
}

base::Result<std::unique_ptr<editorial::Desk>> emptyDesk(const QString &path, const base::Clock &clock)
{
    desk::Masthead masthead =
        desk::newMasthead(QStringLiteral("Ask Nobody"), QStringLiteral("en-GB"), QStringLiteral("UTC"));
    masthead.baseUrl = QStringLiteral("https://nobody.example");
    return editorial::Desk::create(path, masthead, clock);
}

constexpr int batch = 2000;

// Calls `add` for each number, in transactions of `batch`.
template <typename Add>
base::Result<void> inBatches(editorial::Desk &desk, int count, Add add)
{
    for (int start = 0; start < count; start += batch) {
        storage::Transaction transaction(desk.file());
        for (int number = start; number < std::min(start + batch, count); ++number) {
            if (const auto added = add(number); !added)
                return added.error();
        }
        if (const auto committed = transaction.commit(); !committed)
            return committed.error();
    }
    return {};
}

} // namespace

QString text(int words, quint32 seed)
{
    QRandomGenerator random(seed);
    QString all;
    for (int word = 0; word < words; ++word) {
        const auto pick = random.bounded(static_cast<quint32>(std::size(vocabulary)));
        all += QLatin1String(vocabulary[pick]);
        all += word % 80 == 79 ? QLatin1String(".\n\n") : word % 13 == 12 ? QLatin1String(". ") : QLatin1String(" ");
    }
    if (seed % 700 == 3)
        all += QLatin1String("quokka");
    return all;
}

base::Result<std::unique_ptr<editorial::Desk>> deskOfLetters(const QString &path, int letters, const base::Clock &clock)
{
    auto desk = emptyDesk(path, clock);
    if (!desk)
        return desk;
    const auto done = inBatches(**desk, letters, [&](int number) -> base::Result<void> {
        const auto added = addLetter(**desk, number, text(250, static_cast<quint32>(number)), desk::LetterStage::New);
        return added ? base::Result<void>() : base::Result<void>(added.error());
    });
    if (!done)
        return done.error();
    return desk;
}

base::Result<std::unique_ptr<editorial::Desk>> deskOfArticles(const QString &path, int articles,
                                                              const base::Clock &clock)
{
    auto desk = emptyDesk(path, clock);
    if (!desk)
        return desk;
    const auto tags = addTags(**desk, 40);
    if (!tags)
        return tags.error();
    const auto done = inBatches(**desk, articles, [&](int number) {
        return addArticle(**desk, number, text(300, static_cast<quint32>(number)), *tags);
    });
    if (!done)
        return done.error();
    return desk;
}

base::Result<std::unique_ptr<editorial::Desk>> deskOfWriting(const QString &path, int letters,
                                                             const InventedWriting &writing, const base::Clock &clock)
{
    auto desk = emptyDesk(path, clock);
    if (!desk)
        return desk;
    const auto tags = addTags(**desk, 40);
    if (!tags)
        return tags.error();
    const auto done = inBatches(**desk, letters, [&](int number) -> base::Result<void> {
        const auto seed = static_cast<quint32>(number);
        const QString original = writing.letter(QRandomGenerator(seed).bounded(60, 450), seed);
        if (number % 5 == 0)
            return addArticle(**desk, number, original, *tags);
        const auto added = addLetter(**desk, number, original, desk::LetterStage::New);
        return added ? base::Result<void>() : base::Result<void>(added.error());
    });
    if (!done)
        return done.error();
    return desk;
}

double median(QList<double> figures)
{
    if (figures.isEmpty())
        return 0;
    std::ranges::sort(figures);
    return figures.at(figures.size() / 2);
}

double percentile99(QList<double> figures)
{
    if (figures.isEmpty())
        return 0;
    std::ranges::sort(figures);
    return figures.at(std::min(figures.size() - 1, figures.size() * 99 / 100));
}

void printRow(const QString &what, double figure, const QString &unit, const QString &beside)
{
    QTextStream out(stdout);
    out << QStringLiteral("%1 %2 %3  %4\n")
               .arg(what, -58)
               .arg(figure, 10, 'f', figure < 100 ? 2 : 0)
               .arg(unit, -3)
               .arg(beside);
}

} // namespace benchmarks
