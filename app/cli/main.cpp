#include "base/clock.h"
#include "cli/program.h"
#include "editorial/translation.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("postbag"));
    QCoreApplication::setApplicationVersion(QStringLiteral(POSTBAG_VERSION));
    editorial::addTranslations(application);
    const base::SystemClock clock;
    return cli::run(QCoreApplication::arguments().mid(1), clock);
}
