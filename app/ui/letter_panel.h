// LetterPanel: the letter of the writing room, edited or as it came, with the signature and the place that will be
// printed under it, and what came with the letter. Lives in the window's thread.
#pragma once

#include "ui/text_panel.h"

class QLineEdit;
class QToolButton;

namespace ui {

class AttachmentStrip;
class OpenPair;

class LetterPanel final : public TextPanel
{
    Q_OBJECT

public:
    // Takes the strip as its child.
    explicit LetterPanel(AttachmentStrip *attachments, QWidget *parent = nullptr);

    // Null: nothing. The pair must outlive its being shown.
    void showPair(OpenPair *pair);
    void setOriginalShown(bool shown);
    [[nodiscard]] bool isOriginalShown() const { return m_isOriginal; }
    // Stands under the edited letter; in the original nothing is hidden.
    void setFoldedLine(QWidget *line);
    // The most words that a printed letter should have; 0: no limit.
    void setMostWords(int words);
    [[nodiscard]] AttachmentStrip *attachments() const { return m_attachments; }
    // Below the letter; the widget belongs to the panel from then on.
    void showBelow(QWidget *widget) { addBelow(widget); }

Q_SIGNALS:
    // Signature or place are not what they were.
    void fieldsEdited();

protected:
    void showCount(qsizetype words) override;

private:
    QToolButton *addSwitch(const QString &text, const QString &name, bool original);
    QWidget *makeFields();
    void showText();
    void showFields();

    OpenPair *m_pair = nullptr;
    bool m_isOriginal = false;
    int m_mostWords = 0;
    QWidget *m_below;
    QToolButton *m_editedSwitch;
    QToolButton *m_originalSwitch;
    QLineEdit *m_signature;
    QLineEdit *m_place;
    AttachmentStrip *m_attachments;
};

} // namespace ui
