// The desktop program: postbag [DESK].
#include "base/clock.h"
#include "editorial/translation.h"
#include "ui/main_window.h"
#include "ui/palette.h"
#include "ui/paper_style.h"
#include "ui/reading_font.h"

#include <QApplication>
#include <QCommandLineParser>

#include <algorithm>

namespace {

void name(QCoreApplication &application)
{
    application.setOrganizationName(QStringLiteral("Postbag"));
    application.setApplicationName(QStringLiteral("postbag"));
    application.setApplicationVersion(QStringLiteral(POSTBAG_VERSION));
}

// The desk named on the command line, if any. Ends the program where it was asked for help or used wrongly.
QString deskIn(const QCoreApplication &application)
{
    QCommandLineParser arguments;
    arguments.setApplicationDescription(QCoreApplication::translate("main", "The desk of an advice column."));
    arguments.addHelpOption();
    arguments.addVersionOption();
    arguments.addPositionalArgument(QStringLiteral("DESK"),
                                    QCoreApplication::translate("main", "The desk to open, a .postbag file."),
                                    QStringLiteral("[DESK]"));
    arguments.process(application);
    return arguments.positionalArguments().value(0);
}

// Help and version are given without a display.
bool asksForHelp(int argc, char *argv[])
{
    return std::any_of(argv + 1, argv + argc, [](const char *argument) {
        const QByteArrayView text(argument);
        return text == "-h" || text == "--help" || text == "--help-all" || text == "-v" || text == "--version";
    });
}

int show(QApplication &application)
{
    QApplication::setDesktopFileName(QStringLiteral("postbag"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/postbag.svg")));
    editorial::addTranslations(application);
    const QString desk = deskIn(application);
    ui::addBundledFonts();
    ui::PaperStyle::useWhereFitting();
    const ui::PaletteFollower palette;
    editorial::Settings settings;
    const base::SystemClock clock;
    ui::MainWindow window(settings, clock);
    window.show();
    if (!desk.isEmpty())
        window.openDesk(desk);
    return QApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    if (asksForHelp(argc, argv)) {
        QCoreApplication application(argc, argv);
        name(application);
        return deskIn(application).isNull() ? 0 : 2;
    }
    QApplication application(argc, argv);
    name(application);
    return show(application);
}
