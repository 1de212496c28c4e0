#include "intake/not_a_letter.h"

#include "intake/field_parameters.h"

#include <QCoreApplication>

#include <algorithm>
#include <iterator>

namespace intake {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(intake::notALetter)
};

// Subjects of automatic answers; a person may write one, so another sign has to stand beside them.
constexpr QStringView awaySubjects[] = {
    u"automatic reply",
    u"auto reply",
    u"auto-reply",
    u"autoreply",
    u"auto response",
    u"out of office",
    u"out of the office",
    u"away from the office",
    u"on vacation",
    u"automatische antwort",
    u"abwesenheitsnotiz",
    u"abwesenheit",
    u"abwesend",
    u"réponse automatique",
    u"absence du bureau",
    u"absent du bureau",
    u"respuesta automática",
    u"fuera de la oficina",
    u"risposta automatica",
    u"fuori sede",
    u"fuori ufficio",
    u"automatisch antwoord",
    u"afwezig",
    u"resposta automática",
    u"ausência",
    u"autosvar",
    u"frånvaro",
    u"automatisk svar",
    u"automatiskt svar",
    u"fravær",
    u"odpowiedź automatyczna",
    u"automatyczna odpowiedź",
    u"poza biurem",
    u"automaattinen vastaus",
    u"poissa",
};

class Judge
{
public:
    Judge(const HeaderBlock &headers, const QString &subject, const Sender &sender)
        : m_headers(headers), m_subject(subject), m_sender(sender)
    {}

    [[nodiscard]] QString why(bool isInvitation) const
    {
        for (QString (Judge::*const rule)() const :
             {&Judge::whyReport, &Judge::whyBounce, &Judge::whyAutomatic, &Judge::whyAway, &Judge::whyList}) {
            if (QString reason = (this->*rule)(); !reason.isEmpty())
                return reason;
        }
        return isInvitation || contentType().value == "text/calendar"
                   ? Words::tr("An invitation to an appointment: it holds a calendar entry that asks for an answer.")
                   : QString();
    }

private:
    [[nodiscard]] QByteArray value(const char *name) const { return m_headers.value(name).toLower(); }
    [[nodiscard]] bool has(const char *name) const { return !m_headers.value(name).isEmpty(); }
    [[nodiscard]] FieldParameters contentType() const { return readParameters(m_headers.value("content-type")); }

    [[nodiscard]] bool hasPrecedence(std::initializer_list<const char *> values) const
    {
        const QByteArray precedence = value("precedence").trimmed();
        return std::any_of(values.begin(), values.end(), [&precedence](const char *v) { return precedence == v; });
    }

    [[nodiscard]] bool isFromDaemon() const
    {
        const QString local = m_sender.address.section(QLatin1Char('@'), 0, 0).toLower();
        return local == QLatin1String("mailer-daemon") || local == QLatin1String("mailerdaemon");
    }

    [[nodiscard]] bool hasNullPath() const
    {
        return std::any_of(m_headers.fields.cbegin(), m_headers.fields.cend(), [](const HeaderField &field) {
            return field.name == "return-path" && field.value.simplified().replace(' ', "") == "<>";
        });
    }

    [[nodiscard]] QString whyReport() const
    {
        const FieldParameters type = contentType();
        const QByteArray kind = type.plain("report-type").toLower();
        if (type.value == "message/disposition-notification" || kind == "disposition-notification")
            return Words::tr("A receipt that a message was read: its type is disposition-notification.");
        if (type.value == "message/delivery-status" || kind == "delivery-status")
            return Words::tr("A report about the delivery of a message: its type is delivery-status.");
        if (type.value == "multipart/report")
            return Words::tr("A report by a mail program: its type is multipart/report.");
        return {};
    }

    [[nodiscard]] QString whyBounce() const
    {
        if (has("x-failed-recipients"))
            return Words::tr("A report that a message could not be delivered: it names X-Failed-Recipients.");
        if (isFromDaemon())
            return Words::tr("A report by a mail server: it comes from its Mailer-Daemon.");
        return {};
    }

    [[nodiscard]] QString whyAutomatic() const
    {
        const QByteArray submitted = readParameters(m_headers.value("auto-submitted")).value;
        if (!submitted.isEmpty() && submitted != "no")
            return Words::tr("Sent by a program, not a person: its Auto-Submitted says so.");
        for (const char *name : {"x-autoreply", "x-autorespond", "x-autoresponse", "x-autoreply-from"}) {
            if (has(name) && value(name).trimmed() != "no")
                return Words::tr("An automatic answer: it has the field %1.").arg(QLatin1String(name));
        }
        if (hasPrecedence({"auto_reply", "auto-reply"}))
            return Words::tr("An automatic answer: its Precedence says so.");
        if (hasNullPath())
            return Words::tr("Sent by a program, not a person: its Return-Path is empty, so that nobody can answer.");
        return {};
    }

    [[nodiscard]] QString whyAway() const
    {
        const bool isAway = std::any_of(std::begin(awaySubjects), std::end(awaySubjects), [this](QStringView words) {
            return QStringView(m_subject).startsWith(words, Qt::CaseInsensitive);
        });
        const bool hasSign = has("x-auto-response-suppress") || hasPrecedence({"bulk", "junk"});
        return isAway && hasSign
                   ? Words::tr("An automatic answer: by its subject, and it wants no automatic answers itself.")
                   : QString();
    }

    // What a person sends through a group may have List-Post; it is a letter.
    [[nodiscard]] QString whyList() const
    {
        const bool isList = has("list-id") || has("list-unsubscribe");
        if (isList && hasPrecedence({"bulk", "list", "junk"}))
            return Words::tr("Mail of a mailing list: it has %1, and its Precedence says so.")
                .arg(has("list-id") ? QLatin1String("List-Id") : QLatin1String("List-Unsubscribe"));
        if (has("list-unsubscribe-post") && !has("list-post"))
            return Words::tr("A newsletter: it has List-Unsubscribe-Post.");
        return {};
    }

    const HeaderBlock &m_headers;
    const QString &m_subject;
    const Sender &m_sender;
};

} // namespace

QString whyNotALetter(const HeaderBlock &headers, const QString &subject, const Sender &sender, bool isInvitation)
{
    return Judge(headers, subject, sender).why(isInvitation);
}

} // namespace intake
