// TagPanel: what is kept of one tag besides its name: the description of its topic page and its synonyms. Saves by
// itself a moment after somebody stopped typing; a synonym that cannot be used is told below its field, and never
// costs the description. The window's thread.
#pragma once

#include "desk/tag.h"
#include "ui/room.h"
#include "ui/workplace.h"

#include <QTimer>

#include <memory>
#include <optional>

namespace Ui {
class TagPanel;
}

namespace ui {

class TagPanel final : public QWidget
{
    Q_OBJECT

public:
    explicit TagPanel(Workplace &workplace, QWidget *parent = nullptr);
    ~TagPanel() override;

    // Shows the tag, or nothing. What is typed and not saved yet stays where it is the same tag as before, and is saved
    // where it is another. `path`: "family › siblings".
    void showTag(const std::optional<desk::Tag> &tag, const desk::TagCounts &counts = {}, const QString &path = {});
    void takeFocus();
    void flush(Room::Flushed then);

Q_SIGNALS:
    void articlesWanted();
    void lettersWanted();
    void left(); // Escape was pressed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void build();
    void addButton(ActionId id);
    void showCounts(const desk::TagCounts &listed);
    void readCounts();
    void showTexts();
    void showProblem();
    void noteEdit();
    void save(Room::Flushed then);
    void saved(const desk::TagId &tag, const std::optional<base::Error> &refused);
    [[nodiscard]] bool isAsKept() const;
    void useFont();

    Workplace &m_workplace;
    std::unique_ptr<Ui::TagPanel> m_form;
    std::optional<desk::Tag> m_tag;
    desk::TagCounts m_own;                // without the tags below it
    std::optional<base::Error> m_refused; // why the synonyms could not be kept
    QTimer m_pause;
    bool m_edited = false;
    int m_saving = 0; // saves that are not done yet
};

} // namespace ui
