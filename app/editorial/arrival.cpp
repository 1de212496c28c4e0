#include "editorial/arrival.h"

#include "editorial/inbox.h"
#include "intake/pen_name.h"
#include "privacy/correspondent.h"
#include "storage/correspondent_store.h"
#include "storage/desk_file.h"
#include "storage/intake_store.h"

#include <QCoreApplication>

namespace editorial {

namespace {

using desk::Forwarding;
using desk::LetterId;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(editorial::arrival)
};

PassedOn passedOn(const desk::Letter &letter, const Forwarding &forwarding)
{
    const QString own = privacy::deskName(letter.correspondent);
    const QString other = privacy::deskName(forwarding.other);
    const bool isWriters = forwarding.decision == Forwarding::Decision::Taken;
    return {forwarding.decision, isWriters ? other : own, isWriters ? own : other};
}

base::Result<QByteArray> rawOf(Desk &desk, const desk::CorrespondentId &id)
{
    const auto sealed = desk.file().correspondents().correspondent(id);
    if (!sealed && sealed.error().kind == base::Error::Kind::NotFound)
        return base::Error{base::Error::Kind::NotFound,
                           Words::tr("The message as it came is not kept on this desk, only its text.")};
    if (!sealed)
        return sealed.error();
    const auto opened = desk.vault().open(*sealed);
    return opened ? base::Result<QByteArray>(opened->raw) : opened.error();
}

base::Result<void> setNeeds(Desk &desk, const QList<LetterId> &ids, bool needs)
{
    storage::Transaction transaction(desk.file());
    for (const LetterId &id : ids) {
        if (const auto set = desk.file().letters().setNeedsAttention(id, needs); !set)
            return set.error();
    }
    desk.noteChange(Area::Letters);
    return transaction.commit();
}

// Whose letter it is, and what is printed of it by that.
struct Decided {
    Forwarding::Decision decision = Forwarding::Decision::Open;
    QString subject;
    QString edited;
    QString signature;
};

Decided decidedNow(const desk::Letter &letter, const Forwarding &forwarding)
{
    return {forwarding.decision, letter.subject, letter.edited, letter.signature};
}

void replace(QString &text, const QString &from, const QString &to)
{
    if (text == from)
        text = to;
}

// What was edited since `from` stays as it is.
base::Result<void> decide(Desk &desk, const LetterId &id, const Decided &from, const Decided &to)
{
    storage::Transaction transaction(desk.file());
    if (const auto decided = desk.file().intake().decideForwarding(id, to.decision); !decided)
        return decided.error();
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    LetterEdit edit{id, letter->version, letter->subject, letter->edited, letter->signature, letter->place};
    replace(edit.subject, from.subject, to.subject);
    replace(edit.edited, from.edited, to.edited);
    replace(edit.signature, from.signature, to.signature);
    if (const auto saved = saveLetter(desk, edit); !saved)
        return saved.error();
    return transaction.commit();
}

base::Result<Change> decideOnce(Desk &desk, const LetterId &id, const QString &text, const Decided &from,
                                const Decided &to)
{
    if (const auto decided = decide(desk, id, from, to); !decided)
        return decided.error();
    return Change{text, [id, from, to](Desk &on) { return decide(on, id, to, from); },
                  [id, from, to](Desk &on) {
                      return decide(on, id, from, to);
                  }};
}

// The pen name under the writer's own words.
base::Result<QString> writersSignature(Desk &desk, const Forwarding &forwarding)
{
    const auto sealed = desk.file().correspondents().correspondent(forwarding.other, false);
    if (!sealed && sealed.error().kind == base::Error::Kind::NotFound)
        return intake::signatureIn(forwarding.text, {});
    if (!sealed)
        return sealed.error();
    const auto writer = desk.vault().open(*sealed);
    if (!writer)
        return writer.error();
    return intake::signatureIn(forwarding.text, {writer->name, writer->address});
}

// The subject that a letter with this one had when it was passed on.
QString forwardSubject(const QString &subject)
{
    return subject.startsWith(QLatin1String("Fwd:")) ? subject : QString(QLatin1String("Fwd: ") + subject);
}

// A letter and how it was passed on; Kind::Unusable where it was not.
struct Forwarded {
    desk::Letter letter;
    Forwarding forwarding;
};

base::Result<Forwarded> forwardedLetter(Desk &desk, const LetterId &id)
{
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto forwarding = desk.file().intake().forwarding(id);
    if (!forwarding)
        return forwarding.error();
    if (!*forwarding)
        return base::Error{base::Error::Kind::Unusable,
                           Words::tr("Letter %1 is not known to have been passed on. It stays that of who sent it.")
                               .arg(letter->number)};
    return Forwarded{*letter, **forwarding};
}

} // namespace

base::Result<Arrival> arrival(Desk &desk, const LetterId &id)
{
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto forwarding = desk.file().intake().forwarding(id);
    if (!forwarding)
        return forwarding.error();
    Arrival arrival{id, letter->number, letter->stage, letter->needsAttention, letter->notice, {}, {}};
    arrival.folded = foldedParts(wholeText(*letter, *forwarding), letter->subject, letter->edited);
    if (*forwarding)
        arrival.passedOn = passedOn(*letter, **forwarding);
    return arrival;
}

base::Result<QByteArray> rawMessage(Desk &desk, const LetterId &id)
{
    const auto letter = desk.file().letters().letter(id);
    if (!letter)
        return letter.error();
    const auto forwarding = desk.file().intake().forwarding(id);
    if (!forwarding)
        return forwarding.error();
    // Whoever's letter it is: the message is that of who sent it.
    const bool isWriters = *forwarding && (*forwarding)->decision == Forwarding::Decision::Taken;
    return rawOf(desk, isWriters ? (*forwarding)->other : letter->correspondent);
}

base::Result<Change> seeTo(Desk &desk, const QList<LetterId> &ids)
{
    QList<LetterId> seen;
    for (const LetterId &id : ids) {
        const auto letter = desk.file().letters().letter(id);
        if (!letter)
            return letter.error();
        if (letter->needsAttention)
            seen.append(id);
    }
    if (const auto set = setNeeds(desk, seen, false); !set)
        return set.error();
    return Change{Words::tr("See to %n letter(s)", nullptr, static_cast<int>(seen.size())),
                  [seen](Desk &on) { return setNeeds(on, seen, true); },
                  [seen](Desk &on) {
                      return setNeeds(on, seen, false);
                  }};
}

base::Result<Change> takeForwarding(Desk &desk, const LetterId &id)
{
    const auto found = forwardedLetter(desk, id);
    if (!found)
        return found.error();
    const auto &[letter, forwarding] = *found;
    const Decided from = decidedNow(letter, forwarding);
    Decided to = from;
    to.decision = Forwarding::Decision::Taken;
    if (from.decision != Forwarding::Decision::Taken) {
        to.subject = forwarding.subject.isEmpty() ? letter.subject : forwarding.subject;
        to.edited = forwarding.text.isEmpty() ? letter.edited : forwarding.text;
        const auto signature = writersSignature(desk, forwarding);
        if (!signature)
            return signature.error();
        to.signature = *signature;
    }
    return decideOnce(desk, id, Words::tr("Take the writer's words"), from, to);
}

base::Result<Change> keepForwarding(Desk &desk, const LetterId &id)
{
    const auto found = forwardedLetter(desk, id);
    if (!found)
        return found.error();
    const auto &[letter, forwarding] = *found;
    const Decided from = decidedNow(letter, forwarding);
    Decided to = from;
    to.decision = Forwarding::Decision::Kept;
    if (from.decision == Forwarding::Decision::Taken)
        replace(to.edited, forwarding.text, printedText(letter.original, forwardSubject(letter.subject)));
    return decideOnce(desk, id, Words::tr("Keep the letter as it was sent"), from, to);
}

} // namespace editorial
