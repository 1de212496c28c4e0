// ScriptedServer: a mail server that follows a script, "the server says" and "the client must have said", for tests of
// the protocol without a network. What the client says instead ends the connection and is kept for the test to tell.
#pragma once

#include "intake/imap_transport.h"

#include <QByteArrayList>
#include <QThread>

#include <deque>

class ScriptedServer final : public intake::ImapTransport
{
public:
    explicit ScriptedServer(bool isTls = true) : m_isEncrypted(isTls) {}

    ScriptedServer &says(const QByteArray &bytes)
    {
        m_steps.push_back({Step::Says, bytes});
        return *this;
    }
    ScriptedServer &hears(const QByteArray &line)
    {
        m_steps.push_back({Step::Hears, line + "\r\n"});
        return *this;
    }
    // The connection goes, with what was said before.
    ScriptedServer &breaksOff()
    {
        m_steps.push_back({Step::BreaksOff, {}});
        return *this;
    }
    // At most that many bytes come at once.
    ScriptedServer &dribbles(qsizetype bytes)
    {
        m_mostAtOnce = bytes;
        return *this;
    }

    [[nodiscard]] bool isOver() const { return m_steps.empty() && m_wrong.isEmpty(); }
    // What the client said where the script has something else.
    [[nodiscard]] QByteArray wrong() const { return m_wrong; }
    [[nodiscard]] QByteArrayList heard() const { return m_heard; }
    [[nodiscard]] int encryptions() const { return m_encryptions; }

    base::Result<void> open() override { return {}; }
    base::Result<void> encrypt() override
    {
        m_isEncrypted = true;
        ++m_encryptions;
        return {};
    }
    [[nodiscard]] bool isEncrypted() const override { return m_isEncrypted; }

    base::Result<void> write(const QByteArray &bytes) override
    {
        m_heard.append(bytes);
        if (m_steps.empty() || m_steps.front().kind != Step::Hears || m_steps.front().bytes != bytes) {
            m_wrong = bytes;
            return gone();
        }
        m_steps.pop_front();
        return {};
    }

    base::Result<QByteArray> read(int ms) override
    {
        if (m_steps.empty() || m_steps.front().kind == Step::Hears) {
            QThread::msleep(static_cast<unsigned long>(ms));
            return QByteArray();
        }
        if (m_steps.front().kind == Step::BreaksOff)
            return gone();
        QByteArray &said = m_steps.front().bytes;
        const QByteArray part = m_mostAtOnce > 0 ? said.left(m_mostAtOnce) : said;
        said.remove(0, part.size());
        if (said.isEmpty())
            m_steps.pop_front();
        return part;
    }

private:
    struct Step {
        enum Kind { Says, Hears, BreaksOff } kind;
        QByteArray bytes;
    };

    [[nodiscard]] static base::Error gone() { return {base::Error::Kind::Io, QStringLiteral("gone")}; }

    std::deque<Step> m_steps;
    QByteArray m_wrong;
    QByteArrayList m_heard;
    qsizetype m_mostAtOnce = 0;
    bool m_isEncrypted;
    int m_encryptions = 0;
};
