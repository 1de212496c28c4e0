#include "ui/speller.h"

#include "spelling/personal_words.h"

namespace ui {

namespace {

spelling::BackgroundChecker::Places placesFrom(const editorial::Settings &settings)
{
    const QString own = settings.value(editorial::Setting::PersonalWords).toString();
    return {spelling::dictionaryFolders(), own.isEmpty() ? spelling::PersonalWords::defaultPath() : own};
}

} // namespace

Speller::Speller(editorial::Settings &settings, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_checker(placesFrom(settings))
    , m_isOn(settings.value(editorial::Setting::SpellingOn).toBool())
{
    connect(&m_checker, &spelling::BackgroundChecker::languageReady, this, [this](const QString &tag) {
        m_isLoading = false;
        m_dictionary = tag;
        m_problem.clear();
        Q_EMIT verdictsChanged();
        Q_EMIT statementChanged();
    });
    connect(&m_checker, &spelling::BackgroundChecker::wordAdded, this, &Speller::verdictsChanged);
    connect(&m_checker, &spelling::BackgroundChecker::failed, this, &Speller::noteFailure);
}

void Speller::setLanguage(const QString &tag)
{
    if (tag == m_language)
        return;
    m_language = tag;
    m_dictionary.clear();
    m_isLoading = true;
    m_checker.setLanguage(tag);
}

void Speller::setOn(bool on)
{
    if (on == m_isOn)
        return;
    m_isOn = on;
    m_settings.setValue(editorial::Setting::SpellingOn, on);
    Q_EMIT verdictsChanged();
    Q_EMIT statementChanged();
}

QString Speller::statement() const
{
    if (!m_isOn)
        return tr("spelling off");
    if (!m_dictionary.isEmpty())
        return m_dictionary;
    if (m_problem.isEmpty())
        return {};
    return tr("no dictionary for %1: install hunspell-%2").arg(m_language, m_language.section(QLatin1Char('-'), 0, 0));
}

void Speller::noteFailure(const base::Error &error)
{
    if (!m_isLoading) {
        Q_EMIT failed(error);
        return;
    }
    m_isLoading = false;
    m_problem = error.message;
    Q_EMIT verdictsChanged();
    Q_EMIT statementChanged();
}

} // namespace ui
