#include "intake/column_split.h"

#include "intake/column_signature.h"
#include "intake/label_mark.h"
#include "intake/markdown_blocks.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>
#include <optional>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::column_split)
};

using Part = desk::ColumnLabel::Part;
using Blocks = QList<MarkdownBlock>;

// What stands behind one label, up to the next.
struct Segment {
    Part part = Part::Letter;
    QString label;
    Blocks blocks;
};

bool isNamed(const QString &phrase, const QString &known)
{
    if (!known.endsWith(desk::anyName))
        return phrase == known;
    const QStringView before = QStringView(known).chopped(desk::anyName.size() - 1); // with its space
    return phrase.size() > before.size() && phrase.startsWith(before);
}

struct Found {
    Part part = Part::Letter;
    LabelMark mark;
    bool isKept = false; // a salutation belongs to the words behind it
};

std::optional<Found> labelAt(const MarkdownBlock &block, const QList<desk::ColumnLabel> &labels)
{
    if (block.kind != MarkdownBlock::Kind::Text)
        return {};
    for (const LabelMark &mark : labelMarks(block.text)) {
        const QString phrase = desk::foldedLabel(mark.label);
        for (const desk::ColumnLabel &label : labels) {
            if (!phrase.isEmpty() && isNamed(phrase, label.phrase))
                return Found{label.part, mark, label.phrase.endsWith(desk::anyName)};
        }
    }
    return {};
}

QString textOf(const Blocks &blocks)
{
    int depth = std::numeric_limits<int>::max();
    for (const MarkdownBlock &block : blocks) {
        if (block.kind != MarkdownBlock::Kind::Rule)
            depth = std::min(depth, block.depth);
    }
    return markdownOf(blocks, depth == std::numeric_limits<int>::max() ? 0 : depth);
}

QSet<QString> keysOf(const QString &markdown)
{
    QSet<QString> keys;
    for (const MarkdownBlock &block : markdownBlocks(markdown)) {
        if (block.kind != MarkdownBlock::Kind::Rule)
            keys.insert(blockKey(block));
    }
    return keys;
}

class Splitter
{
public:
    explicit Splitter(const ColumnGrammar &grammar) : m_grammar(grammar) {}

    ColumnSplit split(const QString &markdown);

private:
    void cutAtLabels(const Blocks &blocks);
    void pair();
    void addPiece(const Segment &letter, const std::optional<Segment> &answer);
    void addUnlabelledAnswer(const Segment &letter);
    [[nodiscard]] static qsizetype answerAt(const Blocks &blocks);
    void cutClosing();
    void doubt(const QString &text)
    {
        if (!m_split.doubts.contains(text))
            m_split.doubts.append(text);
    }

    const ColumnGrammar &m_grammar;
    Blocks m_before; // the first label
    QList<Segment> m_segments;
    ColumnSplit m_split;
};

ColumnSplit Splitter::split(const QString &markdown)
{
    cutAtLabels(markdownBlocks(markdown));
    if (m_segments.isEmpty())
        return {};
    pair();
    const QSet<QString> common = keysOf(m_grammar.common.introduction);
    m_before.removeIf([&common](const MarkdownBlock &block) { return common.contains(blockKey(block)); });
    m_split.introduction = markdownOf(m_before);
    cutClosing();
    for (const ColumnPiece &piece : std::as_const(m_split.pieces)) {
        if (piece.letter.isEmpty())
            doubt(Words::tr("A letter is empty."));
        if (piece.answer.isEmpty())
            doubt(Words::tr("A letter has no answer."));
    }
    return m_split;
}

void Splitter::cutAtLabels(const Blocks &blocks)
{
    for (const MarkdownBlock &block : blocks) {
        const std::optional<Found> found = labelAt(block, m_grammar.labels);
        if (!found) {
            (m_segments.isEmpty() ? m_before : m_segments.last().blocks).append(block);
            continue;
        }
        m_segments.append({found->part, found->isKept ? QString() : withoutMarks(found->mark.label), {}});
        MarkdownBlock rest = block;
        if (!found->isKept)
            rest.text = found->mark.rest;
        if (!rest.text.trimmed().isEmpty())
            m_segments.last().blocks.append(rest);
    }
}

void Splitter::pair()
{
    // The letter has no label of its own where the first label is that of an answer.
    if (m_segments.first().part == Part::Answer) {
        doubt(Words::tr("The letter has no label; what stands before the answer was taken."));
        m_segments.prepend({Part::Letter, {}, std::exchange(m_before, {})});
    }
    for (qsizetype at = 0; at < m_segments.size(); ++at) {
        const Segment &segment = m_segments.at(at);
        const bool isAnswered = at + 1 < m_segments.size() && m_segments.at(at + 1).part == Part::Answer;
        if (segment.part == Part::Letter && isAnswered) {
            addPiece(segment, m_segments.at(++at));
        } else if (segment.part == Part::Letter) {
            addUnlabelledAnswer(segment);
        } else {
            // A second answer to the same letter stays with the first.
            ColumnPiece &last = m_split.pieces.last();
            last.answerLabel += QLatin1Char(' ') + segment.label;
            last.answer += (last.answer.isEmpty() ? QString() : QStringLiteral("\n\n")) + textOf(segment.blocks);
            doubt(Words::tr("A letter has two answers; they were put together."));
        }
    }
}

void Splitter::addPiece(const Segment &letter, const std::optional<Segment> &answer)
{
    ColumnPiece piece = pieceOf(textOf(letter.blocks), answer ? textOf(answer->blocks) : QString());
    piece.letterLabel = letter.label;
    piece.answerLabel = answer ? answer->label : QString();
    m_split.pieces.append(piece);
}

// Without a label, the answer begins behind a rule, or where it greets whoever signed the letter.
void Splitter::addUnlabelledAnswer(const Segment &letter)
{
    const qsizetype at = answerAt(letter.blocks);
    if (at < 0) {
        addPiece(letter, {});
        return;
    }
    const Segment question{Part::Letter, letter.label, letter.blocks.first(at)};
    addPiece(question, Segment{Part::Answer, {}, letter.blocks.sliced(at)});
}

qsizetype Splitter::answerAt(const Blocks &blocks)
{
    const auto isRule = [](const MarkdownBlock &block) {
        return block.kind == MarkdownBlock::Kind::Rule;
    };
    const auto rule = std::ranges::find_if(blocks, isRule);
    const auto behind = std::find_if_not(rule, blocks.end(), isRule);
    if (rule != blocks.begin() && behind != blocks.end())
        return behind - blocks.begin();
    for (qsizetype at = 1; at < blocks.size(); ++at) {
        for (const LabelMark &mark : labelMarks(blocks.at(at).text)) {
            const QString phrase = desk::foldedLabel(mark.label);
            const qsizetype space = phrase.indexOf(u' ');
            if (space <= 0 || !desk::isSalutation(QStringView(phrase).first(space)))
                continue;
            const QString signature = desk::foldedLabel(signedLetter(textOf(blocks.first(at))).signature);
            const QStringView name = QStringView(phrase).sliced(space + 1);
            if (!signature.isEmpty() && signature.startsWith(name))
                return at;
        }
    }
    return -1;
}

// What is common to the ends of posts comes off the last answer.
void Splitter::cutClosing()
{
    const QSet<QString> common = keysOf(m_grammar.common.callToAction);
    Blocks blocks = markdownBlocks(m_split.pieces.last().answer);
    qsizetype end = blocks.size();
    while (end > 0 &&
           (common.contains(blockKey(blocks.at(end - 1))) || blocks.at(end - 1).kind == MarkdownBlock::Kind::Rule))
        --end;
    const Blocks cut = withoutEdgeRules(blocks.sliced(end));
    if (cut.isEmpty())
        return;
    m_split.closing = markdownOf(cut);
    m_split.pieces.last().answer = markdownOf(blocks.first(end));
}

} // namespace

ColumnSplit splitColumn(const QString &markdown, const ColumnGrammar &grammar)
{
    return Splitter(grammar).split(markdown);
}

ColumnPiece pieceOf(const QString &letter, const QString &answer)
{
    const SignedLetter sign = signedLetter(letter);
    return {sign.text, sign.signature, sign.place, answer, {}, {}};
}

} // namespace intake
