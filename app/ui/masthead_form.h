// MastheadForm: the fields of a masthead on four leaves: column, texts, site, author. Says below each field at once
// what is wrong with it, and elsewhere what it leads to. The window's thread.
#pragma once

#include "desk/masthead.h"
#include "ui/workplace.h"

#include <QWidget>

#include <functional>
#include <memory>

class QComboBox;
class QLabel;
class QLineEdit;

namespace Ui {
class MastheadForm;
}

namespace ui {

class MarkdownField;

class MastheadForm final : public QWidget
{
    Q_OBJECT

public:
    explicit MastheadForm(Workplace &workplace, QWidget *parent = nullptr);
    ~MastheadForm() override;

    void setMasthead(const desk::Masthead &masthead);
    // What was set, with the fields as typed.
    [[nodiscard]] desk::Masthead masthead() const;
    // A picture to be read in for the author; empty: none.
    [[nodiscard]] QString pictureFile() const;

    [[nodiscard]] bool isEdited() const { return typed() != m_asSet; }
    // The titles of the fields that cannot be used as they are.
    [[nodiscard]] QStringList problems() const;
    void showFirstProblem();

Q_SIGNALS:
    void edited();

private:
    struct Field {
        const desk::MastheadField *row;
        QWidget *editor;
        QLabel *note;
        std::function<QString()> text;
        std::function<void(const QString &)> setText;
        std::function<QString(const QString &accepted)> hint; // may be empty
    };

    void fillBoxes();
    void addFields();
    void add(QLatin1String key, QLineEdit *edit, QLabel *note, std::function<QString(const QString &)> hint = {});
    void add(QLatin1String key, QComboBox *box, QLabel *note, std::function<QString(const QString &)> hint);
    void add(QLatin1String key, MarkdownField *field);
    void addField(Field field);
    void connectParts();
    void check();
    void showSample();
    [[nodiscard]] QStringList typed() const;
    [[nodiscard]] QString exampleAddress(const QString &pattern) const;

    std::unique_ptr<Ui::MastheadForm> m_form;
    QList<Field> m_fields;
    desk::Masthead m_masthead;
    QStringList m_asSet;
    bool m_setting = false;
};

} // namespace ui
