#include "intake/column_split.h"

#include "intake/column_sections.h"
#include "intake/column_signature.h"
#include "intake/speech_marks.h"
#include "intake/unlabelled_answer.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::columnSplit)
};

using Part = desk::ColumnLabel::Part;
using Kind = MarkdownBlock::Kind;

QSet<QString> keysOf(const QString &markdown)
{
    QSet<QString> keys;
    for (const MarkdownBlock &block : markdownBlocks(markdown)) {
        if (block.kind != Kind::Rule)
            keys.insert(blockKey(block));
    }
    return keys;
}

// Where the paragraphs of the call to action at the end begin, with the rules among and above them.
qsizetype closingBegin(const QList<MarkdownBlock> &blocks, const QSet<QString> &call)
{
    qsizetype begin = blocks.size();
    for (qsizetype i = blocks.size(); i > 0 && !call.isEmpty(); --i) {
        const MarkdownBlock &block = blocks.at(i - 1);
        if (block.kind == Kind::Rule)
            continue;
        if (!call.contains(blockKey(block)))
            break;
        begin = i - 1;
    }
    return begin;
}

// How deep a whole letter is quoted; its signature may stand below the quotation.
int quotedDepth(const QList<MarkdownBlock> &letter)
{
    QList<MarkdownBlock> blocks = withoutEdgeRules(letter);
    constexpr qsizetype longestSignature = 120;
    if (blocks.size() > 1 && blocks.last().depth == 0 && blocks.last().text.size() <= longestSignature)
        blocks.removeLast();
    const auto shallowest = std::min_element(blocks.cbegin(), blocks.cend(),
                                             [](const auto &a, const auto &b) { return a.depth < b.depth; });
    return shallowest == blocks.cend() ? 0 : shallowest->depth;
}

// Makes the pieces of one post out of its sections.
class PieceMaker
{
public:
    PieceMaker(const LabelTable &labels, ColumnSplit &split) : m_labels(labels), m_split(split) {}

    // `isLabelled`: the label of its answer follows.
    void takeLetter(const ColumnSection &section, bool isLabelled)
    {
        m_states.append({true, Answer::None});
        m_split.pieces.append(ColumnPiece{{}, {}, {}, {}, section.shown, {}});
        std::optional<UnlabelledAnswer> answer;
        if (!isLabelled)
            answer = answerWithin(section.blocks, section.depth, m_labels.salutations());
        if (!answer) {
            setLetter(section, section.blocks);
            return;
        }
        setLetter(section, section.blocks.first(answer->begin));
        m_split.pieces.last().answer = markdownOf(section.blocks.sliced(answer->begin));
        m_states.last().answer = Answer::Own;
        const bool isUsual = !m_labels.hasAnswers() || !m_split.pieces.last().signature.isEmpty();
        if (answer->sign == UnlabelledAnswer::Sign::Rule && !(answer->isPlain && isUsual))
            doubt(Words::tr("The answer’s label is missing; the text after a rule was taken."));
        if (answer->sign == UnlabelledAnswer::Sign::EndOfQuotation && !(answer->isPlain && isUsual))
            doubt(Words::tr("The answer’s label is missing; the text after the quotation was taken."));
    }

    void takeAnswer(const ColumnSection &section)
    {
        QString text = markdownOf(section.blocks, section.depth);
        if (!section.quote.isNull())
            text = withoutSpeechMarks(text, section.quote);
        if (!m_states.isEmpty() && m_states.last().answer == Answer::Own) {
            appendAnswer(section.shown, text);
            return;
        }
        if (m_states.isEmpty()) {
            m_states.append({false, Answer::None});
            m_split.pieces.append(ColumnPiece{});
        }
        for (qsizetype i = m_states.size() - 1; i > 0 && m_states.at(i - 1).answer == Answer::None; --i)
            m_states[i - 1].answer = Answer::WithNext;
        m_states.last().answer = Answer::Own;
        m_split.pieces.last().answer = text;
        m_split.pieces.last().answerLabel = section.shown;
    }

    void noteDoubts()
    {
        for (qsizetype i = 0; i < m_states.size(); ++i) {
            const ColumnPiece &piece = m_split.pieces.at(i);
            const State &state = m_states.at(i);
            if (!state.hasLetter)
                doubt(Words::tr("An answer has no letter; what stands before it may be the letter."));
            else if (piece.letter.isEmpty())
                doubt(Words::tr("A letter is empty."));
            if (state.answer == Answer::None)
                doubt(Words::tr("A letter has no answer."));
            else if (state.answer == Answer::WithNext)
                doubt(Words::tr("Several letters have one answer."));
            else if (piece.answer.isEmpty())
                doubt(Words::tr("The answer is empty."));
        }
    }

    void doubt(const QString &sentence)
    {
        if (!m_split.doubts.contains(sentence))
            m_split.doubts.append(sentence);
    }

private:
    enum class Answer { None, Own, WithNext }; // the same as the next letter has
    struct State {
        bool hasLetter;
        Answer answer;
    };

    void setLetter(const ColumnSection &section, const QList<MarkdownBlock> &blocks)
    {
        const int depth = std::max(section.depth, quotedDepth(blocks));
        const ColumnSignature found = signatureOf(markdownOf(blocks, depth));
        ColumnPiece &piece = m_split.pieces.last();
        piece.letter = section.quote.isNull() ? found.letter : withoutSpeechMarks(found.letter, section.quote);
        piece.signature = found.signature;
        piece.place = found.place;
    }

    // No word of a second answer gets lost, nor its label.
    void appendAnswer(const QString &label, const QString &text)
    {
        QString &answer = m_split.pieces.last().answer;
        for (const QString &part : {label.isEmpty() ? QString() : QString(u"**" + label + u"**"), text}) {
            if (!part.isEmpty())
                answer += (answer.isEmpty() ? QString() : QStringLiteral("\n\n")) + part;
        }
        doubt(Words::tr("A letter has two answers."));
    }

    const LabelTable &m_labels;
    ColumnSplit &m_split;
    QList<State> m_states; // of each piece
};

} // namespace

ColumnSplit splitColumn(const QString &markdown, const ColumnGrammar &grammar)
{
    ColumnSplit split;
    const LabelTable labels(grammar.labels);
    const QList<MarkdownBlock> blocks = markdownBlocks(markdown);
    const qsizetype closing = closingBegin(blocks, keysOf(grammar.common.callToAction));
    const QSet<QString> introduction = keysOf(grammar.common.introduction);
    const ColumnSections found = sectionsOf(blocks.first(closing), labels, introduction);
    PieceMaker maker(labels, split);
    if (found.sections.isEmpty()) {
        split.introduction = markdownOf(blocks);
        maker.doubt(Words::tr("No label of the column was found."));
        return split;
    }
    QList<MarkdownBlock> before = found.before;
    before.removeIf([&introduction](const MarkdownBlock &block) { return introduction.contains(blockKey(block)); });
    split.introduction = markdownOf(before);
    split.closing = markdownOf(blocks.sliced(closing));
    for (qsizetype i = 0; i < found.sections.size(); ++i) {
        const bool isLast = i + 1 == found.sections.size();
        if (found.sections.at(i).label.part == Part::Answer)
            maker.takeAnswer(found.sections.at(i));
        else
            maker.takeLetter(found.sections.at(i), !isLast && found.sections.at(i + 1).label.part == Part::Answer);
    }
    if (found.hasQuotedLabel)
        maker.doubt(Words::tr("A label stands in a quotation and was left there."));
    maker.noteDoubts();
    return split;
}

ColumnPiece pieceOf(const QString &letter, const QString &answer)
{
    const ColumnSignature found = signatureOf(letter);
    return {found.letter, found.signature, found.place, answer, {}, {}};
}

} // namespace intake
