#include "editorial/folded.h"

#include "editorial/inbox.h"
#include "intake/folding.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"

#include <QCoreApplication>
#include <QHash>

namespace editorial {

namespace {

using intake::Fold;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::folded)
};

FoldedPart::Kind kindOf(Fold::Kind kind)
{
    switch (kind) {
    case Fold::Kind::Quoted:
        return FoldedPart::Kind::Quoted;
    case Fold::Kind::Signature:
        return FoldedPart::Kind::Signature;
    case Fold::Kind::Footer:
        return FoldedPart::Kind::Footer;
    case Fold::Kind::ForwardHead:
        return FoldedPart::Kind::ForwardHead;
    }
    return FoldedPart::Kind::Quoted;
}

QString partOf(const QString &whole, const Fold &fold)
{
    return whole.sliced(fold.begin, fold.end - fold.begin);
}

// The lines of a text that hold something, as they are compared, with where they stand.
class Lines
{
public:
    explicit Lines(const QString &text) : m_all(text.isEmpty() ? QStringList() : text.split(u'\n'))
    {
        for (qsizetype at = 0; at < m_all.size(); ++at) {
            const QString line = m_all.at(at).trimmed();
            if (!line.isEmpty())
                m_places[line].append(at);
        }
    }

    [[nodiscard]] const QStringList &all() const { return m_all; }
    [[nodiscard]] bool has(const QString &line) const { return m_places.contains(line.trimmed()); }
    // Negative where it stands nowhere, or more than once.
    [[nodiscard]] qsizetype onlyPlaceOf(const QString &line) const
    {
        const QList<qsizetype> places = m_places.value(line.trimmed());
        return places.size() == 1 ? places.first() : -1;
    }

private:
    QStringList m_all;
    QHash<QString, QList<qsizetype>> m_places;
};

int filledLines(const QString &text)
{
    int filled = 0;
    for (const QStringView line : QStringView(text).split(u'\n'))
        filled += line.trimmed().isEmpty() ? 0 : 1;
    return filled;
}

// Whether most of the part is not in the text.
bool isMissing(const QString &part, const Lines &text)
{
    int there = 0;
    for (const QString &line : part.split(u'\n'))
        there += !line.trimmed().isEmpty() && text.has(line) ? 1 : 0;
    return there * 2 <= filledLines(part);
}

QList<Fold> missingFolds(const QString &whole, const QString &subject, const QString &edited)
{
    QList<Fold> folds = intake::foldsOf(whole, subject);
    if (folds.isEmpty() || edited == whole)
        return {};
    if (edited == intake::withoutFolds(whole, folds))
        return folds;
    const Lines text(edited);
    folds.removeIf([&](const Fold &fold) { return !isMissing(partOf(whole, fold), text); });
    return folds;
}

// The text with nothing but blank lines where these folds are.
QString ownWords(QString whole, const QList<Fold> &folds)
{
    for (const Fold &fold : folds) {
        for (qsizetype at = fold.begin; at < fold.end; ++at) {
            if (whole.at(at) != u'\n')
                whole[at] = u' ';
        }
    }
    return whole;
}

// The nearest lines of the writer's own around a fold; empty where there is none.
struct Neighbours {
    QString above;
    QString below;
};

// Of each of the folds; one walk in each direction, however many they are.
QList<Neighbours> neighboursOf(const QString &own, const QList<Fold> &folds)
{
    QList<Neighbours> all(folds.size());
    const QList<QStringView> lines = QStringView(own).split(u'\n');
    qsizetype place = 0;
    qsizetype fold = 0;
    QStringView nearest;
    const auto pass = [&nearest](QStringView line) {
        if (!line.trimmed().isEmpty())
            nearest = line.trimmed();
    };
    for (const QStringView line : lines) {
        for (; fold < folds.size() && folds.at(fold).begin <= place; ++fold)
            all[fold].above = nearest.toString();
        pass(line);
        place += line.size() + 1;
    }
    nearest = {};
    fold = folds.size();
    for (qsizetype n = lines.size(); n > 0; --n) {
        place -= lines.at(n - 1).size() + 1;
        for (; fold > 0 && folds.at(fold - 1).end > place; --fold)
            all[fold - 1].below = nearest.toString();
        pass(lines.at(n - 1));
    }
    return all;
}

// The line of `text` before which a fold goes: behind the line that stood above it, or else above the one that stood
// below it, or else at the end.
qsizetype placeOf(const Neighbours &neighbours, const Lines &text)
{
    const qsizetype above = text.onlyPlaceOf(neighbours.above);
    if (above >= 0)
        return above + 1;
    const qsizetype below = text.onlyPlaceOf(neighbours.below);
    return below >= 0 ? below : text.all().size();
}

// Parts that go to one place are apart from one another and from what stands around them.
void appendPart(QStringList &lines, const QString &part)
{
    if (!lines.isEmpty() && !lines.last().trimmed().isEmpty())
        lines.append(QString());
    QStringList own = part.split(u'\n');
    while (!own.isEmpty() && own.last().trimmed().isEmpty())
        own.removeLast();
    lines.append(own);
}

base::Result<void> replaceText(Desk &desk, const desk::LetterId &id, const QString &from, const QString &to)
{
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    if (letter->edited == to)
        return {};
    if (letter->edited != from)
        return base::Error{base::Error::Kind::Conflict,
                           Words::tr("Letter %1 was edited since, so its text stays as it is. Change it by hand.")
                               .arg(letter->number)};
    const auto saved = saveLetter(desk, {id, letter->version, letter->subject, to, letter->signature, letter->place});
    return saved ? base::Result<void>() : saved.error();
}

} // namespace

QString printedText(const QString &whole, const QString &subject)
{
    return intake::withoutFolds(whole, intake::foldsOf(whole, subject));
}

QList<FoldedPart> foldedParts(const QString &whole, const QString &subject, const QString &edited)
{
    QList<FoldedPart> parts;
    for (const Fold &fold : missingFolds(whole, subject, edited))
        parts.append({kindOf(fold.kind), filledLines(partOf(whole, fold))});
    return parts;
}

QString withFoldedParts(const QString &whole, const QString &subject, const QString &edited)
{
    const QList<Fold> missing = missingFolds(whole, subject, edited);
    if (missing.isEmpty())
        return edited;
    if (edited == intake::withoutFolds(whole, missing))
        return whole;
    const Lines text(edited);
    const QList<Neighbours> neighbours = neighboursOf(ownWords(whole, missing), missing);
    QHash<qsizetype, QStringList> parts; // by the line that they go before
    for (qsizetype n = 0; n < missing.size(); ++n)
        parts[placeOf(neighbours.at(n), text)].append(partOf(whole, missing.at(n)));
    QStringList lines;
    for (qsizetype at = 0; at <= text.all().size(); ++at) {
        const QStringList here = parts.value(at);
        for (const QString &part : here)
            appendPart(lines, part);
        if (at == text.all().size())
            break;
        if (!here.isEmpty() && !text.all().at(at).trimmed().isEmpty())
            lines.append(QString());
        lines.append(text.all().at(at));
    }
    return lines.join(u'\n');
}

QString wholeText(const desk::Letter &letter, const std::optional<desk::Forwarding> &forwarding)
{
    return forwarding && forwarding->decision == desk::Forwarding::Decision::Taken ? forwarding->text : letter.original;
}

base::Result<Change> bringBackFolded(Desk &desk, const desk::LetterId &id)
{
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto forwarding = desk.file().intake().forwarding(id);
    if (!forwarding)
        return forwarding.error();
    const QString from = letter->edited;
    const QString to = withFoldedParts(wholeText(*letter, *forwarding), letter->subject, from);
    if (from == to)
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("Nothing of letter %1 is folded.").arg(letter->number)};
    if (const auto replaced = replaceText(desk, id, from, to); !replaced)
        return replaced.error();
    return Change{Words::tr("Bring back what was folded"), [=](Desk &on) { return replaceText(on, id, to, from); },
                  [=](Desk &on) {
                      return replaceText(on, id, from, to);
                  }};
}

} // namespace editorial
