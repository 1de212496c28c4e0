// Speller: the spelling of one writing room: the language of the masthead, whether checking is on, and the one
// background checker that all its texts share. Lives in the window's thread; owned by the room.
#pragma once

#include "editorial/settings.h"
#include "spelling/background_checker.h"

#include <QObject>

namespace ui {

class Speller final : public QObject
{
    Q_OBJECT

public:
    explicit Speller(editorial::Settings &settings, QObject *parent = nullptr);

    void setLanguage(const QString &tag); // BCP 47
    void setOn(bool on);                  // remembered
    [[nodiscard]] bool isOn() const { return m_isOn; }
    // There is a dictionary, and checking is on.
    [[nodiscard]] bool isChecking() const { return m_isOn && !m_dictionary.isEmpty(); }
    // For a status line: "en-GB", "spelling off", or what to install.
    [[nodiscard]] QString statement() const;
    [[nodiscard]] QString explanation() const { return m_problem; } // a sentence, where something is missing

    // A key that no other text of this room has.
    [[nodiscard]] quint64 newKey() { return ++m_lastKey; }
    [[nodiscard]] spelling::BackgroundChecker &checker() { return m_checker; }

Q_SIGNALS:
    void statementChanged();
    // All texts are to be checked again.
    void verdictsChanged();
    void failed(const base::Error &error);

private:
    void noteFailure(const base::Error &error);

    editorial::Settings &m_settings;
    spelling::BackgroundChecker m_checker;
    QString m_language;
    QString m_dictionary; // tag of the one in use; empty: none
    QString m_problem;
    quint64 m_lastKey = 0;
    bool m_isOn = true;
    bool m_isLoading = false;
};

} // namespace ui
