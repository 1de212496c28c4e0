// A workplace over the sample desk, and what tests of rooms ask of widgets: find one by its name, wait until the desk
// is quiet, and see that every control has a name for those who do not see it.
#pragma once

#include "editorial/sample_desk.h"
#include "editorial/tags.h"
#include "editorial/writing.h"
#include "open_session.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QSignalSpy>
#include <QTextEdit>

class SampleWorkplace : public OpenSession
{
public:
    // Whatever is told to the person ends in the log of the test.
    SampleWorkplace()
    {
        QObject::connect(&notices, &ui::Notices::shown, &context,
                         [](int, const ui::Notice &notice) { qInfo("notice: %s", qPrintable(notice.text)); });
    }

    bool openSample()
    {
        return open() && run([](editorial::Desk &desk) { return editorial::fillWithSample(desk); });
    }

    ui::Workplace &workplace()
    {
        if (!m_workplace)
            m_workplace.emplace(ui::Workplace{*session, settings, notices, undo, actions});
        return *m_workplace;
    }

    // Waits until all that was handed to the desk is done, and what that led to.
    bool settle()
    {
        const auto isQuiet = [this] {
            return !session->isBusy() && session->jobs().isEmpty();
        };
        for (int round = 0; round < 3; ++round) {
            if (!QTest::qWaitFor(isQuiet, 20000))
                return false;
            QCoreApplication::sendPostedEvents();
            QTest::qWait(1);
        }
        return isQuiet();
    }

    editorial::TagTree tags()
    {
        editorial::TagTree tree;
        run([&tree](editorial::Desk &desk) {
            auto read = editorial::tags(desk);
            if (read)
                tree = *read;
            return read;
        });
        return tree;
    }

    // A null id where there is no such tag.
    desk::Tag tag(const QString &name)
    {
        const QList<desk::Tag> all = tags().tags;
        const auto found =
            std::find_if(all.begin(), all.end(), [&](const desk::Tag &each) { return each.name == name; });
        return found == all.end() ? desk::Tag() : *found;
    }

    ui::Notices notices;
    QUndoStack undo;
    ui::Actions actions;

private:
    std::optional<ui::Workplace> m_workplace;
};

template <typename Widget = QWidget>
Widget *named(const QWidget &parent, const char *name)
{
    auto *found = parent.findChild<Widget *>(QLatin1String(name));
    if (!found)
        qFatal("there is no widget %s", name);
    return found;
}

inline void click(const QWidget &parent, const char *name)
{
    QTest::mouseClick(named<QAbstractButton>(parent, name), Qt::LeftButton);
}

// The dialog of that class that stands over the window; null if there is none.
template <typename Dialog>
Dialog *openDialog(const QWidget &window)
{
    for (auto *dialog : window.findChildren<Dialog *>()) {
        if (dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

// The controls that say nothing to those who do not see them.
inline QStringList namelessControls(const QWidget &root)
{
    QStringList nameless;
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        const bool isInside = widget->objectName().startsWith(QLatin1String("qt_"));
        const bool isControl =
            qobject_cast<const QComboBox *>(widget) || qobject_cast<const QAbstractItemView *>(widget) ||
            qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QPlainTextEdit *>(widget) ||
            qobject_cast<const QTextEdit *>(widget) || qobject_cast<const QProgressBar *>(widget) ||
            qobject_cast<const QAbstractSpinBox *>(widget);
        const auto *button = qobject_cast<const QAbstractButton *>(widget);
        const bool isPart = qobject_cast<const QComboBox *>(widget->parentWidget()) ||
                            qobject_cast<const QAbstractSpinBox *>(widget->parentWidget()) ||
                            qobject_cast<const QLineEdit *>(widget->parentWidget()) || widget->isWindow() ||
                            widget->inherits("QComboBoxListView") || widget->inherits("QHeaderView") ||
                            widget->inherits("QTableCornerButton");
        if (isInside || isPart || !(isControl || button))
            continue;
        bool hasName = !widget->accessibleName().isEmpty() || (button && !button->text().isEmpty());
        for (const QLabel *label : root.findChildren<QLabel *>())
            hasName = hasName || label->buddy() == widget;
        if (!hasName)
            nameless.append(QLatin1String(widget->metaObject()->className()) + QLatin1Char(' ') + widget->objectName());
    }
    return nameless;
}
