// TagField: the tags of an article as chips, and a line to add more: comma or Enter adds what is typed, Backspace in
// the empty line takes the last one away, and so does a click on a chip. It shows what it is told; what the person
// wants changed goes out as a signal. The window's thread.
#pragma once

#include <QStringList>
#include <QWidget>

class QCompleter;
class QLineEdit;
class QStringListModel;

namespace ui {

class FlowLayout;

class TagField final : public QWidget
{
    Q_OBJECT

public:
    explicit TagField(QWidget *parent = nullptr);

    void setTags(const QStringList &tags);
    [[nodiscard]] const QStringList &tags() const { return m_tags; }
    // What the line completes to.
    void setKnownTags(const QStringList &tags);

Q_SIGNALS:
    void tagsAdded(const QStringList &tags);
    void tagRemoved(const QString &tag);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void addTyped();
    QWidget *makeChip(const QString &tag);

    FlowLayout *m_layout;
    QLineEdit *m_line;
    QStringListModel *m_known;
    QCompleter *m_completer;
    QStringList m_tags;
};

} // namespace ui
