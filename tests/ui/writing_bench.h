// A writing room on an open desk, without the rest of the window, and the ways in which tests look at it and at what is
// on the desk.
#pragma once

#include "editorial/writing.h"
#include "open_session.h"
#include "ui/text_sheet.h"
#include "ui/writing_room.h"

#include <QSignalSpy>
#include <QStandardPaths>

class WritingBench
{
public:
    // False if the desk or the room could not be made.
    bool open(int count)
    {
        QStandardPaths::setTestModeEnabled(true);
        if (!files.open() || !files.bringIn(count))
            return false;
        files.settings.setValue(editorial::Setting::PersonalWords, files.folder.filePath(QStringLiteral("words.txt")));
        files.settings.setValue(editorial::Setting::JournalFolder, journalFolder());
        workplace.emplace(ui::Workplace{*files.session, files.settings, notices, undo, actions});
        room = std::make_unique<ui::WritingRoom>(*workplace);
        room->resize(1000, 700);
        room->show();
        actions.setAvailable(ui::Need::Desk, true);
        room->enter();
        return QTest::qWaitForWindowExposed(room.get()) && readLetters();
    }

    [[nodiscard]] QString journalFolder() const { return files.folder.filePath(QStringLiteral("journal")); }

    template <typename Widget>
    Widget *part(const char *name) const
    {
        return room->findChild<Widget *>(QString::fromLatin1(name));
    }
    [[nodiscard]] ui::TextSheet *letter() const { return part<ui::TextSheet>("letterSheet"); }
    [[nodiscard]] ui::TextSheet *answer() const { return part<ui::TextSheet>("answerSheet"); }
    void trigger(ui::ActionId id) const { actions.action(id)->trigger(); }

    // Answers the letter and waits until it is shown.
    bool answerLetter(const desk::LetterId &id)
    {
        QSignalSpy shown(room.get(), &ui::WritingRoom::articleShown);
        room->answerLetter(id);
        return !shown.isEmpty() || shown.wait();
    }
    bool openArticle(const desk::ArticleId &id, const desk::LetterId &focus = {})
    {
        QSignalSpy shown(room.get(), &ui::WritingRoom::articleShown);
        room->openArticle(id, focus);
        return !shown.isEmpty() || shown.wait();
    }

    // As another connection finds it; a default value if it cannot be read.
    editorial::ArticleView stored(const desk::ArticleId &id)
    {
        editorial::ArticleView view;
        bool done = false;
        files.session->start(
            QStringLiteral("read"), &files.context,
            [id](editorial::Desk &desk, base::Progress &) { return editorial::article(desk, id); },
            [&](const base::Result<editorial::ArticleView> &read) {
                done = true;
                if (read)
                    view = *read;
            });
        (void)QTest::qWaitFor([&done] { return done; });
        return view;
    }

    bool flush()
    {
        bool done = false;
        bool well = false;
        room->flush([&](const base::Result<void> &outcome) {
            done = true;
            well = outcome.has_value();
        });
        return QTest::qWaitFor([&done] { return done; }) && well;
    }

    OpenSession files;
    ui::Notices notices;
    QUndoStack undo;
    ui::Actions actions;
    std::optional<ui::Workplace> workplace;
    std::unique_ptr<ui::WritingRoom> room;
    QList<desk::LetterId> letters; // the oldest first

private:
    bool readLetters()
    {
        return files.run([this](editorial::Desk &desk) {
            editorial::LetterQuery query;
            query.order = editorial::LetterOrder::Oldest;
            auto found = editorial::letters(desk, query);
            if (found) {
                for (const editorial::LetterItem &item : *found)
                    letters.append(item.row.id);
            }
            return found;
        });
    }
};
