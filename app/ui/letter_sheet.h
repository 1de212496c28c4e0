// LetterSheet: a letter to read, on a toned sheet, in the reading face, at a measure of about 66 characters. Shows
// plain text only: nothing in it is a link, loaded or run. The window's thread.
#pragma once

#include <QTextEdit>

namespace ui {

class LetterSheet final : public QTextEdit
{
    Q_OBJECT

public:
    explicit LetterSheet(QWidget *parent = nullptr);

    // The label above the letter ("DEAR HAZEL"), the text, the signature below; empty parts are left out.
    void showLetter(const QString &label, const QString &text, const QString &signature);
    void setReadingFont(const QFont &font);
    // A page on; false if the end was in sight already.
    bool readOn();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void layOut();
    void setMargins();
    void colour();

    QString m_label;
    QString m_text;
    QString m_signature;
};

} // namespace ui
