// A session with a desk in a temporary folder, a clock that stands still and settings of its own; letters come from
// messages of invented people. For tests of what the window shows.
#pragma once

#include "base/clock.h"
#include "editorial/importing.h"
#include "ui/workplace.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

class OpenSession
{
public:
    OpenSession()
        : clock(QDateTime(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC))
        , settings(folder.filePath(QStringLiteral("settings.ini")))
    {}

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("test.postbag")); }

    // A new desk of the column "Ask Juniper"; false if it could not be made.
    bool open()
    {
        session = std::make_unique<editorial::Session>(clock);
        bool done = false;
        bool opened = false;
        session->open(
            [path = path()](const base::Clock &now) {
                return editorial::Desk::create(
                    path,
                    desk::newMasthead(QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), QStringLiteral("UTC")),
                    now);
            },
            &context,
            [&](const base::Result<void> &result) {
                done = true;
                opened = result.has_value();
            });
        return QTest::qWaitFor([&done] { return done; }) && opened;
    }

    // A mailbox with that many letters, the newest last.
    QString mailbox(int letters) const
    {
        QFile file(folder.filePath(QStringLiteral("letters.mbox")));
        if (!file.open(QIODevice::WriteOnly))
            return {};
        const QDateTime first(QDate(2026, 5, 1), QTime(8, 0), Qt::UTC);
        for (int n = 1; n <= letters; ++n) {
            const QByteArray number = QByteArray::number(n);
            const QByteArray date = first.addSecs(n * 60).toString(Qt::RFC2822Date).toLatin1();
            file.write("From prue@quill.example Fri May  1 10:00:00 2026\nFrom: Prudence Quill <prue@quill.example>\n"
                       "Subject: Worry " +
                       number + "\nMessage-ID: <" + number + "@fixture.example>\nDate: " + date +
                       "\n\nDear Juniper, this is worry number " + number + ".\n\n");
        }
        return file.fileName();
    }

    // Runs the work and waits for it; false if it failed.
    template <typename Work>
    bool run(Work work)
    {
        bool done = false;
        bool well = false;
        session->run(&context, std::move(work), [&](const auto &result) {
            done = true;
            well = result.has_value();
        });
        return QTest::qWaitFor([&done] { return done; }) && well;
    }

    bool bringIn(int letters)
    {
        const QString file = mailbox(letters);
        return run([file](editorial::Desk &desk) {
            base::NoProgress progress;
            return editorial::importLetters(desk, {{file}, {}, false}, progress);
        });
    }

    // The letter that the message became; null if it failed.
    desk::LetterId bringIn(const QByteArray &message)
    {
        QFile file(folder.filePath(QStringLiteral("letter.eml")));
        if (!file.open(QIODevice::WriteOnly) || file.write(message) != message.size())
            return {};
        file.close();
        desk::LetterId letter;
        const bool isIn = run([&letter, path = file.fileName()](editorial::Desk &desk) {
            base::NoProgress progress;
            auto report = editorial::importLetters(desk, {{path}, {}, false}, progress);
            if (report)
                letter = report->letters.value(0);
            return report;
        });
        return isIn ? letter : desk::LetterId();
    }

    QTemporaryDir folder;
    base::FixedClock clock;
    editorial::Settings settings;
    std::unique_ptr<editorial::Session> session;
    QObject context;
};
