// OpenText: one text while the writing room has it open: its document with its undo history, and where the caret and
// the scroll bar stood. It gives every byte back as it came as long as nothing was changed. Lives in the window's
// thread; knows no widget.
#pragma once

#include <QObject>
#include <QTextDocument>

namespace ui {

class OpenText final : public QObject
{
    Q_OBJECT

public:
    // `lineHeight` in percent of the font's own.
    OpenText(const QString &text, const QFont &font, int lineHeight, QObject *parent = nullptr);

    [[nodiscard]] QTextDocument *document() { return &m_document; }
    [[nodiscard]] QString text() const;
    // Puts another text in its place, as one step that can be undone.
    void replace(const QString &text);

    struct Place {
        int anchor = 0;
        int caret = 0;
        int scroll = 0;
    };
    [[nodiscard]] const Place &place() const { return m_place; }
    void setPlace(const Place &place) { m_place = place; }

Q_SIGNALS:
    void edited();

private:
    QTextDocument m_document;
    QString m_loaded;    // as it came
    QString m_loadedRaw; // as the document gives it back
    Place m_place;
};

} // namespace ui
