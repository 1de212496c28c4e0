// Output: results to standard output, as text or as one JSON document, and messages to standard error. Owned by the
// program, the main thread.
#pragma once

#include <QJsonObject>
#include <QString>

namespace cli {

class Output
{
public:
    explicit Output(bool asJson) : m_asJson(asJson) {}

    [[nodiscard]] bool isJson() const { return m_asJson; }

    // The one result of a command. Control characters in `text`, which may come from a stranger's letter, are made
    // visible, so that nothing reaches the terminal as a command.
    void result(const QJsonObject &json, const QString &text) const;
    // As result(), but the text goes out byte by byte.
    void document(const QJsonObject &json, const QByteArray &bytes) const;
    // As document(), for what a stranger sent: byte by byte into a file or another program; for a terminal as result().
    void foreign(const QJsonObject &json, const QByteArray &bytes) const;
    void message(const QString &text) const;

private:
    bool m_asJson;
};

} // namespace cli
