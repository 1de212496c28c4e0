#include "ui/spelling_marks.h"

#include "ui/speller.h"

#include <QTextBlock>
#include <QTextDocument>

#include <algorithm>

namespace ui {

namespace {

constexpr int pauseMs = 120;

QTextCursor selected(const QTextBlock &block, const spelling::Misspelling &word)
{
    QTextCursor cursor(block);
    cursor.setPosition(block.position() + static_cast<int>(word.start));
    cursor.setPosition(block.position() + static_cast<int>(word.start + word.length), QTextCursor::KeepAnchor);
    return cursor;
}

} // namespace

struct SpellingMarks::Paragraph {
    quint64 key = 0;
    int revision = 1;
    int asked = 0;
    int answered = 0;
    QVector<spelling::Misspelling> marks;

    void clear()
    {
        ++revision;
        marks.clear();
    }

    // Within this paragraph, `removed` characters at `place` became `added` ones.
    void move(qsizetype place, qsizetype removed, qsizetype added)
    {
        ++revision;
        QVector<spelling::Misspelling> moved;
        for (spelling::Misspelling mark : std::as_const(marks)) {
            if (mark.start > place + removed) {
                mark.start += added - removed;
                moved.append(mark);
            } else if (mark.start + mark.length < place) {
                moved.append(mark);
            }
        }
        marks = std::move(moved);
    }

    // Everything from `place` on is another text.
    void cut(qsizetype place)
    {
        ++revision;
        marks.removeIf([place](const spelling::Misspelling &mark) { return mark.start + mark.length >= place; });
    }
};

class SpellingMarks::ParagraphKey final : public QTextBlockUserData
{
public:
    explicit ParagraphKey(std::shared_ptr<Paragraph> of) : paragraph(std::move(of)) {}
    std::shared_ptr<Paragraph> paragraph;
};

SpellingMarks::SpellingMarks(QTextDocument &document, Speller &speller, QObject *parent)
    : QObject(parent), m_document(document), m_speller(speller), m_blocks(document.blockCount())
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(pauseMs);
    connect(&m_pause, &QTimer::timeout, this, &SpellingMarks::ask);
    connect(&m_document, &QTextDocument::contentsChange, this, &SpellingMarks::noteChange);
    connect(&m_speller, &Speller::verdictsChanged, this, &SpellingMarks::askAll);
    connect(&m_speller.checker(), &spelling::BackgroundChecker::checked, this, &SpellingMarks::take);
    askAll();
}

SpellingMarks::~SpellingMarks()
{
    for (auto key = m_paragraphs.keyBegin(); key != m_paragraphs.keyEnd(); ++key)
        m_speller.checker().forget(*key);
}

QVector<spelling::Misspelling> SpellingMarks::inBlock(const QTextBlock &block) const
{
    const auto *key = static_cast<ParagraphKey *>(block.userData());
    return key ? key->paragraph->marks : QVector<spelling::Misspelling>();
}

std::optional<QTextCursor> SpellingMarks::at(int position) const
{
    const QTextBlock block = m_document.findBlock(position);
    const int place = position - block.position();
    for (const spelling::Misspelling &mark : inBlock(block)) {
        if (mark.start <= place && place <= mark.start + mark.length)
            return selected(block, mark);
    }
    return std::nullopt;
}

std::optional<QTextCursor> SpellingMarks::next(int position) const
{
    std::optional<QTextCursor> first;
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        for (const spelling::Misspelling &mark : inBlock(block)) {
            if (block.position() + mark.start >= position)
                return selected(block, mark);
            if (!first)
                first = selected(block, mark);
        }
    }
    return first;
}

std::optional<QTextCursor> SpellingMarks::previous(int position) const
{
    std::optional<QTextCursor> last;
    for (QTextBlock block = m_document.lastBlock(); block.isValid(); block = block.previous()) {
        const QVector<spelling::Misspelling> marks = inBlock(block);
        for (auto mark = marks.rbegin(); mark != marks.rend(); ++mark) {
            if (block.position() + mark->start + mark->length <= position)
                return selected(block, *mark);
            if (!last)
                last = selected(block, *mark);
        }
    }
    return last;
}

bool SpellingMarks::isUpToDate() const
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const auto *key = static_cast<ParagraphKey *>(block.userData());
        if (!key || key->paragraph->answered != key->paragraph->revision)
            return false;
    }
    return true;
}

std::shared_ptr<SpellingMarks::Paragraph> SpellingMarks::paragraphOf(QTextBlock block)
{
    if (const auto *known = static_cast<ParagraphKey *>(block.userData()))
        return known->paragraph;
    auto paragraph = std::make_shared<Paragraph>();
    paragraph->key = m_speller.newKey();
    m_paragraphs.insert(paragraph->key, paragraph);
    block.setUserData(new ParagraphKey(paragraph)); // the block owns it
    return paragraph;
}

void SpellingMarks::noteChange(int position, int removed, int added)
{
    if (removed == 0 && added == 0)
        return;
    QTextBlock block = m_document.findBlock(position);
    const QTextBlock last = m_document.findBlock(position + added);
    const int place = position - block.position();
    const int blocks = std::exchange(m_blocks, m_document.blockCount());
    if (block == last && blocks == m_blocks)
        paragraphOf(block)->move(place, removed, added);
    else
        paragraphOf(block)->cut(place);
    while (block.isValid() && block != last) {
        block = block.next();
        if (block.isValid())
            paragraphOf(block)->clear();
    }
    if (!m_pause.isActive())
        m_pause.start();
}

void SpellingMarks::askAll()
{
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const auto paragraph = paragraphOf(block);
        ++paragraph->revision;
        if (!m_speller.isChecking())
            paragraph->marks.clear();
    }
    ask();
    Q_EMIT changed();
}

void SpellingMarks::ask()
{
    if (!m_speller.isChecking())
        return;
    m_paragraphs.removeIf([this](const auto &entry) {
        const bool isGone = entry.value().expired();
        if (isGone)
            m_speller.checker().forget(entry.key());
        return isGone;
    });
    for (QTextBlock block = m_document.begin(); block.isValid(); block = block.next()) {
        const auto paragraph = paragraphOf(block);
        if (paragraph->asked == paragraph->revision)
            continue;
        paragraph->asked = paragraph->revision;
        m_speller.checker().requestCheck(paragraph->key, paragraph->revision, block.text());
    }
}

void SpellingMarks::take(quint64 key, int revision, const QVector<spelling::Misspelling> &misspellings)
{
    const auto found = m_paragraphs.constFind(key);
    const auto paragraph = found == m_paragraphs.cend() ? nullptr : found->lock();
    if (!paragraph || paragraph->revision != revision)
        return;
    paragraph->answered = revision;
    if (!m_speller.isChecking() || paragraph->marks == misspellings)
        return;
    paragraph->marks = misspellings;
    Q_EMIT changed();
}

} // namespace ui
