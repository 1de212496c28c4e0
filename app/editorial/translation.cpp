#include "editorial/translation.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace editorial {

void addTranslations(QCoreApplication &application)
{
    auto *qt = new QTranslator(&application);
    if (qt->load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                 QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qt);
    auto *own = new QTranslator(&application);
    const QString folder = QStringLiteral(":/postbag/translations");
    if (own->load(QLocale(), QStringLiteral("postbag"), QStringLiteral("_"), folder) ||
        own->load(QStringLiteral("postbag_en"), folder))
        QCoreApplication::installTranslator(own);
}

} // namespace editorial
