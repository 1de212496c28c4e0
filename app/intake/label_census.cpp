#include "intake/label_census.h"

#include "intake/label_mark.h"
#include "intake/markdown_blocks.h"

#include <algorithm>

namespace intake {

namespace {

using Part = desk::ColumnLabel::Part;

constexpr qsizetype mostCandidates = 20'000;
constexpr qsizetype mostWords = 6; // of a label
constexpr qint64 onePerCent = 100;

bool isSalutationPhrase(const QString &phrase)
{
    return desk::isSalutation(QStringView(phrase).left(phrase.indexOf(u' '))) && phrase.contains(u' ');
}

// A short paragraph without any sign is more often a name under a letter than a label.
bool isPlain(const LabelMark &mark, const QString &phrase)
{
    const QString words = withoutMarks(mark.label);
    const bool hasSign = words != mark.label.trimmed() || words.endsWith(u':') || words == words.toUpper();
    return !hasSign && !desk::usualPart(phrase);
}

// The words that a paragraph begins with, as far as they stand apart from the others.
LabelMark labelOf(const QString &paragraph)
{
    for (const LabelMark &mark : labelMarks(paragraph)) {
        const QString phrase = desk::foldedLabel(mark.label);
        const bool isShort = !phrase.isEmpty() && phrase.count(u' ') < mostWords;
        if (isShort && (isSalutationPhrase(phrase) || (mark.isSet && !isPlain(mark, phrase))))
            return mark;
    }
    return {};
}

QString anyNamePhrase(const QString &phrase)
{
    return phrase.left(phrase.indexOf(u' ')) + desk::anyName;
}

} // namespace

void LabelCensus::add(const QString &markdown)
{
    ++m_posts;
    bool isFirst = true;
    for (const MarkdownBlock &block : markdownBlocks(markdown)) {
        if (block.kind != MarkdownBlock::Kind::Text)
            continue;
        const LabelMark mark = labelOf(block.text);
        if (mark.label.isEmpty())
            continue;
        note(desk::foldedLabel(mark.label), withoutMarks(mark.label), isFirst);
        isFirst = false;
    }
    if (m_candidates.size() > mostCandidates)
        prune();
}

void LabelCensus::note(const QString &phrase, const QString &shown, bool isFirst)
{
    Candidate &candidate = m_candidates[phrase];
    ++candidate.count;
    if (candidate.spellings.size() < mostWords || candidate.spellings.contains(shown))
        ++candidate.spellings[shown];
    if (candidate.lastPost == m_posts)
        return;
    candidate.lastPost = m_posts;
    ++candidate.posts;
    if (isFirst)
        ++candidate.first;
}

// What stood in one post only goes; it may come again.
void LabelCensus::prune()
{
    m_candidates.removeIf([](const QHash<QString, Candidate>::iterator &one) { return one->posts == 1; });
}

LabelProposal LabelCensus::proposal(const QString &phrase, const Candidate &candidate) const
{
    const Part byPlace = candidate.first * 2 >= candidate.posts ? Part::Letter : Part::Answer;
    // Whoever greets by the same name in post after post writes to the column.
    const Part usual = isSalutationPhrase(phrase) ? Part::Letter : byPlace;
    const Part part = desk::usualPart(phrase).value_or(usual);
    const auto shown = std::max_element(candidate.spellings.cbegin(), candidate.spellings.cend());
    return {{part, phrase}, shown.key(), candidate.count, candidate.posts};
}

QList<LabelProposal> LabelCensus::proposals() const
{
    const qint64 fewest = std::max<qint64>(2, m_posts / onePerCent);
    QList<LabelProposal> proposals;
    QHash<QString, Candidate> changing; // salutations with another name each time
    for (auto one = m_candidates.cbegin(); one != m_candidates.cend(); ++one) {
        if (one->posts >= fewest) {
            proposals.append(proposal(one.key(), *one));
        } else if (isSalutationPhrase(one.key())) {
            Candidate &all = changing[anyNamePhrase(one.key())];
            all.count += one->count;
            all.posts += one->posts;
            all.first += one->first;
        }
    }
    for (auto one = changing.begin(); one != changing.end(); ++one) {
        // What opens letters has one name, the columnist's; only what stands behind another label opens an answer.
        if (one->posts < fewest || one->first * 2 >= one->posts)
            continue;
        one->spellings.insert(one.key().left(1).toUpper() + one.key().sliced(1), 1);
        proposals.append({{Part::Answer, one.key()}, one->spellings.constBegin().key(), one->count, one->posts});
    }
    std::ranges::sort(proposals, [](const LabelProposal &a, const LabelProposal &b) {
        return a.posts != b.posts ? a.posts > b.posts : a.label.phrase < b.label.phrase;
    });
    return proposals;
}

} // namespace intake
