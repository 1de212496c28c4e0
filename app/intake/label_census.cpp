#include "intake/label_census.h"

#include "intake/label_head.h"
#include "intake/markdown_blocks.h"
#include "intake/rare.h"

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

using desk::ColumnLabel;

constexpr qsizetype mostPhrases = 20'000; // known at a time
constexpr qsizetype mostForms = 4;
constexpr qsizetype mostProposals = 30;
constexpr qsizetype longestPhrase = 60;
constexpr qsizetype mostWords = 5;

// Words that begin sentences, folded: with a colon behind them they are no label for that alone.
constexpr QStringView sentenceWords[] = {
    u"i",   u"my",   u"he",   u"she", u"we",  u"they", u"it",   u"you",  u"your",  u"this", u"that", u"these",
    u"so",  u"but",  u"and",  u"in",  u"as",  u"if",   u"when", u"what", u"why",   u"how",  u"here", u"here's",
    u"now", u"then", u"one",  u"for", u"to",  u"just", u"ich",  u"mein", u"meine", u"er",   u"sie",  u"wir",
    u"es",  u"aber", u"und",  u"je",  u"mon", u"ma",   u"il",   u"elle", u"mais",  u"et",   u"yo",   u"mi",
    u"el",  u"ella", u"pero", u"y",   u"io",  u"mio",  u"mia",  u"lui",  u"lei",   u"ik",   u"mijn", u"hij",
};

bool beginsSentence(const QString &phrase)
{
    const QString first = phrase.section(u' ', 0, 0);
    return std::find(std::begin(sentenceWords), std::end(sentenceWords), first) != std::end(sentenceWords);
}

bool isInCapitals(QStringView written)
{
    const auto isLower = [](QChar c) {
        return c.isLower();
    };
    const auto isUpper = [](QChar c) {
        return c.isUpper();
    };
    return std::none_of(written.cbegin(), written.cend(), isLower) &&
           std::count_if(written.cbegin(), written.cend(), isUpper) > 1;
}

// Whether the head can be a label at all, before its words are folded: within a sentence only "Q." and "Dear Hazel,".
bool mayBeLabel(QStringView written, const LabelHead &head)
{
    constexpr qsizetype ofNumber = 2;
    if (!hasFewWords(written, mostWords + ofNumber))
        return false;
    if (head.isLine || head.isBold || head.isHeading || head.sign == u':' || isInCapitals(written))
        return true;
    const qsizetype space = written.indexOf(u' ');
    if (space < 0)
        return true;
    const QString first = desk::foldedLabel(written.first(space).toString());
    return desk::isSalutation(first) || desk::usualPart(first).has_value();
}

bool isGreeting(const QString &phrase)
{
    const qsizetype space = phrase.indexOf(u' ');
    return space > 0 && desk::isSalutation(QStringView(phrase).first(space));
}

bool isComma(QChar sign)
{
    return sign == u',' || sign == u'，' || sign == u'،' || sign == u';';
}

// How much the way in which it is written speaks for a label.
enum class Strength { None, Weak, Strong };

Strength strengthOf(QStringView text, const LabelHead &head, const QString &phrase)
{
    const bool isShort = !phrase.isEmpty() && phrase.size() <= longestPhrase && phrase.count(u' ') < mostWords;
    if (!isShort || !canBeLabel(text, head, phrase))
        return Strength::None;
    if (isGreeting(phrase))
        return Strength::Strong;
    const bool isUsual = desk::usualPart(phrase).has_value();
    const bool isWord = !phrase.contains(u' ');
    const bool isFirm = head.sign == u':' || head.sign.category() == QChar::Punctuation_Dash;
    // A comma or a point belongs to a sentence, unless a usual word is all that stands before it.
    const bool isLoose = !head.sign.isNull() && !isFirm;
    if (!isLoose && (head.isBold || head.isHeading) && (head.isLine || isFirm || isUsual))
        return Strength::Strong;
    if (isInCapitals(text.sliced(head.begin, head.end - head.begin)) && (!isLoose || head.isBold || head.isLine))
        return Strength::Strong;
    if (beginsSentence(phrase))
        return Strength::None;
    if (isUsual && (isWord || (head.isLine && !isLoose)) && (!isComma(head.sign) || head.isLine))
        return Strength::Strong;
    return head.sign == u':' ? Strength::Weak : Strength::None;
}

} // namespace

void LabelCensus::add(const QString &markdown)
{
    ++m_posts;
    m_hasLabel = m_hasLetter = m_isBelowLetter = false;
    const QList<MarkdownBlock> blocks = markdownBlocks(markdown);
    for (const MarkdownBlock &block : blocks) {
        if (block.kind != MarkdownBlock::Kind::Text)
            continue;
        for (qsizetype line = 0; line >= 0; line = lineBehindBreak(block.text, line))
            addLine(block.text, line);
    }
    dropRare(m_phrases, mostPhrases, [](const Phrase &phrase) { return phrase.posts; });
}

void LabelCensus::addLine(QStringView text, qsizetype line)
{
    const bool isBelowLetter = m_isBelowLetter;
    m_isBelowLetter = false;
    const QList<LabelHead> heads = labelHeads(text, line);
    for (const LabelHead &head : heads) {
        const QStringView written = text.sliced(head.begin, head.end - head.begin);
        const bool standsOut = head.sign == u':' || head.isBold || head.isLine;
        if ((line > 0 && !standsOut) || !mayBeLabel(written, head))
            continue;
        const QString phrase = desk::foldedLabel(written.toString());
        const Strength strength = strengthOf(text, head, phrase);
        if (strength == Strength::None && head.sign == u':')
            return;
        if (strength == Strength::None)
            continue;
        const bool leads = isGreeting(phrase) ? !m_hasLetter || isBelowLetter : !m_hasLabel;
        note(phrase, shownLabel(text, head), strength == Strength::Strong, leads);
        m_isBelowLetter = head.isLine && desk::usualPart(phrase) == ColumnLabel::Part::Letter;
        return;
    }
}

void LabelCensus::note(const QString &phrase, const QString &shown, bool isStrong, bool leads)
{
    Phrase &known = m_phrases[phrase];
    known.isGreeting = isGreeting(phrase);
    ++known.count;
    known.posts += known.lastPost == m_posts ? 0 : 1;
    known.lastPost = m_posts;
    known.strong += isStrong ? 1 : 0;
    known.leads += leads ? 1 : 0;
    const auto form = std::find_if(known.forms.begin(), known.forms.end(),
                                   [&shown](const Form &each) { return each.shown == shown; });
    if (form != known.forms.end())
        ++form->count;
    else if (known.forms.size() < mostForms)
        known.forms.append({shown.left(longestPhrase * 3), 1});
    if (known.isGreeting)
        noteGreeting(phrase, leads);
    m_hasLabel = true;
    m_hasLetter = m_hasLetter || known.isGreeting || desk::usualPart(phrase) == ColumnLabel::Part::Letter;
}

void LabelCensus::noteGreeting(const QString &phrase, bool leads)
{
    Greetings &greetings = m_greetings[phrase.section(u' ', 0, 0)];
    ++greetings.count;
    greetings.leads += leads ? 1 : 0;
    if (greetings.lastPost != m_posts) {
        greetings.lastPost = m_posts;
        greetings.first = phrase;
        ++greetings.posts;
    } else if (greetings.first != phrase && greetings.lastPostWithTwo != m_posts) {
        greetings.lastPostWithTwo = m_posts;
        ++greetings.postsWithTwo;
    }
}

// A greeting of many answers, "dear anonymous", is one of the names that vary.
bool LabelCensus::isOften(const Phrase &phrase) const
{
    const bool isStrong = phrase.strong * 2 >= phrase.count;
    const qint64 ofHundred = phrase.isGreeting ? 5 : isStrong ? 1 : 20;
    const bool isLetter = !phrase.isGreeting || phrase.leads * 2 > phrase.posts;
    return isLetter && phrase.posts >= 2 && phrase.posts * 100 >= m_posts * ofHundred;
}

QList<LabelProposal> LabelCensus::proposals() const
{
    QList<LabelProposal> all = variedGreetings();
    for (auto it = m_phrases.cbegin(); it != m_phrases.cend(); ++it) {
        const Phrase &phrase = it.value();
        if (!isOften(phrase))
            continue;
        using Part = ColumnLabel::Part;
        const Part byPlace = phrase.leads * 2 > phrase.posts ? Part::Letter : Part::Answer;
        const Part part = phrase.isGreeting ? Part::Letter : desk::usualPart(it.key()).value_or(byPlace);
        const auto most = std::max_element(phrase.forms.cbegin(), phrase.forms.cend(),
                                           [](const Form &a, const Form &b) { return a.count < b.count; });
        all.append({{part, it.key()}, most->shown, phrase.count, phrase.posts});
    }
    std::sort(all.begin(), all.end(), [](const LabelProposal &a, const LabelProposal &b) {
        return a.count > b.count || (a.count == b.count && a.label.phrase < b.label.phrase);
    });
    return all.first(std::min(all.size(), mostProposals));
}

QList<LabelProposal> LabelCensus::variedGreetings() const
{
    QHash<QString, Greetings> varied = m_greetings;
    QHash<QString, bool> hasOwn;
    for (auto it = m_phrases.cbegin(); it != m_phrases.cend(); ++it) {
        if (!it->isGreeting || !isOften(*it))
            continue;
        const QString word = it.key().section(u' ', 0, 0);
        varied[word].count -= it->count;
        varied[word].leads -= it->leads;
        hasOwn[word] = true;
    }
    QList<LabelProposal> proposals;
    for (auto it = varied.cbegin(); it != varied.cend(); ++it) {
        const qint64 posts = std::min(it->count, hasOwn.contains(it.key()) ? it->postsWithTwo : it->posts);
        if (posts < 2 || posts * 100 < m_posts * 5)
            continue;
        using Part = ColumnLabel::Part;
        const QString shown = it.key().left(1).toUpper() + it.key().sliced(1) + desk::anyName;
        proposals.append({{it->leads * 2 > it->count ? Part::Letter : Part::Answer, it.key() + desk::anyName},
                          shown,
                          it->count,
                          posts});
    }
    return proposals;
}

} // namespace intake
