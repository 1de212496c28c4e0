// A desk in a temporary folder with a clock that stands still, and letters of invented people to put on it.
#pragma once

#include "editorial/desk.h"
#include "editorial/importing.h"
#include "editorial/inbox.h"
#include "editorial/writing.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

// Takes the value out of a Result, or ends the test function with the error's message.
#define TAKE(variable, expression)                                                                                     \
    auto variable##Result = (expression);                                                                              \
    QVERIFY2(variable##Result.has_value(), qPrintable(errorText(variable##Result)));                                   \
    auto &variable = *variable##Result
#define DO(expression)                                                                                                 \
    do {                                                                                                               \
        const auto outcome = (expression);                                                                             \
        QVERIFY2(outcome.has_value(), qPrintable(errorText(outcome)));                                                 \
    } while (false)

template <typename T>
QString errorText(const base::Result<T> &result)
{
    return result.has_value() ? QString()
                              : QString(result.error().message + QLatin1String(" / ") + result.error().detail);
}

class DeskFixture
{
public:
    DeskFixture() : clock(QDateTime(QDate(2026, 6, 1), QTime(9, 0), Qt::UTC))
    {
        desk = value(editorial::Desk::create(
            path(),
            desk::newMasthead(QStringLiteral("Ask Juniper"), QStringLiteral("en-GB"), QStringLiteral("Europe/London")),
            clock));
    }

    [[nodiscard]] QString path() const { return folder.filePath(QStringLiteral("test.postbag")); }

    QString writeFile(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write a fixture");
        return file.fileName();
    }

    // Brings in one message and gives its letter.
    desk::LetterId letter(const QByteArray &subject, const QByteArray &text,
                          const QByteArray &from = "Prudence Quill <prue@quill.example>")
    {
        const QByteArray id = QByteArray::number(++m_letters) + "@fixture.example";
        const QString file = writeFile(QStringLiteral("%1.eml").arg(m_letters),
                                       "From: " + from + "\nSubject: " + subject + "\nMessage-ID: <" + id +
                                           ">\nDate: Fri, 1 May 2026 10:00:00 +0000\n\n" + text + "\n");
        base::NoProgress progress;
        return value(editorial::importLetters(*desk, {{file}, {}, false}, progress)).letters.value(0);
    }

    // A letter with an answer, ready to go out.
    desk::ArticleId article(const QByteArray &subject, const QString &answer)
    {
        const desk::LetterId id = letter(subject, "Something is the matter with my " + subject + ".");
        const auto started = value(editorial::startAnswer(*desk, id));
        desk::Answer text = value(editorial::article(*desk, started)).article.answers.first();
        text.text = answer;
        value(editorial::saveAnswer(*desk, started, text));
        value(editorial::moveArticles(*desk, {started}, desk::ArticleStage::Approved));
        return started;
    }

    QTemporaryDir folder;
    base::FixedClock clock;
    std::unique_ptr<editorial::Desk> desk;

private:
    // What cannot fail while a fixture is made; says why where it does.
    template <typename T>
    static T value(base::Result<T> result)
    {
        if (!result)
            qFatal("a fixture could not be made: %s", qPrintable(errorText(result)));
        return std::move(*result);
    }

    int m_letters = 0;
};
