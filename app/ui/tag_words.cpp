#include "ui/tag_words.h"

#include <QCoreApplication>

#include <algorithm>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::tag_words)
};

constexpr qsizetype mostNames = 3;

int clamped(qint64 count)
{
    return static_cast<int>(std::min<qint64>(count, 1'000'000'000));
}

// "“loans” and “debts”"; long lists end with how many more there are.
QString listed(const QStringList &names)
{
    QStringList quoted;
    for (const QString &name : names.mid(0, mostNames))
        quoted.append(Words::tr("“%1”").arg(name));
    if (names.size() > mostNames)
        return Words::tr("%1 and %Ln more", nullptr, clamped(names.size() - mostNames))
            .arg(quoted.join(Words::tr(", ")));
    if (quoted.size() < 2)
        return quoted.value(0);
    const QString last = quoted.takeLast();
    return Words::tr("%1 and %2").arg(quoted.join(Words::tr(", ")), last);
}

} // namespace

QString carriersText(const desk::TagCounts &counts)
{
    const QString articles = Words::tr("%Ln article(s)", nullptr, clamped(counts.articles));
    const QString letters = Words::tr("%Ln letter(s)", nullptr, clamped(counts.letters));
    if (counts.articles > 0 && counts.letters > 0)
        return Words::tr("%1 and %2").arg(articles, letters);
    return counts.articles > 0 ? articles : counts.letters > 0 ? letters : Words::tr("nothing");
}

QString mergeText(const desk::Tag &from, const desk::TagCounts &counts, const QStringList &below, const QString &into)
{
    QStringList sentences;
    if (counts.articles + counts.letters > 0)
        sentences.append(Words::tr("%1 will carry “%2” instead of “%3”.").arg(carriersText(counts), into, from.name));
    if (from.synonyms.isEmpty())
        sentences.append(Words::tr("“%1” becomes a synonym of “%2”.").arg(from.name, into));
    else
        sentences.append(Words::tr("“%1” and its synonyms become synonyms of “%2”.").arg(from.name, into));
    if (!below.isEmpty())
        sentences.append(Words::tr("Moved below “%2”: %1.").arg(listed(below), into));
    return sentences.join(QLatin1Char(' '));
}

QString moveText(const desk::Tag &tag, const QStringList &below, const QString &parent)
{
    QString sentence = parent.isEmpty() ? Words::tr("“%1” will stand at the top.").arg(tag.name)
                                        : Words::tr("“%1” will stand below “%2”.").arg(tag.name, parent);
    if (!below.isEmpty())
        sentence += QLatin1Char(' ') + Words::tr("What lies below it comes along: %1.").arg(listed(below));
    return sentence;
}

QString deleteText(const desk::TagCounts &counts, const QStringList &below)
{
    QStringList sentences;
    if (counts.articles + counts.letters > 0)
        sentences.append(Words::tr("It is on %1. They stay, without the tag.").arg(carriersText(counts)));
    if (!below.isEmpty())
        sentences.append(Words::tr("Moved one level up: %1.").arg(listed(below)));
    sentences.append(Words::tr("Undo brings it back."));
    return sentences.join(QLatin1Char(' '));
}

} // namespace ui
