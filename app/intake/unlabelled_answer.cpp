#include "intake/unlabelled_answer.h"

#include "intake/column_signature.h"
#include "intake/label_head.h"

#include "desk/column_label.h"

#include <QStringList>

#include <algorithm>

namespace intake {

namespace {

using Kind = MarkdownBlock::Kind;
using Sign = UnlabelledAnswer::Sign;

// Who signed what ends before the block at `end`, folded; empty if nobody did.
QString signedBefore(const QList<MarkdownBlock> &letter, qsizetype end)
{
    while (end > 0 && letter.at(end - 1).kind == Kind::Rule)
        --end;
    if (end == 0)
        return {};
    // Two blocks, for a signature alone in its paragraph is one only below something.
    const qsizetype begin = std::max<qsizetype>(0, end - 2);
    QList<MarkdownBlock> tail = letter.sliced(begin, end - begin);
    for (MarkdownBlock &block : tail)
        block.depth = block.gapDepth = 0;
    return desk::foldedLabel(signatureOf(markdownOf(tail)).signature);
}

// "torn" is in "torn in truro", "tor" is not.
bool holdsWords(const QString &all, const QString &words)
{
    return QString(u' ' + all + u' ').contains(QString(u' ' + words + u' '));
}

// Whether the words, folded, address who signed: "dear torn", "my dear torn", or "torn" alone.
bool addresses(const QString &head, const QString &signedBy, const QSet<QString> &salutations)
{
    QStringList words = head.split(u' ');
    constexpr qsizetype mostBefore = 2;
    for (qsizetype i = 0; i < std::min(words.size() - 1, mostBefore); ++i) {
        if (desk::isSalutation(words.at(i)) || salutations.contains(words.at(i)))
            return holdsWords(signedBy, QStringList(words.sliced(i + 1)).join(u' '));
    }
    return signedBy == head || signedBy.startsWith(head + u' ');
}

bool isAddressed(const QList<MarkdownBlock> &letter, qsizetype at, const QSet<QString> &salutations)
{
    const MarkdownBlock &block = letter.at(at);
    if (block.kind != Kind::Text)
        return false;
    QString signedBy;
    for (const LabelHead &head : labelHeads(block.text)) {
        const bool isShort = head.end - head.begin <= 80;
        if (!isShort || (head.sign.isNull() && !head.isLine && !head.isBold) || head.sign == u'.')
            continue;
        if (signedBy.isEmpty() && (signedBy = signedBefore(letter, at)).isEmpty())
            return false;
        const QString words = desk::foldedLabel(QString(block.text.sliced(head.begin, head.end - head.begin)));
        if (!words.isEmpty() && addresses(words, signedBy, salutations))
            return true;
    }
    return false;
}

std::optional<UnlabelledAnswer> bySalutation(const QList<MarkdownBlock> &letter, const QSet<QString> &salutations)
{
    for (qsizetype at = 1; at < letter.size(); ++at) {
        if (isAddressed(letter, at, salutations))
            return UnlabelledAnswer{Sign::Salutation, at, true};
    }
    return std::nullopt;
}

std::optional<UnlabelledAnswer> byRule(const QList<MarkdownBlock> &letter)
{
    const auto isRule = [](const MarkdownBlock &block) {
        return block.kind == Kind::Rule;
    };
    const auto first = std::find_if_not(letter.cbegin(), letter.cend(), isRule);
    const auto rule = std::find_if(first, letter.cend(), isRule);
    const auto answer = std::find_if_not(rule, letter.cend(), isRule);
    if (first == rule || answer == letter.cend())
        return std::nullopt;
    const auto next = std::find_if(answer, letter.cend(), isRule);
    const bool isOnly = std::find_if_not(next, letter.cend(), isRule) == letter.cend();
    return UnlabelledAnswer{Sign::Rule, answer - letter.cbegin(), isOnly};
}

std::optional<UnlabelledAnswer> byQuotation(const QList<MarkdownBlock> &letter, int depth)
{
    if (depth == 0)
        return std::nullopt;
    const auto isOutside = [depth](const MarkdownBlock &block) {
        return block.depth < depth;
    };
    const auto outside = std::find_if(letter.cbegin(), letter.cend(), isOutside);
    qsizetype begin = outside - letter.cbegin();
    const bool isOnly = std::all_of(outside, letter.cend(), isOutside);
    // The signature may stand below the quotation.
    if (begin + 1 < letter.size() && !signedBefore(letter, begin + 1).isEmpty())
        ++begin;
    if (begin == 0 || begin >= letter.size())
        return std::nullopt;
    return UnlabelledAnswer{Sign::EndOfQuotation, begin, isOnly};
}

} // namespace

std::optional<UnlabelledAnswer> answerWithin(const QList<MarkdownBlock> &letter, int depth,
                                             const QSet<QString> &salutations)
{
    if (const auto found = bySalutation(letter, salutations))
        return found;
    if (const auto found = byRule(letter))
        return found;
    return byQuotation(letter, depth);
}

} // namespace intake
