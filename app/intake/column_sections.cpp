#include "intake/column_sections.h"

#include "intake/label_head.h"

#include <algorithm>
#include <optional>

namespace intake {

namespace {

using desk::ColumnLabel;

constexpr qsizetype mostNameWords = 6; // for "…" in "dear …"

struct Match {
    LabelHead head;
    ColumnLabel label;
};

QStringView writtenHead(QStringView text, const LabelHead &head)
{
    return text.sliced(head.begin, head.end - head.begin);
}

// "Q. 1." goes on behind "Q.".
LabelHead withNumber(QStringView text, const QList<LabelHead> &heads, qsizetype at, const QString &phrase)
{
    constexpr qsizetype longestNumber = 8;
    if (at + 1 == heads.size() || heads.at(at).sign != u'.')
        return heads.at(at);
    const LabelHead &next = heads.at(at + 1);
    const bool isNear = next.end - heads.at(at).end <= longestNumber && next.sign != u',' && next.sign != u';';
    const bool isSame = isNear && desk::foldedLabel(writtenHead(text, next).toString()) == phrase;
    return isSame ? next : heads.at(at);
}

std::optional<Match> matchAt(QStringView text, qsizetype from, const LabelTable &labels, bool mayBeAnyName)
{
    const QList<LabelHead> heads = labelHeads(text, from);
    for (qsizetype i = 0; i < heads.size(); ++i) {
        const QStringView written = writtenHead(text, heads.at(i));
        if (!labels.mayHold(written))
            continue;
        const QString phrase = desk::foldedLabel(written.toString());
        const ColumnLabel *const label = labels.find(written, phrase, mayBeAnyName);
        if (label != nullptr && canBeLabel(text, heads.at(i), phrase))
            return Match{withNumber(text, heads, i, phrase), *label};
    }
    return std::nullopt;
}

// The text of one block as the texts behind the labels in it.
class SectionReader
{
public:
    SectionReader(const LabelTable &labels, ColumnSections &to) : m_labels(labels), m_to(to) {}

    void take(const MarkdownBlock &block)
    {
        if (block.kind != MarkdownBlock::Kind::Text) {
            current().append(block);
            return;
        }
        const QStringView text = block.text;
        m_begin = 0;
        m_head.reset();
        for (qsizetype line = 0; line >= 0; line = lineBehindBreak(text, line)) {
            std::optional<Match> match = matchAt(text, line, m_labels, isAnswerDue());
            if (!match || (line > 0 && !standsOut(match->head)))
                continue;
            if (block.depth > 0 && !m_to.sections.isEmpty() && m_to.sections.first().depth == 0) {
                m_to.hasQuotedLabel = true;
                continue;
            }
            finish(block, line);
            open(block, *match, line);
        }
        finish(block, text.size());
    }

private:
    [[nodiscard]] QList<MarkdownBlock> &current()
    {
        return m_to.sections.isEmpty() ? m_to.before : m_to.sections.last().blocks;
    }

    static bool standsOut(const LabelHead &head) { return head.sign == u':' || head.isBold || head.isLine; }

    [[nodiscard]] bool isAnswerDue() const
    {
        return !m_to.sections.isEmpty() && m_to.sections.last().label.part == ColumnLabel::Part::Letter;
    }

    // What stands in the block since the last label in it.
    void finish(const MarkdownBlock &block, qsizetype end)
    {
        MarkdownBlock part = block;
        const QStringView text = block.text;
        part.text = m_head ? textBehind(text, *m_head, end) : text.sliced(m_begin, end - m_begin).toString();
        part.gapDepth = m_begin == 0 && !m_head ? block.gapDepth : block.depth;
        while (end < text.size() && !part.text.isEmpty() && (part.text.back().isSpace() || part.text.back() == u'\\'))
            part.text.chop(1);
        if (!part.text.isEmpty())
            current().append(part);
    }

    void open(const MarkdownBlock &block, const Match &match, qsizetype line)
    {
        const bool isAnyName = match.label.phrase.endsWith(desk::anyName);
        const bool isSalutation = isAnyName && match.head.sign != u':';
        m_begin = line;
        m_head = isSalutation ? std::nullopt : std::optional(match.head);
        const QString shown = isSalutation ? QString() : shownLabel(block.text, match.head);
        const QChar quote = isSalutation ? QChar() : match.head.quote;
        ColumnSection next{match.label, shown, quote, block.depth, {}};
        // "The letter", and "Dear Hazel," below it.
        if (!m_to.sections.isEmpty()) {
            const ColumnSection &last = m_to.sections.last();
            if (last.blocks.isEmpty() && last.label.part == next.label.part && last.label != next.label) {
                next.shown = QString(last.shown + u' ' + shown).trimmed();
                m_to.sections.removeLast();
            }
        }
        m_to.sections.append(next);
    }

    const LabelTable &m_labels;
    ColumnSections &m_to;
    qsizetype m_begin = 0;
    std::optional<LabelHead> m_head;
};

} // namespace

LabelTable::LabelTable(const QList<ColumnLabel> &labels)
{
    for (const ColumnLabel &label : labels) {
        if (label.phrase.isEmpty())
            continue;
        const bool isAnyName = label.phrase.endsWith(desk::anyName);
        const QString first = label.phrase.section(u' ', 0, 0);
        if (isAnyName)
            m_anyNames.append(label);
        else if (!m_labels.contains(label.phrase))
            m_labels.insert(label.phrase, label);
        if (isAnyName || (label.part == ColumnLabel::Part::Letter && first != label.phrase))
            m_salutations.insert(first);
        m_hasAnswers = m_hasAnswers || (!isAnyName && label.part == ColumnLabel::Part::Answer);
        m_firstLetters.append(label.phrase.front());
        m_mostWords = std::max(m_mostWords, label.phrase.count(u' ') + 1 + (isAnyName ? mostNameWords : 0));
    }
}

const ColumnLabel *LabelTable::find(QStringView written, const QString &phrase, bool mayBeAnyName) const
{
    if (const auto exact = m_labels.constFind(phrase); exact != m_labels.cend())
        return &*exact;
    // Letters set apart, with nothing that parts the words.
    constexpr qsizetype fewest = 3;
    const auto spaces = std::count_if(written.cbegin(), written.cend(), [](QChar c) { return c.isSpace(); });
    if (phrase.size() >= fewest && !phrase.contains(u' ') && spaces >= phrase.size() - 1) {
        for (const ColumnLabel &label : m_labels) {
            if (QString(label.phrase).remove(u' ') == phrase)
                return &label;
        }
    }
    for (const ColumnLabel &label : m_anyNames) {
        const QStringView prefix = QStringView(label.phrase).chopped(desk::anyName.size());
        const qsizetype words = phrase.count(u' ') - prefix.count(u' ');
        if (mayBeAnyName && phrase.startsWith(prefix) && phrase.size() > prefix.size() &&
            phrase.at(prefix.size()) == u' ' && words <= mostNameWords)
            return &label;
    }
    return nullptr;
}

bool LabelTable::mayHold(QStringView written) const
{
    constexpr qsizetype ofNumber = 3; // "1. … no. 2"
    if (written.isEmpty())
        return false;
    const QChar first = written.front();
    const bool isPlain = first.unicode() < 0x80 && first.isLetter();
    return (!isPlain || m_firstLetters.contains(first.toLower())) && hasFewWords(written, m_mostWords + ofNumber);
}

ColumnSections sectionsOf(const QList<MarkdownBlock> &blocks, const LabelTable &labels, const QSet<QString> &noLabels)
{
    ColumnSections found;
    SectionReader reader(labels, found);
    for (const MarkdownBlock &block : blocks) {
        if (found.sections.isEmpty() && !noLabels.isEmpty() && noLabels.contains(blockKey(block)))
            found.before.append(block);
        else
            reader.take(block);
    }
    return found;
}

} // namespace intake
