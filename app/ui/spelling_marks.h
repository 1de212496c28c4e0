// SpellingMarks: which words of one document are misspelled. Only paragraphs that changed are asked about again, in the
// background and after a short pause; an answer counts for the revision of the paragraph that it was asked for. Until
// it comes, marks move along with the text. Lives in the window's thread; knows no widget.
#pragma once

#include "spelling/checker.h"

#include <QHash>
#include <QObject>
#include <QTextCursor>
#include <QTimer>

#include <memory>
#include <optional>

class QTextBlock;
class QTextDocument;

namespace ui {

class Speller;

class SpellingMarks final : public QObject
{
    Q_OBJECT

public:
    // Both must outlive this.
    SpellingMarks(QTextDocument &document, Speller &speller, QObject *parent = nullptr);
    ~SpellingMarks() override;

    // Places count from the beginning of the block.
    [[nodiscard]] QVector<spelling::Misspelling> inBlock(const QTextBlock &block) const;
    // The misspelling at that place of the document, selected.
    [[nodiscard]] std::optional<QTextCursor> at(int position) const;
    // The next one that begins at `position` or behind it, or else the first of the document.
    [[nodiscard]] std::optional<QTextCursor> next(int position) const;
    // The last one that ends at `position` or before it, or else the last of the document.
    [[nodiscard]] std::optional<QTextCursor> previous(int position) const;
    // Every change so far has been answered.
    [[nodiscard]] bool isUpToDate() const;

Q_SIGNALS:
    void changed();

private:
    struct Paragraph;
    class ParagraphKey;

    std::shared_ptr<Paragraph> paragraphOf(QTextBlock block);
    void noteChange(int position, int removed, int added);
    void askAll();
    void ask();
    void take(quint64 key, int revision, const QVector<spelling::Misspelling> &misspellings);

    QTextDocument &m_document;
    Speller &m_speller;
    QHash<quint64, std::weak_ptr<Paragraph>> m_paragraphs;
    QTimer m_pause;
    int m_blocks = 0; // of the document at the last change
};

} // namespace ui
