#include "ui/raw_message.h"

#include "base/files.h"
#include "editorial/arrival.h"
#include "ui/raw_message_dialog.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileDialog>
#include <QStandardPaths>

namespace ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ui::raw_message)
};

struct Raw {
    qint64 number = 0; // of the letter
    QByteArray bytes;
};

base::Result<Raw> readRaw(editorial::Desk &desk, const desk::LetterId &letter)
{
    const auto arrival = editorial::arrival(desk, letter);
    if (!arrival)
        return arrival.error();
    auto bytes = editorial::rawMessage(desk, letter);
    if (!bytes)
        return bytes.error();
    if (bytes->isEmpty())
        return base::Error{base::Error::Kind::NotFound,
                           Words::tr("There is no message of this letter: it was typed at the desk.")};
    return Raw{arrival->number, *std::move(bytes)};
}

// Calls `then` with the raw message, while `window` is there.
template <typename Then>
void withRaw(Workplace &workplace, const desk::LetterId &letter, QWidget *window, Then then)
{
    workplace.session.run(
        window, [letter](editorial::Desk &desk) { return readRaw(desk, letter); },
        [&workplace, then](const base::Result<Raw> &raw) {
            if (raw)
                then(*raw);
            else if (raw.error().kind == base::Error::Kind::NotFound)
                workplace.notices.news(raw.error().message);
            else
                workplace.notices.error(raw.error());
        });
}

void askWhereTo(Workplace &workplace, const Raw &raw, QWidget *window)
{
    auto *dialog = new QFileDialog(window, Words::tr("Save the raw message"));
    dialog->setObjectName(QStringLiteral("saveRaw"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(QStringLiteral("eml"));
    dialog->setDirectory(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    dialog->selectFile(Words::tr("letter-%1.eml").arg(raw.number));
    QObject::connect(dialog, &QFileDialog::fileSelected, window, [&workplace, raw, window](const QString &path) {
        workplace.session.run(
            window, [raw, path](editorial::Desk &) { return base::writeFile(path, raw.bytes); },
            [&workplace, path](const base::Result<void> &saved) {
                if (saved)
                    workplace.notices.news(Words::tr("The raw message is now in %1. It tells who wrote.")
                                               .arg(QDir::toNativeSeparators(path)));
                else
                    workplace.notices.error(saved.error());
            });
    });
    dialog->open();
}

} // namespace

void showRawMessage(Workplace &workplace, const desk::LetterId &letter, QWidget *window)
{
    withRaw(workplace, letter, window, [&workplace, window](const Raw &raw) {
        auto *dialog = new RawMessageDialog(raw.bytes, raw.number, window);
        QObject::connect(dialog, &RawMessageDialog::saveWanted, window,
                         [&workplace, raw, dialog] { askWhereTo(workplace, raw, dialog); });
        dialog->open();
    });
}

void saveRawMessage(Workplace &workplace, const desk::LetterId &letter, QWidget *window)
{
    withRaw(workplace, letter, window, [&workplace, window](const Raw &raw) { askWhereTo(workplace, raw, window); });
}

} // namespace ui
