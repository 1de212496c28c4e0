// BackgroundChecker: a Checker on a thread of its own, for a window in which somebody types. No call waits: requests
// are noted and answered by signals, on the thread that owns this object, as soon as its event loop runs. Loading the
// dictionary and writing the personal words happen on that other thread too. Destroying it waits for the one word or
// text in work (at most about 0.1 s) and drops the rest.
#pragma once

#include "spelling/checker.h"

#include <QHash>
#include <QObject>

#include <memory>

namespace spelling {

class BackgroundChecker : public QObject
{
    Q_OBJECT

public:
    struct Places {
        QStringList dictionaryFolders;
        QString personalWords; // a file; empty: words are accepted until the program ends
    };

    explicit BackgroundChecker(Places places, QObject *parent = nullptr);
    ~BackgroundChecker() override;

    // A BCP 47 tag; empty turns checking off. Answered by languageReady or failed. Until then, and after a failure,
    // every text is right.
    void setLanguage(const QString &tag);

    // Answered by checked with the same key and revision, unless a newer request for the key came in the meantime or
    // it was forgotten. Keys name the texts, such as the paragraphs of one editor.
    void requestCheck(quint64 key, int revision, const QString &text, const WordOptions &options = {});
    void forget(quint64 key);
    void forgetAll();

    // Answered by suggested. Only the newest request is.
    void requestSuggestions(const QString &word);

    // Accepts the word from now on and keeps it. Answered by wordAdded; by failed too if it could not be kept.
    void addWord(const QString &word);

Q_SIGNALS:
    // The texts shown should be checked again. `tag` is that of the dictionary found, empty if checking is off.
    void languageReady(const QString &tag);
    void wordAdded(const QString &word); // the texts shown should be checked again
    void checked(quint64 key, int revision, const QVector<spelling::Misspelling> &misspellings);
    void suggested(const QString &word, const QStringList &suggestions);
    void failed(const base::Error &error);

private:
    class Worker;

    quint64 m_lastTicket = 0;
    QHash<quint64, quint64> m_tickets; // of the newest request for each key
    quint64 m_suggestionTicket = 0;
    std::unique_ptr<Worker> m_worker;
};

} // namespace spelling
